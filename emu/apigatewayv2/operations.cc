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

constexpr std::string_view kPost = "apigateway:POST";
constexpr std::string_view kGet = "apigateway:GET";
constexpr std::string_view kPatch = "apigateway:PATCH";
constexpr std::string_view kDelete = "apigateway:DELETE";

using G = ApiGateway;

void register_apis(G& g, OperationTable& table) {
  table.add<CreateApi>(g, &G::create_api, {kPost, &apis<CreateApi>});
  table.add<GetApi>(g, &G::get_api, {kGet, &api<GetApi>});
  table.add<GetApis>(g, &G::get_apis, {kGet, &apis<GetApis>});
  table.add<UpdateApi>(g, &G::update_api, {kPatch, &api<UpdateApi>});
  table.add<DeleteApi>(g, &G::delete_api, {kDelete, &api<DeleteApi>});
  table.add<DeleteCorsConfiguration>(g, &G::delete_cors_configuration, {kDelete, &cors});
}

void register_routes(G& g, OperationTable& table) {
  table.add<CreateRoute>(g, &G::create_route, {kPost, &routes<CreateRoute>});
  table.add<GetRoute>(g, &G::get_route, {kGet, &route<GetRoute>});
  table.add<GetRoutes>(g, &G::get_routes, {kGet, &routes<GetRoutes>});
  table.add<UpdateRoute>(g, &G::update_route, {kPatch, &route<UpdateRoute>});
  table.add<DeleteRoute>(g, &G::delete_route, {kDelete, &route<DeleteRoute>});
}

void register_integrations(G& g, OperationTable& table) {
  table.add<CreateIntegration>(g, &G::create_integration,
                               {kPost, &integrations<CreateIntegration>});
  table.add<GetIntegration>(g, &G::get_integration, {kGet, &integration<GetIntegration>});
  table.add<GetIntegrations>(g, &G::get_integrations, {kGet, &integrations<GetIntegrations>});
  table.add<UpdateIntegration>(g, &G::update_integration,
                               {kPatch, &integration<UpdateIntegration>});
  table.add<DeleteIntegration>(g, &G::delete_integration,
                               {kDelete, &integration<DeleteIntegration>});
}

void register_stages(G& g, OperationTable& table) {
  table.add<CreateStage>(g, &G::create_stage, {kPost, &stages<CreateStage>});
  table.add<GetStage>(g, &G::get_stage, {kGet, &stage<GetStage>});
  table.add<GetStages>(g, &G::get_stages, {kGet, &stages<GetStages>});
  table.add<UpdateStage>(g, &G::update_stage, {kPatch, &stage<UpdateStage>});
  table.add<DeleteStage>(g, &G::delete_stage, {kDelete, &stage<DeleteStage>});
}

void register_deployments(G& g, OperationTable& table) {
  table.add<CreateDeployment>(g, &G::create_deployment, {kPost, &deployments<CreateDeployment>});
  table.add<GetDeployment>(g, &G::get_deployment, {kGet, &deployment<GetDeployment>});
  table.add<GetDeployments>(g, &G::get_deployments, {kGet, &deployments<GetDeployments>});
  table.add<DeleteDeployment>(g, &G::delete_deployment, {kDelete, &deployment<DeleteDeployment>});
}

}  // namespace

void register_operations(ApiGateway& gateway, OperationTable& table) {
  table.add_service({.name = "apigateway", .access_denied = &access_denied, .invalid = &invalid});
  register_apis(gateway, table);
  register_routes(gateway, table);
  register_integrations(gateway, table);
  register_stages(gateway, table);
  register_deployments(gateway, table);
}

}  // namespace emu::apigatewayv2
