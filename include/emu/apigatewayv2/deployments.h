// Deployments: what a stage without AutoDeploy serves is the API as it was when it was deployed.
// Source: Amazon API Gateway Version 2 API Reference.
#pragma once

#include <emu/apigatewayv2/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <string>
#include <vector>

namespace emu::apigatewayv2 {

struct Deployment {
  bool auto_deployed = false;
  Time created_date = {};
  std::string deployment_id = {};
  std::string deployment_status = {};  // "DEPLOYED"
  std::string deployment_status_message = {};
  std::string description = {};
  static void describe(StructureShape<Deployment>& s);
};

struct CreateDeployment {
  static constexpr OperationName kOperation{"apigatewayv2", "CreateDeployment", "POST",
                                            "/v2/apis/{apiId}/deployments", 201};
  using Result = Deployment;
  std::string api_id;
  std::string description = {};
  std::string stage_name = {};  // the stage to deploy it to
  static void describe(StructureShape<CreateDeployment>& s);
};

struct GetDeployment {
  static constexpr OperationName kOperation{"apigatewayv2", "GetDeployment", "GET",
                                            "/v2/apis/{apiId}/deployments/{deploymentId}", 200};
  using Result = Deployment;
  std::string api_id;
  std::string deployment_id;
  static void describe(StructureShape<GetDeployment>& s);
};

struct GetDeploymentsResult {
  std::vector<Deployment> items = {};
  std::string next_token = {};
  static void describe(StructureShape<GetDeploymentsResult>& s);
};

struct GetDeployments {
  static constexpr OperationName kOperation{"apigatewayv2", "GetDeployments", "GET",
                                            "/v2/apis/{apiId}/deployments", 200};
  using Result = GetDeploymentsResult;
  std::string api_id;
  std::string max_results = {};  // a number; by default all up to 500
  std::string next_token = {};
  static void describe(StructureShape<GetDeployments>& s);
};

struct DeleteDeployment {
  static constexpr OperationName kOperation{"apigatewayv2", "DeleteDeployment", "DELETE",
                                            "/v2/apis/{apiId}/deployments/{deploymentId}", 204};
  using Result = Nothing;
  std::string api_id;
  std::string deployment_id;
  static void describe(StructureShape<DeleteDeployment>& s);
};

}  // namespace emu::apigatewayv2
