#include <fmt/format.h>

#include <map>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/queries.h"
#include "cloudwatch/reading.h"
#include "cloudwatch/service.h"
#include "cloudwatch/statistic.h"

namespace emu::cloudwatch {

namespace {

Status check_request(const GetMetricStatistics& in) {
  if (in.statistics.empty() && in.extended_statistics.empty()) {
    return Error{.code = errors::kMissingParameter,
                 .message =
                     "At least one of the parameters Statistics and ExtendedStatistics "
                     "must be specified."};
  }
  if (!in.statistics.empty() && !in.extended_statistics.empty()) {
    return invalid_combination(
        "The parameters Statistics and ExtendedStatistics are mutually exclusive and you have "
        "specified both.");
  }
  for (const std::string& statistic : in.extended_statistics) {
    const auto parsed = Statistic::parse(statistic);
    if (parsed && parsed->needs_values()) continue;
    return invalid_value(
        fmt::format("The value {} for parameter ExtendedStatistics is invalid.", statistic));
  }
  if (*in.start_time >= *in.end_time) {
    return invalid_value("The parameter StartTime must be less than the parameter EndTime.");
  }
  if (in.period > kPeriodMax || !check_period(in.period)) {
    return invalid_value(fmt::format(
        "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60: {}", in.period));
  }
  return {};
}

void add_statistic(std::string_view name, const Aggregate& values, Datapoint& point) {
  const auto statistic = Statistic::parse(name);
  const auto value = statistic ? statistic->of(values) : std::nullopt;
  if (name == "SampleCount") point.sample_count = value;
  if (name == "Average") point.average = value;
  if (name == "Sum") point.sum = value;
  if (name == "Minimum") point.minimum = value;
  if (name == "Maximum") point.maximum = value;
}

}  // namespace

Result<GetMetricStatisticsResult> Cloudwatch::get_metric_statistics(Call& call,
                                                                    const GetMetricStatistics& in) {
  EMU_CHECK(check_request(in));
  const std::chrono::seconds period(in.period);
  const Time now = world_.now();
  const Periods periods{.start = rounded_start(bounded(*in.start_time), period, now),
                        .end = bounded(*in.end_time),
                        .length = period};
  if (std::cmp_greater((periods.end - periods.start) / period, kStatisticsPointsMax)) {
    return invalid_combination(fmt::format(
        "You have requested up to {} datapoints, which exceeds the limit of {}. You may reduce the "
        "datapoints requested by increasing Period, or decreasing the time range.",
        (periods.end - periods.start) / period, kStatisticsPointsMax));
  }
  ask_sources();
  GetMetricStatisticsResult out{.label = in.metric_name};
  StoredMetric* metric =
      state_of(call).metrics.find(metric_key({.namespace_value = in.namespace_value,
                                              .metric_name = in.metric_name,
                                              .dimensions = in.dimensions}));
  if (metric == nullptr) return out;
  const auto keep =
      in.extended_statistics.empty() ? Aggregate::Keep::kSums : Aggregate::Keep::kValues;
  for (auto& [unit, series] : metric->by_unit) {
    if (in.unit && *in.unit != unit) continue;
    Series::Found found;
    series.collect(periods, now, keep, found);
    for (const auto& [time, values] : found) {
      Datapoint point{.timestamp = time, .unit = unit};
      for (const std::string& name : in.statistics) add_statistic(name, values, point);
      for (const std::string& name : in.extended_statistics) {
        const auto value = Statistic::parse(name)->of(values);
        if (value) point.extended_statistics[name] = *value;
      }
      if (!in.extended_statistics.empty() && point.extended_statistics.empty()) continue;
      out.datapoints.push_back(std::move(point));
    }
  }
  return out;
}

}  // namespace emu::cloudwatch
