// Instances of databases. Include <emu/rds.h>.
#pragma once

#include <emu/rds/subnet_groups.h>
#include <emu/rds/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct ProcessorFeature {
  std::optional<std::string> name = {};
  std::optional<std::string> value = {};
  static void describe(StructureShape<ProcessorFeature>& s);
};

struct AdditionalStorageVolume {
  std::string volume_name;
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::optional<std::string> storage_type = {};
  static void describe(StructureShape<AdditionalStorageVolume>& s);
};

struct Endpoint {
  std::string address = {};
  std::optional<std::int32_t> port = {};
  std::string hosted_zone_id = {};
  static void describe(StructureShape<Endpoint>& s);
};

struct DbSecurityGroupMembership {
  std::string db_security_group_name = {};
  std::string status = {};
  static void describe(StructureShape<DbSecurityGroupMembership>& s);
};

struct DbParameterGroupStatus {
  std::string db_parameter_group_name = {};
  std::string parameter_apply_status = {};
  static void describe(StructureShape<DbParameterGroupStatus>& s);
};

struct PendingModifiedValues {
  std::string db_instance_class = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::string master_user_password = {};
  std::optional<std::int32_t> port = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::optional<bool> multi_az = {};
  std::string engine_version = {};
  std::string license_model = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::string db_instance_identifier = {};
  std::string storage_type = {};
  std::string ca_certificate_identifier = {};
  std::string db_subnet_group_name = {};
  std::optional<PendingCloudwatchLogsExports> pending_cloudwatch_logs_exports = {};
  std::vector<ProcessorFeature> processor_features = {};
  std::string automation_mode = {};
  std::optional<Time> resume_full_automation_mode_time = {};
  std::optional<bool> multi_tenant = {};
  std::optional<bool> iam_database_authentication_enabled = {};
  std::optional<bool> dedicated_log_volume = {};
  std::string engine = {};
  std::vector<AdditionalStorageVolume> additional_storage_volumes = {};
  static void describe(StructureShape<PendingModifiedValues>& s);
};

struct OptionGroupMembership {
  std::string option_group_name = {};
  std::string status = {};
  static void describe(StructureShape<OptionGroupMembership>& s);
};

struct DbInstanceStatusInfo {
  std::string status_type = {};
  std::optional<bool> normal = {};
  std::string status = {};
  std::string message = {};
  static void describe(StructureShape<DbInstanceStatusInfo>& s);
};

struct DbInstanceRole {
  std::string role_arn = {};
  std::string feature_name = {};
  std::string status = {};
  static void describe(StructureShape<DbInstanceRole>& s);
};

struct DbInstanceAutomatedBackupsReplication {
  std::string db_instance_automated_backups_arn = {};
  static void describe(StructureShape<DbInstanceAutomatedBackupsReplication>& s);
};

struct AdditionalStorageVolumeOutput {
  std::string volume_name = {};
  std::string storage_volume_status = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::string storage_type = {};
  static void describe(StructureShape<AdditionalStorageVolumeOutput>& s);
};

