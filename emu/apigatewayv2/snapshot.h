// Snapshot: an API as it was deployed, ready to answer requests. It never changes.
#pragma once

#include <emu/apigatewayv2.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apigatewayv2/route_tree.h"

namespace emu::apigatewayv2 {

struct ApiRecord;

struct DeployedRoute {
  std::string route_key;
  bool is_default = false;
  std::string path;              // of the route key
  bool has_integration = false;  // else requests fail
  std::string function;          // ARN; may hold ${stageVariables.<name>}
  std::string credentials_arn;   // of a role to invoke it as; empty: by the function's own policy
  bool payload_v1 = false;
  std::chrono::milliseconds timeout{};
};

struct Snapshot {
  std::vector<DeployedRoute> routes;
  RouteTree tree;
  std::optional<Cors> cors;
};

std::shared_ptr<const Snapshot> take_snapshot(const ApiRecord& api);

// The function's ARN in an integration's or a target's URI; empty when it names none.
std::string_view function_of_uri(std::string_view uri);

}  // namespace emu::apigatewayv2
