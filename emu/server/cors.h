// Pages that speak to services without a front, which would have rules of its own for them. AWS
// lets every page do that, since it knows who calls; here, where nobody's signature need be right,
// a page must come from this machine, as that of a development server does: http://localhost:3000.
// Source: AWS SDK for JavaScript Developer Guide, "Cross-Origin Resource Sharing (CORS)".
#pragma once

#include <emu/http.h>

#include <string_view>

#include "core/gate/request_parts.h"

namespace emu::server {

// Whether an origin, as browsers name it, is on this machine.
bool is_local_origin(std::string_view origin);

// Whether a browser asks by OPTIONS for a request that names its operation in X-Amz-Target, or
// in a form: at "/" or the path of a queue's URL. The paths of REST-JSON are the router's to know.
bool is_preflight_of_target(const HttpRequest& request);
bool is_preflight_of_form(const RequestParts& parts);

// The answer to a browser's question whether a page may make a request.
HttpResponse answer_preflight(const HttpRequest& request);

// Lets the page that a request came from read the answer, if it came from one that may.
void allow_local_page(const HttpRequest& request, HttpResponse& response);

}  // namespace emu::server
