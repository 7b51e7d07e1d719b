#include "cloudwatch/notification.h"

#include <fmt/format.h>

#include <cctype>

#include "cloudwatch/texts.h"
#include "core/json/json_writer.h"
#include "core/text/utf8.h"

namespace emu::cloudwatch {

namespace {

constexpr std::size_t kSubjectMax = 100;  // of SNS

void write_list(std::string_view name, const std::vector<std::string>& list, JsonWriter& writer) {
  writer.key(name);
  writer.begin_array();
  for (const std::string& each : list) writer.string(each);
  writer.end_array();
}

void write_optional(std::string_view name, const std::optional<std::string>& text,
                    JsonWriter& writer) {
  writer.key(name);
  if (text) {
    writer.string(*text);
  } else {
    writer.null();
  }
}

void write_dimensions(const std::vector<Dimension>& dimensions, JsonWriter& writer) {
  writer.key("Dimensions");
  writer.begin_array();
  for (const Dimension& dimension : dimensions) {
    writer.begin_object();
    writer.member("value", dimension.value);
    writer.member("name", dimension.name);
    writer.end_object();
  }
  writer.end_array();
}

void write_metrics(const PutMetricAlarm& from, JsonWriter& writer) {
  writer.key("Metrics");
  writer.begin_array();
  for (const MetricDataQuery& query : from.metrics) {
    writer.begin_object();
    if (query.expression) writer.member("Expression", *query.expression);
    writer.member("Id", query.id);
    if (query.label) writer.member("Label", *query.label);
    if (query.metric_stat) {
      writer.key("MetricStat");
      writer.begin_object();
      writer.key("Metric");
      writer.begin_object();
      write_dimensions(query.metric_stat->metric.dimensions, writer);
      writer.member("MetricName", query.metric_stat->metric.metric_name.value_or(""));
      writer.member("Namespace", query.metric_stat->metric.namespace_value.value_or(""));
      writer.end_object();
      writer.member("Period", query.metric_stat->period);
      writer.member("Stat", query.metric_stat->stat);
      writer.end_object();
    }
    writer.member("ReturnData", Queries::is_returned(query));
    writer.end_object();
  }
  writer.end_array();
}

void write_statistic(const PutMetricAlarm& from, JsonWriter& writer) {
  writer.member("MetricName", from.metric_name.value_or(""));
  writer.member("Namespace", from.namespace_value.value_or(""));
  if (from.statistic) {
    std::string capitals = *from.statistic == "SampleCount" ? "SAMPLE_COUNT" : *from.statistic;
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    writer.member("StatisticType", "Statistic");
    writer.member("Statistic", capitals);
  } else {
    writer.member("StatisticType", "ExtendedStatistic");
    writer.member("ExtendedStatistic", from.extended_statistic.value_or(""));
  }
  write_optional("Unit", from.unit, writer);
  write_dimensions(from.dimensions, writer);
}

void write_trigger(const Alarm& alarm, JsonWriter& writer) {
  const PutMetricAlarm& from = alarm.metric;
  writer.key("Trigger");
  writer.begin_object();
  if (from.metrics.empty()) write_statistic(from, writer);
  writer.member("Period", alarm.period());
  writer.member("EvaluationPeriods", alarm.evaluation_periods());
  writer.member("DatapointsToAlarm", alarm.datapoints_to_alarm());
  writer.member("ComparisonOperator", from.comparison_operator.value_or(""));
  writer.key("Threshold");
  writer.raw(number_text(from.threshold.value_or(0)));
  writer.member("TreatMissingData", from.treat_missing_data.value_or("missing"));
  writer.member("EvaluateLowSampleCountPercentile",
                from.evaluate_low_sample_count_percentile.value_or(""));
  if (!from.metrics.empty()) write_metrics(from, writer);
  writer.end_object();
}

void write_children(const std::vector<TriggeringChild>& children, JsonWriter& writer) {
  writer.key("TriggeringChildren");
  writer.begin_array();
  for (const TriggeringChild& child : children) {
    writer.begin_object();
    writer.member("Arn", child.arn);
    writer.key("State");
    writer.begin_object();
    writer.member("Value", child.state);
    writer.member("Timestamp", time_text(child.since));
    writer.end_object();
    writer.end_object();
  }
  writer.end_array();
}

void write_state(std::string_view name, const AlarmState& state, JsonWriter& writer) {
  writer.key(name);
  writer.begin_object();
  writer.member("value", state.value);
  writer.member("reason", state.reason);
  if (!state.reason_data.empty()) writer.member("reasonData", state.reason_data);
  writer.member("timestamp", time_text(state.updated));
  writer.end_object();
}

void write_metric_stat(std::string_view id, const MetricStat& stat, bool is_returned,
                       JsonWriter& writer) {
  writer.begin_object();
  writer.member("id", id);
  writer.key("metricStat");
  writer.begin_object();
  writer.key("metric");
  writer.begin_object();
  writer.member("namespace", stat.metric.namespace_value.value_or(""));
  writer.member("name", stat.metric.metric_name.value_or(""));
  writer.key("dimensions");
  writer.begin_object();
  for (const Dimension& each : stat.metric.dimensions) writer.member(each.name, each.value);
  writer.end_object();
  writer.end_object();
  writer.member("period", stat.period);
  writer.member("stat", stat.stat);
  if (stat.unit) writer.member("unit", *stat.unit);
  writer.end_object();
  writer.member("returnData", is_returned);
  writer.end_object();
}

void write_configured_metrics(const PutMetricAlarm& from, std::string_view metric_id,
                              JsonWriter& writer) {
  writer.key("metrics");
  writer.begin_array();
  if (from.metrics.empty()) {
    const MetricStat stat{
        .metric = {.namespace_value = from.namespace_value,
                   .metric_name = from.metric_name,
                   .dimensions = from.dimensions},
        .period = from.period.value_or(0),
        .stat = from.statistic ? *from.statistic : from.extended_statistic.value_or(""),
        .unit = from.unit};
    write_metric_stat(metric_id, stat, true, writer);
  }
  for (const MetricDataQuery& query : from.metrics) {
    if (query.metric_stat) {
      write_metric_stat(query.id, *query.metric_stat, Queries::is_returned(query), writer);
      continue;
    }
    writer.begin_object();
    writer.member("id", query.id);
    writer.member("expression", query.expression.value_or(""));
    if (query.label) writer.member("label", *query.label);
    writer.member("returnData", Queries::is_returned(query));
    writer.end_object();
  }
  writer.end_array();
}

// The alarm with both states and its configuration, into an object that is open.
void write_alarm_data(const AlarmChange& change, std::string_view metric_id, JsonWriter& writer) {
  const Alarm& alarm = change.alarm;
  writer.member("alarmName", alarm.name);
  write_state("state", alarm.state, writer);
  write_state("previousState", change.before, writer);
  writer.key("configuration");
  writer.begin_object();
  if (!alarm.description.empty()) writer.member("description", alarm.description);
  if (alarm.is_composite()) {
    writer.member("alarmRule", alarm.composite.alarm_rule);
  } else {
    write_configured_metrics(alarm.metric, metric_id, writer);
  }
  writer.end_object();
}

}  // namespace

std::string notification_subject(const AlarmChange& change) {
  const Alarm& alarm = change.alarm;
  const std::string subject =
      fmt::format("{}: \"{}\" in {}", alarm.state.value, alarm.name, region_title(alarm.region));
  return std::string(truncate_utf8(subject, kSubjectMax));
}

std::string notification_message(const AlarmChange& change) {
  const Alarm& alarm = change.alarm;
  std::string message;
  JsonWriter writer(message);
  writer.begin_object();
  writer.member("AlarmName", alarm.name);
  write_optional("AlarmDescription",
                 alarm.description.empty() ? std::nullopt : std::optional(alarm.description),
                 writer);
  if (alarm.is_composite()) writer.member("AlarmRule", alarm.composite.alarm_rule);
  writer.member("AWSAccountId", alarm.account);
  writer.member("AlarmConfigurationUpdatedTimestamp", time_text(alarm.configured));
  writer.member("NewStateValue", alarm.state.value);
  writer.member("NewStateReason", alarm.state.reason);
  writer.member("StateChangeTime", time_text(alarm.state.updated));
  writer.member("Region", region_title(alarm.region));
  writer.member("AlarmArn", alarm.arn);
  writer.member("OldStateValue", change.before.value);
  write_list("OKActions", alarm.ok_actions, writer);
  write_list("AlarmActions", alarm.alarm_actions, writer);
  write_list("InsufficientDataActions", alarm.insufficient_data_actions, writer);
  if (alarm.is_composite()) {
    write_children(change.children, writer);
  } else {
    write_trigger(alarm, writer);
  }
  writer.end_object();
  return message;
}

std::string invocation_payload(const AlarmChange& change, std::string_view metric_id) {
  const Alarm& alarm = change.alarm;
  std::string payload;
  JsonWriter writer(payload);
  writer.begin_object();
  writer.member("source", "aws.cloudwatch");
  writer.member("alarmArn", alarm.arn);
  writer.member("accountId", alarm.account);
  writer.member("time", time_text(alarm.state.updated));
  writer.member("region", alarm.region);
  writer.key("alarmData");
  writer.begin_object();
  write_alarm_data(change, metric_id, writer);
  writer.end_object();
  writer.end_object();
  return payload;
}

std::string event_detail(const AlarmChange& change, std::string_view metric_id) {
  std::string detail;
  JsonWriter writer(detail);
  writer.begin_object();
  write_alarm_data(change, metric_id, writer);
  writer.end_object();
  return detail;
}

}  // namespace emu::cloudwatch
