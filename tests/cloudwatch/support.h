// What tests of CloudWatch share.
#pragma once

#include <doctest/doctest.h>
#include <emu/cloudwatch.h>
#include <emu/describe.h>

#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::cloudwatch {

using namespace std::chrono_literals;

struct Fixture : test::Fixture {
  void put(double value, std::string name = "Orders") {
    put({.metric_name = std::move(name), .value = value});
  }
  void put(MetricDatum datum) {
    aws.send(PutMetricData{.namespace_value = "shop", .metric_data = {std::move(datum)}}).value();
  }

  // One statistic of the last hour, by minutes.
  std::vector<Datapoint> statistics(std::vector<std::string> statistics, std::int32_t period = 60) {
    return aws
        .send(GetMetricStatistics{.namespace_value = "shop",
                                  .metric_name = "Orders",
                                  .start_time = cloud.now() - 1h,
                                  .end_time = cloud.now() + 2h,
                                  .period = period,
                                  .statistics = std::move(statistics)})
        .value()
        .datapoints;
  }

  PutMetricAlarm alarm(std::string name = "many") {
    return {.alarm_name = std::move(name),
            .metric_name = "Orders",
            .namespace_value = "shop",
            .statistic = "Sum",
            .period = 60,
            .evaluation_periods = 1,
            .threshold = 5,
            .comparison_operator = "GreaterThanThreshold"};
  }
  MetricAlarm described(std::string name = "many") {
    return aws.send(DescribeAlarms{.alarm_names = {std::move(name)}}).value().metric_alarms.at(0);
  }
  std::string state(std::string name = "many") { return described(std::move(name)).state_value; }
};

}  // namespace emu::cloudwatch
