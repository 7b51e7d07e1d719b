#include <set>
#include <string>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/global_table.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the texts.
Status check_replication_group(const std::vector<Replica>& group) {
  if (group.empty()) return invalid_parameter("ReplicationGroup must not be empty");
  std::set<std::string_view> regions;
  for (const Replica& replica : group) {
    if (!replica.region_name) return invalid_parameter("A replica must have a RegionName");
    if (!regions.insert(*replica.region_name).second) {
      return invalid_parameter("ReplicationGroup must not name a region twice");
    }
  }
  return {};
}

}  // namespace

Result<CreateGlobalTableResult> Dynamodb::create_global_table(Call& call,
                                                              const CreateGlobalTable& in) {
  EMU_CHECK(check_replication_group(in.replication_group));
  const GlobalTables* const all = global_tables(call);
  if (all != nullptr && all->contains(in.global_table_name)) {
    return global_table_exists(in.global_table_name);
  }
  GlobalTableSettings global{.name = in.global_table_name, .created = world_.now()};
  for (const Replica& replica : in.replication_group) {
    EMU_CHECK(add_replica(call, *replica.region_name, global));
  }
  if (all != nullptr && all->size() >= kTablesMax) return too_many_global_tables();

  begin_change(global, table_statuses::kCreating);
  CreateGlobalTableResult result{.global_table_description =
                                     describe(global, call.account(), world_.now())};
  result.global_table_description.global_table_status = table_statuses::kCreating;
  global_tables_[call.account()].emplace(in.global_table_name, std::move(global));
  return result;
}

}  // namespace emu::dynamodb
