#include "dynamodb/global_table.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeGlobalTableSettingsResult> Dynamodb::describe_global_table_settings(
    Call& call, const DescribeGlobalTableSettings& in) {
  EMU_TRY(const GlobalTableSettings* const global, global_table(call, in.global_table_name));
  return DescribeGlobalTableSettingsResult{
      .global_table_name = global->name,
      .replica_settings = replica_settings(call, *global, global->status(world_.now()))};
}

}  // namespace emu::dynamodb
