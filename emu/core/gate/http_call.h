// Requests to URLs by code of this account. They pass faults and leave a trace as calls of AWS do,
// as those of a service "http" whose operations are HTTP's methods; they need no permission.
//
// A fault's error is what the other side answers, with its status; one of http_errors is the error
// of a request without an answer. A fault's latency and a lost answer count towards the request's
// timeout.
#pragma once

#include <emu/http.h>
#include <emu/result.h>

#include <span>

#include "core/gate/caller.h"
#include "core/gate/world.h"

namespace emu {

// In the order of their names.
std::span<const Operation> http_operations();

// Waits for the answer, at most for the request's timeout; it enters the world by itself.
Result<HttpResponse> call_http(World& world, const CallerPtr& caller, const UrlRequest& request);

}  // namespace emu
