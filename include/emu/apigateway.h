// API Gateway's HTTP APIs (version 2): an API's routes, integrations, stages and deployments.
//
//   auto api = aws.send(apigateway::CreateApi{
//                           .name = "bus", .protocol_type = "HTTP", .target = function_arn})
//                  .value();
//   auto answer = cloud.http({.method = "POST",
//                             .host = api.api_id + ".execute-api.us-east-1.amazonaws.com",
//                             .target = "/bookings",
//                             .body = R"({"seat":"12A"})"});
//
// A request reaches its function only if the function's resource policy lets
// apigateway.amazonaws.com invoke it.
//
// Refusals: NotFoundException (404) for an unknown API or part of one, BadRequestException (400)
// for values that an HTTP API does not take, ConflictException (409) for a second route key, stage
// or the like of one name.
// Sources: Amazon API Gateway Version 2 API Reference; Developer Guide, "API Gateway HTTP APIs".
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::apigateway {

// Of operations that answer nothing.
struct NoResult {
  static void describe(StructureShape<NoResult>&) {}
};

// What other origins may ask of an API.
struct Cors {
  std::optional<bool> allow_credentials = {};
  std::vector<std::string> allow_headers = {};  // "*": all, but with credentials
  std::vector<std::string> allow_methods = {};
  std::vector<std::string> allow_origins = {};  // "https://example.com", "https://*" or "*"
  std::vector<std::string> expose_headers = {};
  std::optional<std::chrono::seconds> max_age = {};  // -1 to 86,400
  static void describe(StructureShape<Cors>& s) {
    s.member("AllowCredentials", &Cors::allow_credentials).wire_name("allowCredentials");
    s.member("AllowHeaders", &Cors::allow_headers).wire_name("allowHeaders");
    s.member("AllowMethods", &Cors::allow_methods).wire_name("allowMethods");
    s.member("AllowOrigins", &Cors::allow_origins).wire_name("allowOrigins");
    s.member("ExposeHeaders", &Cors::expose_headers).wire_name("exposeHeaders");
    s.member("MaxAge", &Cors::max_age).wire_name("maxAge");
  }
};

// Stored and told; requests are not throttled by it.
struct RouteSettings {
  std::optional<bool> data_trace_enabled = {};
  std::optional<bool> detailed_metrics_enabled = {};
  std::string logging_level = {};  // WebSocket APIs only
  std::optional<std::int32_t> throttling_burst_limit = {};
  std::optional<double> throttling_rate_limit = {};
  static void describe(StructureShape<RouteSettings>& s) {
    s.member("DataTraceEnabled", &RouteSettings::data_trace_enabled).wire_name("dataTraceEnabled");
    s.member("DetailedMetricsEnabled", &RouteSettings::detailed_metrics_enabled)
        .wire_name("detailedMetricsEnabled");
    s.member("LoggingLevel", &RouteSettings::logging_level)
        .wire_name("loggingLevel")
        .one_of({"ERROR", "INFO", "OFF"});
    s.member("ThrottlingBurstLimit", &RouteSettings::throttling_burst_limit)
        .wire_name("throttlingBurstLimit");
    s.member("ThrottlingRateLimit", &RouteSettings::throttling_rate_limit)
        .wire_name("throttlingRateLimit");
  }
};

// Stored and told; nothing is logged.
struct AccessLogSettings {
  std::string destination_arn = {};
  std::string format = {};
  static void describe(StructureShape<AccessLogSettings>& s) {
    s.member("DestinationArn", &AccessLogSettings::destination_arn).wire_name("destinationArn");
    s.member("Format", &AccessLogSettings::format).wire_name("format");
  }
};

struct ParameterConstraints {
  std::optional<bool> required = {};
  static void describe(StructureShape<ParameterConstraints>& s) {
    s.member("Required", &ParameterConstraints::required).wire_name("required");
  }
};

struct TlsConfig {
  std::string server_name_to_verify = {};
  static void describe(StructureShape<TlsConfig>& s) {
    s.member("ServerNameToVerify", &TlsConfig::server_name_to_verify)
        .wire_name("serverNameToVerify");
  }
};

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
  s.member("RouteSettings", &T::route_settings).wire_name("routeSettings");
  s.member("StageVariables", &T::stage_variables).wire_name("stageVariables");
}

}  // namespace describing

// APIs.

