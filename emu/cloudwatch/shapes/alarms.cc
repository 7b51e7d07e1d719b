#include <emu/cloudwatch/alarms.h>
#include <emu/describe.h>

#include "core/gate/metric_units.h"

namespace emu::cloudwatch {

void AlarmPromQlCriteria::describe(StructureShape<AlarmPromQlCriteria>& s) {
  s.member("Query", &AlarmPromQlCriteria::query).required().range(1, 10000);
  s.member("PendingPeriod", &AlarmPromQlCriteria::pending_period).range(0, 86400);
  s.member("RecoveryPeriod", &AlarmPromQlCriteria::recovery_period).range(0, 86400);
}

void EvaluationCriteria::describe(StructureShape<EvaluationCriteria>& s) {
  s.member("PromQLCriteria", &EvaluationCriteria::prom_ql_criteria);
}

void PutMetricAlarm::describe(StructureShape<PutMetricAlarm>& s) {
  s.member("AlarmName", &PutMetricAlarm::alarm_name).required().range(1, 255);
  s.member("AlarmDescription", &PutMetricAlarm::alarm_description).range(0, 1024);
  s.member("ActionsEnabled", &PutMetricAlarm::actions_enabled);
  s.member("OKActions", &PutMetricAlarm::ok_actions).range(0, 5).each({.min = 1, .max = 1024});
  s.member("AlarmActions", &PutMetricAlarm::alarm_actions)
      .range(0, 5)
      .each({.min = 1, .max = 1024});
  s.member("InsufficientDataActions", &PutMetricAlarm::insufficient_data_actions)
      .range(0, 5)
      .each({.min = 1, .max = 1024});
  s.member("MetricName", &PutMetricAlarm::metric_name).range(1, 255);
  s.member("Namespace", &PutMetricAlarm::namespace_value).range(1, 255);
  s.member("Statistic", &PutMetricAlarm::statistic)
      .one_of({"SampleCount", "Average", "Sum", "Minimum", "Maximum"});
  s.member("ExtendedStatistic", &PutMetricAlarm::extended_statistic);
  s.member("Dimensions", &PutMetricAlarm::dimensions).range(0, 30);
  s.member("Period", &PutMetricAlarm::period).at_least(1);
  s.member("Unit", &PutMetricAlarm::unit).one_of(metric_units());
  s.member("EvaluationPeriods", &PutMetricAlarm::evaluation_periods).at_least(1);
  s.member("DatapointsToAlarm", &PutMetricAlarm::datapoints_to_alarm).at_least(1);
  s.member("Threshold", &PutMetricAlarm::threshold);
  s.member("ComparisonOperator", &PutMetricAlarm::comparison_operator)
      .one_of({"GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold",
               "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold",
               "LessThanLowerThreshold", "GreaterThanUpperThreshold"});
  s.member("TreatMissingData", &PutMetricAlarm::treat_missing_data).range(1, 255);
  s.member("EvaluateLowSampleCountPercentile",
           &PutMetricAlarm::evaluate_low_sample_count_percentile)
      .range(1, 255);
  s.member("Metrics", &PutMetricAlarm::metrics);
  s.member("Tags", &PutMetricAlarm::tags);
  s.member("ThresholdMetricId", &PutMetricAlarm::threshold_metric_id).range(1, 255);
  s.member("EvaluationCriteria", &PutMetricAlarm::evaluation_criteria);
  s.member("EvaluationInterval", &PutMetricAlarm::evaluation_interval).range(10, 3600);
}

void PutCompositeAlarm::describe(StructureShape<PutCompositeAlarm>& s) {
  s.member("ActionsEnabled", &PutCompositeAlarm::actions_enabled);
  s.member("AlarmActions", &PutCompositeAlarm::alarm_actions)
      .range(0, 5)
      .each({.min = 1, .max = 1024});
  s.member("AlarmDescription", &PutCompositeAlarm::alarm_description).range(0, 1024);
  s.member("AlarmName", &PutCompositeAlarm::alarm_name).required().range(1, 255);
  s.member("AlarmRule", &PutCompositeAlarm::alarm_rule).required().range(1, 10240);
  s.member("InsufficientDataActions", &PutCompositeAlarm::insufficient_data_actions)
      .range(0, 5)
      .each({.min = 1, .max = 1024});
  s.member("OKActions", &PutCompositeAlarm::ok_actions).range(0, 5).each({.min = 1, .max = 1024});
  s.member("Tags", &PutCompositeAlarm::tags);
  s.member("ActionsSuppressor", &PutCompositeAlarm::actions_suppressor).range(1, 1600);
  s.member("ActionsSuppressorWaitPeriod", &PutCompositeAlarm::actions_suppressor_wait_period);
  s.member("ActionsSuppressorExtensionPeriod",
           &PutCompositeAlarm::actions_suppressor_extension_period);
}

void CompositeAlarm::describe(StructureShape<CompositeAlarm>& s) {
  s.member("ActionsEnabled", &CompositeAlarm::actions_enabled);
  s.member("AlarmActions", &CompositeAlarm::alarm_actions).always();
  s.member("AlarmArn", &CompositeAlarm::alarm_arn);
  s.member("AlarmConfigurationUpdatedTimestamp",
           &CompositeAlarm::alarm_configuration_updated_timestamp);
  s.member("AlarmDescription", &CompositeAlarm::alarm_description);
  s.member("AlarmName", &CompositeAlarm::alarm_name);
  s.member("AlarmRule", &CompositeAlarm::alarm_rule);
  s.member("InsufficientDataActions", &CompositeAlarm::insufficient_data_actions).always();
  s.member("OKActions", &CompositeAlarm::ok_actions).always();
  s.member("StateReason", &CompositeAlarm::state_reason);
  s.member("StateReasonData", &CompositeAlarm::state_reason_data);
  s.member("StateUpdatedTimestamp", &CompositeAlarm::state_updated_timestamp);
  s.member("StateValue", &CompositeAlarm::state_value);
  s.member("StateTransitionedTimestamp", &CompositeAlarm::state_transitioned_timestamp);
  s.member("ActionsSuppressedBy", &CompositeAlarm::actions_suppressed_by);
  s.member("ActionsSuppressedReason", &CompositeAlarm::actions_suppressed_reason);
  s.member("ActionsSuppressor", &CompositeAlarm::actions_suppressor);
  s.member("ActionsSuppressorWaitPeriod", &CompositeAlarm::actions_suppressor_wait_period);
  s.member("ActionsSuppressorExtensionPeriod",
           &CompositeAlarm::actions_suppressor_extension_period);
}

void MetricAlarm::describe(StructureShape<MetricAlarm>& s) {
  s.member("AlarmName", &MetricAlarm::alarm_name);
  s.member("AlarmArn", &MetricAlarm::alarm_arn);
  s.member("AlarmDescription", &MetricAlarm::alarm_description);
  s.member("AlarmConfigurationUpdatedTimestamp",
           &MetricAlarm::alarm_configuration_updated_timestamp);
  s.member("ActionsEnabled", &MetricAlarm::actions_enabled);
  s.member("OKActions", &MetricAlarm::ok_actions).always();
  s.member("AlarmActions", &MetricAlarm::alarm_actions).always();
  s.member("InsufficientDataActions", &MetricAlarm::insufficient_data_actions).always();
  s.member("StateValue", &MetricAlarm::state_value);
  s.member("StateReason", &MetricAlarm::state_reason);
  s.member("StateReasonData", &MetricAlarm::state_reason_data);
  s.member("StateUpdatedTimestamp", &MetricAlarm::state_updated_timestamp);
  s.member("MetricName", &MetricAlarm::metric_name);
  s.member("Namespace", &MetricAlarm::namespace_value);
  s.member("Statistic", &MetricAlarm::statistic);
  s.member("ExtendedStatistic", &MetricAlarm::extended_statistic);
  s.member("Dimensions", &MetricAlarm::dimensions).always();
  s.member("Period", &MetricAlarm::period);
  s.member("Unit", &MetricAlarm::unit);
  s.member("EvaluationPeriods", &MetricAlarm::evaluation_periods);
  s.member("DatapointsToAlarm", &MetricAlarm::datapoints_to_alarm);
  s.member("Threshold", &MetricAlarm::threshold);
  s.member("ComparisonOperator", &MetricAlarm::comparison_operator);
  s.member("TreatMissingData", &MetricAlarm::treat_missing_data);
  s.member("EvaluateLowSampleCountPercentile", &MetricAlarm::evaluate_low_sample_count_percentile);
  s.member("Metrics", &MetricAlarm::metrics);
  s.member("ThresholdMetricId", &MetricAlarm::threshold_metric_id);
  s.member("EvaluationState", &MetricAlarm::evaluation_state);
  s.member("StateTransitionedTimestamp", &MetricAlarm::state_transitioned_timestamp);
  s.member("EvaluationCriteria", &MetricAlarm::evaluation_criteria);
  s.member("EvaluationInterval", &MetricAlarm::evaluation_interval);
}

void DescribeAlarmsResult::describe(StructureShape<DescribeAlarmsResult>& s) {
  s.member("CompositeAlarms", &DescribeAlarmsResult::composite_alarms).always();
  s.member("MetricAlarms", &DescribeAlarmsResult::metric_alarms).always();
  s.member("NextToken", &DescribeAlarmsResult::next_token);
}

void DescribeAlarms::describe(StructureShape<DescribeAlarms>& s) {
  s.member("AlarmNames", &DescribeAlarms::alarm_names).range(0, 100).each({.min = 1, .max = 255});
  s.member("AlarmNamePrefix", &DescribeAlarms::alarm_name_prefix).range(1, 255);
  s.member("AlarmTypes", &DescribeAlarms::alarm_types)
      .each({.values = {"CompositeAlarm", "MetricAlarm"}});
  s.member("ChildrenOfAlarmName", &DescribeAlarms::children_of_alarm_name).range(1, 255);
  s.member("ParentsOfAlarmName", &DescribeAlarms::parents_of_alarm_name).range(1, 255);
  s.member("StateValue", &DescribeAlarms::state_value).one_of({"OK", "ALARM", "INSUFFICIENT_DATA"});
  s.member("ActionPrefix", &DescribeAlarms::action_prefix).range(1, 1024);
  s.member("MaxRecords", &DescribeAlarms::max_records).range(1, 100);
  s.member("NextToken", &DescribeAlarms::next_token);
}

void DescribeAlarmsForMetricResult::describe(StructureShape<DescribeAlarmsForMetricResult>& s) {
  s.member("MetricAlarms", &DescribeAlarmsForMetricResult::metric_alarms).always();
}

void DescribeAlarmsForMetric::describe(StructureShape<DescribeAlarmsForMetric>& s) {
  s.member("MetricName", &DescribeAlarmsForMetric::metric_name).required().range(1, 255);
  s.member("Namespace", &DescribeAlarmsForMetric::namespace_value).required().range(1, 255);
  s.member("Statistic", &DescribeAlarmsForMetric::statistic)
      .one_of({"SampleCount", "Average", "Sum", "Minimum", "Maximum"});
  s.member("ExtendedStatistic", &DescribeAlarmsForMetric::extended_statistic);
  s.member("Dimensions", &DescribeAlarmsForMetric::dimensions).range(0, 30);
  s.member("Period", &DescribeAlarmsForMetric::period).at_least(1);
  s.member("Unit", &DescribeAlarmsForMetric::unit).one_of(metric_units());
}

void DeleteAlarms::describe(StructureShape<DeleteAlarms>& s) {
  s.member("AlarmNames", &DeleteAlarms::alarm_names)
      .required()
      .range(0, 100)
      .each({.min = 1, .max = 255});
}

void SetAlarmState::describe(StructureShape<SetAlarmState>& s) {
  s.member("AlarmName", &SetAlarmState::alarm_name).required().range(1, 255);
  s.member("StateValue", &SetAlarmState::state_value)
      .required()
      .one_of({"OK", "ALARM", "INSUFFICIENT_DATA"});
  s.member("StateReason", &SetAlarmState::state_reason).required().range(0, 1023);
  s.member("StateReasonData", &SetAlarmState::state_reason_data).range(0, 4000);
}

void EnableAlarmActions::describe(StructureShape<EnableAlarmActions>& s) {
  s.member("AlarmNames", &EnableAlarmActions::alarm_names)
      .required()
      .range(0, 100)
      .each({.min = 1, .max = 255});
}

void DisableAlarmActions::describe(StructureShape<DisableAlarmActions>& s) {
  s.member("AlarmNames", &DisableAlarmActions::alarm_names)
      .required()
      .range(0, 100)
      .each({.min = 1, .max = 255});
}

void AlarmHistoryItem::describe(StructureShape<AlarmHistoryItem>& s) {
  s.member("AlarmName", &AlarmHistoryItem::alarm_name);
  s.member("AlarmContributorId", &AlarmHistoryItem::alarm_contributor_id);
  s.member("AlarmType", &AlarmHistoryItem::alarm_type);
  s.member("Timestamp", &AlarmHistoryItem::timestamp);
  s.member("HistoryItemType", &AlarmHistoryItem::history_item_type);
  s.member("HistorySummary", &AlarmHistoryItem::history_summary);
  s.member("HistoryData", &AlarmHistoryItem::history_data);
  s.member("AlarmContributorAttributes", &AlarmHistoryItem::alarm_contributor_attributes);
}

void DescribeAlarmHistoryResult::describe(StructureShape<DescribeAlarmHistoryResult>& s) {
  s.member("AlarmHistoryItems", &DescribeAlarmHistoryResult::alarm_history_items).always();
  s.member("NextToken", &DescribeAlarmHistoryResult::next_token);
}

void DescribeAlarmHistory::describe(StructureShape<DescribeAlarmHistory>& s) {
  s.member("AlarmName", &DescribeAlarmHistory::alarm_name).range(1, 255);
  s.member("AlarmContributorId", &DescribeAlarmHistory::alarm_contributor_id).range(1, 16);
  s.member("AlarmTypes", &DescribeAlarmHistory::alarm_types)
      .each({.values = {"CompositeAlarm", "MetricAlarm"}});
  s.member("HistoryItemType", &DescribeAlarmHistory::history_item_type)
      .one_of({"ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate",
               "AlarmContributorAction"});
  s.member("StartDate", &DescribeAlarmHistory::start_date);
  s.member("EndDate", &DescribeAlarmHistory::end_date);
  s.member("MaxRecords", &DescribeAlarmHistory::max_records).range(1, 100);
  s.member("NextToken", &DescribeAlarmHistory::next_token);
  s.member("ScanBy", &DescribeAlarmHistory::scan_by)
      .one_of({"TimestampDescending", "TimestampAscending"});
}

}  // namespace emu::cloudwatch

