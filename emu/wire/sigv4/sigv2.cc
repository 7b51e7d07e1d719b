#include "wire/sigv4/sigv2.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/text/percent.h"
#include "wire/sigv4/sigv4_errors.h"
#include "wire/sigv4/sigv4_key.h"

namespace emu::wire {

namespace {

// The parameters that are part of what is signed, those of the documentation and the younger
// sub-resources that boto3 signs too; the others could be anything.
constexpr std::array<std::string_view, 27> kSigned = {
    "accelerate",  "acl",      "analytics",   "cors",           "delete",       "inventory",
    "lifecycle",   "location", "logging",     "metrics",        "notification", "object-lock",
    "partNumber",  "policy",   "replication", "requestPayment", "restore",      "select",
    "select-type", "tagging",  "torrent",     "uploadId",       "uploads",      "versionId",
    "versioning",  "versions", "website",
};

bool is_signed(std::string_view name) {
  return name.starts_with("response-") ||
         std::find(kSigned.begin(), kSigned.end(), name) != kSigned.end();
}

std::string decoded(std::string_view raw) { return percent_decode(raw).value_or(std::string(raw)); }

std::string signed_resource(const RequestParts& parts, std::string_view path) {
  std::vector<RawQueryPair> pairs = parse_raw_query(parts.query);
  std::erase_if(pairs, [](const RawQueryPair& pair) { return !is_signed(pair.name); });
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const RawQueryPair& a, const RawQueryPair& b) { return a.name < b.name; });
  std::string resource(path);
  char before = '?';
  for (const RawQueryPair& pair : pairs) {
    resource.append(1, before).append(pair.name);
    if (!pair.value.empty()) resource.append("=").append(decoded(pair.value));
    before = '&';
  }
  return resource;
}

// Headers of a presigned request may stand in its query instead.
std::string header_or_parameter(const RequestParts& parts, std::string_view name) {
  if (const std::string* value = parts.http.headers.find(name)) return *value;
  for (const RawQueryPair& pair : parse_raw_query(parts.query)) {
    if (equal_ignoring_case(pair.name, name)) return decoded(pair.value);
  }
  return {};
}

std::string signed_headers(const RequestParts& parts) {
  std::map<std::string, std::string> headers;
  const auto add = [&headers](std::string_view name, std::string_view value) {
    const std::string lower = lower_case(name);
    if (!lower.starts_with("x-amz-")) return;
    std::string& values = headers[lower];
    if (!values.empty()) values += ',';
    values += trim(value);
  };
  for (const auto& [name, value] : parts.http.headers) add(name, value);
  for (const RawQueryPair& pair : parse_raw_query(parts.query)) {
    if (parts.http.headers.find(pair.name) == nullptr) add(pair.name, decoded(pair.value));
  }
  std::string lines;
  for (const auto& [name, value] : headers) {
    lines.append(name).append(":").append(value).append("\n");
  }
  return lines;
}

}  // namespace

Result<std::optional<Sigv2Authorization>> parse_sigv2(const RequestParts& parts) {
  const std::string_view query = parts.query;
  if (query.find("AWSAccessKeyId=") == query.npos) return {std::nullopt};
  Sigv2Authorization result;
  for (const RawQueryPair& pair : parse_raw_query(query)) {
    if (pair.name == "AWSAccessKeyId") result.access_key_id = decoded(pair.value);
    if (pair.name == "Signature") result.signature = decoded(pair.value);
    if (pair.name == "Expires") result.expires = decoded(pair.value);
    if (equal_ignoring_case(pair.name, "x-amz-security-token")) {
      result.session_token = decoded(pair.value);
    }
  }
  if (result.access_key_id.empty() || result.signature.empty() || result.expires.empty()) {
    return errors::access_denied(
        "Query-string authentication requires the Signature, Expires and AWSAccessKeyId "
        "parameters");
  }
  std::int64_t seconds = 0;
  const char* const end = result.expires.data() + result.expires.size();
  const auto [at, error] = std::from_chars(result.expires.data(), end, seconds);
  // As far as times of this program go.
  const auto latest = std::chrono::floor<std::chrono::seconds>(Time::max()).time_since_epoch();
  if (error != std::errc() || at != end || seconds < 0 || seconds > latest.count()) {
    return errors::access_denied("Invalid date (should be seconds since epoch): " + result.expires);
  }
  result.expires_at = Time(std::chrono::seconds(seconds));
  return std::optional(std::move(result));
}

std::string sigv2_string_to_sign(const RequestParts& parts, std::string_view path,
                                 const Sigv2Authorization& authorization) {
  std::string text = parts.http.method;
  for (const std::string_view name : {"content-md5", "content-type"}) {
    text.append("\n").append(header_or_parameter(parts, name));
  }
  text.append("\n").append(authorization.expires).append("\n");
  text.append(signed_headers(parts)).append(signed_resource(parts, path));
  return text;
}

std::string sign_sigv2_text(std::string_view secret_access_key, std::string_view text) {
  return base64_encode(as_bytes(hmac_sha1(secret_access_key, text)));
}

Status check_sigv2_time(const Sigv2Authorization& authorization, Time now) {
  if (now <= authorization.expires_at) return {};
  return errors::sigv2_expired(authorization.expires_at, now);
}

Status verify_sigv2(const RequestParts& parts, std::string_view path,
                    const Sigv2Authorization& authorization, std::string_view secret_access_key) {
  const auto is_right = [&](std::string_view text) {
    return equal_in_constant_time(sign_sigv2_text(secret_access_key, text),
                                  authorization.signature);
  };
  const std::string text = sigv2_string_to_sign(parts, path, authorization);
  if (is_right(text)) return {};
  // A bucket in the path may be signed as its root: as botocore does today, and boto did.
  const bool is_bucket = path.size() > 1 && path.find('/', 1) == path.npos;
  if (is_bucket && is_right(sigv2_string_to_sign(parts, std::string(path) + '/', authorization))) {
    return {};
  }
  return errors::s3_signature_does_not_match({.access_key_id = authorization.access_key_id,
                                              .signature = authorization.signature,
                                              .to_sign = text});
}

}  // namespace emu::wire
