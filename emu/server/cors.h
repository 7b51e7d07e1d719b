// What browsers are told about pages of other origins. AWS lets every page call the services that
// have no rules of their own for that, since it knows who calls; here, where nobody's signature
// need be right, pages of the origins that the server was started with may.
// Source: AWS SDK for JavaScript Developer Guide, "Cross-Origin Resource Sharing (CORS)".
#pragma once

#include <emu/http.h>

#include <string_view>

#include "core/gate/request_parts.h"
#include "server/guard.h"

namespace emu::server {

// Whether a browser asks by OPTIONS for a request before it makes it.
bool is_preflight(const HttpRequest& request);
// Whether that request names its operation in X-Amz-Target, or in a form: at "/" or the path of a
// queue's URL. The paths of REST-JSON are the router's to know.
bool is_preflight_of_target(const HttpRequest& request);
bool is_preflight_of_form(const RequestParts& parts);

// The answer to a browser's question whether a page may make a request.
HttpResponse answer_preflight(const HttpRequest& request, const Sender& sender);

// Lets the page that a request came from read the answer, if it is one that may.
void allow_page(const Sender& sender, HttpResponse& response);

}  // namespace emu::server
