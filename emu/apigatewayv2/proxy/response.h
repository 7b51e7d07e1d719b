// What a function's answer means as a response of HTTP.
// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#pragma once

#include <emu/blob.h>
#include <emu/http.h>

#include <optional>

namespace emu::apigatewayv2 {

// Nothing when the answer does not keep to the format. In 2.0 a JSON without a statusCode is itself
// the body of a 200.
std::optional<HttpResponse> response_v1(const Blob& payload);
std::optional<HttpResponse> response_v2(const Blob& payload);

}  // namespace emu::apigatewayv2
