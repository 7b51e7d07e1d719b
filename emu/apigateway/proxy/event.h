// The events that functions receive.
// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#pragma once

#include <string>

#include "apigateway/proxy/proxy_request.h"

namespace emu::apigateway {

std::string event_v1(const ProxyRequest& request);
std::string event_v2(const ProxyRequest& request);

}  // namespace emu::apigateway
