#include "s3/http/presigned.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "wire/http/checksum.h"
#include "wire/protocol/rest_binding.h"

namespace emu::s3 {

namespace {

// Those of the signature itself; its session token may be asked for as a header, too.
bool is_of_signature(std::string_view lower_name) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "expires",       "x-amz-algorithm",     "x-amz-credential", "x-amz-date",
      "x-amz-expires", "x-amz-signedheaders", "x-amz-signature"};
  return std::find(kNames.begin(), kNames.end(), lower_name) != kNames.end();
}

bool has_header(const Operation& op, std::string_view name) {
  return !equal_ignoring_case(name, "Content-Length") &&
         wire::header_member(op.input(), name) != nullptr;
}

// An SDK that presigns an upload without its body may put the checksum of no bytes into the URL,
// which says nothing of the body that is sent.
bool is_checksum_of_nothing(const QueryPair& pair) {
  const auto algorithm = wire::checksum_algorithm(pair.name);
  return algorithm && wire::Checksum(*algorithm).base64() == pair.value;
}

bool is_about_checksum(std::string_view name) {
  return name == "x-amz-sdk-checksum-algorithm" || wire::checksum_algorithm(name).has_value();
}

}  // namespace

bool is_presigned(std::string_view query) {
  const auto pairs = parse_raw_query(query);
  return std::any_of(pairs.begin(), pairs.end(), [](const RawQueryPair& pair) {
    return pair.name == "X-Amz-Signature" || pair.name == "AWSAccessKeyId";
  });
}

std::optional<std::string> header_or_parameter(const RequestParts& parts, std::string_view name) {
  if (const std::string* header = parts.http.headers.find(name)) return *header;
  if (!is_presigned(parts.query)) return std::nullopt;
  // As add_presigned_headers() reads them: the first that has the name, however it is spelled.
  const auto pairs = parts.query_pairs();
  if (!pairs) return std::nullopt;
  for (const QueryPair& pair : *pairs) {
    if (equal_ignoring_case(pair.name, name)) return pair.value;
  }
  return std::nullopt;
}

void add_presigned_headers(std::string_view raw_query, const std::vector<QueryPair>& query,
                           const Operation& op, HttpHeaders& headers) {
  if (!is_presigned(raw_query)) return;
  const bool has_no_checksum = std::any_of(query.begin(), query.end(), &is_checksum_of_nothing);
  for (const QueryPair& pair : query) {
    const std::string name = lower_case(pair.name);
    if (is_of_signature(name) || headers.find(name) != nullptr) continue;
    if (has_no_checksum && is_about_checksum(name)) continue;
    if (name.starts_with("x-amz-") || has_header(op, name)) headers.add(name, pair.value);
  }
}

}  // namespace emu::s3
