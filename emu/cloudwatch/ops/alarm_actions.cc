// EnableAlarmActions and DisableAlarmActions.
#include <fmt/format.h>

#include "cloudwatch/service.h"

namespace emu::cloudwatch {

// Names of alarms that do not exist are passed over.
void Cloudwatch::set_actions_enabled(RegionState& state, const std::vector<std::string>& names,
                                     bool enabled) {
  for (const std::string& name : names) {
    const auto found = state.alarms.find(name);
    if (found == state.alarms.end() || found->second.actions_enabled == enabled) continue;
    Alarm& alarm = found->second;
    alarm.actions_enabled = enabled;
    alarm.configured = world_.now();
    state.history.add(alarm, world_.now(), "ConfigurationUpdate",
                      fmt::format("Alarm \"{}\" updated", name),
                      configuration_data(alarm, "Update"));
  }
}

Result<Nothing> Cloudwatch::enable_alarm_actions(Call& call, const EnableAlarmActions& in) {
  set_actions_enabled(state_of(call), in.alarm_names, true);
  return Nothing{};
}

Result<Nothing> Cloudwatch::disable_alarm_actions(Call& call, const DisableAlarmActions& in) {
  set_actions_enabled(state_of(call), in.alarm_names, false);
  return Nothing{};
}

}  // namespace emu::cloudwatch
