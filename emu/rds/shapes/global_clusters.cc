#include <emu/describe.h>
#include <emu/rds/global_clusters.h>

namespace emu::rds {

void GlobalClusterMember::describe(StructureShape<GlobalClusterMember>& s) {
  s.member("DBClusterArn", &GlobalClusterMember::db_cluster_arn);
  s.member("Readers", &GlobalClusterMember::readers);
  s.member("IsWriter", &GlobalClusterMember::is_writer);
  s.member("GlobalWriteForwardingStatus", &GlobalClusterMember::global_write_forwarding_status);
  s.member("SynchronizationStatus", &GlobalClusterMember::synchronization_status);
}

void FailoverState::describe(StructureShape<FailoverState>& s) {
  s.member("Status", &FailoverState::status);
  s.member("FromDbClusterArn", &FailoverState::from_db_cluster_arn);
  s.member("ToDbClusterArn", &FailoverState::to_db_cluster_arn);
  s.member("IsDataLossAllowed", &FailoverState::is_data_loss_allowed);
}

void GlobalCluster::describe(StructureShape<GlobalCluster>& s) {
  s.member("GlobalClusterIdentifier", &GlobalCluster::global_cluster_identifier);
  s.member("GlobalClusterResourceId", &GlobalCluster::global_cluster_resource_id);
  s.member("GlobalClusterArn", &GlobalCluster::global_cluster_arn);
  s.member("Status", &GlobalCluster::status);
  s.member("Engine", &GlobalCluster::engine);
  s.member("EngineVersion", &GlobalCluster::engine_version);
  s.member("EngineLifecycleSupport", &GlobalCluster::engine_lifecycle_support);
  s.member("DatabaseName", &GlobalCluster::database_name);
  s.member("StorageEncrypted", &GlobalCluster::storage_encrypted);
  s.member("StorageEncryptionType", &GlobalCluster::storage_encryption_type);
  s.member("DeletionProtection", &GlobalCluster::deletion_protection);
  s.member("GlobalClusterMembers", &GlobalCluster::global_cluster_members)
      .entries_named("GlobalClusterMember");
  s.member("Endpoint", &GlobalCluster::endpoint);
  s.member("FailoverState", &GlobalCluster::failover_state);
  s.member("TagList", &GlobalCluster::tag_list).entries_named("Tag");
}

void DescribeGlobalClustersResult::describe(StructureShape<DescribeGlobalClustersResult>& s) {
  s.member("Marker", &DescribeGlobalClustersResult::marker);
  s.member("GlobalClusters", &DescribeGlobalClustersResult::global_clusters)
      .entries_named("GlobalClusterMember")
      .always();
}

void DescribeGlobalClusters::describe(StructureShape<DescribeGlobalClusters>& s) {
  s.member("GlobalClusterIdentifier", &DescribeGlobalClusters::global_cluster_identifier)
      .range(1, 255);
  s.member("Filters", &DescribeGlobalClusters::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeGlobalClusters::max_records);
  s.member("Marker", &DescribeGlobalClusters::marker);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::GlobalClusterMember);
EMU_DESCRIBED(rds::FailoverState);
EMU_DESCRIBED(rds::GlobalCluster);
EMU_DESCRIBED(rds::DescribeGlobalClustersResult);
EMU_DESCRIBED_OPERATION(rds::DescribeGlobalClusters);
}  // namespace emu
