// CreateIntegration, GetIntegration, GetIntegrations, UpdateIntegration and DeleteIntegration.
#include <algorithm>

#include "apigatewayv2/change.h"
#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/paging.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

Integration integration_from(const CreateIntegration& in) {
  return {
      .connection_id = in.connection_id,
      .connection_type = in.connection_type.empty() ? "INTERNET" : in.connection_type,
      .content_handling_strategy = in.content_handling_strategy,
      .credentials_arn = in.credentials_arn,
      .description = in.description,
      .integration_method = in.integration_method.empty() ? "POST" : in.integration_method,
      .integration_subtype = in.integration_subtype,
      .integration_type = in.integration_type,
      .integration_uri = in.integration_uri,
      .passthrough_behavior = in.passthrough_behavior,
      .payload_format_version = in.payload_format_version,
      .request_parameters = in.request_parameters,
      .request_templates = in.request_templates,
      .response_parameters = in.response_parameters,
      .template_selection_expression = in.template_selection_expression,
      .timeout_in_millis = in.timeout_in_millis.value_or(kTimeoutMax),
      .tls_config = in.tls_config,
  };
}

Integration changed(Integration integration, const UpdateIntegration& in) {
  replace(integration.connection_id, in.connection_id);
  replace(integration.connection_type, in.connection_type);
  replace(integration.content_handling_strategy, in.content_handling_strategy);
  replace(integration.credentials_arn, in.credentials_arn);
  replace(integration.description, in.description);
  replace(integration.integration_method, in.integration_method);
  replace(integration.integration_subtype, in.integration_subtype);
  replace(integration.integration_type, in.integration_type);
  replace(integration.integration_uri, in.integration_uri);
  replace(integration.passthrough_behavior, in.passthrough_behavior);
  replace(integration.payload_format_version, in.payload_format_version);
  merge(integration.request_parameters, in.request_parameters);
  merge(integration.request_templates, in.request_templates);
  merge(integration.response_parameters, in.response_parameters);
  replace(integration.template_selection_expression, in.template_selection_expression);
  replace(integration.timeout_in_millis, in.timeout_in_millis);
  replace(integration.tls_config, in.tls_config);
  return integration;
}

}  // namespace

Result<Integration> ApiGateway::create_integration(Call& call, const CreateIntegration& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  Integration integration = integration_from(in);
  EMU_CHECK(check_integration(integration));
  if (api->integrations.size() >= kIntegrationsMax) {
    return limit_reached("integrations for this API");
  }

  integration.integration_id = make_id(world_.random(), kPartIdLength);
  api->integrations.emplace(integration.integration_id, integration);
  api->deploy_changes(world_.random(), world_.now());
  call.subject = integration.integration_id;
  return integration;
}

Result<Integration> ApiGateway::get_integration(Call& call, const GetIntegration& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(const Integration* integration, api->integration(in.integration_id));
  return *integration;
}

Result<GetIntegrationsResult> ApiGateway::get_integrations(Call& call, const GetIntegrations& in) {
  EMU_TRY(const ApiRecord* api, state(call).api(in.api_id));
  return page_of<GetIntegrationsResult>(in, api->integrations,
                                        [](const Integration& integration) { return integration; });
}

Result<Integration> ApiGateway::update_integration(Call& call, const UpdateIntegration& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(Integration* integration, api->integration(in.integration_id));
  Integration next = changed(*integration, in);
  EMU_CHECK(check_integration(next));

  *integration = next;
  api->deploy_changes(world_.random(), world_.now());
  return next;
}

// Checks: Amazon API Gateway Version 2 API Reference, "Integration".
Result<Nothing> ApiGateway::delete_integration(Call& call, const DeleteIntegration& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(Integration* integration, api->integration(in.integration_id));
  if (integration->api_gateway_managed) return managed_by_api_gateway("Integration");
  const std::string target = std::string(kTargetPrefix) + in.integration_id;
  const auto& routes = api->routes;
  const bool in_use = std::any_of(routes.begin(), routes.end(), [&target](const auto& route) {
    return route.second.target == target;
  });
  if (in_use) return conflict("Cannot delete Integration as it is being referenced by a Route");

  api->integrations.erase(in.integration_id);
  api->deploy_changes(world_.random(), world_.now());
  return Nothing{};
}

}  // namespace emu::apigatewayv2
