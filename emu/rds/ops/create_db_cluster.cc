#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/hash/ids.h"
#include "core/text/ascii.h"
#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/limits.h"
#include "rds/master_password.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

Status check_master_user(const CreateDBCluster& in) {
  if (in.master_username.value_or("").empty()) {
    return invalid_value("The parameter MasterUsername must be provided and must not be blank.");
  }
  const bool is_managed = in.manage_master_user_password.value_or(false);
  if (is_managed && in.master_user_password) {
    return invalid_combination(
        "You can't specify MasterUserPassword when ManageMasterUserPassword is true.");
  }
  if (is_managed) return {};
  if (in.master_user_password.value_or("").empty()) {
    return invalid_value(
        "The parameter MasterUserPassword must be provided and must not be blank.");
  }
  return check_password(in.engine, *in.master_user_password);
}

Status check_database_name(const std::optional<std::string>& name) {
  const bool is_valid =
      !name || (!name->empty() && name->size() <= 64 && is_letter(name->front()) &&
                std::all_of(name->begin(), name->end(),
                            [](char c) { return is_alphanumeric(c) || c == '_'; }));
  if (is_valid) return {};
  return invalid_value(
      "DatabaseName must begin with a letter and contain only alphanumeric characters.");
}

Status check(const CreateDBCluster& in) {
  if (!is_engine(in.engine) || in.engine == "mariadb") return invalid_value("Invalid DB engine");
  EMU_CHECK(check_database_name(in.database_name));
  EMU_CHECK(check_master_user(in));
  const std::int32_t retention = in.backup_retention_period.value_or(1);
  if (retention < 1 || retention > kRetentionDaysMax) {
    return invalid_value(
        fmt::format("Invalid backup retention period: {}. Retention period must "
                    "be between 1 and {}",
                    retention, kRetentionDaysMax));
  }
  if (in.tags.size() > kTagsMax) return too_many_tags();
  return {};
}

void fill_settings(const CreateDBCluster& in, DbCluster& cluster) {
  cluster.backup_retention_period = in.backup_retention_period.value_or(1);
  cluster.preferred_backup_window = in.preferred_backup_window.value_or("03:00-03:30");
  cluster.preferred_maintenance_window =
      in.preferred_maintenance_window.value_or("sun:04:00-sun:04:30");
  cluster.storage_encrypted = in.storage_encrypted.value_or(false);
  cluster.kms_key_id = in.kms_key_id.value_or("");
  cluster.storage_type = in.storage_type.value_or(is_aurora(in.engine) ? "" : "io1");
  cluster.iops = in.iops;
  cluster.allocated_storage = in.allocated_storage.value_or(1);
  cluster.db_cluster_instance_class = in.db_cluster_instance_class.value_or("");
  cluster.iam_database_authentication_enabled =
      in.enable_iam_database_authentication.value_or(false);
  cluster.deletion_protection = in.deletion_protection.value_or(false);
  cluster.http_endpoint_enabled = in.enable_http_endpoint.value_or(false);
  cluster.copy_tags_to_snapshot = in.copy_tags_to_snapshot.value_or(false);
  cluster.auto_minor_version_upgrade = in.auto_minor_version_upgrade.value_or(true);
  cluster.enabled_cloudwatch_logs_exports = in.enable_cloudwatch_logs_exports;
  cluster.engine_mode = in.engine_mode.value_or("provisioned");
  cluster.engine_lifecycle_support =
      in.engine_lifecycle_support.value_or("open-source-rds-extended-support");
  cluster.network_type = in.network_type.value_or("IPV4");
  cluster.backtrack_window = in.backtrack_window;
  cluster.performance_insights_enabled = in.enable_performance_insights.value_or(false);
  cluster.database_insights_mode = in.database_insights_mode.value_or("standard");
  if (const auto& scaling = in.serverless_v2_scaling_configuration) {
    cluster.serverless_v2_scaling_configuration = ServerlessV2ScalingConfigurationInfo{
        .min_capacity = scaling->min_capacity,
        .max_capacity = scaling->max_capacity,
        .seconds_until_auto_pause = scaling->seconds_until_auto_pause};
  }
  for (const std::string& group : in.vpc_security_group_ids) {
    cluster.vpc_security_groups.push_back({.vpc_security_group_id = group, .status = "active"});
  }
}

}  // namespace

