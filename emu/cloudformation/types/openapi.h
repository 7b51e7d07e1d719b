// An HTTP API as an OpenAPI document, with Amazon's extensions: the form in which SAM writes one.
//
// Source: API Gateway Developer Guide, "Working with API Gateway extensions to OpenAPI".
#pragma once

#include <emu/apigatewayv2/integrations.h>
#include <emu/apigatewayv2/routes.h>
#include <emu/apigatewayv2/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cloudformation/properties.h"

namespace emu::cloudformation {

struct OpenApi {
  struct Route {
    std::string route_key = {};
    std::optional<apigatewayv2::CreateIntegration> integration = {};
  };
  std::string title = {};
  std::string description = {};
  std::string version = {};
  std::optional<apigatewayv2::Cors> cors = {};
  std::map<std::string, std::string> tags = {};
  std::vector<Route> routes = {};
};

Result<OpenApi> read_open_api(const Json& body);

}  // namespace emu::cloudformation
