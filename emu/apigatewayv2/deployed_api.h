// DeployedApi: an API as it was deployed. It is stored with its deployment and never changes.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/shape.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::apigatewayv2 {

struct ApiRecord;

// Of a route's target; the integration's id follows.
inline constexpr std::string_view kTargetPrefix = "integrations/";

struct DeployedRoute {
  std::string route_key = {};
  bool is_default = false;
  std::string path = {};         // of the route key
  bool has_integration = false;  // else requests fail
  std::string function = {};     // ARN; may hold ${stageVariables.<name>}
  // Of a role to invoke it as; empty: by the function's own policy.
  std::string credentials_arn = {};
  bool payload_v1 = false;
  std::chrono::milliseconds timeout{};

  static void describe(StructureShape<DeployedRoute>& s);
};

struct DeployedApi {
  std::vector<DeployedRoute> routes = {};
  std::optional<Cors> cors = {};

  static void describe(StructureShape<DeployedApi>& s);
};

// The API as it is now.
DeployedApi deployed(const ApiRecord& api);

// The function's ARN in an integration's or a target's URI; empty when it names none.
std::string_view function_of_uri(std::string_view uri);

}  // namespace emu::apigatewayv2
