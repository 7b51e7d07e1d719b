// The hosts of HTTP APIs, and the paths that stand for them on this machine.

#include "apigatewayv2/proxy/hosts.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "apigatewayv2/service.h"
#include "core/text/ascii.h"

namespace emu::apigatewayv2 {

namespace {

constexpr std::string_view kApisPath = "/restapis/";
constexpr std::string_view kUserRequest = "_user_request_";

std::string api_host(std::string_view id, std::string_view region) {
  return fmt::format("{}.execute-api.{}.amazonaws.com", id, region);
}

}  // namespace

bool is_api_host(std::string_view host) {
  const std::size_t dot = host.find('.');
  return dot != host.npos && host.substr(dot + 1).starts_with("execute-api.");
}

std::optional<InternetAddress> ApiGateway::by_host(const RequestParts& parts,
                                                   std::string_view region) const {
  const std::string_view host = parts.host_name();
  if (!is_api_host(host)) return std::nullopt;
  return InternetAddress{.host = host.ends_with(".amazonaws.com")
                                     ? std::string(host)
                                     : api_host(parts.first_label(), region),
                         .target = parts.http.target};
}

std::optional<HttpResponse> ApiGateway::answer_internet(const RequestParts& parts) {
  if (!is_api_host(parts.host_name())) return std::nullopt;
  return handle(parts);
}

std::optional<InternetAddress> ApiGateway::by_path(const RequestParts& parts,
                                                   std::string_view region) const {
  if (!parts.path.starts_with(kApisPath)) return std::nullopt;
  std::string_view rest = parts.path.substr(kApisPath.size());
  const std::string_view id = take_until(rest, '/');
  const std::string_view stage = take_until(rest, '/');
  if (id.empty() || stage.empty() || take_until(rest, '/') != kUserRequest) return std::nullopt;
  // The default stage is the one whose name is in no URL.
  std::string path = stage == "$default" || stage == "%24default" ? "" : fmt::format("/{}", stage);
  path.append("/").append(rest);
  return InternetAddress{.host = api_host(id, region), .target = parts.with_query(std::move(path))};
}

}  // namespace emu::apigatewayv2
