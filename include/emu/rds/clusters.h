// Clusters of databases. Include <emu/rds.h>.
#pragma once

#include <emu/rds/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rds {

struct ScalingConfiguration {
  std::optional<std::int32_t> min_capacity = {};
  std::optional<std::int32_t> max_capacity = {};
  std::optional<bool> auto_pause = {};
  std::optional<std::int32_t> seconds_until_auto_pause = {};
  std::optional<std::string> timeout_action = {};
  std::optional<std::int32_t> seconds_before_timeout = {};
  static void describe(StructureShape<ScalingConfiguration>& s);
};

struct RdsCustomClusterConfiguration {
  std::optional<std::string> interconnect_subnet_id = {};
  std::optional<std::string> transit_gateway_multicast_domain_id = {};
  std::optional<std::string> replica_mode = {};
  static void describe(StructureShape<RdsCustomClusterConfiguration>& s);
};

struct ServerlessV2ScalingConfiguration {
  std::optional<double> min_capacity = {};
  std::optional<double> max_capacity = {};
  std::optional<std::int32_t> seconds_until_auto_pause = {};
  static void describe(StructureShape<ServerlessV2ScalingConfiguration>& s);
};

struct DbClusterOptionGroupStatus {
  std::string db_cluster_option_group_name = {};
  std::string status = {};
  static void describe(StructureShape<DbClusterOptionGroupStatus>& s);
};

struct DbClusterStatusInfo {
  std::string status_type = {};
  std::optional<bool> normal = {};
  std::string status = {};
  std::string message = {};
  static void describe(StructureShape<DbClusterStatusInfo>& s);
};

struct DbClusterMember {
  std::string db_instance_identifier = {};
  std::optional<bool> is_cluster_writer = {};
  std::string db_cluster_parameter_group_status = {};
  std::optional<std::int32_t> promotion_tier = {};
  static void describe(StructureShape<DbClusterMember>& s);
};

struct DbClusterRole {
  std::string role_arn = {};
  std::string status = {};
  std::string feature_name = {};
  static void describe(StructureShape<DbClusterRole>& s);
};

struct ClusterPendingModifiedValues {
  std::optional<PendingCloudwatchLogsExports> pending_cloudwatch_logs_exports = {};
  std::string db_cluster_identifier = {};
  std::string master_user_password = {};
  std::optional<bool> iam_database_authentication_enabled = {};
  std::string engine_version = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::string storage_type = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<RdsCustomClusterConfiguration> rds_custom_cluster_configuration = {};
  std::optional<std::int32_t> iops = {};
  std::optional<CertificateDetails> certificate_details = {};
  static void describe(StructureShape<ClusterPendingModifiedValues>& s);
};

struct ScalingConfigurationInfo {
  std::optional<std::int32_t> min_capacity = {};
  std::optional<std::int32_t> max_capacity = {};
  std::optional<bool> auto_pause = {};
  std::optional<std::int32_t> seconds_until_auto_pause = {};
  std::string timeout_action = {};
  std::optional<std::int32_t> seconds_before_timeout = {};
  static void describe(StructureShape<ScalingConfigurationInfo>& s);
};

struct ServerlessV2ScalingConfigurationInfo {
  std::optional<double> min_capacity = {};
  std::optional<double> max_capacity = {};
  std::optional<std::int32_t> seconds_until_auto_pause = {};
  static void describe(StructureShape<ServerlessV2ScalingConfigurationInfo>& s);
};

struct LimitlessDatabase {
  std::string status = {};
  std::optional<double> min_required_acu = {};
  static void describe(StructureShape<LimitlessDatabase>& s);
};

