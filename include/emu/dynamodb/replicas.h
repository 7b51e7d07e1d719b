// Replicas of tables in other regions: kept and described. Nothing is replicated, and no table is
// made in the other region.
//
// UpdateTable adds, changes and removes replicas, which is today's version of global tables
// (2019.11.21); <emu/dynamodb/global_tables.h> has the version before it. Source: Amazon DynamoDB
// API Reference, the pages of the operations.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct ProvisionedThroughputOverride {
  std::optional<std::int64_t> read_capacity_units = {};
  static void describe(StructureShape<ProvisionedThroughputOverride>& s);
};

struct OnDemandThroughputOverride {
  std::optional<std::int64_t> max_read_request_units = {};
  static void describe(StructureShape<OnDemandThroughputOverride>& s);
};

struct CreateReplicationGroupMemberAction {
  std::string region_name;
  std::optional<std::string> kms_master_key_id = {};
  std::optional<ProvisionedThroughputOverride> provisioned_throughput_override = {};
  std::optional<OnDemandThroughputOverride> on_demand_throughput_override = {};
  std::optional<std::string> table_class_override = {};
  static void describe(StructureShape<CreateReplicationGroupMemberAction>& s);
};

struct UpdateReplicationGroupMemberAction {
  std::string region_name;
  std::optional<std::string> kms_master_key_id = {};
  std::optional<ProvisionedThroughputOverride> provisioned_throughput_override = {};
  std::optional<OnDemandThroughputOverride> on_demand_throughput_override = {};
  std::optional<std::string> table_class_override = {};
  static void describe(StructureShape<UpdateReplicationGroupMemberAction>& s);
};

struct DeleteReplicationGroupMemberAction {
  std::string region_name;
  static void describe(StructureShape<DeleteReplicationGroupMemberAction>& s);
};

// One of the three.
struct ReplicationGroupUpdate {
  std::optional<CreateReplicationGroupMemberAction> create = {};
  std::optional<UpdateReplicationGroupMemberAction> update = {};
  std::optional<DeleteReplicationGroupMemberAction> delete_replica = {};
  static void describe(StructureShape<ReplicationGroupUpdate>& s);
};

struct ReplicaAutoScalingDescription {
  std::string region_name;
  std::string replica_status = {};
  static void describe(StructureShape<ReplicaAutoScalingDescription>& s);
};

struct TableAutoScalingDescription {
  std::string table_name = {};
  std::string table_status = {};
  std::vector<ReplicaAutoScalingDescription> replicas = {};
  static void describe(StructureShape<TableAutoScalingDescription>& s);
};

struct DescribeTableReplicaAutoScalingResult {
  TableAutoScalingDescription table_auto_scaling_description = {};
  static void describe(StructureShape<DescribeTableReplicaAutoScalingResult>& s);
};

// Nothing scales by itself. Fails with ResourceNotFoundException.
struct DescribeTableReplicaAutoScaling {
  static constexpr OperationName kOperation{"dynamodb", "DescribeTableReplicaAutoScaling"};
  using Result = DescribeTableReplicaAutoScalingResult;
  std::string table_name;
  static void describe(StructureShape<DescribeTableReplicaAutoScaling>& s);
};

}  // namespace emu::dynamodb