struct Api {
  std::string api_endpoint = {};  // "https://<id>.execute-api.<region>.amazonaws.com"
  bool api_gateway_managed = false;
  std::string api_id = {};
  std::string api_key_selection_expression = {};
  std::optional<Cors> cors_configuration = {};
  Time created_date = {};
  std::string description = {};
  std::optional<bool> disable_schema_validation = {};
  bool disable_execute_api_endpoint = false;
  std::vector<std::string> import_info = {};
  std::string name = {};
  std::string protocol_type = {};
  std::string route_selection_expression = {};
  std::map<std::string, std::string> tags = {};
  std::string version = {};
  std::vector<std::string> warnings = {};
  static void describe(StructureShape<Api>& s) {
    describing::api_settings(s);
    s.member("ApiEndpoint", &Api::api_endpoint).wire_name("apiEndpoint");
    s.member("ApiGatewayManaged", &Api::api_gateway_managed).wire_name("apiGatewayManaged");
    s.member("ApiId", &Api::api_id).wire_name("apiId");
    s.member("CreatedDate", &Api::created_date).wire_name("createdDate");
    s.member("ImportInfo", &Api::import_info).wire_name("importInfo");
    s.member("ProtocolType", &Api::protocol_type).wire_name("protocolType");
    s.member("Tags", &Api::tags).wire_name("tags");
    s.member("Warnings", &Api::warnings).wire_name("warnings");
  }
};

// With a target it also makes an integration with it, a route to that and a stage "$default" that
// deploys by itself.
struct CreateApi {
  static constexpr OperationName kOperation{"apigateway", "CreateApi", "POST", "/v2/apis", 201};
  using Result = Api;
  std::string name;
  std::string protocol_type;  // "HTTP"
  std::string api_key_selection_expression = {};
  std::optional<Cors> cors_configuration = {};
  std::string credentials_arn = {};  // these three: quick create
  std::string route_key = {};        // by default "$default"
  std::string target = {};           // a function's ARN
  std::string description = {};
  std::optional<bool> disable_schema_validation = {};
  std::optional<bool> disable_execute_api_endpoint = {};
  std::string route_selection_expression = {};  // "$request.method $request.path"
  std::map<std::string, std::string> tags = {};
  std::string version = {};
  static void describe(StructureShape<CreateApi>& s) {
    describing::api_settings(s);
    describing::quick_create(s);
    s.member("ProtocolType", &CreateApi::protocol_type)
        .wire_name("protocolType")
        .required()
        .one_of({"WEBSOCKET", "HTTP"});
    s.member("Tags", &CreateApi::tags).wire_name("tags");
  }
};

struct GetApi {
  static constexpr OperationName kOperation{"apigateway", "GetApi", "GET", "/v2/apis/{apiId}", 200};
  using Result = Api;
  std::string api_id;
  static void describe(StructureShape<GetApi>& s) { describing::api_id(s); }
};

struct GetApisResult {
  std::vector<Api> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetApisResult>& s) { describing::items(s); }
};

struct GetApis {
  static constexpr OperationName kOperation{"apigateway", "GetApis", "GET", "/v2/apis", 200};
  using Result = GetApisResult;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetApis>& s) { describing::page(s); }
};

// Changes what is present.
struct UpdateApi {
  static constexpr OperationName kOperation{"apigateway", "UpdateApi", "PATCH", "/v2/apis/{apiId}",
                                            200};
  using Result = Api;
  std::string api_id;
  std::optional<std::string> api_key_selection_expression = {};
  std::optional<Cors> cors_configuration = {};
  std::optional<std::string> credentials_arn = {};
  std::optional<std::string> description = {};
  std::optional<bool> disable_schema_validation = {};
  std::optional<bool> disable_execute_api_endpoint = {};
  std::optional<std::string> name = {};
  std::optional<std::string> route_key = {};  // this and the target: of a quick created API
  std::optional<std::string> route_selection_expression = {};
  std::optional<std::string> target = {};
  std::optional<std::string> version = {};
  static void describe(StructureShape<UpdateApi>& s) {
    describing::api_id(s);
    describing::api_settings(s);
    describing::quick_create(s);
  }
};

struct DeleteApi {
  static constexpr OperationName kOperation{"apigateway", "DeleteApi", "DELETE", "/v2/apis/{apiId}",
                                            204};
  using Result = NoResult;
  std::string api_id;
  static void describe(StructureShape<DeleteApi>& s) { describing::api_id(s); }
};

