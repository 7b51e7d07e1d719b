// ServiceMetrics: the metrics of services that follow from what happens, by its events.
//
// What happens in a minute is added up, and put when the minute is over and the next event comes or
// somebody asks. SQS, SNS and S3 count for themselves, as DynamoDB does its units
// (core/gate/metrics.h), since much of what they tell is no event.
// Sources: AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon API Gateway
// Developer Guide, "Monitor CloudWatch metrics for HTTP APIs in API Gateway"; Amazon DynamoDB
// Developer Guide, "DynamoDB metrics and dimensions".
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/events.h>
#include <emu/time.h>
#include <emu/trace.h>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/aggregate.h"
#include "core/gate/metrics.h"
#include "core/gate/world.h"

namespace emu::cloudwatch {

// What came together for one metric in a minute.
struct MinuteOfMetric {
  std::string account;
  std::string region;
  std::string metric_namespace;
  std::string name;
  std::vector<Dimension> dimensions = {};
  std::string unit;
  Aggregate values = {};
};

class ServiceMetrics final : public MetricSource {
 public:
  using Put = std::function<void(const MinuteOfMetric& minute, Time time)>;

  // Follows the world's events. `sink` hears when a namespace has data again.
  ServiceMetrics(World& world, MetricSink& sink, Put put);

  void publish_metrics(Time now) override;
  void add(const MetricValue& value);
  // What has come together for an account, or for all.
  void forget(std::optional<std::string_view> account);

 private:
  struct Place {
    std::string account;
    std::string region;
    std::string resource;
  };
  struct NamedValue {
    std::string_view name;
    double value;
    std::string_view unit;
  };
  using Dimensions = std::span<const MetricDimension>;
  // Where a call that succeeds counts in the minute that is under way.
  struct RecentCall {
    const Operation* type = nullptr;
    std::string resource_arn = {};
    Aggregate* values = nullptr;
  };

  void take(const Event& event);
  void take_call(const events::CallAnswered& call, Time at);
  void take_table_call(const events::CallAnswered& call);
  // Null when no such call has come in this minute, or many others since.
  Aggregate* recent_values(const events::CallAnswered& call, Time at);
  RecentCall& recent_place(const events::CallAnswered& call);
  void take_invocation(const events::InvocationEnded& event);
  void add_of_function(const std::string& arn, std::vector<NamedValue> values);
  const Place& place_of(const std::string& arn);
  Aggregate& add(const Place& place, std::string_view metric_namespace, Dimensions dimensions,
                 const NamedValue& value);
  Aggregate& add_to_minute(const MetricValue& value);

  World& world_;
  MetricSink& sink_;
  Put put_;
  Time minute_ = {};
  std::map<std::string, MinuteOfMetric, std::less<>> minutes_ = {};
  std::map<std::string, std::int64_t, std::less<>> running_ = {};  // invocations, by function
  // The same operations come again and again for the same tables, and are not to pay for a search.
  std::array<RecentCall, 16> recent_ = {};
  std::string last_arn_ = {};
  Place last_place_ = {};
};

}  // namespace emu::cloudwatch