struct DbInstance {
  std::string db_instance_identifier = {};
  std::string db_instance_class = {};
  std::string engine = {};
  std::string db_instance_status = {};
  std::string master_username = {};
  std::string db_name = {};
  std::optional<Endpoint> endpoint = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<Time> instance_create_time = {};
  std::string preferred_backup_window = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::vector<DbSecurityGroupMembership> db_security_groups = {};
  std::vector<VpcSecurityGroupMembership> vpc_security_groups = {};
  std::vector<DbParameterGroupStatus> db_parameter_groups = {};
  std::string availability_zone = {};
  std::optional<DbSubnetGroup> db_subnet_group = {};
  std::string preferred_maintenance_window = {};
  std::string upgrade_rollout_order = {};
  std::optional<PendingModifiedValues> pending_modified_values = {};
  std::optional<Time> latest_restorable_time = {};
  std::optional<bool> multi_az = {};
  std::string engine_version = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::string read_replica_source_db_instance_identifier = {};
  std::vector<std::string> read_replica_db_instance_identifiers = {};
  std::vector<std::string> read_replica_db_cluster_identifiers = {};
  std::string replica_mode = {};
  std::string license_model = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::vector<OptionGroupMembership> option_group_memberships = {};
  std::string character_set_name = {};
  std::string nchar_character_set_name = {};
  std::string secondary_availability_zone = {};
  std::optional<bool> publicly_accessible = {};
  std::vector<DbInstanceStatusInfo> status_infos = {};
  std::string storage_type = {};
  std::string storage_encryption_type = {};
  std::string tde_credential_arn = {};
  std::optional<std::int32_t> db_instance_port = {};
  std::string db_cluster_identifier = {};
  std::optional<bool> storage_encrypted = {};
  std::string kms_key_id = {};
  std::string dbi_resource_id = {};
  std::string ca_certificate_identifier = {};
  std::vector<DomainMembership> domain_memberships = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::string enhanced_monitoring_resource_arn = {};
  std::string monitoring_role_arn = {};
  std::optional<std::int32_t> promotion_tier = {};
  std::string db_instance_arn = {};
  std::string timezone = {};
  std::optional<bool> iam_database_authentication_enabled = {};
  std::string database_insights_mode = {};
  std::optional<bool> performance_insights_enabled = {};
  std::string performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::vector<std::string> enabled_cloudwatch_logs_exports = {};
  std::vector<ProcessorFeature> processor_features = {};
  std::optional<bool> deletion_protection = {};
  std::vector<DbInstanceRole> associated_roles = {};
  std::optional<Endpoint> listener_endpoint = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::vector<Tag> tag_list = {};
  std::string automation_mode = {};
  std::optional<Time> resume_full_automation_mode_time = {};
  std::optional<bool> customer_owned_ip_enabled = {};
  std::string network_type = {};
  std::string activity_stream_status = {};
  std::string activity_stream_kms_key_id = {};
  std::string activity_stream_kinesis_stream_name = {};
  std::string activity_stream_mode = {};
  std::optional<bool> activity_stream_engine_native_audit_fields_included = {};
  std::string aws_backup_recovery_point_arn = {};
  std::vector<DbInstanceAutomatedBackupsReplication> db_instance_automated_backups_replications =
      {};
  std::string backup_target = {};
  std::optional<Time> automatic_restart_time = {};
  std::string custom_iam_instance_profile = {};
  std::string activity_stream_policy_status = {};
  std::optional<CertificateDetails> certificate_details = {};
  std::string db_system_id = {};
  std::optional<MasterUserSecret> master_user_secret = {};
  std::string read_replica_source_db_cluster_identifier = {};
  std::string percent_progress = {};
  std::optional<bool> multi_tenant = {};
  std::optional<bool> dedicated_log_volume = {};
  std::optional<bool> is_storage_config_upgrade_available = {};
  std::string engine_lifecycle_support = {};
  std::vector<AdditionalStorageVolumeOutput> additional_storage_volumes = {};
  std::string storage_volume_status = {};
  static void describe(StructureShape<DbInstance>& s);
};

struct CreateDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<CreateDBInstanceResult>& s);
};