struct DeleteCorsConfiguration {
  static constexpr OperationName kOperation{"apigateway", "DeleteCorsConfiguration", "DELETE",
                                            "/v2/apis/{apiId}/cors", 204};
  using Result = NoResult;
  std::string api_id;
  static void describe(StructureShape<DeleteCorsConfiguration>& s) { describing::api_id(s); }
};

// Routes.

struct Route {
  bool api_gateway_managed = false;
  bool api_key_required = false;
  std::vector<std::string> authorization_scopes = {};
  std::string authorization_type = {};
  std::string authorizer_id = {};
  std::string model_selection_expression = {};
  std::string operation_name = {};
  std::map<std::string, std::string> request_models = {};
  std::map<std::string, ParameterConstraints> request_parameters = {};
  std::string route_id = {};
  std::string route_key = {};
  std::string route_response_selection_expression = {};
  std::string target = {};
  static void describe(StructureShape<Route>& s) {
    describing::route_settings(s);
    s.member("ApiGatewayManaged", &Route::api_gateway_managed).wire_name("apiGatewayManaged");
    s.member("RouteId", &Route::route_id).wire_name("routeId");
  }
};

struct CreateRoute {
  static constexpr OperationName kOperation{"apigateway", "CreateRoute", "POST",
                                            "/v2/apis/{apiId}/routes", 201};
  using Result = Route;
  std::string api_id;
  std::string route_key;    // "GET /seats/{seat}", "ANY /{proxy+}" or "$default"
  std::string target = {};  // "integrations/<id>"
  std::optional<bool> api_key_required = {};
  std::vector<std::string> authorization_scopes = {};
  std::string authorization_type = {};  // "NONE"
  std::string authorizer_id = {};
  std::string model_selection_expression = {};
  std::string operation_name = {};
  std::map<std::string, std::string> request_models = {};
  std::map<std::string, ParameterConstraints> request_parameters = {};
  std::string route_response_selection_expression = {};
  static void describe(StructureShape<CreateRoute>& s) {
    describing::api_id(s);
    describing::route_settings(s);
  }
};

struct GetRoute {
  static constexpr OperationName kOperation{"apigateway", "GetRoute", "GET",
                                            "/v2/apis/{apiId}/routes/{routeId}", 200};
  using Result = Route;
  std::string api_id;
  std::string route_id;
  static void describe(StructureShape<GetRoute>& s) {
    describing::api_id(s);
    s.member("RouteId", &GetRoute::route_id).required().path("routeId");
  }
};

struct GetRoutesResult {
  std::vector<Route> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetRoutesResult>& s) { describing::items(s); }
};

struct GetRoutes {
  static constexpr OperationName kOperation{"apigateway", "GetRoutes", "GET",
                                            "/v2/apis/{apiId}/routes", 200};
  using Result = GetRoutesResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetRoutes>& s) {
    describing::api_id(s);
    describing::page(s);
  }
};

// Changes what is present.
struct UpdateRoute {
  static constexpr OperationName kOperation{"apigateway", "UpdateRoute", "PATCH",
                                            "/v2/apis/{apiId}/routes/{routeId}", 200};
  using Result = Route;
  std::string api_id;
  std::string route_id;
  std::optional<bool> api_key_required = {};
  std::optional<std::vector<std::string>> authorization_scopes = {};
  std::optional<std::string> authorization_type = {};
  std::optional<std::string> authorizer_id = {};
  std::optional<std::string> model_selection_expression = {};
  std::optional<std::string> operation_name = {};
  std::optional<std::map<std::string, std::string>> request_models = {};
  std::optional<std::map<std::string, ParameterConstraints>> request_parameters = {};
  std::optional<std::string> route_key = {};
  std::optional<std::string> route_response_selection_expression = {};
  std::optional<std::string> target = {};
  static void describe(StructureShape<UpdateRoute>& s) {
    describing::api_id(s);
    s.member("RouteId", &UpdateRoute::route_id).required().path("routeId");
    describing::route_settings(s);
  }
};

struct DeleteRoute {
  static constexpr OperationName kOperation{"apigateway", "DeleteRoute", "DELETE",
                                            "/v2/apis/{apiId}/routes/{routeId}", 204};
  using Result = NoResult;
  std::string api_id;
  std::string route_id;
  static void describe(StructureShape<DeleteRoute>& s) {
    describing::api_id(s);
    s.member("RouteId", &DeleteRoute::route_id).required().path("routeId");
  }
};

