// Global clusters, of which there are none. Include <emu/rds.h>.
#pragma once

#include <emu/rds/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct GlobalClusterMember {
  std::string db_cluster_arn = {};
  std::vector<std::string> readers = {};
  std::optional<bool> is_writer = {};
  std::string global_write_forwarding_status = {};
  std::string synchronization_status = {};
  static void describe(StructureShape<GlobalClusterMember>& s);
};

struct FailoverState {
  std::string status = {};
  std::string from_db_cluster_arn = {};
  std::string to_db_cluster_arn = {};
  std::optional<bool> is_data_loss_allowed = {};
  static void describe(StructureShape<FailoverState>& s);
};

struct GlobalCluster {
  std::string global_cluster_identifier = {};
  std::string global_cluster_resource_id = {};
  std::string global_cluster_arn = {};
  std::string status = {};
  std::string engine = {};
  std::string engine_version = {};
  std::string engine_lifecycle_support = {};
  std::string database_name = {};
  std::optional<bool> storage_encrypted = {};
  std::string storage_encryption_type = {};
  std::optional<bool> deletion_protection = {};
  std::vector<GlobalClusterMember> global_cluster_members = {};
  std::string endpoint = {};
  std::optional<FailoverState> failover_state = {};
  std::vector<Tag> tag_list = {};
  static void describe(StructureShape<GlobalCluster>& s);
};

struct DescribeGlobalClustersResult {
  std::string marker = {};
  std::vector<GlobalCluster> global_clusters = {};
  static void describe(StructureShape<DescribeGlobalClustersResult>& s);
};

struct DescribeGlobalClusters {
  static constexpr OperationName kOperation{"rds", "DescribeGlobalClusters"};
  using Result = DescribeGlobalClustersResult;
  std::optional<std::string> global_cluster_identifier = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeGlobalClusters>& s);
};

}  // namespace emu::rds
