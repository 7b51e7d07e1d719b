#include <cstddef>
#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<ListTablesResult> Dynamodb::list_tables(Call& call, const ListTables& in) {
  State& here = state(call);
  here.drop_deleted(world_.now());
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kListTablesLimit));

  ListTablesResult result;
  auto at = in.exclusive_start_table_name ? here.tables.upper_bound(*in.exclusive_start_table_name)
                                          : here.tables.begin();
  for (; at != here.tables.end() && result.table_names.size() < limit; ++at) {
    result.table_names.push_back(at->first);
  }
  if (at != here.tables.end()) result.last_evaluated_table_name = result.table_names.back();
  return result;
}

}  // namespace emu::dynamodb