struct CreateDBInstance {
  static constexpr OperationName kOperation{"rds", "CreateDBInstance"};
  using Result = CreateDBInstanceResult;
  std::optional<std::string> db_name = {};
  std::string db_instance_identifier;
  std::optional<std::int32_t> allocated_storage = {};
  std::string db_instance_class;
  std::string engine;
  std::optional<std::string> master_username = {};
  std::optional<std::string> master_user_password = {};
  std::vector<std::string> db_security_groups = {};
  std::vector<std::string> vpc_security_group_ids = {};
  std::optional<std::string> availability_zone = {};
  std::optional<std::string> db_subnet_group_name = {};
  std::optional<std::string> preferred_maintenance_window = {};
  std::optional<std::string> db_parameter_group_name = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::optional<std::string> preferred_backup_window = {};
  std::optional<std::int32_t> port = {};
  std::optional<bool> multi_az = {};
  std::optional<std::string> engine_version = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::optional<std::string> license_model = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::optional<std::string> option_group_name = {};
  std::optional<std::string> character_set_name = {};
  std::optional<std::string> nchar_character_set_name = {};
  std::optional<bool> publicly_accessible = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> db_cluster_identifier = {};
  std::optional<std::string> storage_type = {};
  std::optional<std::string> tde_credential_arn = {};
  std::optional<std::string> tde_credential_password = {};
  std::optional<bool> storage_encrypted = {};
  std::optional<std::string> kms_key_id = {};
  std::optional<std::string> domain = {};
  std::optional<std::string> domain_fqdn = {};
  std::optional<std::string> domain_ou = {};
  std::optional<std::string> domain_auth_secret_arn = {};
  std::vector<std::string> domain_dns_ips = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::optional<std::string> monitoring_role_arn = {};
  std::optional<std::string> domain_iam_role_name = {};
  std::optional<std::int32_t> promotion_tier = {};
  std::optional<std::string> timezone = {};
  std::optional<bool> enable_iam_database_authentication = {};
  std::optional<std::string> database_insights_mode = {};
  std::optional<bool> enable_performance_insights = {};
  std::optional<std::string> performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::vector<std::string> enable_cloudwatch_logs_exports = {};
  std::vector<ProcessorFeature> processor_features = {};
  std::optional<bool> deletion_protection = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::optional<bool> enable_customer_owned_ip = {};
  std::optional<std::string> network_type = {};
  std::optional<std::string> backup_target = {};
  std::optional<std::string> custom_iam_instance_profile = {};
  std::optional<std::string> db_system_id = {};
  std::optional<std::string> ca_certificate_identifier = {};
  std::optional<bool> manage_master_user_password = {};
  std::optional<std::string> master_user_secret_kms_key_id = {};
  std::optional<bool> multi_tenant = {};
  std::optional<bool> dedicated_log_volume = {};
  std::optional<std::string> engine_lifecycle_support = {};
  std::vector<AdditionalStorageVolume> additional_storage_volumes = {};
  std::vector<TagSpecification> tag_specifications = {};
  std::optional<std::string> master_user_authentication_type = {};
  static void describe(StructureShape<CreateDBInstance>& s);
};

struct DescribeDBInstancesResult {
  std::string marker = {};
  std::vector<DbInstance> db_instances = {};
  static void describe(StructureShape<DescribeDBInstancesResult>& s);
};

struct DescribeDBInstances {
  static constexpr OperationName kOperation{"rds", "DescribeDBInstances"};
  using Result = DescribeDBInstancesResult;
  std::optional<std::string> db_instance_identifier = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeDBInstances>& s);
};

struct ModifyAdditionalStorageVolume {
  std::string volume_name;
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::optional<std::string> storage_type = {};
  std::optional<bool> set_for_delete = {};
  static void describe(StructureShape<ModifyAdditionalStorageVolume>& s);
};

struct ModifyDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<ModifyDBInstanceResult>& s);
};

