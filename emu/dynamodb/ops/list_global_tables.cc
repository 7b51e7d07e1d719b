#include <cstddef>
#include <utility>

#include "dynamodb/global_table.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

GlobalTable listed(const GlobalTableSettings& global) {
  GlobalTable listed{.global_table_name = global.name};
  for (const GlobalReplicaSettings& replica : global.replicas) {
    listed.replication_group.push_back({.region_name = replica.region});
  }
  return listed;
}

}  // namespace

Result<ListGlobalTablesResult> Dynamodb::list_global_tables(Call& call,
                                                            const ListGlobalTables& in) {
  GlobalTables* const all = global_tables(call);
  if (all == nullptr) return ListGlobalTablesResult{};
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kListGlobalTablesLimit));

  ListGlobalTablesResult result;
  auto at = in.exclusive_start_global_table_name
                ? all->upper_bound(*in.exclusive_start_global_table_name)
                : all->begin();
  for (; at != all->end(); ++at) {
    if (in.region_name && at->second.find(*in.region_name) == nullptr) continue;
    if (result.global_tables.size() == limit) {
      result.last_evaluated_global_table_name = result.global_tables.back().global_table_name;
      break;
    }
    result.global_tables.push_back(listed(at->second));
  }
  return result;
}

}  // namespace emu::dynamodb