struct DbCluster {
  std::optional<std::int32_t> allocated_storage = {};
  std::vector<std::string> availability_zones = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::string character_set_name = {};
  std::string database_name = {};
  std::string db_cluster_identifier = {};
  std::string db_cluster_parameter_group = {};
  std::string db_subnet_group = {};
  std::string status = {};
  std::string percent_progress = {};
  std::optional<Time> earliest_restorable_time = {};
  std::string endpoint = {};
  std::string reader_endpoint = {};
  std::vector<std::string> custom_endpoints = {};
  std::optional<bool> multi_az = {};
  std::string engine = {};
  std::string engine_version = {};
  std::optional<Time> latest_restorable_time = {};
  std::optional<std::int32_t> port = {};
  std::string master_username = {};
  std::vector<DbClusterOptionGroupStatus> db_cluster_option_group_memberships = {};
  std::string preferred_backup_window = {};
  std::string preferred_maintenance_window = {};
  std::string upgrade_rollout_order = {};
  std::string replication_source_identifier = {};
  std::vector<std::string> read_replica_identifiers = {};
  std::vector<DbClusterStatusInfo> status_infos = {};
  std::vector<DbClusterMember> db_cluster_members = {};
  std::vector<VpcSecurityGroupMembership> vpc_security_groups = {};
  std::string hosted_zone_id = {};
  std::optional<bool> storage_encrypted = {};
  std::string storage_encryption_type = {};
  std::string kms_key_id = {};
  std::string db_cluster_resource_id = {};
  std::string db_cluster_arn = {};
  std::vector<DbClusterRole> associated_roles = {};
  std::optional<bool> iam_database_authentication_enabled = {};
  std::string clone_group_id = {};
  std::optional<Time> cluster_create_time = {};
  std::optional<Time> earliest_backtrack_time = {};
  std::optional<std::int64_t> backtrack_window = {};
  std::optional<std::int64_t> backtrack_consumed_change_records = {};
  std::vector<std::string> enabled_cloudwatch_logs_exports = {};
  std::optional<std::int32_t> capacity = {};
  std::optional<ClusterPendingModifiedValues> pending_modified_values = {};
  std::string engine_mode = {};
  std::optional<ScalingConfigurationInfo> scaling_configuration_info = {};
  std::optional<RdsCustomClusterConfiguration> rds_custom_cluster_configuration = {};
  std::string db_cluster_instance_class = {};
  std::string storage_type = {};
  std::optional<std::int32_t> iops = {};
  std::optional<std::int32_t> storage_throughput = {};
  std::optional<Time> io_optimized_next_allowed_modification_time = {};
  std::optional<bool> publicly_accessible = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::optional<bool> deletion_protection = {};
  std::optional<bool> http_endpoint_enabled = {};
  std::string activity_stream_mode = {};
  std::string activity_stream_status = {};
  std::string activity_stream_kms_key_id = {};
  std::string activity_stream_kinesis_stream_name = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<bool> cross_account_clone = {};
  std::vector<DomainMembership> domain_memberships = {};
  std::vector<Tag> tag_list = {};
  std::string global_cluster_identifier = {};
  std::string global_write_forwarding_status = {};
  std::optional<bool> global_write_forwarding_requested = {};
  std::string network_type = {};
  std::optional<Time> automatic_restart_time = {};
  std::optional<ServerlessV2ScalingConfigurationInfo> serverless_v2_scaling_configuration = {};
  std::string serverless_v2_platform_version = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::string monitoring_role_arn = {};
  std::string database_insights_mode = {};
  std::optional<bool> performance_insights_enabled = {};
  std::string performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::string db_system_id = {};
  std::optional<MasterUserSecret> master_user_secret = {};
  std::string local_write_forwarding_status = {};
  std::string aws_backup_recovery_point_arn = {};
  std::optional<LimitlessDatabase> limitless_database = {};
  std::string cluster_scalability_type = {};
  std::optional<CertificateDetails> certificate_details = {};
  std::string engine_lifecycle_support = {};
  std::optional<bool> vpc_networking_enabled = {};
  std::optional<bool> internet_access_gateway_enabled = {};
  static void describe(StructureShape<DbCluster>& s);
};

struct CreateDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<CreateDBClusterResult>& s);
};

