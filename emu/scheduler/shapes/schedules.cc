#include <emu/describe.h>
#include <emu/scheduler/schedules.h>

#include "scheduler/names.h"

namespace emu::scheduler {

void FlexibleTimeWindow::describe(StructureShape<FlexibleTimeWindow>& s) {
  s.member("MaximumWindowInMinutes", &FlexibleTimeWindow::maximum_window_in_minutes).range(1, 1440);
  s.member("Mode", &FlexibleTimeWindow::mode).required().one_of({"OFF", "FLEXIBLE"});
}

void DeadLetterConfig::describe(StructureShape<DeadLetterConfig>& s) {
  s.member("Arn", &DeadLetterConfig::arn).range(1, 1600);
}

void EventBridgeParameters::describe(StructureShape<EventBridgeParameters>& s) {
  s.member("DetailType", &EventBridgeParameters::detail_type).required().range(1, 128);
  s.member("Source", &EventBridgeParameters::source).required().range(1, 256);
}

void RetryPolicy::describe(StructureShape<RetryPolicy>& s) {
  s.member("MaximumEventAgeInSeconds", &RetryPolicy::maximum_event_age_in_seconds).range(60, 86400);
  s.member("MaximumRetryAttempts", &RetryPolicy::maximum_retry_attempts).range(0, 185);
}

void SqsParameters::describe(StructureShape<SqsParameters>& s) {
  s.member("MessageGroupId", &SqsParameters::message_group_id).range(1, 128);
}

void Target::describe(StructureShape<Target>& s) {
  s.member("Arn", &Target::arn).required().range(1, 1600);
  s.member("DeadLetterConfig", &Target::dead_letter_config);
  s.member("EventBridgeParameters", &Target::event_bridge_parameters);
  s.member("Input", &Target::input).at_least(1);
  s.member("RetryPolicy", &Target::retry_policy);
  s.member("RoleArn", &Target::role_arn).required().range(1, 1600);
  s.member("SqsParameters", &Target::sqs_parameters);
}

void CreateScheduleResult::describe(StructureShape<CreateScheduleResult>& s) {
  s.member("ScheduleArn", &CreateScheduleResult::schedule_arn);
}

void CreateSchedule::describe(StructureShape<CreateSchedule>& s) {
  s.member("ActionAfterCompletion", &CreateSchedule::action_after_completion)
      .one_of({"NONE", "DELETE"});
  s.member("ClientToken", &CreateSchedule::client_token).range(1, 64);
  s.member("Description", &CreateSchedule::description).range(0, 512);
  s.member("EndDate", &CreateSchedule::end_date);
  s.member("FlexibleTimeWindow", &CreateSchedule::flexible_time_window).required();
  s.member("GroupName", &CreateSchedule::group_name).range(1, 64).pattern(&is_name, kNamePattern);
  s.member("KmsKeyArn", &CreateSchedule::kms_key_arn).range(1, 2048);
  s.member("Name", &CreateSchedule::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("ScheduleExpression", &CreateSchedule::schedule_expression).required().range(1, 256);
  s.member("ScheduleExpressionTimezone", &CreateSchedule::schedule_expression_timezone)
      .range(1, 50);
  s.member("StartDate", &CreateSchedule::start_date);
  s.member("State", &CreateSchedule::state).one_of({"ENABLED", "DISABLED"});
  s.member("Target", &CreateSchedule::target).required();
}

void GetScheduleResult::describe(StructureShape<GetScheduleResult>& s) {
  s.member("ActionAfterCompletion", &GetScheduleResult::action_after_completion);
  s.member("Arn", &GetScheduleResult::arn);
  s.member("CreationDate", &GetScheduleResult::creation_date);
  s.member("Description", &GetScheduleResult::description);
  s.member("EndDate", &GetScheduleResult::end_date);
  s.member("FlexibleTimeWindow", &GetScheduleResult::flexible_time_window);
  s.member("GroupName", &GetScheduleResult::group_name);
  s.member("KmsKeyArn", &GetScheduleResult::kms_key_arn);
  s.member("LastModificationDate", &GetScheduleResult::last_modification_date);
  s.member("Name", &GetScheduleResult::name);
  s.member("ScheduleExpression", &GetScheduleResult::schedule_expression);
  s.member("ScheduleExpressionTimezone", &GetScheduleResult::schedule_expression_timezone);
  s.member("StartDate", &GetScheduleResult::start_date);
  s.member("State", &GetScheduleResult::state);
  s.member("Target", &GetScheduleResult::target);
}

void GetSchedule::describe(StructureShape<GetSchedule>& s) {
  s.member("GroupName", &GetSchedule::group_name)
      .query("groupName")
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("Name", &GetSchedule::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
}

void UpdateScheduleResult::describe(StructureShape<UpdateScheduleResult>& s) {
  s.member("ScheduleArn", &UpdateScheduleResult::schedule_arn);
}

void UpdateSchedule::describe(StructureShape<UpdateSchedule>& s) {
  s.member("ActionAfterCompletion", &UpdateSchedule::action_after_completion)
      .one_of({"NONE", "DELETE"});
  s.member("ClientToken", &UpdateSchedule::client_token).range(1, 64);
  s.member("Description", &UpdateSchedule::description).range(0, 512);
  s.member("EndDate", &UpdateSchedule::end_date);
  s.member("FlexibleTimeWindow", &UpdateSchedule::flexible_time_window).required();
  s.member("GroupName", &UpdateSchedule::group_name).range(1, 64).pattern(&is_name, kNamePattern);
  s.member("KmsKeyArn", &UpdateSchedule::kms_key_arn).range(1, 2048);
  s.member("Name", &UpdateSchedule::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("ScheduleExpression", &UpdateSchedule::schedule_expression).required().range(1, 256);
  s.member("ScheduleExpressionTimezone", &UpdateSchedule::schedule_expression_timezone)
      .range(1, 50);
  s.member("StartDate", &UpdateSchedule::start_date);
  s.member("State", &UpdateSchedule::state).one_of({"ENABLED", "DISABLED"});
  s.member("Target", &UpdateSchedule::target).required();
}

void DeleteSchedule::describe(StructureShape<DeleteSchedule>& s) {
  s.member("ClientToken", &DeleteSchedule::client_token).query("clientToken").range(1, 64);
  s.member("GroupName", &DeleteSchedule::group_name)
      .query("groupName")
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("Name", &DeleteSchedule::name)
      .path("Name")
      .required()
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
}

void TargetSummary::describe(StructureShape<TargetSummary>& s) {
  s.member("Arn", &TargetSummary::arn);
}

void ScheduleSummary::describe(StructureShape<ScheduleSummary>& s) {
  s.member("Arn", &ScheduleSummary::arn);
  s.member("CreationDate", &ScheduleSummary::creation_date);
  s.member("GroupName", &ScheduleSummary::group_name);
  s.member("LastModificationDate", &ScheduleSummary::last_modification_date);
  s.member("Name", &ScheduleSummary::name);
  s.member("State", &ScheduleSummary::state);
  s.member("Target", &ScheduleSummary::target);
}

void ListSchedulesResult::describe(StructureShape<ListSchedulesResult>& s) {
  s.member("NextToken", &ListSchedulesResult::next_token);
  s.member("Schedules", &ListSchedulesResult::schedules).always();
}

void ListSchedules::describe(StructureShape<ListSchedules>& s) {
  s.member("GroupName", &ListSchedules::group_name)
      .query("ScheduleGroup")
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("MaxResults", &ListSchedules::max_results).query("MaxResults").range(1, 100);
  s.member("NamePrefix", &ListSchedules::name_prefix)
      .query("NamePrefix")
      .range(1, 64)
      .pattern(&is_name, kNamePattern);
  s.member("NextToken", &ListSchedules::next_token).query("NextToken").range(1, 2048);
  s.member("State", &ListSchedules::state).query("State").one_of({"ENABLED", "DISABLED"});
}

}  // namespace emu::scheduler

namespace emu {
EMU_DESCRIBED(scheduler::FlexibleTimeWindow);
EMU_DESCRIBED(scheduler::DeadLetterConfig);
EMU_DESCRIBED(scheduler::EventBridgeParameters);
EMU_DESCRIBED(scheduler::RetryPolicy);
EMU_DESCRIBED(scheduler::SqsParameters);
EMU_DESCRIBED(scheduler::Target);
EMU_DESCRIBED(scheduler::CreateScheduleResult);
EMU_DESCRIBED_OPERATION(scheduler::CreateSchedule);
EMU_DESCRIBED(scheduler::GetScheduleResult);
EMU_DESCRIBED_OPERATION(scheduler::GetSchedule);
EMU_DESCRIBED(scheduler::UpdateScheduleResult);
EMU_DESCRIBED_OPERATION(scheduler::UpdateSchedule);
EMU_DESCRIBED_OPERATION(scheduler::DeleteSchedule);
EMU_DESCRIBED(scheduler::TargetSummary);
EMU_DESCRIBED(scheduler::ScheduleSummary);
EMU_DESCRIBED(scheduler::ListSchedulesResult);
EMU_DESCRIBED_OPERATION(scheduler::ListSchedules);
}  // namespace emu
