// Routes: which requests go to which integration.
// Source: Amazon API Gateway Version 2 API Reference.
#pragma once

#include <emu/apigatewayv2/types.h>
#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::apigatewayv2 {

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
  static void describe(StructureShape<Route>& s);
};

struct CreateRoute {
  static constexpr OperationName kOperation{"apigatewayv2", "CreateRoute", "POST",
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
  static void describe(StructureShape<CreateRoute>& s);
};

struct GetRoute {
  static constexpr OperationName kOperation{"apigatewayv2", "GetRoute", "GET",
                                            "/v2/apis/{apiId}/routes/{routeId}", 200};
  using Result = Route;
  std::string api_id;
  std::string route_id;
  static void describe(StructureShape<GetRoute>& s);
};

struct GetRoutesResult {
  std::vector<Route> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetRoutesResult>& s);
};

struct GetRoutes {
  static constexpr OperationName kOperation{"apigatewayv2", "GetRoutes", "GET",
                                            "/v2/apis/{apiId}/routes", 200};
  using Result = GetRoutesResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetRoutes>& s);
};

// Changes what is present.
struct UpdateRoute {
  static constexpr OperationName kOperation{"apigatewayv2", "UpdateRoute", "PATCH",
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
  static void describe(StructureShape<UpdateRoute>& s);
};

struct DeleteRoute {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteRoute", "DELETE",
                                            "/v2/apis/{apiId}/routes/{routeId}", 204};
  using Result = Nothing;
  std::string api_id;
  std::string route_id;
  static void describe(StructureShape<DeleteRoute>& s);
};

}  // namespace emu::apigatewayv2
