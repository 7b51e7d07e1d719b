#include <emu/apigatewayv2/stages.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Stage::describe(StructureShape<Stage>& s) {
  describing::stage_settings(s);
  describing::stage_route_settings(s).always();
  describing::stage_variables(s).always();
  s.member("ApiGatewayManaged", &Stage::api_gateway_managed).wire_name("apiGatewayManaged");
  s.member("CreatedDate", &Stage::created_date).wire_name("createdDate");
  s.member("LastDeploymentStatusMessage", &Stage::last_deployment_status_message)
      .wire_name("lastDeploymentStatusMessage");
  s.member("LastUpdatedDate", &Stage::last_updated_date).wire_name("lastUpdatedDate");
  s.member("StageName", &Stage::stage_name).wire_name("stageName");
  s.member("Tags", &Stage::tags).wire_name("tags").always();
}

void CreateStage::describe(StructureShape<CreateStage>& s) {
  describing::api_id(s);
  s.member("StageName", &CreateStage::stage_name).wire_name("stageName").required();
  describing::stage_settings(s);
  describing::stage_route_settings(s);
  describing::stage_variables(s);
  s.member("Tags", &CreateStage::tags).wire_name("tags");
}

void GetStage::describe(StructureShape<GetStage>& s) {
  describing::api_id(s);
  s.member("StageName", &GetStage::stage_name).required().path("stageName");
}

void GetStagesResult::describe(StructureShape<GetStagesResult>& s) { describing::items(s); }

void GetStages::describe(StructureShape<GetStages>& s) {
  describing::api_id(s);
  describing::page(s);
}

void UpdateStage::describe(StructureShape<UpdateStage>& s) {
  describing::api_id(s);
  s.member("StageName", &UpdateStage::stage_name).required().path("stageName");
  describing::stage_settings(s);
  describing::stage_route_settings(s);
  describing::stage_variables(s);
}

void DeleteStage::describe(StructureShape<DeleteStage>& s) {
  describing::api_id(s);
  s.member("StageName", &DeleteStage::stage_name).required().path("stageName");
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Stage);
EMU_DESCRIBED_OPERATION(apigatewayv2::CreateStage);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetStage);
EMU_DESCRIBED(apigatewayv2::GetStagesResult);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetStages);
EMU_DESCRIBED_OPERATION(apigatewayv2::UpdateStage);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteStage);
}  // namespace emu
