#include <fmt/format.h>

#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/service.h"
#include "cloudwatch/tags.h"

namespace emu::cloudwatch {

namespace {

Status check_actions(const PutCompositeAlarm& in) {
  for (const auto* actions : {&in.ok_actions, &in.alarm_actions, &in.insufficient_data_actions}) {
    for (const std::string& action : *actions) EMU_CHECK(check_action(action, true));
  }
  return {};
}

// Source: Amazon CloudWatch API Reference, "PutCompositeAlarm": the periods are required with a
// suppressor.
Status check_suppressor(const PutCompositeAlarm& in) {
  const bool has_periods = in.actions_suppressor_wait_period.has_value() &&
                           in.actions_suppressor_extension_period.has_value();
  if (in.actions_suppressor && !has_periods) {
    return validation(
        "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with "
        "ActionsSuppressor.");
  }
  if (in.actions_suppressor_wait_period.value_or(0) < 0 ||
      in.actions_suppressor_extension_period.value_or(0) < 0) {
    return validation("The periods of the actions suppressor must not be negative.");
  }
  return {};
}

}  // namespace

Result<Nothing> Cloudwatch::put_composite_alarm(Call& call, const PutCompositeAlarm& in) {
  Alarm next{.account = call.account(), .region = call.region(), .name = in.alarm_name};
  EMU_TRY(next.rule, AlarmRule::parse(in.alarm_rule));
  EMU_CHECK(check_suppressor(in));
  EMU_CHECK(check_actions(in));
  EMU_TRY(next.tags, with_tags({}, in.tags));
  RegionState& state = state_of(call);
  for (const std::string& child : next.rule->children()) {
    const bool is_itself = alarm_name_of(child) == in.alarm_name;
    if (is_itself || state.find_alarm(child) == nullptr) {
      return validation(
          fmt::format("Could not save the composite alarm as alarms [{}] in the "
                      "alarm rule do not exist",
                      child));
    }
  }
  next.composite = in;
  next.description = in.alarm_description.value_or("");
  next.actions_enabled = in.actions_enabled.value_or(true);
  next.ok_actions = in.ok_actions;
  next.alarm_actions = in.alarm_actions;
  next.insufficient_data_actions = in.insufficient_data_actions;
  EMU_TRY(Alarm * alarm, enter(state, std::move(next)));
  if (evaluate_composite(state, *alarm, nullptr)) evaluate_followers(state, *alarm);
  return Nothing{};
}

}  // namespace emu::cloudwatch