struct CreateDBCluster {
  static constexpr OperationName kOperation{"rds", "CreateDBCluster"};
  using Result = CreateDBClusterResult;
  std::vector<std::string> availability_zones = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::optional<std::string> character_set_name = {};
  std::optional<std::string> database_name = {};
  std::string db_cluster_identifier;
  std::optional<std::string> db_cluster_parameter_group_name = {};
  std::vector<std::string> vpc_security_group_ids = {};
  std::optional<std::string> db_subnet_group_name = {};
  std::string engine;
  std::optional<std::string> engine_version = {};
  std::optional<std::int32_t> port = {};
  std::optional<std::string> master_username = {};
  std::optional<std::string> master_user_password = {};
  std::optional<std::string> option_group_name = {};
  std::optional<std::string> preferred_backup_window = {};
  std::optional<std::string> preferred_maintenance_window = {};
  std::optional<std::string> replication_source_identifier = {};
  std::vector<Tag> tags = {};
  std::optional<bool> storage_encrypted = {};
  std::optional<std::string> kms_key_id = {};
  std::optional<std::string> pre_signed_url = {};
  std::optional<bool> enable_iam_database_authentication = {};
  std::optional<std::int64_t> backtrack_window = {};
  std::vector<std::string> enable_cloudwatch_logs_exports = {};
  std::optional<std::string> engine_mode = {};
  std::optional<ScalingConfiguration> scaling_configuration = {};
  std::optional<RdsCustomClusterConfiguration> rds_custom_cluster_configuration = {};
  std::optional<std::string> db_cluster_instance_class = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::string> storage_type = {};
  std::optional<std::int32_t> iops = {};
  std::optional<bool> publicly_accessible = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::optional<bool> deletion_protection = {};
  std::optional<std::string> global_cluster_identifier = {};
  std::optional<bool> enable_http_endpoint = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<std::string> domain = {};
  std::optional<std::string> domain_iam_role_name = {};
  std::optional<bool> enable_global_write_forwarding = {};
  std::optional<std::string> network_type = {};
  std::optional<ServerlessV2ScalingConfiguration> serverless_v2_scaling_configuration = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::optional<std::string> monitoring_role_arn = {};
  std::optional<std::string> database_insights_mode = {};
  std::optional<bool> enable_performance_insights = {};
  std::optional<std::string> performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::optional<bool> enable_limitless_database = {};
  std::optional<std::string> cluster_scalability_type = {};
  std::optional<std::string> db_system_id = {};
  std::optional<bool> manage_master_user_password = {};
  std::optional<bool> enable_local_write_forwarding = {};
  std::optional<std::string> master_user_secret_kms_key_id = {};
  std::optional<std::string> ca_certificate_identifier = {};
  std::optional<std::string> engine_lifecycle_support = {};
  std::vector<TagSpecification> tag_specifications = {};
  std::optional<std::string> master_user_authentication_type = {};
  std::optional<bool> with_express_configuration = {};
  static void describe(StructureShape<CreateDBCluster>& s);
};

struct DescribeDBClustersResult {
  std::string marker = {};
  std::vector<DbCluster> db_clusters = {};
  static void describe(StructureShape<DescribeDBClustersResult>& s);
};

struct DescribeDBClusters {
  static constexpr OperationName kOperation{"rds", "DescribeDBClusters"};
  using Result = DescribeDBClustersResult;
  std::optional<std::string> db_cluster_identifier = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  std::optional<bool> include_shared = {};
  static void describe(StructureShape<DescribeDBClusters>& s);
};

struct ModifyDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<ModifyDBClusterResult>& s);
};

struct ModifyDBCluster {
  static constexpr OperationName kOperation{"rds", "ModifyDBCluster"};
  using Result = ModifyDBClusterResult;
  std::string db_cluster_identifier;
  std::optional<std::string> new_db_cluster_identifier = {};
  std::optional<bool> apply_immediately = {};
  std::optional<std::int32_t> backup_retention_period = {};
  std::optional<std::string> db_cluster_parameter_group_name = {};
  std::vector<std::string> vpc_security_group_ids = {};
  std::optional<std::int32_t> port = {};
  std::optional<std::string> master_user_password = {};
  std::optional<std::string> option_group_name = {};
  std::optional<std::string> preferred_backup_window = {};
  std::optional<std::string> preferred_maintenance_window = {};
  std::optional<bool> enable_iam_database_authentication = {};
  std::optional<std::int64_t> backtrack_window = {};
  std::optional<CloudwatchLogsExportConfiguration> cloudwatch_logs_export_configuration = {};
  std::optional<std::string> engine_version = {};
  std::optional<bool> allow_major_version_upgrade = {};
  std::optional<std::string> db_instance_parameter_group_name = {};
  std::optional<std::string> domain = {};
  std::optional<std::string> domain_iam_role_name = {};
  std::optional<ScalingConfiguration> scaling_configuration = {};
  std::optional<bool> deletion_protection = {};
  std::optional<bool> enable_http_endpoint = {};
  std::optional<bool> copy_tags_to_snapshot = {};
  std::optional<bool> enable_global_write_forwarding = {};
  std::optional<std::string> db_cluster_instance_class = {};
  std::optional<std::int32_t> allocated_storage = {};
  std::optional<std::string> storage_type = {};
  std::optional<std::int32_t> iops = {};
  std::optional<bool> auto_minor_version_upgrade = {};
  std::optional<std::string> network_type = {};
  std::optional<ServerlessV2ScalingConfiguration> serverless_v2_scaling_configuration = {};
  std::optional<std::int32_t> monitoring_interval = {};
  std::optional<std::string> monitoring_role_arn = {};
  std::optional<std::string> database_insights_mode = {};
  std::optional<bool> enable_performance_insights = {};
  std::optional<std::string> performance_insights_kms_key_id = {};
  std::optional<std::int32_t> performance_insights_retention_period = {};
  std::optional<bool> manage_master_user_password = {};
  std::optional<bool> rotate_master_user_password = {};
  std::optional<bool> enable_local_write_forwarding = {};
  std::optional<std::string> master_user_secret_kms_key_id = {};
  std::optional<std::string> engine_mode = {};
  std::optional<bool> allow_engine_mode_change = {};
  std::optional<std::string> aws_backup_recovery_point_arn = {};
  std::optional<bool> enable_limitless_database = {};
  std::optional<std::string> ca_certificate_identifier = {};
  std::optional<std::string> master_user_authentication_type = {};
  static void describe(StructureShape<ModifyDBCluster>& s);
};

