#include <optional>
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

// Everything happens at once. The password comes first, since its secret may take a while; what has
// become of the cluster meanwhile stays, but for what the call changes.
Result<ModifyDBClusterResult> Rds::modify_db_cluster(Call& call, const ModifyDBCluster& in) {
  EMU_TRY(const StoredCluster* found, find_cluster_of(call, in.db_cluster_identifier));
  const StoredCluster before = *found;
  const std::string& old_identifier = before.cluster.db_cluster_identifier;
  std::string identifier = old_identifier;
  std::optional<EngineVersion> version;
  if (in.new_db_cluster_identifier) {
    EMU_TRY(identifier, read_identifier("NewDBClusterIdentifier", *in.new_db_cluster_identifier));
  }
  if (in.engine_version) {
    EMU_TRY(version, find_version(before.cluster.engine, in.engine_version));
  }
  const auto refusal = [&]() -> Status {
    EMU_TRY(const StoredCluster* still, find_cluster_of(call, old_identifier));
    if (still->cluster.db_cluster_resource_id != before.cluster.db_cluster_resource_id) {
      return no_such_cluster(old_identifier);
    }
    if (!is_same(still->cluster.master_user_secret, before.cluster.master_user_secret)) {
      return cluster_state(old_identifier, "is in resetting-master-credentials state");
    }
    if (identifier != old_identifier && state_of(call).clusters.contains(identifier)) {
      return error(errors::kDBClusterAlreadyExistsFault, "DB Cluster already exists");
    }
    return check_cluster_parameter_group(call, in.db_cluster_parameter_group_name);
  };
  EMU_CHECK(refusal());
  StoredCluster asked = before;
  EMU_CHECK(change_password(call, asked.master_user(), password_change(in)));
  if (const Status late = refusal(); !late) {
    const bool is_new =
        !is_same(asked.cluster.master_user_secret, before.cluster.master_user_secret);
    if (is_new) delete_secret(call, asked.cluster.master_user_secret);
    return late.error();
  }

  State& state = state_of(call);
  auto node = state.clusters.extract(old_identifier);
  StoredCluster& stored = node.mapped();
  DbCluster& cluster = stored.cluster;
  if (asked.master_user_password != before.master_user_password) {
    stored.master_user_password = asked.master_user_password;
  }
  cluster.master_user_secret = asked.cluster.master_user_secret;
  if (version) cluster.engine_version = version->version;
  apply_settings(in, cluster);
  cluster.db_cluster_identifier = identifier;
  cluster.db_cluster_arn = arn_of(call.account(), call.region(), "cluster", identifier);
  const auto rename = [&](std::string& endpoint) {
    endpoint = identifier + endpoint.substr(old_identifier.size());
  };
  rename(cluster.endpoint);
  rename(cluster.reader_endpoint);
  for (auto& [name, member] : state.instances) {
    if (member.instance.db_cluster_identifier != old_identifier) continue;
    member.instance.db_cluster_identifier = identifier;
  }
  call.subject = cluster.db_cluster_resource_id;
  ModifyDBClusterResult out{.db_cluster = cluster};
  node.key() = std::move(identifier);
  state.clusters.insert(std::move(node));
  return out;
}

}  // namespace emu::rds
