// What is stored of an API beside its resources, which are public shapes.
#include "apigatewayv2/state.h"

#include <emu/describe.h>

namespace emu::apigatewayv2 {

void DeployedRoute::describe(StructureShape<DeployedRoute>& s) {
  s.member("RouteKey", &DeployedRoute::route_key);
  s.member("IsDefault", &DeployedRoute::is_default);
  s.member("Path", &DeployedRoute::path);
  s.member("HasIntegration", &DeployedRoute::has_integration);
  s.member("Function", &DeployedRoute::function);
  s.member("CredentialsArn", &DeployedRoute::credentials_arn);
  s.member("PayloadV1", &DeployedRoute::payload_v1);
  s.member("Timeout", &DeployedRoute::timeout);
}

void DeployedApi::describe(StructureShape<DeployedApi>& s) {
  s.member("Routes", &DeployedApi::routes);
  s.member("Cors", &DeployedApi::cors);
}

void DeploymentRecord::describe(StructureShape<DeploymentRecord>& s) {
  s.member("Resource", &DeploymentRecord::resource);
  s.member("Api", &DeploymentRecord::api);
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::DeploymentRecord);
}  // namespace emu
