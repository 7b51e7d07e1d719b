// How an alarm that has been checked takes its place.
#include <fmt/format.h>

#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

Result<Alarm*> Cloudwatch::enter(RegionState& state, Alarm next) {
  const Time now = world_.now();
  Alarm* before = state.find_alarm(next.name);
  if (before != nullptr && before->is_composite() != next.is_composite()) {
    return validation(
        fmt::format("An alarm of another type with the name {} exists already.", next.name));
  }
  if (before == nullptr) {
    if (state.alarms.size() >= kAlarmsMax) {
      return Error{.code = errors::kLimitExceeded,
                   .message = fmt::format("There are {} alarms already.", kAlarmsMax)};
    }
    next.serial = ++last_serial_;
    next.state.updated = now;
    next.state.transitioned = now;
  } else {
    end_watching(state, *before);
    next.serial = before->serial;
    next.state = std::move(before->state);
    next.tags = std::move(before->tags);
  }
  next.arn = alarm_arn(next.account, next.region, next.name);
  next.configured = now;
  const bool is_new = before == nullptr;
  Alarm& alarm = state.alarms.insert_or_assign(next.name, std::move(next)).first->second;
  state.history.add(alarm, now, "ConfigurationUpdate",
                    fmt::format("Alarm \"{}\" {}", alarm.name, is_new ? "created" : "updated"),
                    configuration_data(alarm, is_new ? "Create" : "Update"));
  begin_watching(state, alarm);
  return &alarm;
}

}  // namespace emu::cloudwatch
