#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/queries.h"
#include "cloudwatch/service.h"
#include "cloudwatch/tags.h"

namespace emu::cloudwatch {

namespace {

constexpr std::array<std::string_view, 4> kTreatments = {"breaching", "notBreaching", "ignore",
                                                         "missing"};

// Source: Amazon CloudWatch API Reference, "PutMetricAlarm".
Status check_treatments(const PutMetricAlarm& in) {
  const auto& missing = in.treat_missing_data;
  if (missing && std::find(kTreatments.begin(), kTreatments.end(), *missing) == kTreatments.end()) {
    return validation(fmt::format("Option {} for TreatMissingData is not supported.", *missing));
  }
  const auto& few = in.evaluate_low_sample_count_percentile;
  if (!few) return {};
  if (*few != "evaluate" && *few != "ignore") {
    return validation(
        fmt::format("Option {} is not supported for EvaluateLowSampleCountPercentile.", *few));
  }
  const auto statistic =
      in.extended_statistic ? Statistic::parse(*in.extended_statistic) : std::optional<Statistic>();
  if (statistic && statistic->is_percentile()) return {};
  return validation("EvaluateLowSampleCountPercentile is for alarms on percentiles only.");
}

Status check_actions(const PutMetricAlarm& in) {
  for (const auto* actions : {&in.ok_actions, &in.alarm_actions, &in.insufficient_data_actions}) {
    for (const std::string& action : *actions) EMU_CHECK(check_action(action, false));
  }
  return {};
}

// What metric math of bands and PromQL would need is not here.
Status check_supported(const PutMetricAlarm& in) {
  const std::string comparison = in.comparison_operator.value_or("");
  const bool needs_band = in.threshold_metric_id.has_value() ||
                          comparison.find("Lower") != comparison.npos ||
                          comparison.find("Upper") != comparison.npos;
  if (needs_band) return validation("Alarms on anomaly detection are not supported.");
  if (in.evaluation_criteria) return validation("Alarms on PromQL are not supported.");
  if (in.evaluation_interval) {
    return validation("EvaluationInterval is for alarms on PromQL only.");
  }
  return {};
}

Status check_one_metric(const PutMetricAlarm& in) {
  if (!in.metric_name || !in.namespace_value) {
    return validation("MetricName and Namespace must be specified, or Metrics.");
  }
  if (!in.period) return validation("Period must not be null");
  EMU_CHECK(check_alarm_period(*in.period));
  if (in.statistic.has_value() == in.extended_statistic.has_value()) {
    return validation("Exactly one of Statistic and ExtendedStatistic must be specified.");
  }
  return in.extended_statistic ? check_statistic(*in.extended_statistic) : Status();
}

Result<Queries> read_queries(const PutMetricAlarm& in) {
  if (in.metric_name || in.namespace_value || !in.dimensions.empty() || in.period || in.unit ||
      in.statistic || in.extended_statistic) {
    return invalid_combination(
        "If you specify Metrics, you cannot specify MetricName, Namespace, Dimensions, Period, "
        "Unit, Statistic or ExtendedStatistic.");
  }
  if (in.metrics.size() > kAlarmQueriesMax) {
    return validation(fmt::format("The collection Metrics must not have a size greater than {}.",
                                  kAlarmQueriesMax));
  }
  EMU_TRY(Queries queries, Queries::parse(in.metrics));
  for (const MetricDataQuery& query : queries.list()) {
    EMU_CHECK(check_alarm_period(queries.period_of(query).count()));
  }
  const auto returned = std::count_if(in.metrics.begin(), in.metrics.end(), &Queries::is_returned);
  if (returned == 1) return queries;
  return validation("Exactly one element of the metrics list should return data.");
}

Status check_lengths(const PutMetricAlarm& in, std::int64_t period) {
  if (!in.evaluation_periods) return validation("EvaluationPeriods must not be null");
  const std::int64_t periods = *in.evaluation_periods;
  constexpr std::int64_t kHour = 3'600;
  const std::int64_t most = period < kHour ? kEvaluatedSecondsMaxOfShort : kEvaluatedSecondsMax;
  if (period * periods > most) {
    return validation(fmt::format(
        "Metrics cannot be checked across more than {} (EvaluationPeriods * Period must be <= {}).",
        period < kHour ? "a day" : "a week", most));
  }
  if (in.datapoints_to_alarm.value_or(1) > periods) {
    return validation("DatapointsToAlarm must not be greater than EvaluationPeriods.");
  }
  if (!in.threshold || !std::isfinite(*in.threshold)) {
    return validation("Threshold must be a number.");
  }
  if (!in.comparison_operator) return validation("ComparisonOperator must not be null");
  return {};
}

}  // namespace

// An alarm that is there keeps its state, and its tags.
Result<Nothing> Cloudwatch::put_metric_alarm(Call& call, const PutMetricAlarm& in) {
  EMU_CHECK(check_supported(in));
  Alarm next{.account = call.account(), .region = call.region(), .name = in.alarm_name};
  next.metric = in;
  if (in.metrics.empty()) {
    EMU_CHECK(check_one_metric(in));
    next.statistic = Statistic::parse(in.statistic ? *in.statistic : *in.extended_statistic);
    next.metric_keys = {metric_key({.namespace_value = in.namespace_value,
                                    .metric_name = in.metric_name,
                                    .dimensions = in.dimensions})};
  } else {
    EMU_TRY(next.queries, read_queries(in));
    for (const MetricDataQuery& query : in.metrics) {
      if (query.metric_stat) next.metric_keys.push_back(metric_key(query.metric_stat->metric));
    }
  }
  EMU_CHECK(check_lengths(in, next.period()));
  EMU_CHECK(check_treatments(in));
  EMU_CHECK(check_actions(in));
  EMU_TRY(next.tags, with_tags({}, in.tags));
  next.description = in.alarm_description.value_or("");
  next.actions_enabled = in.actions_enabled.value_or(true);
  next.ok_actions = in.ok_actions;
  next.alarm_actions = in.alarm_actions;
  next.insufficient_data_actions = in.insufficient_data_actions;
  EMU_CHECK(enter(state_of(call), std::move(next)));
  return Nothing{};
}

}  // namespace emu::cloudwatch
