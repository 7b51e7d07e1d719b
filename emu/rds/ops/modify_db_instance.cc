#include <fmt/format.h>

#include <optional>
#include <utility>

#include "rds/engines.h"
#include "rds/errors.h"
#include "rds/given.h"
#include "rds/names.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

void apply_settings(const ModifyDBInstance& in, DbInstance& instance) {
  set_given(instance.allocated_storage, in.allocated_storage);
  set_given(instance.db_instance_class, in.db_instance_class);
  set_given(instance.backup_retention_period, in.backup_retention_period);
  set_given(instance.preferred_backup_window, in.preferred_backup_window);
  set_given(instance.preferred_maintenance_window, in.preferred_maintenance_window);
  set_given(instance.multi_az, in.multi_az);
  set_given(instance.auto_minor_version_upgrade, in.auto_minor_version_upgrade);
  set_given(instance.iops, in.iops);
  set_given(instance.storage_type, in.storage_type);
  set_given(instance.storage_throughput, in.storage_throughput);
  set_given(instance.ca_certificate_identifier, in.ca_certificate_identifier);
  set_given(instance.copy_tags_to_snapshot, in.copy_tags_to_snapshot);
  set_given(instance.monitoring_interval, in.monitoring_interval);
  set_given(instance.monitoring_role_arn, in.monitoring_role_arn);
  set_given(instance.publicly_accessible, in.publicly_accessible);
  set_given(instance.promotion_tier, in.promotion_tier);
  set_given(instance.iam_database_authentication_enabled, in.enable_iam_database_authentication);
  set_given(instance.performance_insights_enabled, in.enable_performance_insights);
  set_given(instance.database_insights_mode, in.database_insights_mode);
  set_given(instance.deletion_protection, in.deletion_protection);
  set_given(instance.max_allocated_storage, in.max_allocated_storage);
  set_given(instance.network_type, in.network_type);
  if (in.db_port_number) instance.endpoint->port = in.db_port_number;
  if (in.db_parameter_group_name) {
    instance.db_parameter_groups.front().db_parameter_group_name = *in.db_parameter_group_name;
  }
  set_security_groups(in.vpc_security_group_ids, instance.vpc_security_groups);
  set_log_exports(in.cloudwatch_logs_export_configuration,
                  instance.enabled_cloudwatch_logs_exports);
}

}  // namespace

// Everything happens at once. The password comes first, since its secret may take a while; what has
// become of the instance meanwhile stays, but for what the call changes.
Result<ModifyDBInstanceResult> Rds::modify_db_instance(Call& call, const ModifyDBInstance& in) {
  EMU_TRY(const StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  const StoredInstance before = *found;
  const std::string& old_identifier = before.instance.db_instance_identifier;
  std::string identifier = old_identifier;
  std::optional<EngineVersion> version;
  std::optional<DbSubnetGroup> group;
  if (in.new_db_instance_identifier) {
    EMU_TRY(identifier, read_identifier("NewDBInstanceIdentifier", *in.new_db_instance_identifier));
  }
  if ((in.manage_master_user_password || in.master_user_password) &&
      !before.instance.db_cluster_identifier.empty()) {
    return invalid_combination("The master user password is the DB cluster's.");
  }
  if (in.engine_version) {
    EMU_TRY(version, find_version(before.instance.engine, in.engine_version));
  }
  const auto refusal = [&]() -> Status {
    EMU_TRY(const StoredInstance* still, find_instance_of(call, old_identifier));
    if (still->instance.dbi_resource_id != before.instance.dbi_resource_id) {
      return no_such_instance(old_identifier);
    }
    if (!is_same(still->instance.master_user_secret, before.instance.master_user_secret)) {
      return error(
          errors::kInvalidDBInstanceState,
          fmt::format("Instance {} is in resetting-master-credentials state.", old_identifier));
    }
    if (identifier != old_identifier && state_of(call).instances.contains(identifier)) {
      return error(errors::kDBInstanceAlreadyExists, "DB instance already exists");
    }
    EMU_TRY(group, group_for(call, in.db_subnet_group_name));
    return check_parameter_group(call, in.db_parameter_group_name);
  };
  EMU_CHECK(refusal());
  StoredInstance asked = before;
  EMU_CHECK(change_password(call, asked.master_user(), password_change(in)));
  if (const Status late = refusal(); !late) {
    const bool is_new =
        !is_same(asked.instance.master_user_secret, before.instance.master_user_secret);
    if (is_new) delete_secret(call, asked.instance.master_user_secret);
    return late.error();
  }

  State& state = state_of(call);
  auto node = state.instances.extract(old_identifier);
  StoredInstance& stored = node.mapped();
  DbInstance& instance = stored.instance;
  if (asked.master_user_password != before.master_user_password) {
    stored.master_user_password = asked.master_user_password;
  }
  instance.master_user_secret = asked.instance.master_user_secret;
  if (version) instance.engine_version = version->version;
  apply_settings(in, instance);
  if (group) instance.db_subnet_group = std::move(group);
  instance.db_instance_identifier = identifier;
  instance.db_instance_arn = arn_of(call.account(), call.region(), "db", identifier);
  instance.endpoint->address =
      identifier + instance.endpoint->address.substr(old_identifier.size());
  const auto cluster = state.clusters.find(instance.db_cluster_identifier);
  if (cluster != state.clusters.end()) {
    for (DbClusterMember& member : cluster->second.cluster.db_cluster_members) {
      if (member.db_instance_identifier != old_identifier) continue;
      member.db_instance_identifier = identifier;
    }
  }
  call.subject = instance.dbi_resource_id;
  ModifyDBInstanceResult out{.db_instance = instance};
  node.key() = std::move(identifier);
  state.instances.insert(std::move(node));
  return out;
}

}  // namespace emu::rds
