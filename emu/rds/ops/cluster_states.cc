// StartDBCluster, StopDBCluster, RebootDBCluster and FailoverDBCluster.
#include <utility>

#include "core/text/ascii.h"
#include "rds/errors.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

// As AWS answers, on the way to what it then is.
DbCluster on_the_way(const DbCluster& cluster, const char* status) {
  DbCluster seen = cluster;
  seen.status = status;
  return seen;
}

}  // namespace

void Rds::end_sessions(const Call& call, const DbCluster& cluster) {
  for (DatabaseHost* host : world_.interfaces().all<DatabaseHost>()) {
    host->end_sessions(call.account(), call.region(), cluster.db_cluster_resource_id);
  }
}

Result<StartDBClusterResult> Rds::start_db_cluster(Call& call, const StartDBCluster& in) {
  EMU_TRY(StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  DbCluster& cluster = found->cluster;
  if (cluster.status != "stopped") {
    return cluster_state(cluster.db_cluster_identifier,
                         "is in " + cluster.status + " state but expected it to be one of stopped");
  }
  cluster.status = "available";
  return StartDBClusterResult{.db_cluster = on_the_way(cluster, "starting")};
}

Result<StopDBClusterResult> Rds::stop_db_cluster(Call& call, const StopDBCluster& in) {
  EMU_TRY(StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  DbCluster& cluster = found->cluster;
  if (cluster.status != "available") {
    return cluster_state(cluster.db_cluster_identifier, "is in " + cluster.status +
                                                            " state but expected it to be one of "
                                                            "available");
  }
  cluster.status = "stopped";
  end_sessions(call, cluster);
  return StopDBClusterResult{.db_cluster = on_the_way(cluster, "stopping")};
}

Result<RebootDBClusterResult> Rds::reboot_db_cluster(Call& call, const RebootDBCluster& in) {
  EMU_TRY(const StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  end_sessions(call, found->cluster);
  return RebootDBClusterResult{.db_cluster = on_the_way(found->cluster, "rebooting")};
}

// Another member becomes the writer: the one that is asked for, or the next.
Result<FailoverDBClusterResult> Rds::failover_db_cluster(Call& call, const FailoverDBCluster& in) {
  EMU_TRY(StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  DbCluster& cluster = found->cluster;
  const std::string target = lower_case(in.target_db_instance_identifier.value_or(""));
  DbClusterMember* next = nullptr;
  for (DbClusterMember& member : cluster.db_cluster_members) {
    const bool may_be = target.empty() || member.db_instance_identifier == target;
    if (may_be && next == nullptr && !member.is_cluster_writer.value_or(false)) next = &member;
  }
  if (next == nullptr) {
    return cluster_state(cluster.db_cluster_identifier,
                         "has no other instance that could become the writer.");
  }
  for (DbClusterMember& member : cluster.db_cluster_members) member.is_cluster_writer = false;
  next->is_cluster_writer = true;
  end_sessions(call, cluster);
  return FailoverDBClusterResult{.db_cluster = on_the_way(cluster, "failing-over")};
}

}  // namespace emu::rds
