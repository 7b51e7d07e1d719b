// Schedules: when what is called. Include <emu/scheduler.h>.
// Source: EventBridge Scheduler API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::scheduler {

// "OFF", or "FLEXIBLE" with up to 1,440 minutes, within which the target is called at a moment
// that is drawn from the seed.
struct FlexibleTimeWindow {
  std::optional<std::int32_t> maximum_window_in_minutes = {};
  std::string mode;
  static void describe(StructureShape<FlexibleTimeWindow>& s);
};

struct DeadLetterConfig {
  std::optional<std::string> arn = {};
  static void describe(StructureShape<DeadLetterConfig>& s);
};

struct EventBridgeParameters {
  std::string detail_type;
  std::string source;
  static void describe(StructureShape<EventBridgeParameters>& s);
};

struct RetryPolicy {
  std::optional<std::int32_t> maximum_event_age_in_seconds = {};
  std::optional<std::int32_t> maximum_retry_attempts = {};
  static void describe(StructureShape<RetryPolicy>& s);
};

struct SqsParameters {
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<SqsParameters>& s);
};

// A queue, topic, function or event bus, or any operation that is answered here:
// "arn:aws:scheduler:::aws-sdk:sqs:createQueue", whose input is the request as JSON. It is called
// as the role, which scheduler.amazonaws.com must be able to assume.
struct Target {
  std::string arn;
  std::optional<DeadLetterConfig> dead_letter_config = {};
  std::optional<EventBridgeParameters> event_bridge_parameters = {};
  std::optional<std::string> input = {};
  std::optional<RetryPolicy> retry_policy = {};
  std::string role_arn;
  std::optional<SqsParameters> sqs_parameters = {};
  static void describe(StructureShape<Target>& s);
};

struct CreateScheduleResult {
  std::string schedule_arn = {};
  static void describe(StructureShape<CreateScheduleResult>& s);
};

// "at(2026-12-24T18:00:00)", "rate(5 minutes)" or "cron(0 10 ? * MON-FRI *)", in a time zone of the
// tz database; the default is UTC. Errors: ConflictException, ResourceNotFoundException of the
// group, ServiceQuotaExceededException, ValidationException.
struct CreateSchedule {
  static constexpr OperationName kOperation{"scheduler", "CreateSchedule", "POST",
                                            "/schedules/{Name}"};
  using Result = CreateScheduleResult;
  std::optional<std::string> action_after_completion = {};
  std::optional<std::string> client_token = {};
  std::optional<std::string> description = {};
  std::optional<Time> end_date = {};
  FlexibleTimeWindow flexible_time_window;
  std::optional<std::string> group_name = {};
  std::optional<std::string> kms_key_arn = {};
  std::string name;
  std::string schedule_expression;
  std::optional<std::string> schedule_expression_timezone = {};
  std::optional<Time> start_date = {};
  std::optional<std::string> state = {};
  Target target;
  static void describe(StructureShape<CreateSchedule>& s);
};

struct GetScheduleResult {
  std::string action_after_completion = {};
  std::string arn = {};
  std::optional<Time> creation_date = {};
  std::string description = {};
  std::optional<Time> end_date = {};
  std::optional<FlexibleTimeWindow> flexible_time_window = {};
  std::string group_name = {};
  std::string kms_key_arn = {};
  std::optional<Time> last_modification_date = {};
  std::string name = {};
  std::string schedule_expression = {};
  std::string schedule_expression_timezone = {};
  std::optional<Time> start_date = {};
  std::string state = {};
  std::optional<Target> target = {};
  static void describe(StructureShape<GetScheduleResult>& s);
};

struct GetSchedule {
  static constexpr OperationName kOperation{"scheduler", "GetSchedule", "GET", "/schedules/{Name}"};
  using Result = GetScheduleResult;
  std::optional<std::string> group_name = {};
  std::string name;
  static void describe(StructureShape<GetSchedule>& s);
};

struct UpdateScheduleResult {
  std::string schedule_arn = {};
  static void describe(StructureShape<UpdateScheduleResult>& s);
};

// Replaces all that the schedule says; what is left out gets its default.
struct UpdateSchedule {
  static constexpr OperationName kOperation{"scheduler", "UpdateSchedule", "PUT",
                                            "/schedules/{Name}"};
  using Result = UpdateScheduleResult;
  std::optional<std::string> action_after_completion = {};
  std::optional<std::string> client_token = {};
  std::optional<std::string> description = {};
  std::optional<Time> end_date = {};
  FlexibleTimeWindow flexible_time_window;
  std::optional<std::string> group_name = {};
  std::optional<std::string> kms_key_arn = {};
  std::string name;
  std::string schedule_expression;
  std::optional<std::string> schedule_expression_timezone = {};
  std::optional<Time> start_date = {};
  std::optional<std::string> state = {};
  Target target;
  static void describe(StructureShape<UpdateSchedule>& s);
};

struct DeleteSchedule {
  static constexpr OperationName kOperation{"scheduler", "DeleteSchedule", "DELETE",
                                            "/schedules/{Name}"};
  using Result = Nothing;
  std::optional<std::string> client_token = {};
  std::optional<std::string> group_name = {};
  std::string name;
  static void describe(StructureShape<DeleteSchedule>& s);
};

struct TargetSummary {
  std::string arn = {};
  static void describe(StructureShape<TargetSummary>& s);
};

struct ScheduleSummary {
  std::string arn = {};
  std::optional<Time> creation_date = {};
  std::string group_name = {};
  std::optional<Time> last_modification_date = {};
  std::string name = {};
  std::string state = {};
  std::optional<TargetSummary> target = {};
  static void describe(StructureShape<ScheduleSummary>& s);
};

struct ListSchedulesResult {
  std::string next_token = {};
  std::vector<ScheduleSummary> schedules = {};
  static void describe(StructureShape<ListSchedulesResult>& s);
};

struct ListSchedules {
  static constexpr OperationName kOperation{"scheduler", "ListSchedules", "GET", "/schedules"};
  using Result = ListSchedulesResult;
  std::optional<std::string> group_name = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> name_prefix = {};
  std::optional<std::string> next_token = {};
  std::optional<std::string> state = {};
  static void describe(StructureShape<ListSchedules>& s);
};

}  // namespace emu::scheduler
