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

// Everything happens at once. A copy is changed, since secrets may take a while; what has become of
// the instance meanwhile is seen at the end.
Result<ModifyDBInstanceResult> Rds::modify_db_instance(Call& call, const ModifyDBInstance& in) {
  EMU_TRY(const StoredInstance* found, find_instance_of(call, in.db_instance_identifier));
  StoredInstance changed = *found;
  DbInstance& instance = changed.instance;
  const std::string before = instance.db_instance_identifier;
  std::string identifier = before;
  if (in.new_db_instance_identifier) {
    EMU_TRY(identifier, read_identifier("NewDBInstanceIdentifier", *in.new_db_instance_identifier));
    if (identifier != before && state_of(call).instances.contains(identifier)) {
      return error(errors::kDBInstanceAlreadyExists, "DB instance already exists");
    }
  }
  const bool is_member = !instance.db_cluster_identifier.empty();
  if ((in.manage_master_user_password || in.master_user_password) && is_member) {
    return invalid_combination("The master user password is the DB cluster's.");
  }
  EMU_TRY(auto group, group_for(call, in.db_subnet_group_name));
  if (in.engine_version) {
    EMU_TRY(const EngineVersion version, find_version(instance.engine, in.engine_version));
    instance.engine_version = version.version;
  }
  EMU_CHECK(change_password(call, changed.master_user(), password_change(in)));
  EMU_CHECK(find_instance_of(call, before));

  apply_settings(in, instance);
  if (group) instance.db_subnet_group = std::move(group);
  instance.db_instance_identifier = identifier;
  instance.db_instance_arn = arn_of(call.account(), call.region(), "db", identifier);
  instance.endpoint->address = identifier + instance.endpoint->address.substr(before.size());
  State& state = state_of(call);
  if (is_member) {
    EMU_TRY(StoredCluster* cluster, find_cluster_of(call, instance.db_cluster_identifier));
    for (DbClusterMember& member : cluster->cluster.db_cluster_members) {
      if (member.db_instance_identifier == before) member.db_instance_identifier = identifier;
    }
  }
  call.subject = instance.dbi_resource_id;
  ModifyDBInstanceResult out{.db_instance = instance};
  state.instances.erase(before);
  state.instances.insert_or_assign(std::move(identifier), std::move(changed));
  return out;
}

}  // namespace emu::rds
