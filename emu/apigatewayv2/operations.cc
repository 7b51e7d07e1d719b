// What API Gateway answers, with which permission. IAM sees its resources as paths and its actions
// as HTTP methods. Source: Service Authorization Reference, "Actions, resources, and condition keys
// for Amazon API Gateway Management V2".
#include <fmt/format.h>

#include <string>

#include "apigatewayv2/errors.h"
#include "apigatewayv2/service.h"

namespace emu::apigatewayv2 {

namespace {

std::string arn(const Call& call, std::string_view path) {
  return fmt::format("arn:aws:apigateway:{}::{}", call.region(), path);
}

template <class Op>
std::string apis(const Call& call, const Op&) {
  return arn(call, "/apis");
}

template <class Op>
std::string api(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}", in.api_id));
}

std::string cors(const Call& call, const DeleteCorsConfiguration& in) {
  return arn(call, fmt::format("/apis/{}/cors", in.api_id));
}

template <class Op>
std::string routes(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/routes", in.api_id));
}

template <class Op>
std::string route(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/routes/{}", in.api_id, in.route_id));
}

template <class Op>
std::string integrations(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/integrations", in.api_id));
}

template <class Op>
std::string integration(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/integrations/{}", in.api_id, in.integration_id));
}

template <class Op>
std::string stages(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/stages", in.api_id));
}

template <class Op>
std::string stage(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/stages/{}", in.api_id, in.stage_name));
}

template <class Op>
std::string deployments(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/deployments", in.api_id));
}

template <class Op>
std::string deployment(const Call& call, const Op& in) {
  return arn(call, fmt::format("/apis/{}/deployments/{}", in.api_id, in.deployment_id));
}

using G = ApiGateway;

void register_apis(G& g, OperationTable& table) {
  table.add<CreateApi>(g, &G::create_api, {&apis});
  table.add<GetApi>(g, &G::get_api, {&api});
  table.add<GetApis>(g, &G::get_apis, {&apis});
  table.add<UpdateApi>(g, &G::update_api, {&api});
  table.add<DeleteApi>(g, &G::delete_api, {&api});
  table.add<DeleteCorsConfiguration>(g, &G::delete_cors_configuration, {&cors});
}

void register_routes(G& g, OperationTable& table) {
  table.add<CreateRoute>(g, &G::create_route, {&routes});
  table.add<GetRoute>(g, &G::get_route, {&route});
  table.add<GetRoutes>(g, &G::get_routes, {&routes});
  table.add<UpdateRoute>(g, &G::update_route, {&route});
  table.add<DeleteRoute>(g, &G::delete_route, {&route});
}

void register_integrations(G& g, OperationTable& table) {
  table.add<CreateIntegration>(g, &G::create_integration, {&integrations});
  table.add<GetIntegration>(g, &G::get_integration, {&integration});
  table.add<GetIntegrations>(g, &G::get_integrations, {&integrations});
  table.add<UpdateIntegration>(g, &G::update_integration, {&integration});
  table.add<DeleteIntegration>(g, &G::delete_integration, {&integration});
}

void register_stages(G& g, OperationTable& table) {
  table.add<CreateStage>(g, &G::create_stage, {&stages});
  table.add<GetStage>(g, &G::get_stage, {&stage});
  table.add<GetStages>(g, &G::get_stages, {&stages});
  table.add<UpdateStage>(g, &G::update_stage, {&stage});
  table.add<DeleteStage>(g, &G::delete_stage, {&stage});
}

void register_deployments(G& g, OperationTable& table) {
  table.add<CreateDeployment>(g, &G::create_deployment, {&deployments});
  table.add<GetDeployment>(g, &G::get_deployment, {&deployment});
  table.add<GetDeployments>(g, &G::get_deployments, {&deployments});
  table.add<DeleteDeployment>(g, &G::delete_deployment, {&deployment});
}

}  // namespace

void ApiGateway::add_to(OperationTable& table) {
  register_apis(*this, table);
  register_routes(*this, table);
  register_integrations(*this, table);
  register_stages(*this, table);
  register_deployments(*this, table);
}

}  // namespace emu::apigatewayv2