struct ModifyDBInstance {
  static constexpr OperationName kOperation{"rds", "ModifyDBInstance"};
  using Result = ModifyDBInstanceResult;
  std::string db_instance_identifier;
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::string> db_instance_class = {};
  std::optional<std::string> db_subnet_group_name = {};
  std::vector<std::string> db_security_groups = {};
  std::vector<std::string> vpc_security_group_ids = {};
  std::optional<bool> apply_immediately = {};
  std::optional<std::string> master_user_password = {};
  std::optional<std::string> db_parameter_group_name = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::optional<std::string> preferred_backup_window = {};
  std::optional<std::string> preferred_maintenance_window = {};
  std::optional<bool> multi_az = {};
  std::optional<std::string> engine_version = {};
  std::optional<bool> allow_major_version_upgrade = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::optional<std::string> license_model = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::optional<std::string> option_group_name = {};
  std::optional<std::string> new_db_instance_identifier = {};
  std::optional<std::string> storage_type = {};
  std::optional<std::string> tde_credential_arn = {};
  std::optional<std::string> tde_credential_password = {};
  std::optional<std::string> ca_certificate_identifier = {};
  std::optional<std::string> domain = {};
  std::optional<std::string> domain_fqdn = {};
  std::optional<std::string> domain_ou = {};
  std::optional<std::string> domain_auth_secret_arn = {};
  std::vector<std::string> domain_dns_ips = {};
  std::optional<bool> disable_domain = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::optional<std::int32_t> db_port_number = {};
  std::optional<bool> publicly_accessible = {};
  std::optional<std::string> monitoring_role_arn = {};
  std::optional<std::string> domain_iam_role_name = {};
  std::optional<std::int32_t> promotion_tier = {};
  std::optional<bool> enable_iam_database_authentication = {};
  std::optional<std::string> database_insights_mode = {};
  std::optional<bool> enable_performance_insights = {};
  std::optional<std::string> performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::optional<CloudwatchLogsExportConfiguration> cloudwatch_logs_export_configuration = {};
  std::vector<ProcessorFeature> processor_features = {};
  std::optional<bool> use_default_processor_features = {};
  std::optional<bool> deletion_protection = {};
  std::optional<std::int32_t> max_allocated_storage = {};
  std::optional<bool> certificate_rotation_restart = {};
  std::optional<std::string> replica_mode = {};
  std::optional<std::string> automation_mode = {};
  std::optional<std::int32_t> resume_full_automation_mode_minutes = {};
  std::optional<bool> enable_customer_owned_ip = {};
  std::optional<std::string> network_type = {};
  std::optional<std::string> aws_backup_recovery_point_arn = {};
  std::optional<bool> manage_master_user_password = {};
  std::optional<bool> rotate_master_user_password = {};
  std::optional<std::string> master_user_secret_kms_key_id = {};
  std::optional<bool> multi_tenant = {};
  std::optional<bool> dedicated_log_volume = {};
  std::optional<std::string> engine = {};
  std::vector<ModifyAdditionalStorageVolume> additional_storage_volumes = {};
  std::vector<TagSpecification> tag_specifications = {};
  std::optional<std::string> master_user_authentication_type = {};
  static void describe(StructureShape<ModifyDBInstance>& s);
};

struct DeleteDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<DeleteDBInstanceResult>& s);
};

struct DeleteDBInstance {
  static constexpr OperationName kOperation{"rds", "DeleteDBInstance"};
  using Result = DeleteDBInstanceResult;
  std::string db_instance_identifier;
  std::optional<bool> skip_final_snapshot = {};
  std::optional<std::string> final_db_snapshot_identifier = {};
  std::optional<bool> delete_automated_backups = {};
  static void describe(StructureShape<DeleteDBInstance>& s);
};

struct StartDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<StartDBInstanceResult>& s);
};

struct StartDBInstance {
  static constexpr OperationName kOperation{"rds", "StartDBInstance"};
  using Result = StartDBInstanceResult;
  std::string db_instance_identifier;
  static void describe(StructureShape<StartDBInstance>& s);
};

struct StopDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<StopDBInstanceResult>& s);
};

struct StopDBInstance {
  static constexpr OperationName kOperation{"rds", "StopDBInstance"};
  using Result = StopDBInstanceResult;
  std::string db_instance_identifier;
  std::optional<std::string> db_snapshot_identifier = {};
  static void describe(StructureShape<StopDBInstance>& s);
};

struct RebootDBInstanceResult {
  std::optional<DbInstance> db_instance = {};
  static void describe(StructureShape<RebootDBInstanceResult>& s);
};

struct RebootDBInstance {
  static constexpr OperationName kOperation{"rds", "RebootDBInstance"};
  using Result = RebootDBInstanceResult;
  std::string db_instance_identifier;
  std::optional<bool> force_failover = {};
  static void describe(StructureShape<RebootDBInstance>& s);
};

}  // namespace emu::rds
