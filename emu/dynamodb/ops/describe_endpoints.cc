#include <fmt/format.h>

#include <utility>

#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeEndpointsResult> Dynamodb::describe_endpoints(Call& call, const DescribeEndpoints&) {
  Endpoint endpoint{.address = fmt::format("dynamodb.{}.amazonaws.com", call.region()),
                    .cache_period_in_minutes = 1440};
  return DescribeEndpointsResult{.endpoints = {std::move(endpoint)}};
}

}  // namespace emu::dynamodb
