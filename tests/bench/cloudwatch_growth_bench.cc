// What a metric value costs where there are a million, beside a thousand, and an alarm's day among
// a thousand alarms, beside ten.
#include <emu/cloud.h>
#include <emu/cloudwatch.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <string>

#include "bench/bench.h"

namespace emu::bench {

namespace {

using namespace std::chrono_literals;
using namespace cloudwatch;

constexpr int kValuesOfCall = 100;
constexpr int kMetrics = 100;
constexpr int kFewValues = 1'000;
constexpr int kManyValues = 1'000'000;
constexpr int kFewAlarms = 10;
constexpr int kManyAlarms = 1'000;
constexpr int kValueRoundsAtFew = 10;

// Of values for a hundred metrics, over a day; each call brings one for each.
double value_ns(int values) {
  Cloud cloud;
  Aws aws = cloud.aws();
  PutMetricData in{.namespace_value = "bench"};
  for (int i = 0; i < kValuesOfCall; ++i) {
    in.metric_data.push_back({.metric_name = fmt::format("metric-{}", i % kMetrics),
                              .dimensions = {{.name = "Region", .value = "eu"}},
                              .value = i});
  }
  const int calls = values / kValuesOfCall;
  const double before = cpu_seconds();
  for (int i = 0; i < calls; ++i) {
    aws.send(in).value();
    cloud.advance(Duration(24h) / calls);
  }
  const double spent = cpu_seconds() - before;
  if (aws.send(ListMetrics{}).value().metrics.size() != kMetrics) std::abort();
  return spent * 1e9 / values;
}

// Of one alarm, whose metric has a value each minute, for an hour or a day.
double alarm_ns(int alarms, Duration span) {
  Cloud cloud;
  Aws aws = cloud.aws();
  PutMetricData in{.namespace_value = "bench"};
  for (int i = 0; i < alarms; ++i) {
    const std::string name = fmt::format("metric-{}", i);
    aws.send(PutMetricAlarm{.alarm_name = name,
                            .metric_name = name,
                            .namespace_value = "bench",
                            .statistic = "Sum",
                            .period = 60,
                            .evaluation_periods = 3,
                            .threshold = 5,
                            .comparison_operator = "GreaterThanThreshold"})
        .value();
    in.metric_data.push_back({.metric_name = name, .value = 1});
  }
  const auto minutes = span / 1min;
  double spent = 0;
  for (std::int64_t i = 0; i < minutes; ++i) {
    aws.send(in).value();
    const double before = cpu_seconds();
    cloud.advance(1min);
    spent += cpu_seconds() - before;
  }
  if (aws.send(DescribeAlarms{.state_value = "OK"}).value().metric_alarms.empty()) std::abort();
  return spent * 1e9 / static_cast<double>(alarms * minutes);
}

}  // namespace

std::vector<Row> cloudwatch_growth_rows() {
  double few_values = std::numeric_limits<double>::infinity();
  double few_alarms = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kValueRoundsAtFew; ++round) {
    few_values = std::min(few_values, value_ns(kFewValues));
    few_alarms = std::min(few_alarms, alarm_ns(kFewAlarms, 24h));
  }
  return {{.name = "a metric value, 1,000,000 beside 1,000",
           .emu_ns = value_ns(kManyValues),
           .bare_ns = few_values,
           .wanted_ratio = 1 / kGrowthMax},
          {.name = "an evaluation of an alarm, for a day, 1,000 of them beside 10",
           .emu_ns = alarm_ns(kManyAlarms, 24h),
           .bare_ns = few_alarms,
           .wanted_ratio = 1 / kGrowthMax}};
}

}  // namespace emu::bench
