#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the texts.
Error already_enabled() { return validation("TimeToLive is already enabled"); }

Error already_disabled() { return validation("TimeToLive is already disabled"); }

Error active_on_another_attribute(std::string_view current) {
  return validation(fmt::format(
      "TimeToLive is active on a different AttributeName: current AttributeName is {}", current));
}

Error changed_too_often() {
  return validation("Time to live has been modified multiple times within a fixed interval");
}

Status check_change(const TimeToLiveSpecification& wanted, const TimeToLiveSettings& current) {
  if (!current.is_enabled) return wanted.enabled ? Status() : already_disabled();
  if (wanted.attribute_name != current.attribute_name) {
    return active_on_another_attribute(current.attribute_name);
  }
  return wanted.enabled ? already_enabled() : Status();
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "UpdateTimeToLive".
Result<UpdateTimeToLiveResult> Dynamodb::update_time_to_live(Call& call,
                                                             const UpdateTimeToLive& in) {
  const Time now = world_.now();
  EMU_TRY(Table* const table, settled_table(call, in.table_name));
  std::optional<TimeToLiveSettings>& settings = table->settings.time_to_live;
  const TimeToLiveSpecification& wanted = in.time_to_live_specification;
  EMU_CHECK(check_change(wanted, settings.value_or(TimeToLiveSettings{})));
  if (settings && now < settings->changed + kTimeToLiveChange) return changed_too_often();

  settings = TimeToLiveSettings{
      .is_enabled = wanted.enabled, .attribute_name = wanted.attribute_name, .changed = now};
  end_expiry(*table);
  if (wanted.enabled) begin_expiry(*table);
  return UpdateTimeToLiveResult{.time_to_live_specification = wanted};
}

}  // namespace emu::dynamodb
