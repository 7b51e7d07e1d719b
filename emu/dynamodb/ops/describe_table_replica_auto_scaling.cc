#include <string>
#include <utility>

#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeTableReplicaAutoScalingResult> Dynamodb::describe_table_replica_auto_scaling(
    Call& call, const DescribeTableReplicaAutoScaling& in) {
  EMU_TRY(const Table* table, table_named(call, in.table_name));
  TableAutoScalingDescription description{
      .table_name = table->settings.name,
      .table_status = std::string(table->settings.status(world_.now()))};
  for (const ReplicaSettings& replica : table->settings.replicas) {
    description.replicas.push_back({.region_name = replica.region, .replica_status = "ACTIVE"});
  }
  return DescribeTableReplicaAutoScalingResult{.table_auto_scaling_description =
                                                   std::move(description)};
}

}  // namespace emu::dynamodb
