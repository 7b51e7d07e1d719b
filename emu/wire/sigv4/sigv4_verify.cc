#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/hex.h"
#include "core/text/percent.h"
#include "wire/limits.h"
#include "wire/sigv4/sigv4.h"
#include "wire/sigv4/sigv4_canonical.h"
#include "wire/sigv4/sigv4_errors.h"
#include "wire/sigv4/sigv4_time.h"

namespace emu::wire {

namespace {

constexpr std::string_view kEmptySha256 =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// "Signature expired" and "Signature not yet current" as AWS prints them.
Error skewed(const Authorization& authorization, Time now, SignatureDialect dialect) {
  if (dialect == SignatureDialect::kS3) {
    return errors::request_time_too_skewed(authorization, now);
  }
  if (authorization.signed_at < now) {
    return errors::signature_refused(
        dialect, fmt::format("Signature expired: {} is now earlier than {} ({} - {} min.)",
                             authorization.time, sigv4_time(now - kClockSkewMax), sigv4_time(now),
                             kClockSkewMax.count()));
  }
  return errors::signature_refused(
      dialect, fmt::format("Signature not yet current: {} is still later than {} ({} + {} min.)",
                           authorization.time, sigv4_time(now + kClockSkewMax), sigv4_time(now),
                           kClockSkewMax.count()));
}

bool is_signed(const Authorization& authorization, std::string_view name) {
  return std::any_of(authorization.signed_headers.begin(), authorization.signed_headers.end(),
                     [name](const std::string& each) { return equal_ignoring_case(each, name); });
}

// What S3 requires to be signed, lest it be changed on the way: the host and its own headers.
Status check_signed_headers(const HttpRequest& request, const Authorization& authorization) {
  std::string missing;
  for (const auto& [name, value] : request.headers) {
    const std::string lower = lower_case(name);
    const bool required = lower == "host" || lower.starts_with("x-amz-");
    if (!required || is_signed(authorization, lower)) continue;
    if (!missing.empty()) missing += ", ";
    missing += lower;
  }
  if (!missing.empty()) return errors::headers_not_signed(missing);
  return {};
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return hex_digit_value(c) >= 0; });
}

std::string hash_of_body(const HttpRequest& request) {
  return request.body.empty() ? std::string(kEmptySha256) : sha256_hex(request.body.view());
}

// A presigned URL may hold it.
std::optional<std::string> given_hash(const RequestParts& parts, bool presigned) {
  constexpr std::string_view kName = "x-amz-content-sha256";
  if (const std::string* header = parts.http.headers.find(kName)) return *header;
  if (!presigned) return std::nullopt;
  for (const RawQueryPair& pair : parse_raw_query(parts.query)) {
    if (equal_ignoring_case(pair.name, kName)) return percent_decode(pair.value);
  }
  return std::nullopt;
}

// What stands in the canonical request for the body.
Result<std::string> payload_hash(const RequestParts& parts, const Authorization& authorization,
                                 SignatureDialect dialect) {
  const auto given = given_hash(parts, authorization.presigned);
  if (dialect != SignatureDialect::kS3) return given ? *given : hash_of_body(parts.http);
  if (!given) {
    if (authorization.presigned) return std::string(kUnsignedPayload);
    return errors::missing_content_hash();
  }
  if (*given != kUnsignedPayload && !given->starts_with("STREAMING-") && !is_sha256(*given)) {
    return errors::invalid_content_hash(*given);
  }
  return *given;
}

// Whether the body is the one whose hash was signed.
Status check_body(const HttpRequest& request, std::string_view signed_hash,
                  SignatureDialect dialect) {
  if (!is_sha256(signed_hash)) return {};
  const std::string computed = hash_of_body(request);
  if (equal_ignoring_case(computed, signed_hash)) return {};
  if (dialect == SignatureDialect::kS3) {
    return errors::content_hash_mismatch(signed_hash, computed);
  }
  return errors::signature_does_not_match(dialect);
}

}  // namespace

