#include <emu/apigatewayv2/deployments.h>

#include "apigatewayv2/shapes/describe.h"

namespace emu::apigatewayv2 {

void Deployment::describe(StructureShape<Deployment>& s) {
  s.member("AutoDeployed", &Deployment::auto_deployed).wire_name("autoDeployed");
  s.member("CreatedDate", &Deployment::created_date).wire_name("createdDate");
  s.member("DeploymentId", &Deployment::deployment_id).wire_name("deploymentId");
  s.member("DeploymentStatus", &Deployment::deployment_status).wire_name("deploymentStatus");
  s.member("DeploymentStatusMessage", &Deployment::deployment_status_message)
      .wire_name("deploymentStatusMessage");
  s.member("Description", &Deployment::description).wire_name("description");
}

void CreateDeployment::describe(StructureShape<CreateDeployment>& s) {
  describing::api_id(s);
  s.member("Description", &CreateDeployment::description).wire_name("description");
  s.member("StageName", &CreateDeployment::stage_name).wire_name("stageName");
}

void GetDeployment::describe(StructureShape<GetDeployment>& s) {
  describing::api_id(s);
  s.member("DeploymentId", &GetDeployment::deployment_id).required().path("deploymentId");
}

void GetDeploymentsResult::describe(StructureShape<GetDeploymentsResult>& s) {
  describing::items(s);
}

void GetDeployments::describe(StructureShape<GetDeployments>& s) {
  describing::api_id(s);
  describing::page(s);
}

void DeleteDeployment::describe(StructureShape<DeleteDeployment>& s) {
  describing::api_id(s);
  s.member("DeploymentId", &DeleteDeployment::deployment_id).required().path("deploymentId");
}

}  // namespace emu::apigatewayv2

namespace emu {
EMU_DESCRIBED(apigatewayv2::Deployment);
EMU_DESCRIBED_OPERATION(apigatewayv2::CreateDeployment);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetDeployment);
EMU_DESCRIBED(apigatewayv2::GetDeploymentsResult);
EMU_DESCRIBED_OPERATION(apigatewayv2::GetDeployments);
EMU_DESCRIBED_OPERATION(apigatewayv2::DeleteDeployment);
}  // namespace emu
