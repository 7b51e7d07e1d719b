#include "server/credentials.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/text/account_id.h"
#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "server/errors.h"
#include "server/limits.h"
#include "server/s3_router.h"

namespace emu::server {

namespace {

using wire::SignatureDialect;

SignatureDialect dialect_of(ProtocolKind protocol) {
  switch (protocol) {
    case ProtocolKind::kRestXml:
      return SignatureDialect::kS3;
    case ProtocolKind::kQuery:
      return SignatureDialect::kQuery;
    case ProtocolKind::kRestJson:
      return SignatureDialect::kRestJson;
    case ProtocolKind::kJson:
      break;
  }
  return SignatureDialect::kJson;
}

// Keys of users begin with AKIA, those of sessions with ASIA (IAM User Guide, "IAM identifiers").
bool is_of_iam(std::string_view key) { return key.starts_with("AKIA") || key.starts_with("ASIA"); }

// "http://localhost:4566", or nothing for a host that no URL can hold.
std::string endpoint_of(const HttpRequest& request) {
  if (!parse_host(request.host)) return {};
  return (request.tls ? "https://" : "http://") + request.host;
}

}  // namespace

Credentials::Credentials(World& world, CredentialsOptions options)
    : world_(world), options_(std::move(options)) {}

Result<Identity> Credentials::identify(const HttpRequest& request, const ServiceProfile& service,
                                       ProtocolKind protocol) {
  const SignatureDialect dialect = dialect_of(protocol);
  auto authorization = wire::parse_authorization(request, dialect);
  if (!authorization) return std::move(authorization.error());
  if (!*authorization && dialect == SignatureDialect::kS3) {
    const auto presigned = wire::parse_sigv2(request);
    if (!presigned) return presigned.error();
    if (*presigned) return identify_sigv2(request, **presigned);
  }
  const World::Options& defaults = world_.options();
  if (!*authorization) {
    const bool is_s3 = dialect == SignatureDialect::kS3;
    if (options_.verify && !is_s3) return wire::missing_authentication_token(dialect);
    const Asked asked{
        .request = request, .access_key_id = {}, .region = defaults.region, .dialect = dialect};
    return Identity{
        .caller = known_caller(asked, is_s3 ? Caller::Kind::kAnonymous : Caller::Kind::kUnnamed,
                               defaults.account),
        .names_region = !is_s3};
  }
  const wire::Authorization& signature = **authorization;
  const std::string& region = signature.scope.region;
  const Asked asked{.request = request,
                    .access_key_id = signature.access_key_id,
                    .region = region.empty() ? defaults.region : region,
                    .dialect = dialect};
  Identity identity;
  if (options_.verify) {
    if (Status status = verify(request, signature, service, asked, identity); !status) {
      return std::move(status.error());
    }
  }
  auto caller = caller_of_key(asked);
  if (!caller) return std::move(caller.error());
  identity.caller = std::move(*caller);
  return identity;
}

Result<Identity> Credentials::identify_sigv2(const HttpRequest& request,
                                             const wire::Sigv2Authorization& authorization) {
  constexpr SignatureDialect kDialect = SignatureDialect::kS3;
  if (options_.verify) {
    const auto secret = secret_of(authorization.access_key_id, kDialect);
    if (!secret) return secret.error();
    if (secret->session_token != authorization.session_token) return wrong_session_token(kDialect);
    if (Status status = wire::verify_sigv2(request, s3_path(request), authorization,
                                           secret->secret_access_key, options_.now());
        !status) {
      return std::move(status.error());
    }
  }
  auto caller = caller_of_key({.request = request,
                               .access_key_id = authorization.access_key_id,
                               .region = world_.options().region,
                               .dialect = kDialect});
  if (!caller) return std::move(caller.error());
  return Identity{.caller = std::move(*caller), .names_region = false};
}

Result<CallerPtr> Credentials::caller_of_key(const Asked& asked) {
  const std::string_view key = asked.access_key_id;
  if (is_account_id(key)) return known_caller(asked, Caller::Kind::kUnnamed, key);
  if (is_of_iam(key) && world_.authorizer() != nullptr) {
    const WorldEntry inside(world_.scheduler());
    auto identified = world_.authorizer()->identify(key, asked.region);
    if (identified) {
      auto caller = std::make_shared<Caller>(**identified);
      caller->endpoint = endpoint_of(asked.request);
      return CallerPtr(std::move(caller));
    }
    if (identified.error().code == "ExpiredToken") return expired_session(asked.dialect);
  }
  return known_caller(asked, Caller::Kind::kUnnamed, world_.options().account);
}

CallerPtr Credentials::known_caller(const Asked& asked, Caller::Kind kind,
                                    std::string_view account) {
  thread_local std::string name;
  name.assign(account);
  for (const std::string_view part : {kind == Caller::Kind::kAnonymous ? std::string_view("?") : "",
                                      asked.region, std::string_view(asked.request.host)}) {
    name.append("/").append(part);
  }
  if (asked.request.tls) name.append("/");

  const std::scoped_lock lock(mutex_);
  if (const auto found = callers_.find(name); found != callers_.end()) return found->second;
  Caller caller = kind == Caller::Kind::kUnnamed ? *world_.unnamed_caller(account, asked.region)
                                                 : *world_.anonymous_caller(account, asked.region);
  caller.endpoint = endpoint_of(asked.request);
  if (callers_.size() >= kCallersKept) callers_.clear();
  return callers_.emplace(name, std::make_shared<const Caller>(std::move(caller))).first->second;
}

Result<KeySecret> Credentials::secret_of(std::string_view access_key_id, SignatureDialect dialect) {
  if (is_account_id(access_key_id)) {
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
  if (Status scope = wire::check_scope(authorization, dialect, signing_name); !scope) {
    return std::move(scope.error());
  }
  auto secret = secret_of(authorization.access_key_id, dialect);
  if (secret && secret->session_token != authorization.session_token) {
    return wrong_session_token(dialect);
  }
  return secret;
}

Status Credentials::verify(const HttpRequest& request, const wire::Authorization& authorization,
                           const ServiceProfile& service, const Asked& asked, Identity& identity) {
  const auto secret = secret_behind(authorization, service.signing_name, asked.dialect);
  if (!secret) return secret.error();
  if (Status status = wire::verify_signature(request, authorization,
                                             {.secret_access_key = secret->secret_access_key,
                                              .now = options_.now(),
                                              .dialect = asked.dialect},
                                             keys_);
      !status) {
    return status;
  }
  identity.chunks.emplace(keys_.get(secret->secret_access_key, authorization.scope),
                          authorization.time, authorization.scope.text(), authorization.signature);
  return {};
}

Result<Identity> Credentials::identify_post(const HttpRequest& request, const PostSignature& post) {
  constexpr SignatureDialect kDialect = SignatureDialect::kS3;
  // The same parts as in a header, and read as one.
  HttpRequest as_header{.method = request.method, .host = request.host, .tls = request.tls};
  as_header.headers.add("Authorization",
                        fmt::format("{} Credential={}, SignedHeaders=host, Signature={}",
                                    wire::kSigv4Algorithm, post.credential, post.signature));
  as_header.headers.add("X-Amz-Date", std::string(post.date));
  if (!post.session_token.empty()) {
    as_header.headers.add("X-Amz-Security-Token", std::string(post.session_token));
  }
  const auto authorization = wire::parse_authorization(as_header, kDialect);
  if (!authorization) return authorization.error();
  const wire::Authorization& signature = **authorization;
  if (options_.verify) {
    const auto secret = secret_behind(signature, "s3", kDialect);
    if (!secret) return secret.error();
    const Sha256Sum key = keys_.get(secret->secret_access_key, signature.scope);
    if (!wire::equal_in_constant_time(wire::sign_text(key, post.policy), signature.signature)) {
      return s3_post_signature_does_not_match(signature.access_key_id);
    }
  }
  auto caller = caller_of_key({.request = request,
                               .access_key_id = signature.access_key_id,
                               .region = signature.scope.region,
                               .dialect = kDialect});
  if (!caller) return std::move(caller.error());
  return Identity{.caller = std::move(*caller)};
}

}  // namespace emu::server
