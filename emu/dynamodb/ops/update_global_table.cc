#include <string>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/global_table.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// AWS does not document the text.
Error not_one_replica_action() {
  return invalid_parameter("A replica update must have exactly one of Create and Delete");
}

Status remove_replica(const std::string& region, GlobalTableSettings& global) {
  if (global.find(region) == nullptr) return replica_not_found(global.name, region);
  std::erase_if(global.replicas,
                [&](const GlobalReplicaSettings& replica) { return replica.region == region; });
  return {};
}

}  // namespace

Result<UpdateGlobalTableResult> Dynamodb::update_global_table(Call& call,
                                                              const UpdateGlobalTable& in) {
  EMU_TRY(GlobalTableSettings* const global, global_table(call, in.global_table_name));
  GlobalTableSettings next = *global;
  for (const ReplicaUpdate& update : in.replica_updates) {
    if (update.create.has_value() == update.delete_replica.has_value()) {
      return not_one_replica_action();
    }
    EMU_CHECK(update.create ? add_replica(call, update.create->region_name, next)
                            : remove_replica(update.delete_replica->region_name, next));
  }
  begin_change(next, next.replicas.empty() ? table_statuses::kDeleting : table_statuses::kUpdating);
  *global = std::move(next);
  return UpdateGlobalTableResult{.global_table_description =
                                     describe(*global, call.account(), world_.now())};
}

}  // namespace emu::dynamodb
