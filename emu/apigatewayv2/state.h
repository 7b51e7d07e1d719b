// The HTTP APIs of one account and region.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/aws.h>
#include <emu/result.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "apigatewayv2/snapshot.h"
#include "core/hash/random.h"

namespace emu::apigatewayv2 {

struct DeploymentRecord {
  Deployment told;
  std::shared_ptr<const Snapshot> snapshot;
};

// A handle that invokes a route's function for one method, made when it is first needed.
struct RouteClient {
  std::string method;
  Aws client;
};

struct StageRecord {
  Stage told;
  std::shared_ptr<const Snapshot> snapshot = {};       // null until something is deployed to it
  std::vector<std::vector<RouteClient>> clients = {};  // by route of the snapshot

  void serve(const DeploymentRecord& deployment, Time now);
};

template <class T>
using ById = std::map<std::string, T, std::less<>>;

struct ApiRecord {
  Api told;
  ById<Route> routes = {};
  ById<Integration> integrations = {};
  ById<StageRecord> stages = {};  // by name
  ById<DeploymentRecord> deployments = {};

  Result<Route*> route(std::string_view route_id);
  Result<Integration*> integration(std::string_view integration_id);
  Result<StageRecord*> stage(std::string_view stage_name);
  Result<DeploymentRecord*> deployment(std::string_view deployment_id);

  // Makes a deployment of the API as it is now.
  DeploymentRecord& deploy(Random& random, Time now, bool automatic, std::string description);
  // After a change: the stages that deploy by themselves serve it from now on.
  void deploy_changes(Random& random, Time now);
};

struct State {
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  Result<ApiRecord*> api(std::string_view api_id);

  std::string account;
  std::string region;
  ById<ApiRecord> apis = {};
};

// An id in the form of API Gateway's: lower-case letters and digits.
std::string make_id(Random& random, std::size_t length);

}  // namespace emu::apigatewayv2
