// Alarms on metrics and composite alarms. Include <emu/cloudwatch.h>.
//
//   aws.send(PutMetricAlarm{.alarm_name = "dead letters",
//                           .alarm_actions = {topic_arn},
//                           .metric_name = "ApproximateNumberOfMessagesVisible",
//                           .namespace_value = "AWS/SQS",
//                           .statistic = "Maximum",
//                           .dimensions = {{.name = "QueueName", .value = "orders-dlq"}},
//                           .period = 60,
//                           .evaluation_periods = 1,
//                           .threshold = 0,
//                           .comparison_operator = "GreaterThanThreshold"});
//
// States are "OK", "ALARM" and "INSUFFICIENT_DATA", periods are in seconds. An alarm is evaluated
// at whole minutes, one with a period below a minute every ten seconds.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::cloudwatch {

struct AlarmPromQlCriteria {
  std::string query;
  std::optional<std::int32_t> pending_period = {};
  std::optional<std::int32_t> recovery_period = {};
  static void describe(StructureShape<AlarmPromQlCriteria>& s);
};

struct EvaluationCriteria {
  std::optional<AlarmPromQlCriteria> prom_ql_criteria = {};
  static void describe(StructureShape<EvaluationCriteria>& s);
};

// Makes an alarm, or takes the place of one with its state and tags. Either metric_name,
// namespace_value, period and one statistic, or `metrics`, of which one returns data.
// treat_missing_data: "missing" (default), "ignore", "breaching", "notBreaching".
// Errors: ValidationError, InvalidParameterCombination, LimitExceeded.
struct PutMetricAlarm {
  static constexpr OperationName kOperation{"cloudwatch", "PutMetricAlarm"};
  using Result = Nothing;
  std::string alarm_name;
  std::optional<std::string> alarm_description = {};
  std::optional<bool> actions_enabled = {};
  std::vector<std::string> ok_actions = {};
  std::vector<std::string> alarm_actions = {};
  std::vector<std::string> insufficient_data_actions = {};
  std::optional<std::string> metric_name = {};
  std::optional<std::string> namespace_value = {};
  std::optional<std::string> statistic = {};
  std::optional<std::string> extended_statistic = {};
  std::vector<Dimension> dimensions = {};
  std::optional<std::int32_t> period = {};
  std::optional<std::string> unit = {};
  std::optional<std::int32_t> evaluation_periods = {};
  std::optional<std::int32_t> datapoints_to_alarm = {};
  std::optional<double> threshold = {};
  std::optional<std::string> comparison_operator = {};
  std::optional<std::string> treat_missing_data = {};
  std::optional<std::string> evaluate_low_sample_count_percentile = {};
  std::vector<MetricDataQuery> metrics = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> threshold_metric_id = {};
  std::optional<EvaluationCriteria> evaluation_criteria = {};
  std::optional<std::int32_t> evaluation_interval = {};
  static void describe(StructureShape<PutMetricAlarm>& s);
};

// alarm_rule: 'ALARM("cpu") AND NOT (OK(disk) OR INSUFFICIENT_DATA("net"))', of alarms that exist.
// While the suppressor, an alarm, is in ALARM, nothing is done; the periods are in seconds.
// Errors: ValidationError, LimitExceeded.
struct PutCompositeAlarm {
  static constexpr OperationName kOperation{"cloudwatch", "PutCompositeAlarm"};
  using Result = Nothing;
  std::optional<bool> actions_enabled = {};
  std::vector<std::string> alarm_actions = {};
  std::optional<std::string> alarm_description = {};
  std::string alarm_name;
  std::string alarm_rule;
  std::vector<std::string> insufficient_data_actions = {};
  std::vector<std::string> ok_actions = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> actions_suppressor = {};
  std::optional<std::int32_t> actions_suppressor_wait_period = {};
  std::optional<std::int32_t> actions_suppressor_extension_period = {};
  static void describe(StructureShape<PutCompositeAlarm>& s);
};

struct CompositeAlarm {
  std::optional<bool> actions_enabled = {};
  std::vector<std::string> alarm_actions = {};
  std::string alarm_arn = {};
  std::optional<Time> alarm_configuration_updated_timestamp = {};
  std::string alarm_description = {};
  std::string alarm_name = {};
  std::string alarm_rule = {};
  std::vector<std::string> insufficient_data_actions = {};
  std::vector<std::string> ok_actions = {};
  std::string state_reason = {};
  std::string state_reason_data = {};
  std::optional<Time> state_updated_timestamp = {};
  std::string state_value = {};
  std::optional<Time> state_transitioned_timestamp = {};
  std::string actions_suppressed_by = {};
  std::string actions_suppressed_reason = {};
  std::string actions_suppressor = {};
  std::optional<std::int32_t> actions_suppressor_wait_period = {};
  std::optional<std::int32_t> actions_suppressor_extension_period = {};
  static void describe(StructureShape<CompositeAlarm>& s);
};

