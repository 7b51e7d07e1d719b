#include <fmt/format.h>

#include <algorithm>

#include "cloudwatch/errors.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

// Source: Amazon CloudWatch API Reference, "DeleteAlarms": names of alarms that do not exist are no
// error, but a composite alarm goes before those that its rule names, or with them.
Result<Nothing> Cloudwatch::delete_alarms(Call& call, const DeleteAlarms& in) {
  RegionState& state = state_of(call);
  for (const std::string& name : in.alarm_names) {
    const auto parents = state.parents.find(name);
    if (parents == state.parents.end()) continue;
    for (const std::string& parent : parents->second) {
      const Alarm* alarm = state.find_alarm(parent);
      if (alarm == nullptr) continue;
      const bool goes_too =
          std::find(in.alarm_names.begin(), in.alarm_names.end(), parent) != in.alarm_names.end();
      if (goes_too) continue;
      return validation(fmt::format(
          "The alarm {} cannot be deleted, because the composite alarm {} depends on it.", name,
          parent));
    }
  }
  for (const std::string& name : in.alarm_names) {
    const auto found = state.alarms.find(name);
    if (found == state.alarms.end()) continue;
    Alarm& alarm = found->second;
    state.history.add(alarm, world_.now(), "ConfigurationUpdate",
                      fmt::format("Alarm \"{}\" deleted", name),
                      configuration_data(alarm, "Delete"));
    end_watching(state, alarm);
    state.alarms.erase(found);
  }
  return Nothing{};
}

}  // namespace emu::cloudwatch
