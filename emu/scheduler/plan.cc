// What a request for a schedule says, and whether it may.
// Checks: EventBridge Scheduler API Reference, "CreateSchedule".
#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/delivery/target_call.h"
#include "core/json/json_view.h"
#include "core/text/queue_url.h"
#include "scheduler/errors.h"
#include "scheduler/limits.h"
#include "scheduler/names.h"
#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

Error invalid_arn(std::string_view arn) {
  return validation(fmt::format("Provided Arn is not in correct format: {}", arn));
}

Error role_must_be_assumable() {
  return validation(
      "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
}

bool is_json_text(const std::string& text) {
  std::string why;
  return JsonDocument::parse(text, why).has_value();
}

Status check_window(const FlexibleTimeWindow& window) {
  const bool is_flexible = window.mode == "FLEXIBLE";
  if (is_flexible == window.maximum_window_in_minutes.has_value()) return {};
  return validation(is_flexible
                        ? "MaximumWindowInMinutes must be specified when the mode of the "
                          "FlexibleTimeWindow is FLEXIBLE."
                        : "MaximumWindowInMinutes must not be specified when the mode of the "
                          "FlexibleTimeWindow is OFF.");
}

Status check_dates(const CreateSchedule& given, Time now) {
  if (given.start_date && *given.start_date < now - kStartInPastMax) {
    return validation("The StartDate you specify cannot be earlier than 5 minutes ago.");
  }
  if (given.end_date && *given.end_date <= given.start_date.value_or(now)) {
    return validation("The EndDate you specify must be later than the StartDate and now.");
  }
  return {};
}

// Source: EventBridge Scheduler User Guide, "Using universal targets": what only reads is no
// target.
Status check_universal(World& world, const Target& target) {
  constexpr std::array<std::string_view, 3> kReading = {"get", "describe", "list"};
  const std::string_view action = std::string_view(target.arn).substr(target.arn.rfind(':') + 1);
  for (const std::string_view prefix : kReading) {
    if (action.starts_with(prefix)) return validation(target.arn + " is not a supported target.");
  }
  if (universal_operation(world, target.arn) == nullptr) {
    return validation(target.arn + " is not answered here.");
  }
  if (!target.input || is_json_text(*target.input)) return {};
  return validation("The Input of the target must be well-formed JSON.");
}

Status check_templated(const Target& target) {
  const std::optional<Arn> arn = Arn::parse(target.arn);
  if (!arn || arn->service.empty() || arn->resource.empty()) return invalid_arn(target.arn);
  const bool is_bus = arn->service == "events" && arn->resource.starts_with("event-bus/");
  if (!is_bus && !is_common_target(target.arn)) {
    return validation(
        fmt::format("Targets of the service {} are not answered here.", arn->service));
  }
  if (is_bus != target.event_bridge_parameters.has_value()) {
    return validation("EventBridgeParameters must be specified for an event bus, and only for it.");
  }
  if (is_fifo_queue(target.arn) &&
      !(target.sqs_parameters && target.sqs_parameters->message_group_id)) {
    return validation("SqsParameters must be specified for a FIFO queue.");
  }
  const bool needs_json = is_bus || arn->service == "lambda";
  if (!needs_json || !target.input || is_json_text(*target.input)) return {};
  return validation("The Input of the target must be well-formed JSON.");
}

Status check_target(World& world, const Target& target) {
  if (target.input && target.input->size() > kInputBytesMax) {
    return validation("The Input of the target is larger than 256 KB.");
  }
  const std::optional<Arn> role = Arn::parse(target.role_arn);
  if (!role || role->service != "iam" || !role->resource.starts_with("role/")) {
    return invalid_arn(target.role_arn);
  }
  if (target.dead_letter_config && target.dead_letter_config->arn) {
    const std::string& queue = *target.dead_letter_config->arn;
    const std::optional<Arn> arn = Arn::parse(queue);
    if (!arn || arn->service != "sqs" || is_fifo_queue(queue)) return invalid_arn(queue);
  }
  return is_universal(target.arn) ? check_universal(world, target) : check_templated(target);
}

void add_defaults(CreateSchedule& given) {
  if (!given.action_after_completion) given.action_after_completion = "NONE";
  if (!given.schedule_expression_timezone) given.schedule_expression_timezone = "UTC";
  if (!given.state) given.state = "ENABLED";
  RetryPolicy policy = given.target.retry_policy.value_or(RetryPolicy{});
  if (!policy.maximum_retry_attempts) policy.maximum_retry_attempts = kRetriesMax;
  if (!policy.maximum_event_age_in_seconds) {
    policy.maximum_event_age_in_seconds = kEventAgeMaxSeconds;
  }
  given.target.retry_policy = policy;
}

}  // namespace

Result<std::shared_ptr<const Plan>> EventBridgeScheduler::plan_of(const Call& call,
                                                                  CreateSchedule given,
                                                                  const StoredGroup& group) {
  add_defaults(given);
  const std::string& zone_name = *given.schedule_expression_timezone;
  std::shared_ptr<const TimeZone> zone = zones_.find(zone_name);
  if (zone == nullptr) {
    return validation(
        fmt::format("The ScheduleExpressionTimezone {} is not a known time zone.", zone_name));
  }
  std::optional<Recurrence> recurrence =
      Recurrence::parse(given.schedule_expression, std::move(zone));
  if (!recurrence) {
    return validation(fmt::format("Invalid Schedule Expression {}.", given.schedule_expression));
  }
  EMU_CHECK(check_window(given.flexible_time_window));
  EMU_CHECK(check_dates(given, world_.now()));
  EMU_CHECK(check_target(world_, given.target));
  const auto role =
      session_for_target(world_, given.target.role_arn, kServicePrincipal, call.region());
  if (!role) return role_must_be_assumable();

  auto plan = std::make_shared<Plan>();
  plan->arn = schedule_arn(call.account(), call.region(), group.name, given.name);
  plan->account = call.account();
  plan->region = call.region();
  plan->recurrence = *std::move(recurrence);
  // Source: EventBridge Scheduler API Reference, "CreateSchedule": a rate begins at once.
  plan->start = std::max(given.start_date.value_or(world_.now()), world_.now());
  given.group_name = group.name;
  plan->given = std::move(given);
  return std::shared_ptr<const Plan>(std::move(plan));
}

}  // namespace emu::scheduler
