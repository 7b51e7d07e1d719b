// Stages: under which names and settings an API is served.
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
  static void describe(StructureShape<Stage>& s);
};

struct CreateStage {
  static constexpr OperationName kOperation{"apigatewayv2", "CreateStage", "POST",
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
  static void describe(StructureShape<CreateStage>& s);
};

struct GetStage {
  static constexpr OperationName kOperation{"apigatewayv2", "GetStage", "GET",
                                            "/v2/apis/{apiId}/stages/{stageName}", 200};
  using Result = Stage;
  std::string api_id;
  std::string stage_name;
  static void describe(StructureShape<GetStage>& s);
};

struct GetStagesResult {
  std::vector<Stage> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetStagesResult>& s);
};

struct GetStages {
  static constexpr OperationName kOperation{"apigatewayv2", "GetStages", "GET",
                                            "/v2/apis/{apiId}/stages", 200};
  using Result = GetStagesResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetStages>& s);
};

// Changes what is present; an empty value removes a stage variable.
struct UpdateStage {
  static constexpr OperationName kOperation{"apigatewayv2", "UpdateStage", "PATCH",
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
  static void describe(StructureShape<UpdateStage>& s);
};

struct DeleteStage {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteStage", "DELETE",
                                            "/v2/apis/{apiId}/stages/{stageName}", 204};
  using Result = Nothing;
  std::string api_id;
  std::string stage_name;
  static void describe(StructureShape<DeleteStage>& s);
};

}  // namespace emu::apigatewayv2
