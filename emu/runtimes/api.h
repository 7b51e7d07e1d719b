// The Lambda Runtime API, version 2018-06-01, of one sandbox, on a port of its own.
// Source: Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".
#pragma once

#include <emu/result.h>

#include <memory>

#include "runtimes/runtime_api_host.h"
#include "wire/http/listener.h"

namespace emu::runtimes {

// The sandbox must outlive it.
Result<std::unique_ptr<wire::Listener>> serve_runtime_api(RuntimeApiHost& sandbox);

// The same without a listener, for connections that come from elsewhere.
wire::HttpHandler runtime_api(RuntimeApiHost& sandbox);

}  // namespace emu::runtimes
