// CreateDeployment, GetDeployment, GetDeployments and DeleteDeployment.
#include <algorithm>

#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/paging.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

// Checks: Amazon API Gateway Version 2 API Reference, "Deployments".
Result<Deployment> ApiGateway::create_deployment(Call& call, const CreateDeployment& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_CHECK(check_length("description", in.description, 0, kDescriptionMax));
  Stage* stage = nullptr;
  if (!in.stage_name.empty()) {
    EMU_TRY(Stage* found, api->stage(in.stage_name));
    if (found->auto_deploy) return auto_deploy_with_deployment();
    stage = found;
  }

  const Time now = world_.now();
  const DeploymentRecord& made = api->deploy(world_.random(), now, false, in.description);
  if (stage != nullptr) serve(*stage, made, now);
  call.subject = made.resource.deployment_id;
  return made.resource;
}

Result<Deployment> ApiGateway::get_deployment(Call& call, const GetDeployment& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(const DeploymentRecord* deployment, api->deployment(in.deployment_id));
  return deployment->resource;
}

Result<GetDeploymentsResult> ApiGateway::get_deployments(Call& call, const GetDeployments& in) {
  EMU_TRY(const ApiRecord* api, state(call).api(in.api_id));
  return page_of<GetDeploymentsResult>(in, api->deployments,
                                       [](const DeploymentRecord& made) { return made.resource; });
}

Result<Nothing> ApiGateway::delete_deployment(Call& call, const DeleteDeployment& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_CHECK(api->deployment(in.deployment_id));
  const auto& stages = api->stages;
  const bool in_use = std::any_of(stages.begin(), stages.end(), [&in](const auto& stage) {
    return stage.second.deployment_id == in.deployment_id;
  });
  if (in_use) {
    return bad_request("Active stages pointing to this deployment must be moved or deleted");
  }
  api->deployments.erase(in.deployment_id);
  return Nothing{};
}

}  // namespace emu::apigatewayv2