struct DeleteDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<DeleteDBClusterResult>& s);
};

struct DeleteDBCluster {
  static constexpr OperationName kOperation{"rds", "DeleteDBCluster"};
  using Result = DeleteDBClusterResult;
  std::string db_cluster_identifier;
  std::optional<bool> skip_final_snapshot = {};
  std::optional<std::string> final_db_snapshot_identifier = {};
  std::optional<bool> delete_automated_backups = {};
  static void describe(StructureShape<DeleteDBCluster>& s);
};

struct StartDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<StartDBClusterResult>& s);
};

struct StartDBCluster {
  static constexpr OperationName kOperation{"rds", "StartDBCluster"};
  using Result = StartDBClusterResult;
  std::string db_cluster_identifier;
  static void describe(StructureShape<StartDBCluster>& s);
};

struct StopDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<StopDBClusterResult>& s);
};

struct StopDBCluster {
  static constexpr OperationName kOperation{"rds", "StopDBCluster"};
  using Result = StopDBClusterResult;
  std::string db_cluster_identifier;
  static void describe(StructureShape<StopDBCluster>& s);
};

struct RebootDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<RebootDBClusterResult>& s);
};

struct RebootDBCluster {
  static constexpr OperationName kOperation{"rds", "RebootDBCluster"};
  using Result = RebootDBClusterResult;
  std::string db_cluster_identifier;
  static void describe(StructureShape<RebootDBCluster>& s);
};

struct FailoverDBClusterResult {
  std::optional<DbCluster> db_cluster = {};
  static void describe(StructureShape<FailoverDBClusterResult>& s);
};

struct FailoverDBCluster {
  static constexpr OperationName kOperation{"rds", "FailoverDBCluster"};
  using Result = FailoverDBClusterResult;
  std::string db_cluster_identifier;
  std::optional<std::string> target_db_instance_identifier = {};
  static void describe(StructureShape<FailoverDBCluster>& s);
};

struct EnableHttpEndpointResult {
  std::string resource_arn = {};
  std::optional<bool> http_endpoint_enabled = {};
  static void describe(StructureShape<EnableHttpEndpointResult>& s);
};

struct EnableHttpEndpoint {
  static constexpr OperationName kOperation{"rds", "EnableHttpEndpoint"};
  using Result = EnableHttpEndpointResult;
  std::string resource_arn;
  static void describe(StructureShape<EnableHttpEndpoint>& s);
};

struct DisableHttpEndpointResult {
  std::string resource_arn = {};
  std::optional<bool> http_endpoint_enabled = {};
  static void describe(StructureShape<DisableHttpEndpointResult>& s);
};

struct DisableHttpEndpoint {
  static constexpr OperationName kOperation{"rds", "DisableHttpEndpoint"};
  using Result = DisableHttpEndpointResult;
  std::string resource_arn;
  static void describe(StructureShape<DisableHttpEndpoint>& s);
};

}  // namespace emu::rds
