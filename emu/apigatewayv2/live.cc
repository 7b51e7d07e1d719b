#include "apigatewayv2/live.h"

namespace emu::apigatewayv2 {

ServedApi::ServedApi(DeployedApi deployed) : api(std::move(deployed)) {
  for (std::size_t i = 0; i < api.routes.size(); ++i) {
    tree.add(*parse_route_key(api.routes[i].route_key), i);
  }
}

LiveStage& LiveStages::at(const ApiRecord& api, const Stage& stage) {
  LiveStage& live = stages_[api.resource.api_id][stage.stage_name];
  if (live.deployment_id != stage.deployment_id) {
    const DeploymentRecord& deployment = api.deployments.find(stage.deployment_id)->second;
    live.deployment_id = stage.deployment_id;
    live.served = std::make_shared<const ServedApi>(deployment.api);
    live.clients.clear();
    live.clients.resize(deployment.api.routes.size());
  }
  return live;
}

void LiveStages::forget(const std::string& api_id, const std::string& stage_name) {
  const auto stages = stages_.find(api_id);
  if (stages != stages_.end()) stages->second.erase(stage_name);
}

}  // namespace emu::apigatewayv2
