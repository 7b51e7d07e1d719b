#include "apigatewayv2/proxy/metrics.h"

#include <array>
#include <string_view>

#include "core/gate/metrics.h"

namespace emu::apigatewayv2 {

void count_request(World& world, const ApiRequest& request, std::int64_t status, Duration took) {
  const std::array dimensions = {MetricDimension{.name = "ApiId", .value = request.api_id}};
  const auto sinks = world.interfaces().all<MetricSink>();
  const auto add = [&](std::string_view name, double value, std::string_view unit) {
    for (MetricSink* sink : sinks) {
      sink->add_to_minute({.account = request.account,
                           .region = request.region,
                           .metric_namespace = "AWS/ApiGateway",
                           .name = name,
                           .dimensions = dimensions,
                           .value = value,
                           .unit = unit});
    }
  };
  add("Count", 1, "Count");
  add("4xx", status >= 400 && status < 500 ? 1 : 0, "Count");
  add("5xx", status >= 500 ? 1 : 0, "Count");
  add("Latency", static_cast<double>(took.count()) / 1000, "Milliseconds");
}

}  // namespace emu::apigatewayv2
