#include <emu/dynamodb/global_tables.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void Replica::describe(StructureShape<Replica>& s) {
  s.member("RegionName", &Replica::region_name);
}

void GlobalTableDescription::describe(StructureShape<GlobalTableDescription>& s) {
  s.member("ReplicationGroup", &GlobalTableDescription::replication_group);
  s.member("GlobalTableArn", &GlobalTableDescription::global_table_arn);
  s.member("CreationDateTime", &GlobalTableDescription::creation_date_time);
  s.member("GlobalTableStatus", &GlobalTableDescription::global_table_status);
  s.member("GlobalTableName", &GlobalTableDescription::global_table_name);
}

void CreateGlobalTableResult::describe(StructureShape<CreateGlobalTableResult>& s) {
  s.member("GlobalTableDescription", &CreateGlobalTableResult::global_table_description);
}

void CreateGlobalTable::describe(StructureShape<CreateGlobalTable>& s) {
  detail::name(s.member("GlobalTableName", &CreateGlobalTable::global_table_name).required());
  s.member("ReplicationGroup", &CreateGlobalTable::replication_group).required();
}

void DescribeGlobalTableResult::describe(StructureShape<DescribeGlobalTableResult>& s) {
  s.member("GlobalTableDescription", &DescribeGlobalTableResult::global_table_description);
}

void DescribeGlobalTable::describe(StructureShape<DescribeGlobalTable>& s) {
  detail::name(s.member("GlobalTableName", &DescribeGlobalTable::global_table_name).required());
}

void CreateReplicaAction::describe(StructureShape<CreateReplicaAction>& s) {
  s.member("RegionName", &CreateReplicaAction::region_name).required();
}

void DeleteReplicaAction::describe(StructureShape<DeleteReplicaAction>& s) {
  s.member("RegionName", &DeleteReplicaAction::region_name).required();
}

void ReplicaUpdate::describe(StructureShape<ReplicaUpdate>& s) {
  s.member("Create", &ReplicaUpdate::create);
  s.member("Delete", &ReplicaUpdate::delete_replica);
}

void UpdateGlobalTableResult::describe(StructureShape<UpdateGlobalTableResult>& s) {
  s.member("GlobalTableDescription", &UpdateGlobalTableResult::global_table_description);
}

void UpdateGlobalTable::describe(StructureShape<UpdateGlobalTable>& s) {
  detail::name(s.member("GlobalTableName", &UpdateGlobalTable::global_table_name).required());
  s.member("ReplicaUpdates", &UpdateGlobalTable::replica_updates).required();
}

void GlobalTable::describe(StructureShape<GlobalTable>& s) {
  s.member("GlobalTableName", &GlobalTable::global_table_name);
  s.member("ReplicationGroup", &GlobalTable::replication_group);
}

void ListGlobalTablesResult::describe(StructureShape<ListGlobalTablesResult>& s) {
  s.member("GlobalTables", &ListGlobalTablesResult::global_tables).always();
  s.member("LastEvaluatedGlobalTableName",
           &ListGlobalTablesResult::last_evaluated_global_table_name);
}

void ListGlobalTables::describe(StructureShape<ListGlobalTables>& s) {
  detail::name(s.member("ExclusiveStartGlobalTableName",
                        &ListGlobalTables::exclusive_start_global_table_name));
  s.member("Limit", &ListGlobalTables::limit).at_least(1);
  s.member("RegionName", &ListGlobalTables::region_name);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::Replica);
EMU_DESCRIBED(dynamodb::GlobalTableDescription);
EMU_DESCRIBED(dynamodb::CreateGlobalTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::CreateGlobalTable);
EMU_DESCRIBED(dynamodb::DescribeGlobalTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeGlobalTable);
EMU_DESCRIBED(dynamodb::CreateReplicaAction);
EMU_DESCRIBED(dynamodb::DeleteReplicaAction);
EMU_DESCRIBED(dynamodb::ReplicaUpdate);
EMU_DESCRIBED(dynamodb::UpdateGlobalTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateGlobalTable);
EMU_DESCRIBED(dynamodb::GlobalTable);
EMU_DESCRIBED(dynamodb::ListGlobalTablesResult);
EMU_DESCRIBED_OPERATION(dynamodb::ListGlobalTables);
}  // namespace emu
