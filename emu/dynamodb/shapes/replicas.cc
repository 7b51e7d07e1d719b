#include <emu/dynamodb/replicas.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void ProvisionedThroughputOverride::describe(StructureShape<ProvisionedThroughputOverride>& s) {
  s.member("ReadCapacityUnits", &ProvisionedThroughputOverride::read_capacity_units)
      .range(1, detail::kLongMax);
}

void OnDemandThroughputOverride::describe(StructureShape<OnDemandThroughputOverride>& s) {
  s.member("MaxReadRequestUnits", &OnDemandThroughputOverride::max_read_request_units);
}

namespace {

// What the creation and the change of a replica have in common.
template <class Action>
void describe_replica_action(StructureShape<Action>& s) {
  s.member("RegionName", &Action::region_name).required();
  s.member("KMSMasterKeyId", &Action::kms_master_key_id);
  s.member("ProvisionedThroughputOverride", &Action::provisioned_throughput_override);
  s.member("OnDemandThroughputOverride", &Action::on_demand_throughput_override);
  s.member("TableClassOverride", &Action::table_class_override)
      .one_of({"STANDARD", "STANDARD_INFREQUENT_ACCESS"});
}

}  // namespace

void CreateReplicationGroupMemberAction::describe(
    StructureShape<CreateReplicationGroupMemberAction>& s) {
  describe_replica_action(s);
}

void UpdateReplicationGroupMemberAction::describe(
    StructureShape<UpdateReplicationGroupMemberAction>& s) {
  describe_replica_action(s);
}

void DeleteReplicationGroupMemberAction::describe(
    StructureShape<DeleteReplicationGroupMemberAction>& s) {
  s.member("RegionName", &DeleteReplicationGroupMemberAction::region_name).required();
}

void ReplicationGroupUpdate::describe(StructureShape<ReplicationGroupUpdate>& s) {
  s.member("Create", &ReplicationGroupUpdate::create);
  s.member("Update", &ReplicationGroupUpdate::update);
  s.member("Delete", &ReplicationGroupUpdate::delete_replica);
}

void ReplicaDescription::describe(StructureShape<ReplicaDescription>& s) {
  using Self = ReplicaDescription;
  s.member("RegionName", &Self::region_name);
  s.member("ReplicaStatus", &Self::replica_status);
  s.member("ReplicaArn", &Self::replica_arn);
  s.member("KMSMasterKeyId", &Self::kms_master_key_id);
  s.member("ProvisionedThroughputOverride", &Self::provisioned_throughput_override);
  s.member("OnDemandThroughputOverride", &Self::on_demand_throughput_override);
  s.member("ReplicaTableClassSummary", &Self::replica_table_class_summary);
}

void ReplicaAutoScalingDescription::describe(StructureShape<ReplicaAutoScalingDescription>& s) {
  s.member("RegionName", &ReplicaAutoScalingDescription::region_name);
  s.member("ReplicaStatus", &ReplicaAutoScalingDescription::replica_status);
}

void TableAutoScalingDescription::describe(StructureShape<TableAutoScalingDescription>& s) {
  s.member("TableName", &TableAutoScalingDescription::table_name);
  s.member("TableStatus", &TableAutoScalingDescription::table_status);
  s.member("Replicas", &TableAutoScalingDescription::replicas).always();
}

void DescribeTableReplicaAutoScalingResult::describe(
    StructureShape<DescribeTableReplicaAutoScalingResult>& s) {
  s.member("TableAutoScalingDescription",
           &DescribeTableReplicaAutoScalingResult::table_auto_scaling_description);
}

void DescribeTableReplicaAutoScaling::describe(StructureShape<DescribeTableReplicaAutoScaling>& s) {
  detail::table_name(
      s.member("TableName", &DescribeTableReplicaAutoScaling::table_name).required());
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::ProvisionedThroughputOverride);
EMU_DESCRIBED(dynamodb::OnDemandThroughputOverride);
EMU_DESCRIBED(dynamodb::CreateReplicationGroupMemberAction);
EMU_DESCRIBED(dynamodb::UpdateReplicationGroupMemberAction);
EMU_DESCRIBED(dynamodb::DeleteReplicationGroupMemberAction);
EMU_DESCRIBED(dynamodb::ReplicationGroupUpdate);
EMU_DESCRIBED(dynamodb::ReplicaDescription);
EMU_DESCRIBED(dynamodb::ReplicaAutoScalingDescription);
EMU_DESCRIBED(dynamodb::TableAutoScalingDescription);
EMU_DESCRIBED(dynamodb::DescribeTableReplicaAutoScalingResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeTableReplicaAutoScaling);
}  // namespace emu
