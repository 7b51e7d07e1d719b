#include <algorithm>

#include "cloudwatch/errors.h"
#include "cloudwatch/service.h"
#include "core/json/json_view.h"

namespace emu::cloudwatch {

// The alarm goes back to its own state when it is evaluated next.
Result<Nothing> Cloudwatch::set_alarm_state(Call& call, const SetAlarmState& in) {
  RegionState& state = state_of(call);
  const auto found = state.alarms.find(in.alarm_name);
  if (found == state.alarms.end()) {
    return Error{.code = errors::kResourceNotFound,
                 .message = "Alarm not found: " + in.alarm_name,
                 .status = 404};
  }
  std::string why;
  if (in.state_reason_data && !JsonDocument::parse(*in.state_reason_data, why)) {
    return Error{.code = errors::kInvalidFormat,
                 .message = "StateReasonData is not valid JSON: " + why};
  }
  const Time now = world_.now();
  Alarm& alarm = found->second;
  const std::string_view value = in.state_value == kAlarm ? kAlarm
                                 : in.state_value == kOk  ? kOk
                                                          : kInsufficientData;
  change_state(state, alarm,
               {.value = value,
                .reason = in.state_reason,
                .reason_data = in.state_reason_data.value_or(""),
                .updated = now,
                .transitioned = now});
  if (!alarm.is_composite() && alarm.due == Time()) {
    end_watching(state, alarm);
    begin_watching(state, alarm);
  }
  return Nothing{};
}

}  // namespace emu::cloudwatch
