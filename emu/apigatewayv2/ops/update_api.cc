#include <algorithm>

#include "apigatewayv2/change.h"
#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

Api changed(Api api, const UpdateApi& in) {
  replace(api.api_key_selection_expression, in.api_key_selection_expression);
  replace(api.cors_configuration, in.cors_configuration);
  replace(api.description, in.description);
  replace(api.disable_schema_validation, in.disable_schema_validation);
  replace(api.disable_execute_api_endpoint, in.disable_execute_api_endpoint);
  replace(api.name, in.name);
  replace(api.route_selection_expression, in.route_selection_expression);
  replace(api.version, in.version);
  return api;
}

// The part that quick creation made, or null.
template <class T>
T* managed(ById<T>& parts) {
  auto found = std::find_if(parts.begin(), parts.end(),
                            [](const auto& part) { return part.second.api_gateway_managed; });
  return found == parts.end() ? nullptr : &found->second;
}

}  // namespace

// Checks: Amazon API Gateway Version 2 API Reference, "Api".
Result<Api> ApiGateway::update_api(Call& call, const UpdateApi& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  Api next = changed(api->resource, in);
  EMU_CHECK(check_api(next));

  Route* route = managed(api->routes);
  Integration* integration = managed(api->integrations);
  Route next_route = route != nullptr ? *route : Route();
  Integration next_integration = integration != nullptr ? *integration : Integration();
  if (in.route_key || in.target || in.credentials_arn) {
    if (route == nullptr || integration == nullptr) {
      return bad_request("Route key and target can only be updated for quick created APIs");
    }
    replace(next_route.route_key, in.route_key);
    replace(next_integration.integration_uri, in.target);
    replace(next_integration.credentials_arn, in.credentials_arn);
    EMU_CHECK(check_route(next_route, *api));
    EMU_CHECK(check_integration(next_integration));
  }

  api->resource = std::move(next);
  if (route != nullptr) *route = std::move(next_route);
  if (integration != nullptr) *integration = std::move(next_integration);
  api->deploy_changes(world_.random(), world_.now());
  return api->resource;
}

}  // namespace emu::apigatewayv2
