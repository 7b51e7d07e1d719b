#include <string>
#include <utility>

#include "dynamodb/global_table.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<UpdateGlobalTableSettingsResult> Dynamodb::update_global_table_settings(
    Call& call, const UpdateGlobalTableSettings& in) {
  EMU_TRY(GlobalTableSettings* const global, global_table(call, in.global_table_name));
  const std::string_view status = global->status(world_.now());
  if (status != table_statuses::kActive) return global_table_in_use(global->name, status);
  GlobalTableSettings next = *global;
  EMU_CHECK(apply(in, next, world_.now(), [&](std::string_view region) {
    return replica_table(call, region, in.global_table_name);
  }));

  // Source: AWS CLI Command Reference, "update-global-table-settings", whose example shows the
  // settings as they were.
  UpdateGlobalTableSettingsResult result{
      .global_table_name = global->name,
      .replica_settings = replica_settings(call, *global, table_statuses::kUpdating)};
  begin_change(next, table_statuses::kUpdating);
  *global = std::move(next);
  return result;
}

}  // namespace emu::dynamodb
