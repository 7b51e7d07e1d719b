// Integrations, routes and stages of HTTP APIs. The id of the API is one of their properties.

#include <emu/apigatewayv2/integrations.h>
#include <emu/apigatewayv2/routes.h>
#include <emu/apigatewayv2/stages.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Result<std::string> api_of(const Making& making) {
  return text_property(making.properties, "ApiId");
}

Status create_integration(Making& making) {
  EMU_TRY(const auto create, read_as<apigatewayv2::CreateIntegration>(making.properties));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.integration_id;
  making.attributes = {{"IntegrationId", made.integration_id}};
  return {};
}

Status remove_integration(Making& making) {
  EMU_TRY(const std::string api, api_of(making));
  EMU_CHECK(making.aws.send(
      apigatewayv2::DeleteIntegration{.api_id = api, .integration_id = making.physical_id}));
  return {};
}

Status create_route(Making& making) {
  EMU_TRY(const auto create, read_as<apigatewayv2::CreateRoute>(making.properties));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.route_id;
  making.attributes = {{"RouteId", made.route_id}};
  return {};
}

Status remove_route(Making& making) {
  EMU_TRY(const std::string api, api_of(making));
  EMU_CHECK(
      making.aws.send(apigatewayv2::DeleteRoute{.api_id = api, .route_id = making.physical_id}));
  return {};
}

const Reading& stage_reading() {
  static const Reading kReading = {.apart = {"AccessPolicyId"}};
  return kReading;
}

Status create_stage(Making& making) {
  EMU_TRY(const auto create,
          read_as<apigatewayv2::CreateStage>(making.properties, stage_reading()));
  EMU_CHECK(making.aws.send(create));
  making.physical_id = create.stage_name;
  return {};
}

Status remove_stage(Making& making) {
  EMU_TRY(const std::string api, api_of(making));
  EMU_CHECK(
      making.aws.send(apigatewayv2::DeleteStage{.api_id = api, .stage_name = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kApigatewayv2Integration;
const ResourceType kApigatewayv2Integration = {.name = "AWS::ApiGatewayV2::Integration",
                                               .attributes = {"IntegrationId"},
                                               .create = &create_integration,
                                               .remove = &remove_integration};

extern const ResourceType kApigatewayv2Route;
const ResourceType kApigatewayv2Route = {.name = "AWS::ApiGatewayV2::Route",
                                         .attributes = {"RouteId"},
                                         .create = &create_route,
                                         .remove = &remove_route};

extern const ResourceType kApigatewayv2Stage;
const ResourceType kApigatewayv2Stage = {
    .name = "AWS::ApiGatewayV2::Stage", .create = &create_stage, .remove = &remove_stage};

}  // namespace emu::cloudformation
