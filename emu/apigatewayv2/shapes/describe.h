// Members and rules that several operations share.
#pragma once

#include <emu/apigatewayv2/types.h>
#include <emu/describe.h>

#include <limits>
#include <string_view>

namespace emu::apigatewayv2 {

namespace describing {

template <class T>
auto api_id(StructureShape<T>& s) {
  return s.member("ApiId", &T::api_id).required().path("apiId");
}

template <class T>
void page(StructureShape<T>& s) {
  s.member("MaxResults", &T::max_results).query("maxResults");
  s.member("NextToken", &T::next_token).query("nextToken");
}

template <class T>
void items(StructureShape<T>& s) {
  s.member("Items", &T::items).wire_name("items").always();
  s.member("NextToken", &T::next_token).wire_name("nextToken");
}

// Of an API, common to the requests and what they answer.
template <class T>
void api_settings(StructureShape<T>& s) {
  s.member("ApiKeySelectionExpression", &T::api_key_selection_expression)
      .wire_name("apiKeySelectionExpression");
  s.member("CorsConfiguration", &T::cors_configuration).wire_name("corsConfiguration");
  s.member("Description", &T::description).wire_name("description");
  s.member("DisableSchemaValidation", &T::disable_schema_validation)
      .wire_name("disableSchemaValidation");
  s.member("DisableExecuteApiEndpoint", &T::disable_execute_api_endpoint)
      .wire_name("disableExecuteApiEndpoint");
  s.member("Name", &T::name).wire_name("name");
  s.member("RouteSelectionExpression", &T::route_selection_expression)
      .wire_name("routeSelectionExpression");
  s.member("Version", &T::version).wire_name("version");
}

template <class T>
void quick_create(StructureShape<T>& s) {
  s.member("CredentialsArn", &T::credentials_arn).wire_name("credentialsArn");
  s.member("RouteKey", &T::route_key).wire_name("routeKey");
  s.member("Target", &T::target).wire_name("target");
}

// Of a route.
template <class T>
void route_settings(StructureShape<T>& s) {
  s.member("ApiKeyRequired", &T::api_key_required).wire_name("apiKeyRequired");
  s.member("AuthorizationScopes", &T::authorization_scopes).wire_name("authorizationScopes");
  s.member("AuthorizationType", &T::authorization_type).wire_name("authorizationType");
  s.member("AuthorizerId", &T::authorizer_id).wire_name("authorizerId");
  s.member("ModelSelectionExpression", &T::model_selection_expression)
      .wire_name("modelSelectionExpression");
  s.member("OperationName", &T::operation_name).wire_name("operationName");
  s.member("RequestModels", &T::request_models).wire_name("requestModels");
  s.member("RequestParameters", &T::request_parameters).wire_name("requestParameters");
  s.member("RouteKey", &T::route_key).wire_name("routeKey");
  s.member("RouteResponseSelectionExpression", &T::route_response_selection_expression)
      .wire_name("routeResponseSelectionExpression");
  s.member("Target", &T::target).wire_name("target");
}

// Of an integration.
template <class T>
void integration_settings(StructureShape<T>& s) {
  s.member("ConnectionId", &T::connection_id).wire_name("connectionId");
  s.member("ConnectionType", &T::connection_type).wire_name("connectionType");
  s.member("ContentHandlingStrategy", &T::content_handling_strategy)
      .wire_name("contentHandlingStrategy");
  s.member("CredentialsArn", &T::credentials_arn).wire_name("credentialsArn");
  s.member("Description", &T::description).wire_name("description");
  s.member("IntegrationMethod", &T::integration_method).wire_name("integrationMethod");
  s.member("IntegrationSubtype", &T::integration_subtype).wire_name("integrationSubtype");
  s.member("IntegrationType", &T::integration_type).wire_name("integrationType");
  s.member("IntegrationUri", &T::integration_uri).wire_name("integrationUri");
  s.member("PassthroughBehavior", &T::passthrough_behavior).wire_name("passthroughBehavior");
  s.member("PayloadFormatVersion", &T::payload_format_version).wire_name("payloadFormatVersion");
  s.member("RequestParameters", &T::request_parameters).wire_name("requestParameters");
  s.member("RequestTemplates", &T::request_templates).wire_name("requestTemplates");
  s.member("ResponseParameters", &T::response_parameters).wire_name("responseParameters");
  s.member("TemplateSelectionExpression", &T::template_selection_expression)
      .wire_name("templateSelectionExpression");
  s.member("TimeoutInMillis", &T::timeout_in_millis).wire_name("timeoutInMillis");
  s.member("TlsConfig", &T::tls_config).wire_name("tlsConfig");
}

// Of a stage.
template <class T>
void stage_settings(StructureShape<T>& s) {
  s.member("AccessLogSettings", &T::access_log_settings).wire_name("accessLogSettings");
  s.member("AutoDeploy", &T::auto_deploy).wire_name("autoDeploy");
  s.member("ClientCertificateId", &T::client_certificate_id).wire_name("clientCertificateId");
  s.member("DefaultRouteSettings", &T::default_route_settings).wire_name("defaultRouteSettings");
  s.member("DeploymentId", &T::deployment_id).wire_name("deploymentId");
  s.member("Description", &T::description).wire_name("description");
}

template <class T>
auto stage_route_settings(StructureShape<T>& s) {
  return s.member("RouteSettings", &T::route_settings).wire_name("routeSettings");
}

template <class T>
auto stage_variables(StructureShape<T>& s) {
  return s.member("StageVariables", &T::stage_variables).wire_name("stageVariables");
}

}  // namespace describing

}  // namespace emu::apigatewayv2
