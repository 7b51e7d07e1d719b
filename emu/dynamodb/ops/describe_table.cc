#include "dynamodb/errors.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeTableResult> Dynamodb::describe_table(Call& call, const DescribeTable& in) {
  const Table* table = state(call).find(in.table_name, world_.now());
  if (table == nullptr) return table_not_found_named(in.table_name);
  return DescribeTableResult{.table = describe(*table, world_.now())};
}

}  // namespace emu::dynamodb
