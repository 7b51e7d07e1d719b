#include <emu/apigatewayv2/routes.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Route::describe(StructureShape<Route>& s) {
  describing::route_settings(s);
  s.member("ApiGatewayManaged", &Route::api_gateway_managed).wire_name("apiGatewayManaged");
  s.member("RouteId", &Route::route_id).wire_name("routeId");
}

void CreateRoute::describe(StructureShape<CreateRoute>& s) {
  describing::api_id(s);
  describing::route_settings(s);
}

void GetRoute::describe(StructureShape<GetRoute>& s) {
  describing::api_id(s);
  s.member("RouteId", &GetRoute::route_id).required().path("routeId");
}

void GetRoutesResult::describe(StructureShape<GetRoutesResult>& s) { describing::items(s); }

void GetRoutes::describe(StructureShape<GetRoutes>& s) {
  describing::api_id(s);
  describing::page(s);
}

void UpdateRoute::describe(StructureShape<UpdateRoute>& s) {
  describing::api_id(s);
  s.member("RouteId", &UpdateRoute::route_id).required().path("routeId");
  describing::route_settings(s);
}

void DeleteRoute::describe(StructureShape<DeleteRoute>& s) {
  describing::api_id(s);
  s.member("RouteId", &DeleteRoute::route_id).required().path("routeId");
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Route);
EMU_DESCRIBED_OPERATION(apigatewayv2::CreateRoute);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetRoute);
EMU_DESCRIBED(apigatewayv2::GetRoutesResult);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetRoutes);
EMU_DESCRIBED_OPERATION(apigatewayv2::UpdateRoute);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteRoute);
}  // namespace emu
