// The APIs themselves.
// Source: Amazon API Gateway Version 2 API Reference.
#pragma once

#include <emu/apigatewayv2/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::apigatewayv2 {

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
  static void describe(StructureShape<Api>& s);
};

// With a target it also makes an integration with it, a route to that and a stage "$default" that
// deploys by itself.
struct CreateApi {
  static constexpr OperationName kOperation{"apigatewayv2", "CreateApi", "POST", "/v2/apis", 201};
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
  static void describe(StructureShape<CreateApi>& s);
};

struct GetApi {
  static constexpr OperationName kOperation{"apigatewayv2", "GetApi", "GET", "/v2/apis/{apiId}",
                                            200};
  using Result = Api;
  std::string api_id;
  static void describe(StructureShape<GetApi>& s);
};

struct GetApisResult {
  std::vector<Api> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetApisResult>& s);
};

struct GetApis {
  static constexpr OperationName kOperation{"apigatewayv2", "GetApis", "GET", "/v2/apis", 200};
  using Result = GetApisResult;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetApis>& s);
};

// Changes what is present.
struct UpdateApi {
  static constexpr OperationName kOperation{"apigatewayv2", "UpdateApi", "PATCH",
                                            "/v2/apis/{apiId}", 200};
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
  static void describe(StructureShape<UpdateApi>& s);
};

struct DeleteApi {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteApi", "DELETE",
                                            "/v2/apis/{apiId}", 204};
  using Result = Nothing;
  std::string api_id;
  static void describe(StructureShape<DeleteApi>& s);
};

struct DeleteCorsConfiguration {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteCorsConfiguration", "DELETE",
                                            "/v2/apis/{apiId}/cors", 204};
  using Result = Nothing;
  std::string api_id;
  static void describe(StructureShape<DeleteCorsConfiguration>& s);
};

}  // namespace emu::apigatewayv2
