// Invoking a function and waiting for it, at most for the integration's time.
#pragma once

#include <emu/aws.h>
#include <emu/blob.h>
#include <emu/http.h>

#include <chrono>
#include <string>

#include "core/gate/world.h"

namespace emu::apigatewayv2 {

struct IntegrationCall {
  std::string function;  // ARN
  std::string event;
  bool payload_v1 = false;
  std::chrono::milliseconds timeout{};
};

// The function's answer, or the gateway's own when it fails. A function that takes longer goes on
// without anybody waiting for it.
HttpResponse invoke_function(World& world, Aws client, IntegrationCall call);

}  // namespace emu::apigatewayv2
