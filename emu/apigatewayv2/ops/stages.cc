// CreateStage, GetStage, GetStages, UpdateStage and DeleteStage.
#include "apigatewayv2/change.h"
#include "apigatewayv2/checks.h"
#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/paging.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

Stage stage_from(const CreateStage& in, Time now) {
  Stage stage{.access_log_settings = in.access_log_settings,
              .auto_deploy = in.auto_deploy.value_or(false),
              .client_certificate_id = in.client_certificate_id,
              .created_date = now,
              .default_route_settings = in.default_route_settings,
              .description = in.description,
              .last_updated_date = now,
              .route_settings = in.route_settings,
              .stage_name = in.stage_name,
              .stage_variables = in.stage_variables,
              .tags = in.tags};
  if (!stage.default_route_settings) {
    stage.default_route_settings = RouteSettings{.detailed_metrics_enabled = false};
  }
  return stage;
}

Stage changed(Stage stage, const UpdateStage& in, Time now) {
  replace(stage.access_log_settings, in.access_log_settings);
  replace(stage.auto_deploy, in.auto_deploy);
  replace(stage.client_certificate_id, in.client_certificate_id);
  replace(stage.default_route_settings, in.default_route_settings);
  replace(stage.description, in.description);
  if (in.route_settings) {
    for (const auto& [key, settings] : *in.route_settings) {
      stage.route_settings.insert_or_assign(key, settings);
    }
  }
  merge(stage.stage_variables, in.stage_variables);
  stage.last_updated_date = now;
  return stage;
}

// The deployment that a request names, or null when it names none.
Result<const DeploymentRecord*> named_deployment(ApiRecord& api, const std::string& id,
                                                 bool auto_deploy) {
  if (id.empty()) return static_cast<const DeploymentRecord*>(nullptr);
  if (auto_deploy) return auto_deploy_with_deployment();
  EMU_TRY(const DeploymentRecord* found, api.deployment(id));
  return found;
}

}  // namespace

Result<Stage> ApiGateway::create_stage(Call& call, const CreateStage& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  const Time now = world_.now();
  Stage stage = stage_from(in, now);
  EMU_CHECK(check_stage(stage));
  EMU_TRY(const DeploymentRecord* deployment,
          named_deployment(*api, in.deployment_id, stage.auto_deploy));
  if (api->stages.contains(in.stage_name)) return conflict("Stage already exists");
  if (api->stages.size() >= kStagesMax) return limit_reached("stages for this API");

  Stage& made = api->stages.emplace(in.stage_name, std::move(stage)).first->second;
  if (deployment != nullptr) serve(made, *deployment, now);
  if (made.auto_deploy) api->deploy_changes(world_.random(), now);
  call.subject = in.stage_name;
  return made;
}

Result<Stage> ApiGateway::get_stage(Call& call, const GetStage& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(const Stage* stage, api->stage(in.stage_name));
  return *stage;
}

Result<GetStagesResult> ApiGateway::get_stages(Call& call, const GetStages& in) {
  EMU_TRY(const ApiRecord* api, state(call).api(in.api_id));
  return page_of<GetStagesResult>(in, api->stages, [](const Stage& stage) { return stage; });
}

Result<Stage> ApiGateway::update_stage(Call& call, const UpdateStage& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_TRY(Stage* stage, api->stage(in.stage_name));
  const Time now = world_.now();
  if (stage->api_gateway_managed) return managed_by_api_gateway("Stage");
  Stage next = changed(*stage, in, now);
  EMU_CHECK(check_stage(next));
  EMU_TRY(const DeploymentRecord* deployment,
          named_deployment(*api, in.deployment_id.value_or(std::string()), next.auto_deploy));

  const bool starts_to_deploy = next.auto_deploy && !stage->auto_deploy;
  *stage = std::move(next);
  if (deployment != nullptr) serve(*stage, *deployment, now);
  if (starts_to_deploy) api->deploy_changes(world_.random(), now);
  return *stage;
}

Result<Nothing> ApiGateway::delete_stage(Call& call, const DeleteStage& in) {
  EMU_TRY(ApiRecord* api, state(call).api(in.api_id));
  EMU_CHECK(api->stage(in.stage_name));
  live_.forget(in.api_id, in.stage_name);
  api->stages.erase(in.stage_name);
  return Nothing{};
}

}  // namespace emu::apigatewayv2
