#include "dynamodb/global_table.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeGlobalTableResult> Dynamodb::describe_global_table(Call& call,
                                                                  const DescribeGlobalTable& in) {
  EMU_TRY(const GlobalTableSettings* const global, global_table(call, in.global_table_name));
  return DescribeGlobalTableResult{.global_table_description =
                                       describe(*global, call.account(), world_.now())};
}

}  // namespace emu::dynamodb
