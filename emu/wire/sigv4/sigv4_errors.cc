#include "wire/sigv4/sigv4_errors.h"

#include <fmt/format.h>

#include <utility>

#include "core/text/hex.h"
#include "wire/limits.h"

namespace emu::wire {

Error missing_authentication_token(SignatureDialect dialect) {
  switch (dialect) {
    case SignatureDialect::kS3:
      return errors::access_denied("Access Denied");
    case SignatureDialect::kQuery:
      return {.code = "MissingAuthenticationToken",
              .message = "Request is missing Authentication Token",
              .status = 403};
    case SignatureDialect::kJson:
      return {.code = "MissingAuthenticationTokenException",
              .message = "Request is missing Authentication Token",
              .status = 400};
    case SignatureDialect::kRestJson:
      break;
  }
  return {.code = "MissingAuthenticationTokenException",
          .message = "Missing Authentication Token",
          .status = 403};
}

namespace errors {

namespace {

constexpr std::string_view kDoesNotMatch =
    "The request signature we calculated does not match the signature you provided. Check your key "
    "and signing method.";

Error older_signature() {
  return {.code = "InvalidRequest",
          .message =
              "The authorization mechanism you have provided is not supported. Please use "
              "AWS4-HMAC-SHA256.",
          .status = 400};
}

bool is_json(SignatureDialect dialect) {
  return dialect == SignatureDialect::kJson || dialect == SignatureDialect::kRestJson;
}

// The bytes of a text in hexadecimal, two digits each.
std::string byte_list(std::string_view text) {
  std::string list;
  list.reserve(3 * text.size());
  for (const char c : text) {
    if (!list.empty()) list += ' ';
    const auto byte = static_cast<unsigned char>(c);
    list += kHexLower[byte >> 4];
    list += kHexLower[byte & 15];
  }
  return list;
}

Time expiry_of(const Authorization& authorization) {
  return authorization.signed_at + std::chrono::seconds(authorization.expires_seconds);
}

std::string seconds_of(Time time) {
  std::string text = iso8601(time);
  return text.substr(0, text.find('.')) + "Z";
}

}  // namespace

Error incomplete_signature(SignatureDialect dialect, std::string message) {
  return {.code = is_json(dialect) ? "IncompleteSignatureException" : "IncompleteSignature",
          .message = std::move(message),
          .status = dialect == SignatureDialect::kRestJson ? 403 : 400};
}

Error signature_refused(SignatureDialect dialect, std::string message) {
  return {.code = is_json(dialect) ? "InvalidSignatureException" : "SignatureDoesNotMatch",
          .message = std::move(message),
          .status = dialect == SignatureDialect::kJson ? 400 : 403};
}

Error signature_does_not_match(SignatureDialect dialect) {
  return signature_refused(
      dialect,
      "The request signature we calculated does not match the signature you provided. Check your "
      "AWS Secret Access Key and signing method. Consult the service documentation for details.");
}

Error header_malformed(std::string_view detail) {
  return {.code = "AuthorizationHeaderMalformed",
          .message = fmt::format("The authorization header is malformed; {}", detail),
          .status = 400};
}

Error query_malformed(std::string message) {
  return {
      .code = "AuthorizationQueryParametersError", .message = std::move(message), .status = 400};
}

Error access_denied(std::string message) {
  return {.code = "AccessDenied", .message = std::move(message), .status = 403};
}

Error unsupported_authorization(std::string_view value) {
  if (value.starts_with("AWS ")) return older_signature();
  return {.code = "InvalidArgument",
          .message = "Unsupported Authorization Type",
          .status = 400,
          .fields = {{"ArgumentName", "Authorization"}, {"ArgumentValue", std::string(value)}}};
}

// The time of the request stands there as it was signed.
Error request_time_too_skewed(const Authorization& authorization, Time now) {
  constexpr auto kSkew = std::chrono::milliseconds(kClockSkewMax);
  return {.code = "RequestTimeTooSkewed",
          .message = "The difference between the request time and the current time is too large.",
          .status = 403,
          .fields = {{"RequestTime", authorization.time},
                     {"ServerTime", seconds_of(now)},
                     {"MaxAllowedSkewMilliseconds", std::to_string(kSkew.count())}}};
}

Error request_expired(const Authorization& authorization, Time now) {
  Error error = access_denied("Request has expired");
  error.fields = {{"X-Amz-Expires", std::to_string(authorization.expires_seconds)},
                  {"Expires", seconds_of(expiry_of(authorization))},
                  {"ServerTime", seconds_of(now)}};
  return error;
}

// As recorded from AWS: the date is in milliseconds since the epoch.
Error request_not_yet_valid(const Authorization& authorization, Time now) {
  const auto signed_at = std::chrono::floor<std::chrono::milliseconds>(authorization.signed_at);
  Error error = access_denied("Request is not yet valid");
  error.fields = {{"X-Amz-Date", std::to_string(signed_at.time_since_epoch().count())},
                  {"Expires", seconds_of(expiry_of(authorization))},
                  {"ServerTime", seconds_of(now)}};
  return error;
}

Error sigv2_expired(Time expires_at, Time now) {
  Error error = access_denied("Request has expired");
  error.fields = {{"Expires", seconds_of(expires_at)}, {"ServerTime", seconds_of(now)}};
  return error;
}

Error headers_not_signed(std::string_view names) {
  Error error = access_denied("There were headers present in the request which were not signed");
  error.fields = {{"HeadersNotSigned", std::string(names)}};
  return error;
}

Error content_hash_mismatch(std::string_view given, std::string_view computed) {
  return {.code = "XAmzContentSHA256Mismatch",
          .message = "The provided 'x-amz-content-sha256' header does not match what was computed.",
          .status = 400,
          .fields = {{"ClientComputedContentSHA256", std::string(given)},
                     {"S3ComputedContentSHA256", std::string(computed)}}};
}

Error missing_content_hash() {
  return {.code = "InvalidRequest",
          .message = "Missing required header for this request: x-amz-content-sha256",
          .status = 400};
}

Error invalid_content_hash(std::string_view value) {
  return {
      .code = "InvalidArgument",
      .message =
          "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, "
          "STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, "
          "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
          "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
      .status = 400,
      .fields = {{"ArgumentName", "x-amz-content-sha256"}, {"ArgumentValue", std::string(value)}}};
}

Error s3_signature_does_not_match(const Mismatch& mismatch) {
  Error error{.code = "SignatureDoesNotMatch",
              .message = std::string(kDoesNotMatch),
              .status = 403,
              .fields = {{"AWSAccessKeyId", std::string(mismatch.access_key_id)},
                         {"StringToSign", std::string(mismatch.to_sign)},
                         {"SignatureProvided", std::string(mismatch.signature)},
                         {"StringToSignBytes", byte_list(mismatch.to_sign)}}};
  if (const std::string_view canonical = mismatch.canonical_request; !canonical.empty()) {
    error.fields.emplace_back("CanonicalRequest", canonical);
    error.fields.emplace_back("CanonicalRequestBytes", byte_list(canonical));
  }
  return error;
}

}  // namespace errors

}  // namespace emu::wire
