// What an API's CORS configuration adds to answers.
// Source: API Gateway Developer Guide, "Configure CORS for HTTP APIs in API Gateway".
#pragma once

#include <emu/apigatewayv2.h>
#include <emu/http.h>

namespace emu::apigatewayv2 {

// An OPTIONS request with an origin and the method that it asks for.
bool is_preflight(const HttpRequest& request);

// 204; it has the CORS headers if the origin and the method are allowed.
HttpResponse preflight_answer(const Cors& cors, const HttpRequest& request);

// Replaces the CORS headers of an answer by those that the configuration gives for the request's
// origin.
void add_cors_headers(const Cors& cors, const HttpRequest& request, HttpResponse& response);

}  // namespace emu::apigatewayv2
