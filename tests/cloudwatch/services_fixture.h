// What tests of the metrics of services share.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cloudwatch/support.h"
#include "lambda/lambda_fixture.h"

namespace emu::cloudwatch {

struct ServicesFixture : test::LambdaFixture {
  // A statistic of the last minutes, one number for each with data: "1 0 2".
  std::string minutes(std::string metric_namespace, std::string name,
                      std::vector<Dimension> dimensions, std::string statistic = "Sum") {
    return values({.metric = {.namespace_value = std::move(metric_namespace),
                              .metric_name = std::move(name),
                              .dimensions = std::move(dimensions)},
                   .period = 60,
                   .stat = std::move(statistic)},
                  24h);
  }
  // The average of the last days, likewise.
  std::string daily(std::string metric_namespace, std::string name,
                    std::vector<Dimension> dimensions) {
    return values({.metric = {.namespace_value = std::move(metric_namespace),
                              .metric_name = std::move(name),
                              .dimensions = std::move(dimensions)},
                   .period = 86'400,
                   .stat = "Average"},
                  14 * 24h);
  }
  std::string values(MetricStat metric, Duration time) {
    const auto answer =
        aws.send(
               GetMetricData{.metric_data_queries = {{.id = "m", .metric_stat = std::move(metric)}},
                             .start_time = cloud.now() - time,
                             .end_time = cloud.now() + 1min,
                             .scan_by = "TimestampAscending"})
            .value();
    std::string text;
    for (const double value : answer.metric_data_results.at(0).values) {
      if (!text.empty()) text += ' ';
      text += std::to_string(std::int64_t(value));
    }
    return text;
  }
};

}  // namespace emu::cloudwatch
