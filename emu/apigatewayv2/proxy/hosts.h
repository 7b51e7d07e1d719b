#pragma once

#include <string_view>

namespace emu::apigatewayv2 {

// Whether a host, named as in RequestParts, is of HTTP APIs: "<api id>.execute-api.<anything>".
bool is_api_host(std::string_view host);

}  // namespace emu::apigatewayv2
