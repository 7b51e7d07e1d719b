#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

TimeToLiveDescription describe(const TimeToLiveSettings& settings, bool is_changing) {
  if (settings.is_enabled) {
    return {.time_to_live_status = is_changing ? "ENABLING" : "ENABLED",
            .attribute_name = settings.attribute_name};
  }
  if (is_changing) {
    return {.time_to_live_status = "DISABLING", .attribute_name = settings.attribute_name};
  }
  return {.time_to_live_status = "DISABLED"};
}

}  // namespace

Result<DescribeTimeToLiveResult> Dynamodb::describe_time_to_live(Call& call,
                                                                 const DescribeTimeToLive& in) {
  EMU_TRY(const Table* table, table_named(call, in.table_name));
  const auto settings = table->settings.time_to_live.value_or(TimeToLiveSettings{});
  const bool is_changing = world_.now() < settings.changed + options_.table_step;
  return DescribeTimeToLiveResult{.time_to_live_description = describe(settings, is_changing)};
}

}  // namespace emu::dynamodb
