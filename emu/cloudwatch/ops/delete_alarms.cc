#include <fmt/format.h>

#include <set>
#include <string_view>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

Error still_needed(std::string_view name, std::string_view parent) {
  return validation(
      fmt::format("The alarm {} cannot be deleted, because the composite alarm {} depends on it.",
                  name, parent));
}

}  // namespace

// Source: Amazon CloudWatch API Reference, "DeleteAlarms": names of alarms that do not exist are no
// error; there may be one composite alarm among them, and none that another one depends on, so that
// no alarm of a circle can be deleted. Metric alarms go after the composite alarm that names them,
// or with it.
Result<Nothing> Cloudwatch::delete_alarms(Call& call, const DeleteAlarms& in) {
  RegionState& state = state_of(call);
  std::size_t composite = 0;
  const std::set<std::string_view> names(in.alarm_names.begin(), in.alarm_names.end());
  for (const std::string_view name : names) {
    const Alarm* alarm = state.find_alarm(name);
    const bool is_composite = alarm != nullptr && alarm->is_composite();
    composite += is_composite ? 1 : 0;
    const auto parents = state.parents.find(name);
    if (parents == state.parents.end()) continue;
    for (const std::string& parent : parents->second) {
      if (state.find_alarm(parent) == nullptr) continue;
      if (is_composite || !names.contains(parent)) return still_needed(name, parent);
    }
  }
  if (composite > kCompositeAlarmsOfDeletion) {
    return validation("At most one composite alarm can be deleted in one operation.");
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
