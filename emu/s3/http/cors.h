// Cross-origin resource sharing: which rule fits a request, and what it says to a browser.
// Source: Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)" (How does Amazon S3
// evaluate the CORS configuration on a bucket?).
#pragma once

#include <emu/http.h>
#include <emu/result.h>
#include <emu/s3/cors.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu::s3 {

Status check_cors(const CorsConfiguration& configuration);

struct CorsRequest {
  std::string_view origin;
  std::string_view method;                // that is used, or asked for by a preflight
  std::vector<std::string> headers = {};  // that a preflight asks for
};

// The first rule that fits, or null.
const CorsRule* matching_rule(const CorsConfiguration& configuration, const CorsRequest& request);

// What to add to the answer.
HttpHeaders cors_headers(const CorsRule& rule, const CorsRequest& request);

// Adds to an answer what the rules say to the browser that the request has come from, if it has.
void add_cors_headers(const CorsConfiguration& configuration, const HttpRequest& request,
                      HttpResponse& response);

// The answer to a preflight (OPTIONS) request; `configuration` is null when the bucket has none.
Result<HttpHeaders> preflight(const CorsConfiguration* configuration, const HttpHeaders& request);

}  // namespace emu::s3
