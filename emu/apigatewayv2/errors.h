// What API Gateway answers when it refuses to configure something: what several operations answer,
// and the functions by which an operation words an error of its own.
#pragma once

#include <emu/apigatewayv2/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::apigatewayv2 {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error bad_request(std::string message);
Error not_found(std::string message);
Error conflict(std::string message);

Error limit_reached(std::string_view what);
Error bad_page_size();
Error bad_page_token();
Error bad_route_target();
Error auto_deploy_with_deployment();
Error managed_by_api_gateway(std::string_view what);

}  // namespace emu::apigatewayv2
