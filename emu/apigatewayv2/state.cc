#include "apigatewayv2/state.h"

#include <fmt/format.h>

#include "apigatewayv2/errors.h"

namespace emu::apigatewayv2 {

namespace {

template <class T>
T* find(ById<T>& parts, std::string_view id) {
  auto found = parts.find(id);
  return found == parts.end() ? nullptr : &found->second;
}

Error api_not_found(std::string_view account, std::string_view api_id) {
  return not_found(fmt::format("Invalid API identifier specified {}:{}", account, api_id));
}

Error route_not_found(std::string_view route_id) {
  return not_found(fmt::format("Invalid Route identifier specified {}", route_id));
}

Error integration_not_found(std::string_view integration_id) {
  return not_found(fmt::format("Invalid Integration identifier specified {}", integration_id));
}

Error stage_not_found(std::string_view stage_name) {
  return not_found(fmt::format("Invalid stage identifier specified {}", stage_name));
}

Error deployment_not_found(std::string_view deployment_id) {
  return not_found(fmt::format("Invalid Deployment identifier specified {}", deployment_id));
}

}  // namespace

std::string make_id(Random& random, std::size_t length) {
  static constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::string id(length, 'a');
  for (char& c : id) c = kAlphabet[random.below(kAlphabet.size())];
  return id;
}

void serve(Stage& stage, const DeploymentRecord& deployment, Time now) {
  stage.deployment_id = deployment.resource.deployment_id;
  stage.last_updated_date = now;
}

Result<Route*> ApiRecord::route(std::string_view route_id) {
  Route* found = find(routes, route_id);
  if (found == nullptr) return route_not_found(route_id);
  return found;
}

Result<Integration*> ApiRecord::integration(std::string_view integration_id) {
  Integration* found = find(integrations, integration_id);
  if (found == nullptr) return integration_not_found(integration_id);
  return found;
}

Result<Stage*> ApiRecord::stage(std::string_view stage_name) {
  Stage* found = find(stages, stage_name);
  if (found == nullptr) return stage_not_found(stage_name);
  return found;
}

Result<DeploymentRecord*> ApiRecord::deployment(std::string_view deployment_id) {
  DeploymentRecord* found = find(deployments, deployment_id);
  if (found == nullptr) return deployment_not_found(deployment_id);
  return found;
}

DeploymentRecord& ApiRecord::deploy(Random& random, Time now, bool automatic,
                                    std::string description) {
  const std::string id = make_id(random, kPartIdLength);
  DeploymentRecord& made = deployments[id];
  made.resource = {.auto_deployed = automatic,
                   .created_date = now,
                   .deployment_id = id,
                   .deployment_status = "DEPLOYED",
                   .description = std::move(description)};
  made.api = deployed(*this);
  return made;
}

void ApiRecord::deploy_changes(Random& random, Time now) {
  const DeploymentRecord* made = nullptr;
  for (auto& [name, stage] : stages) {
    if (!stage.auto_deploy) continue;
    if (made == nullptr) {
      made = &deploy(random, now, true,
                     "Automatic deployment triggered by changes to the Api configuration");
    }
    serve(stage, *made, now);
    stage.last_deployment_status_message =
        "Successfully deployed stage with deployment ID '" + made->resource.deployment_id + "'";
  }
}

Result<ApiRecord*> State::api(std::string_view api_id) {
  ApiRecord* found = find(apis, api_id);
  if (found == nullptr) return api_not_found(account, api_id);
  return found;
}

}  // namespace emu::apigatewayv2