namespace emu {
EMU_DESCRIBED(cloudwatch::AlarmPromQlCriteria);
EMU_DESCRIBED(cloudwatch::EvaluationCriteria);
EMU_DESCRIBED_OPERATION(cloudwatch::PutMetricAlarm);
EMU_DESCRIBED_OPERATION(cloudwatch::PutCompositeAlarm);
EMU_DESCRIBED(cloudwatch::CompositeAlarm);
EMU_DESCRIBED(cloudwatch::MetricAlarm);
EMU_DESCRIBED(cloudwatch::DescribeAlarmsResult);
EMU_DESCRIBED_OPERATION(cloudwatch::DescribeAlarms);
EMU_DESCRIBED(cloudwatch::DescribeAlarmsForMetricResult);
EMU_DESCRIBED_OPERATION(cloudwatch::DescribeAlarmsForMetric);
EMU_DESCRIBED_OPERATION(cloudwatch::DeleteAlarms);
EMU_DESCRIBED_OPERATION(cloudwatch::SetAlarmState);
EMU_DESCRIBED_OPERATION(cloudwatch::EnableAlarmActions);
EMU_DESCRIBED_OPERATION(cloudwatch::DisableAlarmActions);
EMU_DESCRIBED(cloudwatch::AlarmHistoryItem);
EMU_DESCRIBED(cloudwatch::DescribeAlarmHistoryResult);
EMU_DESCRIBED_OPERATION(cloudwatch::DescribeAlarmHistory);
}  // namespace emu
