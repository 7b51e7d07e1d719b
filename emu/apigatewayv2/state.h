// What is stored of one account and region: its HTTP APIs. What lives beside it is in live.h.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/result.h>
#include <emu/shape.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "apigatewayv2/deployed_api.h"
#include "core/hash/random.h"

namespace emu::apigatewayv2 {

// `resource` is what the API's operations answer of it.
struct DeploymentRecord {
  Deployment resource = {};
  DeployedApi api = {};

  static void describe(StructureShape<DeploymentRecord>& s);
};

inline constexpr std::size_t kPartIdLength = 7;  // of routes, integrations and deployments

template <class T>
using ById = std::map<std::string, T, std::less<>>;

// Described part by part.
struct ApiRecord {
  Api resource = {};
  ById<Route> routes = {};
  ById<Integration> integrations = {};
  ById<Stage> stages = {};  // by name
  ById<DeploymentRecord> deployments = {};

  Result<Route*> route(std::string_view route_id);
  Result<Integration*> integration(std::string_view integration_id);
  Result<Stage*> stage(std::string_view stage_name);
  Result<DeploymentRecord*> deployment(std::string_view deployment_id);

  // Makes a deployment of the API as it is now. Deployments that stages serve are never deleted.
  DeploymentRecord& deploy(Random& random, Time now, bool automatic, std::string description);
  // After a change: the stages that deploy by themselves serve it from now on.
  void deploy_changes(Random& random, Time now);
};

// The stage serves that deployment from now on.
void serve(Stage& stage, const DeploymentRecord& deployment, Time now);

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
