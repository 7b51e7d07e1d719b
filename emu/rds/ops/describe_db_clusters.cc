#include "rds/errors.h"
#include "rds/names.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

// One that is asked for by name is not there, or is the only one of the list.
Result<DescribeDBClustersResult> Rds::describe_db_clusters(Call& call,
                                                           const DescribeDBClusters& in) {
  EMU_CHECK(check_filters(in.filters, {"clone-group-id", "db-cluster-id", "db-cluster-resource-id",
                                       "domain", "engine"}));
  DescribeDBClustersResult out;
  if (in.db_cluster_identifier && !in.db_cluster_identifier->empty()) {
    EMU_TRY(const StoredCluster* found, find_cluster_of(call, *in.db_cluster_identifier));
    out.db_clusters.push_back(found->cluster);
    return out;
  }
  const auto keep = [&](const StoredCluster& stored) {
    const DbCluster& cluster = stored.cluster;
    return passes(in.filters, "db-cluster-id",
                  {cluster.db_cluster_identifier, cluster.db_cluster_arn}) &&
           passes(in.filters, "db-cluster-resource-id", {cluster.db_cluster_resource_id}) &&
           passes(in.filters, "engine", {cluster.engine}) && passes(in.filters, "domain", {}) &&
           passes(in.filters, "clone-group-id", {});
  };
  EMU_CHECK(list_page(state_of(call).clusters, in, out, keep, [&](const StoredCluster& stored) {
    out.db_clusters.push_back(stored.cluster);
  }));
  return out;
}

}  // namespace emu::rds