Error wrong_region(std::string_view given, std::string_view expected, bool presigned) {
  const std::string detail =
      fmt::format("the region '{}' is wrong; expecting '{}'", given, expected);
  Error error =
      presigned ? errors::query_malformed("Error parsing the X-Amz-Credential parameter; " + detail)
                : errors::header_malformed(detail);
  error.fields = {{"Region", std::string(expected)}};
  return error;
}

Status check_scope(const Authorization& authorization, SignatureDialect dialect,
                   std::string_view service, std::string_view region) {
  const CredentialScope& scope = authorization.scope;
  const bool is_s3 = dialect == SignatureDialect::kS3;
  const auto refuse = [&](const std::string& s3_detail, std::string message) {
    if (!is_s3) return errors::signature_refused(dialect, std::move(message));
    if (!authorization.presigned) return errors::header_malformed(s3_detail);
    return errors::query_malformed("Error parsing the X-Amz-Credential parameter; " + s3_detail);
  };
  if (!region.empty() && scope.region != region) {
    if (is_s3) return wrong_region(scope.region, region, authorization.presigned);
    return errors::signature_refused(
        dialect,
        fmt::format("Credential should be scoped to a valid region, not '{}'. ", scope.region));
  }
  if (scope.service != service) {
    return refuse(fmt::format("incorrect service \"{}\". This endpoint belongs to \"{}\".",
                              scope.service, service),
                  fmt::format("Credential should be scoped to correct service: '{}'. ", service));
  }
  return {};
}

Status check_time(const Authorization& authorization, Time now, SignatureDialect dialect) {
  const bool is_s3 = dialect == SignatureDialect::kS3;
  const bool too_early = authorization.signed_at > now + kClockSkewMax;
  const auto lifetime = authorization.presigned
                            ? std::chrono::seconds(authorization.expires_seconds)
                            : std::chrono::seconds(kClockSkewMax);
  const bool too_late = now > authorization.signed_at + lifetime;
  if (!too_early && !too_late) return {};
  if (!authorization.presigned || !is_s3) return skewed(authorization, now, dialect);
  if (too_early) return errors::request_not_yet_valid(authorization, now);
  return errors::request_expired(authorization, now);
}

Status verify_signature(const RequestParts& parts, const Authorization& authorization,
                        const VerifyOptions& options, SigningKeys& keys) {
  const HttpRequest& request = parts.http;
  const bool is_s3 = options.dialect == SignatureDialect::kS3;
  EMU_CHECK(check_time(authorization, options.now, options.dialect));
  if (is_s3) {
    EMU_CHECK(check_signed_headers(request, authorization));
  } else if (!is_signed(authorization, "host")) {
    return errors::signature_refused(options.dialect,
                                     "'Host' or ':authority' must be a 'SignedHeader' in the AWS "
                                     "Authorization.");
  }
  EMU_TRY(const std::string hash, payload_hash(parts, authorization, options.dialect));

  const std::string canonical =
      canonical_request({.request = request,
                         .target = {.path = parts.path, .query = parts.query},
                         .signed_headers = authorization.signed_headers,
                         .path_rule = is_s3 ? PathRule::kAsSent : PathRule::kNormalized,
                         .payload_hash = hash,
                         .presigned = authorization.presigned});
  const std::string to_sign = string_to_sign(authorization.time, authorization.scope, canonical);
  const Sha256Sum key = keys.get(options.secret_access_key, authorization.scope);
  if (!equal_in_constant_time(sign_text(key, to_sign), authorization.signature)) {
    if (is_s3) {
      return errors::s3_signature_does_not_match({.access_key_id = authorization.access_key_id,
                                                  .signature = authorization.signature,
                                                  .to_sign = to_sign,
                                                  .canonical_request = canonical});
    }
    return errors::signature_does_not_match(options.dialect);
  }
  return check_body(request, hash, options.dialect);
}

}  // namespace emu::wire