// Integrations.

struct Integration {
  bool api_gateway_managed = false;
  std::string integration_id = {};
  std::string integration_response_selection_expression = {};
  std::string connection_id = {};
  std::string connection_type = {};  // "INTERNET"
  std::string content_handling_strategy = {};
  std::string credentials_arn = {};
  std::string description = {};
  std::string integration_method = {};
  std::string integration_subtype = {};
  std::string integration_type = {};  // "AWS_PROXY"
  std::string integration_uri = {};   // a function's ARN
  std::string passthrough_behavior = {};
  std::string payload_format_version = {};  // "1.0" or "2.0"
  std::map<std::string, std::string> request_parameters = {};
  std::map<std::string, std::string> request_templates = {};
  std::map<std::string, std::map<std::string, std::string>> response_parameters = {};
  std::string template_selection_expression = {};
  std::chrono::milliseconds timeout_in_millis = {};
  std::optional<TlsConfig> tls_config = {};
  static void describe(StructureShape<Integration>& s) {
    describing::integration_settings(s);
    s.member("ApiGatewayManaged", &Integration::api_gateway_managed).wire_name("apiGatewayManaged");
    s.member("IntegrationId", &Integration::integration_id).wire_name("integrationId");
    s.member("IntegrationResponseSelectionExpression",
             &Integration::integration_response_selection_expression)
        .wire_name("integrationResponseSelectionExpression");
  }
};

// A Lambda function behind an API. Other kinds of integrations are refused with a
// BadRequestException.
struct CreateIntegration {
  static constexpr OperationName kOperation{"apigateway", "CreateIntegration", "POST",
                                            "/v2/apis/{apiId}/integrations", 201};
  using Result = Integration;
  std::string api_id;
  std::string integration_type;             // "AWS_PROXY"
  std::string integration_uri = {};         // a function's ARN
  std::string payload_format_version = {};  // "2.0" or "1.0"; required
  std::string connection_id = {};
  std::string connection_type = {};  // "INTERNET"
  std::string content_handling_strategy = {};
  std::string credentials_arn = {};
  std::string description = {};
  std::string integration_method = {};
  std::string integration_subtype = {};
  std::string passthrough_behavior = {};
  std::map<std::string, std::string> request_parameters = {};
  std::map<std::string, std::string> request_templates = {};
  std::map<std::string, std::map<std::string, std::string>> response_parameters = {};
  std::string template_selection_expression = {};
  std::optional<std::chrono::milliseconds> timeout_in_millis = {};  // 50 to 30,000
  std::optional<TlsConfig> tls_config = {};
  static void describe(StructureShape<CreateIntegration>& s) {
    describing::api_id(s);
    describing::integration_settings(s);
  }
};

struct GetIntegration {
  static constexpr OperationName kOperation{"apigateway", "GetIntegration", "GET",
                                            "/v2/apis/{apiId}/integrations/{integrationId}", 200};
  using Result = Integration;
  std::string api_id;
  std::string integration_id;
  static void describe(StructureShape<GetIntegration>& s) {
    describing::api_id(s);
    s.member("IntegrationId", &GetIntegration::integration_id).required().path("integrationId");
  }
};

struct GetIntegrationsResult {
  std::vector<Integration> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetIntegrationsResult>& s) { describing::items(s); }
};

struct GetIntegrations {
  static constexpr OperationName kOperation{"apigateway", "GetIntegrations", "GET",
                                            "/v2/apis/{apiId}/integrations", 200};
  using Result = GetIntegrationsResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetIntegrations>& s) {
    describing::api_id(s);
    describing::page(s);
  }
};

