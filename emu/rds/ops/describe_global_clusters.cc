#include <fmt/format.h>

#include "rds/errors.h"
#include "rds/page.h"
#include "rds/service.h"

namespace emu::rds {

// There are none, but programs that look at clusters ask for those that they belong to.
Result<DescribeGlobalClustersResult> Rds::describe_global_clusters(
    Call&, const DescribeGlobalClusters& in) {
  EMU_CHECK(check_filters(in.filters, {"db-cluster-id", "region"}));
  if (in.global_cluster_identifier && !in.global_cluster_identifier->empty()) {
    return error(errors::kGlobalClusterNotFoundFault,
                 fmt::format("Global cluster {} not found.", *in.global_cluster_identifier),
                 kNotFound);
  }
  return DescribeGlobalClustersResult{};
}

}  // namespace emu::rds
