#include "cloudwatch/alarm.h"

#include <fmt/format.h>

#include "core/text/partition.h"

namespace emu::cloudwatch {

namespace {

using std::chrono::seconds;

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kShortInterval = 10;

}  // namespace

std::int64_t Alarm::period() const {
  if (metric.period) return *metric.period;
  if (!queries) return kMinute;
  for (const MetricDataQuery& query : queries->list()) {
    if (Queries::is_returned(query)) return queries->period_of(query).count();
  }
  return kMinute;
}

Duration Alarm::interval() const {
  return period() < kMinute ? seconds(kShortInterval) : seconds(kMinute);
}

std::string alarm_arn(std::string_view account, std::string_view region, std::string_view name) {
  return fmt::format("arn:{}:cloudwatch:{}:{}:alarm:{}", partition_of(region), region, account,
                     name);
}

MetricAlarm described_metric_alarm(const Alarm& alarm) {
  const PutMetricAlarm& from = alarm.metric;
  return {.alarm_name = alarm.name,
          .alarm_arn = alarm.arn,
          .alarm_description = alarm.description,
          .alarm_configuration_updated_timestamp = alarm.configured,
          .actions_enabled = alarm.actions_enabled,
          .ok_actions = alarm.ok_actions,
          .alarm_actions = alarm.alarm_actions,
          .insufficient_data_actions = alarm.insufficient_data_actions,
          .state_value = std::string(alarm.state.value),
          .state_reason = alarm.state.reason,
          .state_reason_data = alarm.state.reason_data,
          .state_updated_timestamp = alarm.state.updated,
          .metric_name = from.metric_name.value_or(""),
          .namespace_value = from.namespace_value.value_or(""),
          .statistic = from.statistic.value_or(""),
          .extended_statistic = from.extended_statistic.value_or(""),
          .dimensions = from.dimensions,
          .period = from.period,
          .unit = from.unit.value_or(""),
          .evaluation_periods = from.evaluation_periods,
          .datapoints_to_alarm = from.datapoints_to_alarm,
          .threshold = from.threshold,
          .comparison_operator = from.comparison_operator.value_or(""),
          .treat_missing_data = from.treat_missing_data.value_or(""),
          .evaluate_low_sample_count_percentile =
              from.evaluate_low_sample_count_percentile.value_or(""),
          .metrics = from.metrics,
          .state_transitioned_timestamp = alarm.state.transitioned};
}

CompositeAlarm described_composite_alarm(const Alarm& alarm) {
  const PutCompositeAlarm& from = alarm.composite;
  return {.actions_enabled = alarm.actions_enabled,
          .alarm_actions = alarm.alarm_actions,
          .alarm_arn = alarm.arn,
          .alarm_configuration_updated_timestamp = alarm.configured,
          .alarm_description = alarm.description,
          .alarm_name = alarm.name,
          .alarm_rule = from.alarm_rule,
          .insufficient_data_actions = alarm.insufficient_data_actions,
          .ok_actions = alarm.ok_actions,
          .state_reason = alarm.state.reason,
          .state_reason_data = alarm.state.reason_data,
          .state_updated_timestamp = alarm.state.updated,
          .state_value = std::string(alarm.state.value),
          .state_transitioned_timestamp = alarm.state.transitioned,
          .actions_suppressed_by = std::string(alarm.suppressed_by),
          .actions_suppressed_reason = alarm.suppressed_reason,
          .actions_suppressor = from.actions_suppressor.value_or(""),
          .actions_suppressor_wait_period = from.actions_suppressor_wait_period,
          .actions_suppressor_extension_period = from.actions_suppressor_extension_period};
}

}  // namespace emu::cloudwatch
