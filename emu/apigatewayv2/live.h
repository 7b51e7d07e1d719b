// What lives beside the stored APIs: what answers the requests to a stage.
//
// None of it is stored. It is made of the stage's deployment when the stage is first asked, and
// anew after something else has been deployed to it.
#pragma once

#include <emu/aws.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "apigatewayv2/deployed_api.h"
#include "apigatewayv2/route_tree.h"
#include "apigatewayv2/state.h"

namespace emu::apigatewayv2 {

// A deployed API with its routes arranged for being found. It never changes.
struct ServedApi {
  explicit ServedApi(DeployedApi deployed);

  DeployedApi api;
  RouteTree tree;  // finds indices of api.routes
};

// A handle that invokes a route's function for one method, made when it is first needed.
struct RouteClient {
  std::string method;
  Aws client;
};

struct LiveStage {
  std::string deployment_id = {};                      // of what is served
  std::shared_ptr<const ServedApi> served = {};        // null until the stage is first asked
  std::vector<std::vector<RouteClient>> clients = {};  // by route
};

class LiveStages {
 public:
  // Serving what is deployed to the stage, which must be something.
  LiveStage& at(const ApiRecord& api, const Stage& stage);

  void forget(const std::string& api_id) { stages_.erase(api_id); }
  void forget(const std::string& api_id, const std::string& stage_name);

 private:
  ById<ById<LiveStage>> stages_;  // by API and stage name
};

}  // namespace emu::apigatewayv2
