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

Status check(const CreateDBInstance& in) {
  if (!is_engine(in.engine)) return invalid_value("Invalid DB engine");
  if (!in.db_instance_class.starts_with("db.")) {
    return invalid_value(fmt::format("Invalid DB Instance class: {}", in.db_instance_class));
  }
  if (in.tags.size() > kTagsMax) return too_many_tags();
  return {};
}

// A member has its cluster's user, password and storage.
// Source: Amazon RDS API Reference, "CreateDBInstance", "Not applicable to Amazon Aurora".
Status check_member(const CreateDBInstance& in, const DbCluster& cluster) {
  if (in.engine != cluster.engine) {
    return invalid_combination(
        fmt::format("The engine name requested for your DB instance ({}) doesn't match the engine "
                    "name of your DB cluster ({}).",
                    in.engine, cluster.engine));
  }
  if (in.master_username || in.master_user_password || in.manage_master_user_password) {
    return invalid_combination(
        "The requested DB Instance will be a member of a DB Cluster. Set master user password for "
        "the DB Cluster.");
  }
  if (cluster.db_cluster_members.size() >= kMembersMax) {
    return error(errors::kInstanceQuotaExceeded, "The DB cluster has as many instances as it may.");
  }
  return {};
}

Status check_alone(const CreateDBInstance& in) {
  if (is_aurora(in.engine)) {
    return invalid_combination("Invalid storage size for engine name " + in.engine +
                               " and storage type aurora: a DB cluster identifier is required.");
  }
  if (in.allocated_storage.value_or(0) <= 0) {
    return invalid_combination("The parameter AllocatedStorage must be provided.");
  }
  if (in.master_username.value_or("").empty()) {
    return invalid_value("The parameter MasterUsername must be provided and must not be blank.");
  }
  if (in.manage_master_user_password.value_or(false)) {
    if (!in.master_user_password) return {};
    return invalid_combination(
        "You can't specify MasterUserPassword when ManageMasterUserPassword is true.");
  }
  if (in.master_user_password.value_or("").empty()) {
    return invalid_value(
        "The parameter MasterUserPassword must be provided and must not be blank.");
  }
  return check_password(in.engine, *in.master_user_password);
}

Status check_room(const State& state, const std::string& identifier) {
  if (state.instances.contains(identifier)) {
    return error(errors::kDBInstanceAlreadyExists, "DB instance already exists");
  }
  if (state.instances.size() < kInstancesMax) return {};
  return error(errors::kInstanceQuotaExceeded,
               "The request cannot be processed because it would exceed the maximum number of DB "
               "instances.");
}

void fill_settings(const CreateDBInstance& in, DbInstance& instance) {
  instance.db_instance_class = in.db_instance_class;
  instance.engine = in.engine;
  instance.db_instance_status = "available";
  instance.backup_retention_period = in.backup_retention_period.value_or(1);
  instance.preferred_backup_window = in.preferred_backup_window.value_or("03:00-03:30");
  instance.preferred_maintenance_window =
      in.preferred_maintenance_window.value_or("sun:04:00-sun:04:30");
  instance.multi_az = in.multi_az.value_or(false);
  instance.auto_minor_version_upgrade = in.auto_minor_version_upgrade.value_or(true);
  instance.iops = in.iops;
  instance.storage_throughput = in.storage_throughput;
  instance.publicly_accessible = in.publicly_accessible.value_or(false);
  instance.storage_encrypted = in.storage_encrypted.value_or(false);
  instance.kms_key_id = in.kms_key_id.value_or("");
  instance.ca_certificate_identifier = in.ca_certificate_identifier.value_or("rds-ca-rsa2048-g1");
  instance.copy_tags_to_snapshot = in.copy_tags_to_snapshot.value_or(false);
  instance.monitoring_interval = in.monitoring_interval.value_or(0);
  instance.monitoring_role_arn = in.monitoring_role_arn.value_or("");
  instance.promotion_tier = in.promotion_tier.value_or(1);
  instance.iam_database_authentication_enabled =
      in.enable_iam_database_authentication.value_or(false);
  instance.performance_insights_enabled = in.enable_performance_insights.value_or(false);
  instance.database_insights_mode = in.database_insights_mode.value_or("standard");
  instance.enabled_cloudwatch_logs_exports = in.enable_cloudwatch_logs_exports;
  instance.deletion_protection = in.deletion_protection.value_or(false);
  instance.max_allocated_storage = in.max_allocated_storage;
  instance.network_type = in.network_type.value_or("IPV4");
  instance.backup_target = in.backup_target.value_or("region");
  instance.engine_lifecycle_support =
      in.engine_lifecycle_support.value_or("open-source-rds-extended-support");
  instance.tag_list = in.tags;
  for (const std::string& group : in.vpc_security_group_ids) {
    instance.vpc_security_groups.push_back({.vpc_security_group_id = group, .status = "active"});
  }
}

}  // namespace

