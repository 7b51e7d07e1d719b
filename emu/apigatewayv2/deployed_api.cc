#include "apigatewayv2/deployed_api.h"

#include "apigatewayv2/route_key.h"
#include "apigatewayv2/state.h"

namespace emu::apigatewayv2 {

namespace {

void add_integration(DeployedRoute& route, const ApiRecord& api, std::string_view target) {
  if (!target.starts_with(kTargetPrefix)) return;
  const auto found = api.integrations.find(target.substr(kTargetPrefix.size()));
  if (found == api.integrations.end()) return;
  const Integration& integration = found->second;
  route.has_integration = true;
  route.function = function_of_uri(integration.integration_uri);
  route.credentials_arn = integration.credentials_arn;
  route.payload_v1 = integration.payload_format_version == "1.0";
  route.timeout = integration.timeout_in_millis;
}

}  // namespace

DeployedApi deployed(const ApiRecord& api) {
  DeployedApi out{.cors = api.resource.cors_configuration};
  for (const auto& [id, route] : api.routes) {
    const RouteKey key = *parse_route_key(route.route_key);
    DeployedRoute& added = out.routes.emplace_back();
    added.route_key = route.route_key;
    added.is_default = key.is_default;
    added.path = key.path;
    add_integration(added, api, route.target);
  }
  return out;
}

std::string_view function_of_uri(std::string_view uri) {
  static constexpr std::string_view kPath = ":lambda:path/2015-03-31/functions/";
  static constexpr std::string_view kInvocations = "/invocations";
  if (uri.starts_with("arn:aws:apigateway:")) {
    const std::size_t path = uri.find(kPath);
    if (path == uri.npos || !uri.ends_with(kInvocations)) return {};
    uri.remove_suffix(kInvocations.size());
    uri.remove_prefix(path + kPath.size());
  }
  const bool is_function = uri.starts_with("arn:aws:lambda:") && uri.find(":function:") != uri.npos;
  return is_function ? uri : std::string_view();
}

}  // namespace emu::apigatewayv2