// Changes what is present; an empty value removes a parameter.
struct UpdateIntegration {
  static constexpr OperationName kOperation{"apigateway", "UpdateIntegration", "PATCH",
                                            "/v2/apis/{apiId}/integrations/{integrationId}", 200};
  using Result = Integration;
  std::string api_id;
  std::string integration_id;
  std::optional<std::string> connection_id = {};
  std::optional<std::string> connection_type = {};  // "INTERNET"
  std::optional<std::string> content_handling_strategy = {};
  std::optional<std::string> credentials_arn = {};
  std::optional<std::string> description = {};
  std::optional<std::string> integration_method = {};
  std::optional<std::string> integration_subtype = {};
  std::optional<std::string> integration_type = {};  // "AWS_PROXY"
  std::optional<std::string> integration_uri = {};   // a function's ARN
  std::optional<std::string> passthrough_behavior = {};
  std::optional<std::string> payload_format_version = {};  // "1.0" or "2.0"
  std::optional<std::map<std::string, std::string>> request_parameters = {};
  std::optional<std::map<std::string, std::string>> request_templates = {};
  std::optional<std::map<std::string, std::map<std::string, std::string>>> response_parameters = {};
  std::optional<std::string> template_selection_expression = {};
  std::optional<std::chrono::milliseconds> timeout_in_millis = {};  // 50 to 30,000
  std::optional<TlsConfig> tls_config = {};
  static void describe(StructureShape<UpdateIntegration>& s) {
    describing::api_id(s);
    s.member("IntegrationId", &UpdateIntegration::integration_id).required().path("integrationId");
    describing::integration_settings(s);
  }
};

struct DeleteIntegration {
  static constexpr OperationName kOperation{"apigateway", "DeleteIntegration", "DELETE",
                                            "/v2/apis/{apiId}/integrations/{integrationId}", 204};
  using Result = NoResult;
  std::string api_id;
  std::string integration_id;
  static void describe(StructureShape<DeleteIntegration>& s) {
    describing::api_id(s);
    s.member("IntegrationId", &DeleteIntegration::integration_id).required().path("integrationId");
  }
};

// Stages.

struct Stage {
  std::optional<AccessLogSettings> access_log_settings = {};
  bool api_gateway_managed = false;
  bool auto_deploy = false;
  std::string client_certificate_id = {};
  Time created_date = {};
  std::optional<RouteSettings> default_route_settings = {};
  std::string deployment_id = {};
  std::string description = {};
  std::string last_deployment_status_message = {};
  Time last_updated_date = {};
  std::map<std::string, RouteSettings> route_settings = {};
  std::string stage_name = {};
  std::map<std::string, std::string> stage_variables = {};
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<Stage>& s) {
    describing::stage_settings(s);
    s.member("ApiGatewayManaged", &Stage::api_gateway_managed).wire_name("apiGatewayManaged");
    s.member("CreatedDate", &Stage::created_date).wire_name("createdDate");
    s.member("LastDeploymentStatusMessage", &Stage::last_deployment_status_message)
        .wire_name("lastDeploymentStatusMessage");
    s.member("LastUpdatedDate", &Stage::last_updated_date).wire_name("lastUpdatedDate");
    s.member("StageName", &Stage::stage_name).wire_name("stageName");
    s.member("Tags", &Stage::tags).wire_name("tags");
  }
};

struct CreateStage {
  static constexpr OperationName kOperation{"apigateway", "CreateStage", "POST",
                                            "/v2/apis/{apiId}/stages", 201};
  using Result = Stage;
  std::string api_id;
  std::string stage_name;  // "$default" has no part in the path
  std::optional<AccessLogSettings> access_log_settings = {};
  std::optional<bool> auto_deploy = {};  // each change of the API is deployed at once
  std::string client_certificate_id = {};
  std::optional<RouteSettings> default_route_settings = {};
  std::string deployment_id = {};
  std::string description = {};
  std::map<std::string, RouteSettings> route_settings = {};  // by route key
  std::map<std::string, std::string> stage_variables = {};
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<CreateStage>& s) {
    describing::api_id(s);
    s.member("StageName", &CreateStage::stage_name).wire_name("stageName").required();
    describing::stage_settings(s);
    s.member("Tags", &CreateStage::tags).wire_name("tags");
  }
};

struct GetStage {
  static constexpr OperationName kOperation{"apigateway", "GetStage", "GET",
                                            "/v2/apis/{apiId}/stages/{stageName}", 200};
  using Result = Stage;
  std::string api_id;
  std::string stage_name;
  static void describe(StructureShape<GetStage>& s) {
    describing::api_id(s);
    s.member("StageName", &GetStage::stage_name).required().path("stageName");
  }
};

struct GetStagesResult {
  std::vector<Stage> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetStagesResult>& s) { describing::items(s); }
};

struct GetStages {
  static constexpr OperationName kOperation{"apigateway", "GetStages", "GET",
                                            "/v2/apis/{apiId}/stages", 200};
  using Result = GetStagesResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetStages>& s) {
    describing::api_id(s);
    describing::page(s);
  }
};

