// CreateRoute, GetRoute, GetRoutes, UpdateRoute and DeleteRoute.
#include "apigatewayv2/change.h"
#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/paging.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

Route route_from(const CreateRoute& in) {
  return {.api_key_required = in.api_key_required.value_or(false),
          .authorization_scopes = in.authorization_scopes,
          .authorization_type = in.authorization_type.empty() ? "NONE" : in.authorization_type,
          .authorizer_id = in.authorizer_id,
          .model_selection_expression = in.model_selection_expression,
          .operation_name = in.operation_name,
          .request_models = in.request_models,
          .request_parameters = in.request_parameters,
          .route_key = in.route_key,
          .route_response_selection_expression = in.route_response_selection_expression,
          .target = in.target};
}

Route changed(Route route, const UpdateRoute& in) {
  replace(route.api_key_required, in.api_key_required);
  replace(route.authorization_scopes, in.authorization_scopes);
  replace(route.authorization_type, in.authorization_type);
  replace(route.authorizer_id, in.authorizer_id);
  replace(route.model_selection_expression, in.model_selection_expression);
  replace(route.operation_name, in.operation_name);
  replace(route.request_models, in.request_models);
  replace(route.request_parameters, in.request_parameters);
  replace(route.route_key, in.route_key);
  replace(route.route_response_selection_expression, in.route_response_selection_expression);
  replace(route.target, in.target);
  return route;
}

}  // namespace

Result<Route> ApiGateway::create_route(Call& call, const CreateRoute& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  Route route = route_from(in);
  EMU_CHECK(check_route(route, *api));
  if (api->routes.size() >= kRoutesMax) return limit_reached("routes for this API");

  route.route_id = make_id(world_.random(), kPartIdLength);
  api->routes.emplace(route.route_id, route);
  api->deploy_changes(world_.random(), world_.now());
  call.subject = route.route_id;
  return route;
}

Result<Route> ApiGateway::get_route(Call& call, const GetRoute& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(const Route* route, api->route(in.route_id));
  return *route;
}

Result<GetRoutesResult> ApiGateway::get_routes(Call& call, const GetRoutes& in) {
  EMU_TRY(const ApiRecord* api, state(call).api(in.api_id));
  return page_of<GetRoutesResult>(in, api->routes, [](const Route& route) { return route; });
}

Result<Route> ApiGateway::update_route(Call& call, const UpdateRoute& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(Route* route, api->route(in.route_id));
  if (route->api_gateway_managed && in.route_key) return managed_by_api_gateway("Route key");
  Route next = changed(*route, in);
  EMU_CHECK(check_route(next, *api));

  *route = next;
  api->deploy_changes(world_.random(), world_.now());
  return next;
}

Result<Nothing> ApiGateway::delete_route(Call& call, const DeleteRoute& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_CHECK(api->route(in.route_id));
  api->routes.erase(in.route_id);
  api->deploy_changes(world_.random(), world_.now());
  return Nothing{};
}

}  // namespace emu::apigatewayv2
