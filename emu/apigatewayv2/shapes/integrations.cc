#include <emu/apigatewayv2/integrations.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Integration::describe(StructureShape<Integration>& s) {
  describing::integration_settings(s);
  s.member("ApiGatewayManaged", &Integration::api_gateway_managed).wire_name("apiGatewayManaged");
  s.member("IntegrationId", &Integration::integration_id).wire_name("integrationId");
  s.member("IntegrationResponseSelectionExpression",
           &Integration::integration_response_selection_expression)
      .wire_name("integrationResponseSelectionExpression");
}

void CreateIntegration::describe(StructureShape<CreateIntegration>& s) {
  describing::api_id(s);
  describing::integration_settings(s);
}

void GetIntegration::describe(StructureShape<GetIntegration>& s) {
  describing::api_id(s);
  s.member("IntegrationId", &GetIntegration::integration_id).required().path("integrationId");
}

void GetIntegrationsResult::describe(StructureShape<GetIntegrationsResult>& s) {
  describing::items(s);
}

void GetIntegrations::describe(StructureShape<GetIntegrations>& s) {
  describing::api_id(s);
  describing::page(s);
}

void UpdateIntegration::describe(StructureShape<UpdateIntegration>& s) {
  describing::api_id(s);
  s.member("IntegrationId", &UpdateIntegration::integration_id).required().path("integrationId");
  describing::integration_settings(s);
}

void DeleteIntegration::describe(StructureShape<DeleteIntegration>& s) {
  describing::api_id(s);
  s.member("IntegrationId", &DeleteIntegration::integration_id).required().path("integrationId");
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Integration);
EMU_DESCRIBED_OPERATION(apigatewayv2::CreateIntegration);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetIntegration);
EMU_DESCRIBED(apigatewayv2::GetIntegrationsResult);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetIntegrations);
EMU_DESCRIBED_OPERATION(apigatewayv2::UpdateIntegration);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteIntegration);
}  // namespace emu