struct MetricAlarm {
  std::string alarm_name = {};
  std::string alarm_arn = {};
  std::string alarm_description = {};
  std::optional<Time> alarm_configuration_updated_timestamp = {};
  std::optional<bool> actions_enabled = {};
  std::vector<std::string> ok_actions = {};
  std::vector<std::string> alarm_actions = {};
  std::vector<std::string> insufficient_data_actions = {};
  std::string state_value = {};
  std::string state_reason = {};
  std::string state_reason_data = {};
  std::optional<Time> state_updated_timestamp = {};
  std::string metric_name = {};
  std::string namespace_value = {};
  std::string statistic = {};
  std::string extended_statistic = {};
  std::vector<Dimension> dimensions = {};
  std::optional<std::int32_t> period = {};
  std::string unit = {};
  std::optional<std::int32_t> evaluation_periods = {};
  std::optional<std::int32_t> datapoints_to_alarm = {};
  std::optional<double> threshold = {};
  std::string comparison_operator = {};
  std::string treat_missing_data = {};
  std::string evaluate_low_sample_count_percentile = {};
  std::vector<MetricDataQuery> metrics = {};
  std::string threshold_metric_id = {};
  std::string evaluation_state = {};
  std::optional<Time> state_transitioned_timestamp = {};
  std::optional<EvaluationCriteria> evaluation_criteria = {};
  std::optional<std::int32_t> evaluation_interval = {};
  static void describe(StructureShape<MetricAlarm>& s);
};

struct DescribeAlarmsResult {
  std::vector<CompositeAlarm> composite_alarms = {};
  std::vector<MetricAlarm> metric_alarms = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeAlarmsResult>& s);
};

// Metric alarms, unless alarm_types says otherwise; up to 100 a page, 50 by default.
// Errors: InvalidParameterCombination, InvalidNextToken.
struct DescribeAlarms {
  static constexpr OperationName kOperation{"cloudwatch", "DescribeAlarms"};
  using Result = DescribeAlarmsResult;
  std::vector<std::string> alarm_names = {};
  std::optional<std::string> alarm_name_prefix = {};
  std::vector<std::string> alarm_types = {};
  std::optional<std::string> children_of_alarm_name = {};
  std::optional<std::string> parents_of_alarm_name = {};
  std::optional<std::string> state_value = {};
  std::optional<std::string> action_prefix = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<DescribeAlarms>& s);
};

struct DescribeAlarmsForMetricResult {
  std::vector<MetricAlarm> metric_alarms = {};
  static void describe(StructureShape<DescribeAlarmsForMetricResult>& s);
};

// The alarms that watch a metric, by itself or in metric math.
struct DescribeAlarmsForMetric {
  static constexpr OperationName kOperation{"cloudwatch", "DescribeAlarmsForMetric"};
  using Result = DescribeAlarmsForMetricResult;
  std::string metric_name;
  std::string namespace_value;
  std::optional<std::string> statistic = {};
  std::optional<std::string> extended_statistic = {};
  std::vector<Dimension> dimensions = {};
  std::optional<std::int32_t> period = {};
  std::optional<std::string> unit = {};
  static void describe(StructureShape<DescribeAlarmsForMetric>& s);
};

// Up to 100; names of alarms that do not exist are passed over. An alarm that a composite alarm
// names goes with or after that one. Errors: ValidationError.
struct DeleteAlarms {
  static constexpr OperationName kOperation{"cloudwatch", "DeleteAlarms"};
  using Result = Nothing;
  std::vector<std::string> alarm_names;
  static void describe(StructureShape<DeleteAlarms>& s);
};

// Until the alarm is evaluated next. What follows from a change of state does follow.
// Errors: ResourceNotFound, InvalidFormat for reason data that is not JSON.
struct SetAlarmState {
  static constexpr OperationName kOperation{"cloudwatch", "SetAlarmState"};
  using Result = Nothing;
  std::string alarm_name;
  std::string state_value;
  std::string state_reason;
  std::optional<std::string> state_reason_data = {};
  static void describe(StructureShape<SetAlarmState>& s);
};

// Names of alarms that do not exist are passed over.
struct EnableAlarmActions {
  static constexpr OperationName kOperation{"cloudwatch", "EnableAlarmActions"};
  using Result = Nothing;
  std::vector<std::string> alarm_names;
  static void describe(StructureShape<EnableAlarmActions>& s);
};

// The alarm goes on changing its state. Names of alarms that do not exist are passed over.
struct DisableAlarmActions {
  static constexpr OperationName kOperation{"cloudwatch", "DisableAlarmActions"};
  using Result = Nothing;
  std::vector<std::string> alarm_names;
  static void describe(StructureShape<DisableAlarmActions>& s);
};

struct AlarmHistoryItem {
  std::string alarm_name = {};
  std::string alarm_contributor_id = {};
  std::string alarm_type = {};
  std::optional<Time> timestamp = {};
  std::string history_item_type = {};
  std::string history_summary = {};
  std::string history_data = {};
  std::map<std::string, std::string> alarm_contributor_attributes = {};
  static void describe(StructureShape<AlarmHistoryItem>& s);
};

struct DescribeAlarmHistoryResult {
  std::vector<AlarmHistoryItem> alarm_history_items = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeAlarmHistoryResult>& s);
};

// Of 30 days, the newest first unless scan_by says "TimestampAscending"; up to 100 a page.
// Errors: InvalidNextToken.
struct DescribeAlarmHistory {
  static constexpr OperationName kOperation{"cloudwatch", "DescribeAlarmHistory"};
  using Result = DescribeAlarmHistoryResult;
  std::optional<std::string> alarm_name = {};
  std::optional<std::string> alarm_contributor_id = {};
  std::vector<std::string> alarm_types = {};
  std::optional<std::string> history_item_type = {};
  std::optional<Time> start_date = {};
  std::optional<Time> end_date = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> next_token = {};
  std::optional<std::string> scan_by = {};
  static void describe(StructureShape<DescribeAlarmHistory>& s);
};

}  // namespace emu::cloudwatch
