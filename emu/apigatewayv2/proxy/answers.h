// Answers that the gateway gives by itself.
#pragma once

#include <emu/http.h>

namespace emu::apigatewayv2 {

HttpResponse not_found_answer();              // no API, stage or route
HttpResponse payload_too_large_answer();      // over 10 MB
HttpResponse headers_too_large_answer();      // request line and headers over 10,240 bytes
HttpResponse internal_server_error_answer();  // the function failed, or may not be invoked
HttpResponse service_unavailable_answer();    // the integration timed out or was throttled

}  // namespace emu::apigatewayv2
