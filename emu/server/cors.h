// Pages that speak to services other than S3, whose buckets have rules of their own. AWS lets every
// page do that, since it knows who calls; here, where nobody's signature need be right, a page must
// come from this machine, as that of a development server does: http://localhost:3000.
// Source: AWS SDK for JavaScript Developer Guide, "Cross-Origin Resource Sharing (CORS)".
#pragma once

#include <emu/http.h>

#include <string_view>

namespace emu::server {

// Whether an origin, as browsers name it, is on this machine.
bool is_local_origin(std::string_view origin);

// Whether a browser asks by OPTIONS for a request that names its operation in X-Amz-Target, or
// that no bucket could be meant by. The paths of REST-JSON are the router's to know.
bool is_preflight_of_post(const HttpRequest& request);

// The answer to a browser's question whether a page may make a request.
HttpResponse answer_preflight(const HttpRequest& request);

// Lets the page that a request came from read the answer, if it came from one that may.
void allow_local_page(const HttpRequest& request, HttpResponse& response);

}  // namespace emu::server
