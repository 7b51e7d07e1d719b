#include "dynamodb/errors.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeTableResult> Dynamodb::describe_table(Call& call, const DescribeTable& in) {
  EMU_TRY(const Table* table, table_named(call, in.table_name));
  return DescribeTableResult{.table = describe(*table, world_.now())};
}

}  // namespace emu::dynamodb