Result<std::optional<DbSubnetGroup>> Rds::group_for(const Call& call,
                                                    const std::optional<std::string>& name) {
  if (!name || name->empty() || *name == "default") return std::optional<DbSubnetGroup>();
  const State& state = state_of(call);
  const auto found = state.subnet_groups.find(lower_case(*name));
  if (found == state.subnet_groups.end()) return no_such_subnet_group(*name);
  return std::optional(found->second.group);
}

Result<CreateDBInstanceResult> Rds::create_db_instance(Call& call, const CreateDBInstance& in) {
  EMU_TRY(std::string identifier,
          read_identifier("DBInstanceIdentifier", in.db_instance_identifier));
  EMU_CHECK(check(in));
  StoredCluster* cluster = nullptr;
  if (in.db_cluster_identifier) {
    EMU_TRY(cluster, find_cluster_of(call, *in.db_cluster_identifier));
    EMU_CHECK(check_member(in, cluster->cluster));
  } else {
    EMU_CHECK(check_alone(in));
  }
  const auto asked = cluster ? std::optional(cluster->cluster.engine_version) : in.engine_version;
  EMU_TRY(const EngineVersion version, find_version(in.engine, asked));
  EMU_CHECK(check_parameter_group(call, in.db_parameter_group_name));
  EMU_TRY(auto group, group_for(call, in.db_subnet_group_name));
  EMU_CHECK(check_room(state_of(call), identifier));

  StoredInstance stored;
  DbInstance& instance = stored.instance;
  fill_settings(in, instance);
  instance.db_instance_identifier = identifier;
  instance.db_instance_arn = arn_of(call.account(), call.region(), "db", identifier);
  instance.dbi_resource_id = resource_id(world_.random(), "db-");
  instance.engine_version = version.version;
  instance.license_model = in.license_model.value_or(
      is_postgresql(in.engine) ? "postgresql-license" : "general-public-license");
  instance.db_name = in.db_name.value_or("");
  instance.instance_create_time = instance.latest_restorable_time = world_.now();
  instance.availability_zone = in.availability_zone.value_or(call.region() + "a");
  instance.db_subnet_group = std::move(group);
  instance.db_parameter_groups = {{.db_parameter_group_name = in.db_parameter_group_name.value_or(
                                       fmt::format("default.{}", version.family)),
                                   .parameter_apply_status = "in-sync"}};
  instance.option_group_memberships = {
      {.option_group_name = in.option_group_name.value_or("default:" + in.engine),
       .status = "in-sync"}};
  instance.storage_type = in.storage_type.value_or(is_aurora(in.engine) ? "aurora" : "gp2");
  instance.allocated_storage = in.allocated_storage.value_or(1);
  instance.master_username = in.master_username.value_or("");
  stored.master_user_password = in.master_user_password.value_or("");
  if (cluster != nullptr) {
    DbCluster& owner = cluster->cluster;
    instance.db_cluster_identifier = owner.db_cluster_identifier;
    instance.master_username = owner.master_username;
    instance.db_name = owner.database_name;
    instance.storage_encrypted = owner.storage_encrypted;
    owner.db_cluster_members.push_back({.db_instance_identifier = identifier,
                                        .is_cluster_writer = owner.db_cluster_members.empty(),
                                        .db_cluster_parameter_group_status = "in-sync",
                                        .promotion_tier = instance.promotion_tier});
  }
  if (in.manage_master_user_password.value_or(false)) {
    EMU_CHECK(
        add_secret(call, stored.master_user(), in.master_user_secret_kms_key_id.value_or("")));
    // To make a secret may have taken a while. Members have none of their own.
    Status late = check_room(state_of(call), identifier);
    if (late.ok()) {
      const auto again = group_for(call, in.db_subnet_group_name);
      if (!again) late = again.error();
    }
    if (!late) {
      delete_secret(call, instance.master_user_secret);
      return late.error();
    }
  }
  const std::string host = lower_case(base62_id(world_.random(), kHostIdLength));
  instance.endpoint = Endpoint{
      .address = fmt::format("{}.{}.{}.rds.amazonaws.com", identifier, host, call.region()),
      .port = in.port.value_or(default_port(in.engine)),
      .hosted_zone_id = resource_id(world_.random(), "Z").substr(0, 14)};
  call.subject = instance.dbi_resource_id;
  CreateDBInstanceResult out{.db_instance = instance};
  out.db_instance->db_instance_status = "creating";
  out.db_instance->endpoint.reset();
  state_of(call).instances.emplace(std::move(identifier), std::move(stored));
  return out;
}

}  // namespace emu::rds
