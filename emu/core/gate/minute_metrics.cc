#include "core/gate/minute_metrics.h"

#include <emu/arn.h>

#include <chrono>

#include "core/base/assert.h"

namespace emu {

namespace {

constexpr std::chrono::minutes kMinute{1};

ResourceMetrics::Owner owner_of(std::string_view arn) {
  std::optional<Arn> parsed = Arn::parse(arn);
  EMU_ASSERT(parsed.has_value(), "resources that are counted have ARNs");
  return {.account = std::move(parsed->account), .region = std::move(parsed->region)};
}

void put(const ResourceMetrics& of, Time minute, MetricSink& sink) {
  std::vector<MetricDimension> dimensions;
  for (const auto& [name, value] : of.dimensions) dimensions.push_back({name, value});
  for (std::size_t kind = 0; kind < of.sums.size(); ++kind) {
    if (of.sums[kind].count == 0) continue;
    sink.put_sums({.account = of.account,
                   .region = of.region,
                   .metric_namespace = of.kinds.metric_namespace,
                   .name = of.kinds.kinds[kind].name,
                   .dimensions = dimensions,
                   .time = minute,
                   .unit = of.kinds.kinds[kind].unit},
                  of.sums[kind]);
  }
}

void clear(ResourceMetrics& of) {
  of.is_counted = false;
  of.sums.assign(of.sums.size(), {});
}

}  // namespace

ResourceMetrics::ResourceMetrics(Owner owner, const MetricKinds& of)
    : account(std::move(owner.account)),
      region(std::move(owner.region)),
      kinds(of),
      sums(of.kinds.size()) {}

ResourceMetrics::ResourceMetrics(std::string_view arn, const MetricKinds& of)
    : ResourceMetrics(owner_of(arn), of) {}

MinuteMetrics::MinuteMetrics(World& world) : world_(world) {
  world.interfaces().add<MetricSource>(*this);
}

void MinuteMetrics::begin(const std::shared_ptr<ResourceMetrics>& of) {
  of->is_counted = true;
  counted_.push_back(of);
  for (MetricSink* sink : world_.interfaces().all<MetricSink>()) {
    sink->expect_metrics(of->account, of->region, of->kinds.metric_namespace);
  }
}

void MinuteMetrics::end_minute(Time now) {
  const Time minute =
      std::exchange(minute_end_, std::chrono::floor<std::chrono::minutes>(now) + kMinute) - kMinute;
  // What is put may lead to more.
  const auto counted = std::exchange(counted_, {});
  const auto sinks = world_.interfaces().all<MetricSink>();
  for (const auto& of : counted) {
    for (MetricSink* sink : sinks) put(*of, minute, *sink);
    clear(*of);
  }
}

void MinuteMetrics::forget(std::optional<std::string_view> account) {
  std::erase_if(counted_, [&](const auto& of) {
    if (account && of->account != *account) return false;
    clear(*of);
    return true;
  });
}

}  // namespace emu