// Changes what is present; an empty value removes a stage variable.
struct UpdateStage {
  static constexpr OperationName kOperation{"apigateway", "UpdateStage", "PATCH",
                                            "/v2/apis/{apiId}/stages/{stageName}", 200};
  using Result = Stage;
  std::string api_id;
  std::string stage_name;
  std::optional<AccessLogSettings> access_log_settings = {};
  std::optional<bool> auto_deploy = {};
  std::optional<std::string> client_certificate_id = {};
  std::optional<RouteSettings> default_route_settings = {};
  std::optional<std::string> deployment_id = {};
  std::optional<std::string> description = {};
  std::optional<std::map<std::string, RouteSettings>> route_settings = {};
  std::optional<std::map<std::string, std::string>> stage_variables = {};
  static void describe(StructureShape<UpdateStage>& s) {
    describing::api_id(s);
    s.member("StageName", &UpdateStage::stage_name).required().path("stageName");
    describing::stage_settings(s);
  }
};

struct DeleteStage {
  static constexpr OperationName kOperation{"apigateway", "DeleteStage", "DELETE",
                                            "/v2/apis/{apiId}/stages/{stageName}", 204};
  using Result = NoResult;
  std::string api_id;
  std::string stage_name;
  static void describe(StructureShape<DeleteStage>& s) {
    describing::api_id(s);
    s.member("StageName", &DeleteStage::stage_name).required().path("stageName");
  }
};

// Deployments: what a stage without AutoDeploy serves is the API as it was when it was deployed.

struct Deployment {
  bool auto_deployed = false;
  Time created_date = {};
  std::string deployment_id = {};
  std::string deployment_status = {};  // "DEPLOYED"
  std::string deployment_status_message = {};
  std::string description = {};
  static void describe(StructureShape<Deployment>& s) {
    s.member("AutoDeployed", &Deployment::auto_deployed).wire_name("autoDeployed");
    s.member("CreatedDate", &Deployment::created_date).wire_name("createdDate");
    s.member("DeploymentId", &Deployment::deployment_id).wire_name("deploymentId");
    s.member("DeploymentStatus", &Deployment::deployment_status).wire_name("deploymentStatus");
    s.member("DeploymentStatusMessage", &Deployment::deployment_status_message)
        .wire_name("deploymentStatusMessage");
    s.member("Description", &Deployment::description).wire_name("description");
  }
};

struct CreateDeployment {
  static constexpr OperationName kOperation{"apigateway", "CreateDeployment", "POST",
                                            "/v2/apis/{apiId}/deployments", 201};
  using Result = Deployment;
  std::string api_id;
  std::string description = {};
  std::string stage_name = {};  // the stage to deploy it to
  static void describe(StructureShape<CreateDeployment>& s) {
    describing::api_id(s);
    s.member("Description", &CreateDeployment::description).wire_name("description");
    s.member("StageName", &CreateDeployment::stage_name).wire_name("stageName");
  }
};

struct GetDeployment {
  static constexpr OperationName kOperation{"apigateway", "GetDeployment", "GET",
                                            "/v2/apis/{apiId}/deployments/{deploymentId}", 200};
  using Result = Deployment;
  std::string api_id;
  std::string deployment_id;
  static void describe(StructureShape<GetDeployment>& s) {
    describing::api_id(s);
    s.member("DeploymentId", &GetDeployment::deployment_id).required().path("deploymentId");
  }
};

struct GetDeploymentsResult {
  std::vector<Deployment> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetDeploymentsResult>& s) { describing::items(s); }
};

struct GetDeployments {
  static constexpr OperationName kOperation{"apigateway", "GetDeployments", "GET",
                                            "/v2/apis/{apiId}/deployments", 200};
  using Result = GetDeploymentsResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetDeployments>& s) {
    describing::api_id(s);
    describing::page(s);
  }
};

struct DeleteDeployment {
  static constexpr OperationName kOperation{"apigateway", "DeleteDeployment", "DELETE",
                                            "/v2/apis/{apiId}/deployments/{deploymentId}", 204};
  using Result = NoResult;
  std::string api_id;
  std::string deployment_id;
  static void describe(StructureShape<DeleteDeployment>& s) {
    describing::api_id(s);
    s.member("DeploymentId", &DeleteDeployment::deployment_id).required().path("deploymentId");
  }
};

}  // namespace emu::apigateway
