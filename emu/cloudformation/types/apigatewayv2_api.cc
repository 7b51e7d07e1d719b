#include <emu/apigatewayv2/apis.h>

#include "cloudformation/resource_type.h"
#include "cloudformation/types/openapi.h"

namespace emu::cloudformation {

namespace {

Status create_api(Making& making) {
  EMU_TRY(auto create,
          read_as<apigatewayv2::CreateApi>(
              making.properties, {.apart = {"Body", "FailOnWarnings", "BasePath", "IpAddressType"},
                                  .hidden = {"apiId"}}));
  const Json* body = find_property(making.properties, "Body");
  OpenApi open_api;
  if (body != nullptr) {
    EMU_TRY(open_api, read_open_api(*body));
    create.protocol_type = "HTTP";
    if (create.name.empty()) create.name = open_api.title;
    if (create.description.empty()) create.description = open_api.description;
    if (create.version.empty()) create.version = open_api.version;
    if (!create.cors_configuration) create.cors_configuration = open_api.cors;
    create.tags.insert(open_api.tags.begin(), open_api.tags.end());
    if (create.name.empty()) create.name = std::string(making.logical_id);
  }
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.api_id;
  making.attributes = {{"ApiId", made.api_id}, {"ApiEndpoint", made.api_endpoint}};
  for (const OpenApi::Route& each : open_api.routes) {
    apigatewayv2::CreateRoute route;
    route.api_id = made.api_id;
    route.route_key = each.route_key;
    if (each.integration) {
      apigatewayv2::CreateIntegration integration = *each.integration;
      integration.api_id = made.api_id;
      EMU_TRY(const auto integrated, making.aws.send(integration));
      route.target = "integrations/" + integrated.integration_id;
    }
    EMU_CHECK(making.aws.send(route));
  }
  return {};
}

Status remove_api(Making& making) {
  EMU_CHECK(making.aws.send(apigatewayv2::DeleteApi{.api_id = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kApigatewayv2Api;
const ResourceType kApigatewayv2Api = {.name = "AWS::ApiGatewayV2::Api",
                                       .attributes = {"ApiId", "ApiEndpoint"},
                                       .create = &create_api,
                                       .remove = &remove_api};

}  // namespace emu::cloudformation
