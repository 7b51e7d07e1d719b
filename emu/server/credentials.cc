#include "server/credentials.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/text/account_id.h"
#include "core/text/ascii.h"
#include "server/errors.h"
#include "server/limits.h"

namespace emu::server {

namespace {

using wire::SignatureDialect;

SignatureDialect dialect_of(ProtocolKind protocol) {
  switch (protocol) {
    case ProtocolKind::kRestXml:
      return SignatureDialect::kS3;
    case ProtocolKind::kQuery:
    case ProtocolKind::kQueryJson:
      return SignatureDialect::kQuery;
    case ProtocolKind::kRestJson:
      return SignatureDialect::kRestJson;
    case ProtocolKind::kJson:
    case ProtocolKind::kCbor:
      break;
  }
  return SignatureDialect::kJson;
}

// Keys of users begin with AKIA, those of sessions with ASIA (IAM User Guide, "IAM identifiers").
bool is_of_iam(std::string_view key) { return key.starts_with("AKIA") || key.starts_with("ASIA"); }

// "http://localhost:4566", or nothing for a host that no URL can hold.
std::string endpoint_of(const RequestParts& parts) {
  if (!parts.host) return {};
  return (parts.http.tls ? "https://" : "http://") + parts.http.host;
}

}  // namespace

Credentials::Credentials(World& world, CredentialsOptions options)
    : world_(world), options_(std::move(options)) {}

Result<Identity> Credentials::identify(const RequestParts& parts, const ServiceProfile& service,
                                       ProtocolKind protocol, std::string_view path) {
  const SignatureDialect dialect = dialect_of(protocol);
  EMU_TRY(const auto authorization, wire::parse_authorization(parts, dialect));
  if (!authorization && dialect == SignatureDialect::kS3) {
    EMU_TRY(const auto presigned, wire::parse_sigv2(parts));
    if (presigned) return identify_sigv2(parts, path, *presigned);
  }
  if (!authorization) return identify_nobody(parts, service, dialect);
  const std::string& region = authorization->scope.region;
  const Asked asked{.parts = parts,
                    .access_key_id = authorization->access_key_id,
                    .region = region.empty() ? world_.options().region : region,
                    .dialect = dialect};
  Identity identity;
  if (options_.verify) {
    EMU_CHECK(verify(parts, *authorization, service, asked, identity));
  } else if (authorization->presigned) {
    EMU_CHECK(wire::check_time(*authorization, options_.now(), dialect));
  }
  EMU_TRY(identity.caller, caller_of_key(asked));
  return identity;
}

Result<Identity> Credentials::identify_nobody(const RequestParts& parts,
                                              const ServiceProfile& service,
                                              SignatureDialect dialect) {
  const bool is_anonymous = service.has_anonymous_callers;
  if (options_.verify && !is_anonymous) return wire::missing_authentication_token(dialect);
  const World::Options& defaults = world_.options();
  const Asked asked{
      .parts = parts, .access_key_id = {}, .region = defaults.region, .dialect = dialect};
  return Identity{.caller = known_caller(
                      asked, is_anonymous ? Caller::Kind::kAnonymous : Caller::Kind::kUnnamed,
                      defaults.account),
                  .names_region = !is_anonymous};
}

Result<Identity> Credentials::identify_sigv2(const RequestParts& parts, std::string_view path,
                                             const wire::Sigv2Authorization& authorization) {
  constexpr SignatureDialect kDialect = SignatureDialect::kS3;
  EMU_CHECK(wire::check_sigv2_time(authorization, options_.now()));
  if (options_.verify) {
    EMU_TRY(const KeySecret secret, secret_of(authorization.access_key_id, kDialect));
    if (secret.session_token != authorization.session_token) return wrong_session_token(kDialect);
    EMU_CHECK(wire::verify_sigv2(parts, path, authorization, secret.secret_access_key));
  }
  EMU_TRY(CallerPtr caller, caller_of_key({.parts = parts,
                                           .access_key_id = authorization.access_key_id,
                                           .region = world_.options().region,
                                           .dialect = kDialect}));
  return Identity{.caller = std::move(caller), .names_region = false};
}

Result<CallerPtr> Credentials::caller_of_key(const Asked& asked) {
  const std::string_view key = asked.access_key_id;
  if (is_account_id(key)) return known_caller(asked, Caller::Kind::kUnnamed, key);
  if (is_of_iam(key) && world_.authorizer() != nullptr) {
    const WorldEntry inside(world_.scheduler());
    auto identified = world_.authorizer()->identify(key, asked.region);
    if (identified) {
      auto caller = std::make_shared<Caller>(**identified);
      caller->endpoint = endpoint_of(asked.parts);
      caller->source_ip = asked.parts.http.source_ip;
      return CallerPtr(std::move(caller));
    }
    if (identified.error().code == "ExpiredToken") return expired_session(asked.dialect);
    if (world_.authorizer()->has_issued(key)) return unknown_access_key(asked.dialect, key);
  }
  return known_caller(asked, Caller::Kind::kUnnamed, world_.options().account);
}

CallerPtr Credentials::known_caller(const Asked& asked, Caller::Kind kind,
                                    std::string_view account) {
  thread_local std::string name;
  const std::string& source_ip = asked.parts.http.source_ip;
  name.assign(account);
  if (kind == Caller::Kind::kAnonymous) name.append("?");
  for (const std::string_view part :
       {asked.region, std::string_view(source_ip), std::string_view(asked.parts.http.host)}) {
    name.append("/").append(part);
  }
  if (asked.parts.http.tls) name.append("/");

  const std::scoped_lock lock(mutex_);
  if (const auto found = callers_.find(name); found != callers_.end()) return found->second;
  Caller caller = kind == Caller::Kind::kUnnamed ? *world_.unnamed_caller(account, asked.region)
                                                 : *world_.anonymous_caller(account, asked.region);
  caller.endpoint = endpoint_of(asked.parts);
  caller.source_ip = source_ip;
  auto made = std::make_shared<const Caller>(std::move(caller));
  if (name.size() > kCallerNameBytesMax) return made;
  if (callers_.size() >= kCallersKept) callers_.clear();
  return callers_.emplace(name, std::move(made)).first->second;
}

Result<KeySecret> Credentials::secret_of(std::string_view access_key_id, SignatureDialect dialect) {
  if (is_account_id(access_key_id) || access_key_id == kAccountKey) {
    return KeySecret{.secret_access_key = std::string(kAccountSecret)};
  }
  if (world_.authorizer() == nullptr) return unknown_access_key(dialect, access_key_id);
  const WorldEntry inside(world_.scheduler());
  auto secret = world_.authorizer()->secret_of(access_key_id);
  if (secret) return secret;
  if (secret.error().code == "ExpiredToken") return expired_session(dialect);
  return unknown_access_key(dialect, access_key_id);
}

Result<KeySecret> Credentials::secret_behind(const wire::Authorization& authorization,
                                             std::string_view signing_name,
                                             SignatureDialect dialect) {
  EMU_CHECK(wire::check_scope(authorization, dialect, signing_name));
  auto secret = secret_of(authorization.access_key_id, dialect);
  if (secret && secret->session_token != authorization.session_token) {
    return wrong_session_token(dialect);
  }
  return secret;
}

Status Credentials::verify(const RequestParts& parts, const wire::Authorization& authorization,
                           const ServiceProfile& service, const Asked& asked, Identity& identity) {
  EMU_TRY(const KeySecret secret,
          secret_behind(authorization, service.signing_name, asked.dialect));
  EMU_CHECK(wire::verify_signature(parts, authorization,
                                   {.secret_access_key = secret.secret_access_key,
                                    .now = options_.now(),
                                    .dialect = asked.dialect},
                                   keys_));
  identity.chunks.emplace(keys_.get(secret.secret_access_key, authorization.scope),
                          authorization.time, authorization.scope.text(), authorization.signature);
  return {};
}

Result<Identity> Credentials::identify_sigv2_form(const RequestParts& parts,
                                                  const FormSignature& form) {
  constexpr SignatureDialect kDialect = SignatureDialect::kS3;
  if (options_.verify) {
    EMU_TRY(const KeySecret secret, secret_of(form.credential, kDialect));
    if (secret.session_token != form.session_token) return wrong_session_token(kDialect);
    const std::string right = wire::sign_sigv2_text(secret.secret_access_key, form.signed_text);
    if (!wire::equal_in_constant_time(right, form.signature)) {
      return form_signature_does_not_match(form, form.credential);
    }
  }
  EMU_TRY(CallerPtr caller, caller_of_key({.parts = parts,
                                           .access_key_id = form.credential,
                                           .region = world_.options().region,
                                           .dialect = kDialect}));
  return Identity{.caller = std::move(caller), .names_region = false};
}

Result<Identity> Credentials::identify_form(const RequestParts& parts,
                                            const ServiceProfile& service, ProtocolKind protocol,
                                            const FormSignature& form) {
  if (form.is_version_2) return identify_sigv2_form(parts, form);
  const SignatureDialect dialect = dialect_of(protocol);
  // The same parts as in a header, and read as one.
  HttpRequest as_header{
      .method = parts.http.method, .host = parts.http.host, .tls = parts.http.tls};
  as_header.headers.add("Authorization",
                        fmt::format("{} Credential={}, SignedHeaders=host, Signature={}",
                                    wire::kSigv4Algorithm, form.credential, form.signature));
  as_header.headers.add("X-Amz-Date", std::string(form.date));
  if (!form.session_token.empty()) {
    as_header.headers.add("X-Amz-Security-Token", std::string(form.session_token));
  }
  EMU_TRY(const auto authorization, wire::parse_authorization(RequestParts(as_header), dialect));
  const wire::Authorization& signature = *authorization;
  if (options_.verify) {
    EMU_TRY(const KeySecret secret, secret_behind(signature, service.signing_name, dialect));
    const Sha256Sum key = keys_.get(secret.secret_access_key, signature.scope);
    if (!wire::equal_in_constant_time(wire::sign_text(key, form.signed_text),
                                      signature.signature)) {
      return form_signature_does_not_match(form, signature.access_key_id);
    }
  }
  EMU_TRY(CallerPtr caller, caller_of_key({.parts = parts,
                                           .access_key_id = signature.access_key_id,
                                           .region = signature.scope.region,
                                           .dialect = dialect}));
  return Identity{.caller = std::move(caller)};
}

}  // namespace emu::server
