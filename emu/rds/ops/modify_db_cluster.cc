#include <utility>

#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/given.h"
#include "rds/limits.h"
#include "rds/master_password.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

void apply_settings(const ModifyDBCluster& in, DbCluster& cluster) {
  set_given(cluster.backup_retention_period, in.backup_retention_period);
  set_given(cluster.db_cluster_parameter_group, in.db_cluster_parameter_group_name);
  set_given(cluster.port, in.port);
  set_given(cluster.preferred_backup_window, in.preferred_backup_window);
  set_given(cluster.preferred_maintenance_window, in.preferred_maintenance_window);
  set_given(cluster.iam_database_authentication_enabled, in.enable_iam_database_authentication);
  set_given(cluster.backtrack_window, in.backtrack_window);
  set_given(cluster.deletion_protection, in.deletion_protection);
  set_given(cluster.http_endpoint_enabled, in.enable_http_endpoint);
  set_given(cluster.copy_tags_to_snapshot, in.copy_tags_to_snapshot);
  set_given(cluster.db_cluster_instance_class, in.db_cluster_instance_class);
  set_given(cluster.allocated_storage, in.allocated_storage);
  set_given(cluster.storage_type, in.storage_type);
  set_given(cluster.iops, in.iops);
  set_given(cluster.auto_minor_version_upgrade, in.auto_minor_version_upgrade);
  set_given(cluster.network_type, in.network_type);
  set_given(cluster.performance_insights_enabled, in.enable_performance_insights);
  set_given(cluster.database_insights_mode, in.database_insights_mode);
  if (const auto& scaling = in.serverless_v2_scaling_configuration) {
    cluster.serverless_v2_scaling_configuration = ServerlessV2ScalingConfigurationInfo{
        .min_capacity = scaling->min_capacity,
        .max_capacity = scaling->max_capacity,
        .seconds_until_auto_pause = scaling->seconds_until_auto_pause};
  }
  set_security_groups(in.vpc_security_group_ids, cluster.vpc_security_groups);
  set_log_exports(in.cloudwatch_logs_export_configuration, cluster.enabled_cloudwatch_logs_exports);
}

}  // namespace

// Everything happens at once. A copy is changed, since secrets may take a while; what has become of
// the cluster meanwhile is seen at the end.
Result<ModifyDBClusterResult> Rds::modify_db_cluster(Call& call, const ModifyDBCluster& in) {
  EMU_TRY(const StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  StoredCluster changed = *found;
  DbCluster& cluster = changed.cluster;
  const std::string before = cluster.db_cluster_identifier;
  std::string identifier = before;
  if (in.new_db_cluster_identifier) {
    EMU_TRY(identifier, read_identifier("NewDBClusterIdentifier", *in.new_db_cluster_identifier));
    if (identifier != before && state_of(call).clusters.contains(identifier)) {
      return error(errors::kDBClusterAlreadyExistsFault, "DB Cluster already exists");
    }
  }
  if (in.engine_version) {
    EMU_TRY(const EngineVersion version, find_version(cluster.engine, in.engine_version));
    cluster.engine_version = version.version;
  }
  EMU_CHECK(change_password(call, changed.master_user(), password_change(in)));
  apply_settings(in, cluster);
  EMU_TRY(const StoredCluster* still, find_cluster_of(call, before));
  cluster.db_cluster_members = still->cluster.db_cluster_members;
  cluster.db_cluster_identifier = identifier;
  cluster.db_cluster_arn = arn_of(call.account(), call.region(), "cluster", identifier);
  const auto rename = [&](std::string& endpoint) {
    endpoint = identifier + endpoint.substr(before.size());
  };
  rename(cluster.endpoint);
  rename(cluster.reader_endpoint);
  call.subject = cluster.db_cluster_resource_id;
  ModifyDBClusterResult out{.db_cluster = cluster};
  State& state = state_of(call);
  for (auto& [name, member] : state.instances) {
    if (member.instance.db_cluster_identifier != before) continue;
    member.instance.db_cluster_identifier = identifier;
  }
  state.clusters.erase(before);
  state.clusters.insert_or_assign(identifier, std::move(changed));
  return out;
}

}  // namespace emu::rds
