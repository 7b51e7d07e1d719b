// MinuteMetrics: what a service counts about its resources in the minute that is under way.
//
//   topic.metrics = std::make_shared<ResourceMetrics>(topic.arn, kTopicMetrics);  // beside it
//   topic.metrics->dimensions = {{"TopicName", topic.name}};
//   …
//   minutes_.add(topic.metrics, kPublishSize, 1024);
//
// Adding costs a look at the clock and an addition; nobody searches for anything. When the minute
// is over, and something is added or somebody asks for metrics, what there is goes to the world's
// MetricSinks. It belongs to the moment and is not stored.
#pragma once

#include <emu/time.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/metrics.h"
#include "core/gate/world.h"

namespace emu {

struct MetricKind {
  std::string_view name;
  std::string_view unit = "Count";
};

// The metrics of a namespace that resources of one kind have.
struct MetricKinds {
  std::string_view metric_namespace;  // "AWS/SNS"
  std::span<const MetricKind> kinds;  // must outlive everything
};

struct ResourceMetrics {
  struct Owner {
    std::string account;
    std::string region;
  };
  ResourceMetrics(Owner owner, const MetricKinds& of);
  // Of the account and region of the ARN.
  ResourceMetrics(std::string_view arn, const MetricKinds& of);

  std::string account = {};
  std::string region = {};
  std::vector<std::pair<std::string_view, std::string>> dimensions = {};
  MetricKinds kinds;
  std::vector<MetricSums> sums;  // of this minute, one for each kind
  bool is_counted = false;       // in this minute
};

class MinuteMetrics final : public MetricSource {
 public:
  explicit MinuteMetrics(World& world);

  // `kind` is a place in the list of kinds.
  void add(const std::shared_ptr<ResourceMetrics>& of, std::size_t kind, double value = 1,
           double times = 1) {
    if (world_.now() >= minute_end_) end_minute(world_.now());
    if (!of->is_counted) begin(of);
    of->sums[kind].add(value, times);
  }

  void publish_metrics(Time now) override {
    if (now >= minute_end_) end_minute(now);
  }

  // Forgets what has come together for an account, or for all.
  void forget(std::optional<std::string_view> account);

 private:
  void begin(const std::shared_ptr<ResourceMetrics>& of);
  void end_minute(Time now);

  World& world_;
  Time minute_end_ = {};
  std::vector<std::shared_ptr<ResourceMetrics>> counted_ = {};
};

}  // namespace emu
