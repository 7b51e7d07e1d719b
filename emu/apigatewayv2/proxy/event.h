// The events that functions receive.
// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#pragma once

#include <string>

#include "apigatewayv2/proxy/proxy_request.h"

namespace emu::apigatewayv2 {

std::string event_v1(const ProxyRequest& request);
std::string event_v2(const ProxyRequest& request);

}  // namespace emu::apigatewayv2
