#include "s3/http/uploads.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "s3/errors.h"
#include "s3/http/hosts.h"
#include "s3/uploads.h"
#include "wire/http/checksum.h"

namespace emu::s3 {

Status check_part_number_parameter(const std::vector<QueryPair>& query) {
  for (const auto& [name, value] : query) {
    if (name != "partNumber") continue;
    std::int32_t number = 0;
    const char* const end = value.data() + value.size();
    const auto [stop, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc() || stop != end) return not_a_part_number(value);
  }
  return {};
}

Status check_announced_checksum(const HttpHeaders& headers) {
  if (headers.find("x-amz-sdk-checksum-algorithm") == nullptr) return {};
  const bool has_checksum = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
    return wire::checksum_algorithm(header.first).has_value();
  });
  if (has_checksum) return {};
  return invalid_request(
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or "
      "x-amz-trailer headers were found.");
}

void tell_location(const RequestParts& parts, HttpResponse& response) {
  constexpr std::string_view kOpen = "<Location>";
  const std::string_view body = response.body.view();
  const auto open = body.find(kOpen);
  const auto name = object_name(path_with_bucket(parts));
  if (open == body.npos || !name) return;
  const auto begin = open + kOpen.size();
  std::string document(body.substr(0, begin));
  document += object_url(parts, *name);
  document += body.substr(body.find('<', begin));
  response.body = Blob(std::move(document));
}

}  // namespace emu::s3
