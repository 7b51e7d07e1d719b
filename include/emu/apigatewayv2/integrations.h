// Integrations: the functions behind an API.
// Source: Amazon API Gateway Version 2 API Reference.
#pragma once

#include <emu/apigatewayv2/types.h>
#include <emu/shape.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::apigatewayv2 {

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
  static void describe(StructureShape<Integration>& s);
};

// A Lambda function behind an API. Other kinds of integrations are refused with a
// BadRequestException.
struct CreateIntegration {
  static constexpr OperationName kOperation{"apigatewayv2", "CreateIntegration", "POST",
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
  static void describe(StructureShape<CreateIntegration>& s);
};

struct GetIntegration {
  static constexpr OperationName kOperation{"apigatewayv2", "GetIntegration", "GET",
                                            "/v2/apis/{apiId}/integrations/{integrationId}", 200};
  using Result = Integration;
  std::string api_id;
  std::string integration_id;
  static void describe(StructureShape<GetIntegration>& s);
};

struct GetIntegrationsResult {
  std::vector<Integration> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetIntegrationsResult>& s);
};

struct GetIntegrations {
  static constexpr OperationName kOperation{"apigatewayv2", "GetIntegrations", "GET",
                                            "/v2/apis/{apiId}/integrations", 200};
  using Result = GetIntegrationsResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetIntegrations>& s);
};

// Changes what is present; an empty value removes a parameter.
struct UpdateIntegration {
  static constexpr OperationName kOperation{"apigatewayv2", "UpdateIntegration", "PATCH",
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
  static void describe(StructureShape<UpdateIntegration>& s);
};

struct DeleteIntegration {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteIntegration", "DELETE",
                                            "/v2/apis/{apiId}/integrations/{integrationId}", 204};
  using Result = Nothing;
  std::string api_id;
  std::string integration_id;
  static void describe(StructureShape<DeleteIntegration>& s);
};

}  // namespace emu::apigatewayv2