Result<CreateDBClusterResult> Rds::create_db_cluster(Call& call, const CreateDBCluster& in) {
  EMU_TRY(std::string identifier,
          read_identifier("DBClusterIdentifier", in.db_cluster_identifier));
  EMU_CHECK(check(in));
  EMU_TRY(const EngineVersion version, find_version(in.engine, in.engine_version));
  EMU_CHECK(check_cluster_parameter_group(call, in.db_cluster_parameter_group_name));
  EMU_TRY(const auto group, group_for(call, in.db_subnet_group_name));
  const auto refusal = [&]() -> Status {
    State& state = state_of(call);
    if (state.clusters.contains(identifier)) {
      return error(errors::kDBClusterAlreadyExistsFault, "DB Cluster already exists");
    }
    if (state.clusters.size() >= kClustersMax) {
      return error(errors::kDBClusterQuotaExceededFault,
                   "You have reached the maximum number of DB clusters.", 403);
    }
    EMU_CHECK(group_for(call, in.db_subnet_group_name));
    return {};
  };
  EMU_CHECK(refusal());

  StoredCluster stored;
  DbCluster& cluster = stored.cluster;
  cluster.db_cluster_identifier = identifier;
  cluster.db_cluster_arn = arn_of(call.account(), call.region(), "cluster", identifier);
  cluster.db_cluster_resource_id = resource_id(world_.random(), "cluster-");
  cluster.status = "available";
  cluster.engine = in.engine;
  cluster.engine_version = version.version;
  cluster.database_name = in.database_name.value_or("");
  cluster.master_username = in.master_username.value_or("");
  cluster.port = in.port.value_or(default_port(in.engine));
  cluster.cluster_create_time = cluster.earliest_restorable_time = cluster.latest_restorable_time =
      world_.now();
  cluster.db_cluster_parameter_group =
      in.db_cluster_parameter_group_name.value_or(fmt::format("default.{}", version.family));
  cluster.db_subnet_group = group ? group->db_subnet_group_name : "default";
  cluster.multi_az = !is_aurora(in.engine);
  cluster.availability_zones = in.availability_zones;
  if (cluster.availability_zones.empty()) {
    for (const char zone : {'a', 'b', 'c'}) {
      cluster.availability_zones.push_back(call.region() + zone);
    }
  }
  const std::string host = lower_case(base62_id(world_.random(), kHostIdLength));
  cluster.endpoint =
      fmt::format("{}.cluster-{}.{}.rds.amazonaws.com", identifier, host, call.region());
  cluster.reader_endpoint =
      fmt::format("{}.cluster-ro-{}.{}.rds.amazonaws.com", identifier, host, call.region());
  cluster.hosted_zone_id = resource_id(world_.random(), "Z").substr(0, 14);
  cluster.tag_list = in.tags;
  fill_settings(in, cluster);
  stored.master_user_password = in.master_user_password.value_or("");
  if (in.manage_master_user_password.value_or(false)) {
    EMU_CHECK(
        add_secret(call, stored.master_user(), in.master_user_secret_kms_key_id.value_or("")));
    // To make a secret may have taken a while.
    if (const Status late = refusal(); !late) {
      delete_secret(call, cluster.master_user_secret);
      return late.error();
    }
  }
  call.subject = cluster.db_cluster_resource_id;
  CreateDBClusterResult out{.db_cluster = cluster};
  out.db_cluster->status = "creating";
  if (out.db_cluster->master_user_secret) {
    out.db_cluster->master_user_secret->secret_status = "creating";
  }
  state_of(call).clusters.emplace(std::move(identifier), std::move(stored));
  return out;
}

}  // namespace emu::rds
