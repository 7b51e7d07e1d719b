#include "core/gate/request_parts.h"

#include <algorithm>
#include <utility>

namespace emu {

namespace {

// Takes the part behind the last slash off the end; the slash may be encoded.
std::string_view take_last_part(std::string_view& text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    std::size_t separator = 0;
    if (text[i] == '/') separator = 1;
    if (text[i] == '%' && text.substr(i + 1, 1) == "2") separator = 3;
    if (separator == 0) continue;
    const std::string_view part = text.substr(std::min(i + separator, text.size()));
    text = text.substr(0, i);
    return part;
  }
  return std::exchange(text, {});
}

// Of "AKID/20260101/us-east-1/sqs/aws4_request" and what follows it.
std::string_view service_of_credential(std::string_view credential) {
  credential = credential.substr(0, credential.find_first_of(",& "));
  take_last_part(credential);
  return take_last_part(credential);
}

std::string_view service_behind(std::string_view text, std::string_view name) {
  const auto at = text.find(name);
  if (at == std::string_view::npos) return {};
  return service_of_credential(text.substr(at + name.size()));
}

}  // namespace

RequestParts::RequestParts(const HttpRequest& request)
    : http(request), host(parse_host(request.host)) {
  const TargetParts target = split_target(request.target);
  path = target.path;
  query = target.query;
  has_query = target.has_query;
}

std::string_view RequestParts::host_name() const {
  return host ? std::string_view(host->name) : std::string_view();
}

std::string_view RequestParts::first_label() const {
  const std::string_view name = host_name();
  return name.substr(0, name.find('.'));
}

std::optional<std::vector<QueryPair>> RequestParts::query_pairs() const {
  return parse_query(query, Plus::kIsSpace);
}

std::string RequestParts::with_query(std::string other_path) const {
  if (has_query) other_path.append("?").append(query);
  return other_path;
}

std::string_view RequestParts::credential_service() const {
  if (const std::string* header = http.headers.find("Authorization")) {
    return service_behind(*header, "Credential=");
  }
  return service_behind(query, "X-Amz-Credential=");
}

}  // namespace emu
