// A fake API Gateway: the HTTP APIs of every account and region, and the requests to them.
//
// Operations that configure are atomic. A request waits for its function in the task that makes it;
// what changes meanwhile does not touch it, since it holds on to what was deployed.
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/http.h>

#include <memory>
#include <optional>
#include <string_view>

#include "apigatewayv2/live.h"
#include "apigatewayv2/state.h"
#include "core/gate/call.h"
#include "core/gate/http_origin.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"

namespace emu::apigatewayv2 {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class ApiGateway final : public Service, public HttpOrigin {
 public:
  explicit ApiGateway(World& world);

  Result<Api> create_api(Call& call, const CreateApi& in);
  Result<Api> get_api(Call& call, const GetApi& in);
  Result<GetApisResult> get_apis(Call& call, const GetApis& in);
  Result<Api> update_api(Call& call, const UpdateApi& in);
  Result<Nothing> delete_api(Call& call, const DeleteApi& in);
  Result<Nothing> delete_cors_configuration(Call& call, const DeleteCorsConfiguration& in);

  Result<Route> create_route(Call& call, const CreateRoute& in);
  Result<Route> get_route(Call& call, const GetRoute& in);
  Result<GetRoutesResult> get_routes(Call& call, const GetRoutes& in);
  Result<Route> update_route(Call& call, const UpdateRoute& in);
  Result<Nothing> delete_route(Call& call, const DeleteRoute& in);

  Result<Integration> create_integration(Call& call, const CreateIntegration& in);
  Result<Integration> get_integration(Call& call, const GetIntegration& in);
  Result<GetIntegrationsResult> get_integrations(Call& call, const GetIntegrations& in);
  Result<Integration> update_integration(Call& call, const UpdateIntegration& in);
  Result<Nothing> delete_integration(Call& call, const DeleteIntegration& in);

  Result<Stage> create_stage(Call& call, const CreateStage& in);
  Result<Stage> get_stage(Call& call, const GetStage& in);
  Result<GetStagesResult> get_stages(Call& call, const GetStages& in);
  Result<Stage> update_stage(Call& call, const UpdateStage& in);
  Result<Nothing> delete_stage(Call& call, const DeleteStage& in);

  Result<Deployment> create_deployment(Call& call, const CreateDeployment& in);
  Result<Deployment> get_deployment(Call& call, const GetDeployment& in);
  Result<GetDeploymentsResult> get_deployments(Call& call, const GetDeployments& in);
  Result<Nothing> delete_deployment(Call& call, const DeleteDeployment& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

  // "<api id>.execute-api.<anything>", and "/restapis/<id>/<stage>/_user_request_/<path>".
  std::optional<InternetAddress> by_host(const RequestParts& parts,
                                         std::string_view region) const override;
  std::optional<InternetAddress> by_path(const RequestParts& parts,
                                         std::string_view region) const override;
  std::optional<HttpResponse> answer_internet(const RequestParts& parts) override;

  // Answers a request to an API. It waits for the function, from any task or from the driving
  // thread.
  HttpResponse handle(const RequestParts& parts);

 private:
  // Where an API lives: its id is unique among all accounts and regions.
  struct Home {
    std::string account;
    std::string region;
  };

  // All of handle() but what each answer gets. Sets `served` as soon as the stage is known.
  HttpResponse route_request(const RequestParts& parts, const Home& home,
                             const std::string& request_id,
                             std::shared_ptr<const ServedApi>& served);

  State& state(const Call& call) { return states_.at(call.account(), call.region()); }

  World& world_;
  // Stored.
  Regional<State> states_;
  // Alive beside it: an index of the APIs, and what answers requests to them.
  ById<Home> homes_;
  LiveStages live_;
};

}  // namespace emu::apigatewayv2
