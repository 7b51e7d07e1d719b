// What an API tells CloudWatch about its requests.
// Source: Amazon API Gateway Developer Guide, "Monitor CloudWatch metrics for HTTP APIs in API
// Gateway".
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <string>

#include "core/gate/world.h"

namespace emu::apigatewayv2 {

// Whose request it is.
struct ApiRequest {
  std::string account;
  std::string region;
  std::string api_id;
};

void count_request(World& world, const ApiRequest& request, std::int64_t status, Duration took);

}  // namespace emu::apigatewayv2
