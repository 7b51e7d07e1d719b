#include <utility>

#include "rds/errors.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

// Its databases go with it, and its secret, if RDS manages that.
Result<DeleteDBClusterResult> Rds::delete_db_cluster(Call& call, const DeleteDBCluster& in) {
  EMU_TRY(const StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  const DbCluster& cluster = found->cluster;
  if (cluster.deletion_protection.value_or(false)) {
    return invalid_combination(
        "Cannot delete protected Cluster, please disable deletion protection and try again.");
  }
  if (!cluster.db_cluster_members.empty()) {
    return error(errors::kInvalidDBClusterStateFault,
                 "Cluster cannot be deleted, it still contains DB instances in non-deleting "
                 "state.");
  }
  const bool has_snapshot = !in.final_db_snapshot_identifier.value_or("").empty();
  if (in.skip_final_snapshot.value_or(false) == has_snapshot) {
    return invalid_combination(
        has_snapshot
            ? "FinalDBSnapshotIdentifier can not be specified when deleting a cluster with "
              "SkipFinalSnapshot."
            : "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
  }
  call.subject = cluster.db_cluster_resource_id;
  StoredCluster gone = *found;
  state_of(call).clusters.erase(gone.cluster.db_cluster_identifier);
  for (DatabaseHost* host : world_.interfaces().all<DatabaseHost>()) {
    host->drop_cluster(call.account(), call.region(), gone.cluster.db_cluster_resource_id);
  }
  DeleteDBClusterResult out{.db_cluster = gone.cluster};
  out.db_cluster->status = "deleting";
  delete_secret(call, gone.cluster.master_user_secret);
  return out;
}

}  // namespace emu::rds
