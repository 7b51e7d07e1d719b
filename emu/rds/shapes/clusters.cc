#include <emu/describe.h>
#include <emu/rds/clusters.h>

namespace emu::rds {

void ScalingConfiguration::describe(StructureShape<ScalingConfiguration>& s) {
  s.member("MinCapacity", &ScalingConfiguration::min_capacity);
  s.member("MaxCapacity", &ScalingConfiguration::max_capacity);
  s.member("AutoPause", &ScalingConfiguration::auto_pause);
  s.member("SecondsUntilAutoPause", &ScalingConfiguration::seconds_until_auto_pause);
  s.member("TimeoutAction", &ScalingConfiguration::timeout_action);
  s.member("SecondsBeforeTimeout", &ScalingConfiguration::seconds_before_timeout);
}

void RdsCustomClusterConfiguration::describe(StructureShape<RdsCustomClusterConfiguration>& s) {
  s.member("InterconnectSubnetId", &RdsCustomClusterConfiguration::interconnect_subnet_id);
  s.member("TransitGatewayMulticastDomainId",
           &RdsCustomClusterConfiguration::transit_gateway_multicast_domain_id);
  s.member("ReplicaMode", &RdsCustomClusterConfiguration::replica_mode)
      .one_of({"open-read-only", "mounted"});
}

void ServerlessV2ScalingConfiguration::describe(
    StructureShape<ServerlessV2ScalingConfiguration>& s) {
  s.member("MinCapacity", &ServerlessV2ScalingConfiguration::min_capacity);
  s.member("MaxCapacity", &ServerlessV2ScalingConfiguration::max_capacity);
  s.member("SecondsUntilAutoPause", &ServerlessV2ScalingConfiguration::seconds_until_auto_pause);
}

void DbClusterOptionGroupStatus::describe(StructureShape<DbClusterOptionGroupStatus>& s) {
  s.member("DBClusterOptionGroupName", &DbClusterOptionGroupStatus::db_cluster_option_group_name);
  s.member("Status", &DbClusterOptionGroupStatus::status);
}

void DbClusterStatusInfo::describe(StructureShape<DbClusterStatusInfo>& s) {
  s.member("StatusType", &DbClusterStatusInfo::status_type);
  s.member("Normal", &DbClusterStatusInfo::normal);
  s.member("Status", &DbClusterStatusInfo::status);
  s.member("Message", &DbClusterStatusInfo::message);
}

void DbClusterMember::describe(StructureShape<DbClusterMember>& s) {
  s.member("DBInstanceIdentifier", &DbClusterMember::db_instance_identifier);
  s.member("IsClusterWriter", &DbClusterMember::is_cluster_writer);
  s.member("DBClusterParameterGroupStatus", &DbClusterMember::db_cluster_parameter_group_status);
  s.member("PromotionTier", &DbClusterMember::promotion_tier);
}

void DbClusterRole::describe(StructureShape<DbClusterRole>& s) {
  s.member("RoleArn", &DbClusterRole::role_arn);
  s.member("Status", &DbClusterRole::status);
  s.member("FeatureName", &DbClusterRole::feature_name);
}

void ClusterPendingModifiedValues::describe(StructureShape<ClusterPendingModifiedValues>& s) {
  s.member("PendingCloudwatchLogsExports",
           &ClusterPendingModifiedValues::pending_cloudwatch_logs_exports);
  s.member("DBClusterIdentifier", &ClusterPendingModifiedValues::db_cluster_identifier);
  s.member("MasterUserPassword", &ClusterPendingModifiedValues::master_user_password);
  s.member("IAMDatabaseAuthenticationEnabled",
           &ClusterPendingModifiedValues::iam_database_authentication_enabled);
  s.member("EngineVersion", &ClusterPendingModifiedValues::engine_version);
  s.member("BackupRetentionPeriod", &ClusterPendingModifiedValues::backup_retention_period);
  s.member("StorageType", &ClusterPendingModifiedValues::storage_type);
  s.member("AllocatedStorage", &ClusterPendingModifiedValues::allocated_storage);
  s.member("RdsCustomClusterConfiguration",
           &ClusterPendingModifiedValues::rds_custom_cluster_configuration);
  s.member("Iops", &ClusterPendingModifiedValues::iops);
  s.member("CertificateDetails", &ClusterPendingModifiedValues::certificate_details);
}

void ScalingConfigurationInfo::describe(StructureShape<ScalingConfigurationInfo>& s) {
  s.member("MinCapacity", &ScalingConfigurationInfo::min_capacity);
  s.member("MaxCapacity", &ScalingConfigurationInfo::max_capacity);
  s.member("AutoPause", &ScalingConfigurationInfo::auto_pause);
  s.member("SecondsUntilAutoPause", &ScalingConfigurationInfo::seconds_until_auto_pause);
  s.member("TimeoutAction", &ScalingConfigurationInfo::timeout_action);
  s.member("SecondsBeforeTimeout", &ScalingConfigurationInfo::seconds_before_timeout);
}

void ServerlessV2ScalingConfigurationInfo::describe(
    StructureShape<ServerlessV2ScalingConfigurationInfo>& s) {
  s.member("MinCapacity", &ServerlessV2ScalingConfigurationInfo::min_capacity);
  s.member("MaxCapacity", &ServerlessV2ScalingConfigurationInfo::max_capacity);
  s.member("SecondsUntilAutoPause",
           &ServerlessV2ScalingConfigurationInfo::seconds_until_auto_pause);
}

void LimitlessDatabase::describe(StructureShape<LimitlessDatabase>& s) {
  s.member("Status", &LimitlessDatabase::status);
  s.member("MinRequiredACU", &LimitlessDatabase::min_required_acu);
}

void DbCluster::describe(StructureShape<DbCluster>& s) {
  s.member("AllocatedStorage", &DbCluster::allocated_storage);
  s.member("AvailabilityZones", &DbCluster::availability_zones)
      .entries_named("AvailabilityZone")
      .always();
  s.member("BackupRetentionPeriod", &DbCluster::backup_retention_period);
  s.member("CharacterSetName", &DbCluster::character_set_name);
  s.member("DatabaseName", &DbCluster::database_name);
  s.member("DBClusterIdentifier", &DbCluster::db_cluster_identifier);
  s.member("DBClusterParameterGroup", &DbCluster::db_cluster_parameter_group);
  s.member("DBSubnetGroup", &DbCluster::db_subnet_group);
  s.member("Status", &DbCluster::status);
  s.member("PercentProgress", &DbCluster::percent_progress);
  s.member("EarliestRestorableTime", &DbCluster::earliest_restorable_time);
  s.member("Endpoint", &DbCluster::endpoint);
  s.member("ReaderEndpoint", &DbCluster::reader_endpoint);
  s.member("CustomEndpoints", &DbCluster::custom_endpoints).always();
  s.member("MultiAZ", &DbCluster::multi_az);
  s.member("Engine", &DbCluster::engine);
  s.member("EngineVersion", &DbCluster::engine_version);
  s.member("LatestRestorableTime", &DbCluster::latest_restorable_time);
  s.member("Port", &DbCluster::port);
  s.member("MasterUsername", &DbCluster::master_username);
  s.member("DBClusterOptionGroupMemberships", &DbCluster::db_cluster_option_group_memberships)
      .entries_named("DBClusterOptionGroup")
      .always();
  s.member("PreferredBackupWindow", &DbCluster::preferred_backup_window);
  s.member("PreferredMaintenanceWindow", &DbCluster::preferred_maintenance_window);
  s.member("UpgradeRolloutOrder", &DbCluster::upgrade_rollout_order);
  s.member("ReplicationSourceIdentifier", &DbCluster::replication_source_identifier);
  s.member("ReadReplicaIdentifiers", &DbCluster::read_replica_identifiers)
      .entries_named("ReadReplicaIdentifier")
      .always();
  s.member("StatusInfos", &DbCluster::status_infos).entries_named("DBClusterStatusInfo").always();
  s.member("DBClusterMembers", &DbCluster::db_cluster_members)
      .entries_named("DBClusterMember")
      .always();
  s.member("VpcSecurityGroups", &DbCluster::vpc_security_groups)
      .entries_named("VpcSecurityGroupMembership")
      .always();
  s.member("HostedZoneId", &DbCluster::hosted_zone_id);
  s.member("StorageEncrypted", &DbCluster::storage_encrypted);
  s.member("StorageEncryptionType", &DbCluster::storage_encryption_type);
  s.member("KmsKeyId", &DbCluster::kms_key_id);
  s.member("DbClusterResourceId", &DbCluster::db_cluster_resource_id);
  s.member("DBClusterArn", &DbCluster::db_cluster_arn);
  s.member("AssociatedRoles", &DbCluster::associated_roles).entries_named("DBClusterRole").always();
  s.member("IAMDatabaseAuthenticationEnabled", &DbCluster::iam_database_authentication_enabled);
  s.member("CloneGroupId", &DbCluster::clone_group_id);
  s.member("ClusterCreateTime", &DbCluster::cluster_create_time);
  s.member("EarliestBacktrackTime", &DbCluster::earliest_backtrack_time);
  s.member("BacktrackWindow", &DbCluster::backtrack_window);
  s.member("BacktrackConsumedChangeRecords", &DbCluster::backtrack_consumed_change_records);
  s.member("EnabledCloudwatchLogsExports", &DbCluster::enabled_cloudwatch_logs_exports).always();
  s.member("Capacity", &DbCluster::capacity);
  s.member("PendingModifiedValues", &DbCluster::pending_modified_values);
  s.member("EngineMode", &DbCluster::engine_mode);
  s.member("ScalingConfigurationInfo", &DbCluster::scaling_configuration_info);
  s.member("RdsCustomClusterConfiguration", &DbCluster::rds_custom_cluster_configuration);
  s.member("DBClusterInstanceClass", &DbCluster::db_cluster_instance_class);
  s.member("StorageType", &DbCluster::storage_type);
  s.member("Iops", &DbCluster::iops);
  s.member("StorageThroughput", &DbCluster::storage_throughput);
  s.member("IOOptimizedNextAllowedModificationTime",
           &DbCluster::io_optimized_next_allowed_modification_time);
  s.member("PubliclyAccessible", &DbCluster::publicly_accessible);
  s.member("AutoMinorVersionUpgrade", &DbCluster::auto_minor_version_upgrade);
  s.member("DeletionProtection", &DbCluster::deletion_protection);
  s.member("HttpEndpointEnabled", &DbCluster::http_endpoint_enabled);
  s.member("ActivityStreamMode", &DbCluster::activity_stream_mode);
  s.member("ActivityStreamStatus", &DbCluster::activity_stream_status);
  s.member("ActivityStreamKmsKeyId", &DbCluster::activity_stream_kms_key_id);
  s.member("ActivityStreamKinesisStreamName", &DbCluster::activity_stream_kinesis_stream_name);
  s.member("CopyTagsToSnapshot", &DbCluster::copy_tags_to_snapshot);
  s.member("CrossAccountClone", &DbCluster::cross_account_clone);
  s.member("DomainMemberships", &DbCluster::domain_memberships)
      .entries_named("DomainMembership")
      .always();
  s.member("TagList", &DbCluster::tag_list).entries_named("Tag").always();
  s.member("GlobalClusterIdentifier", &DbCluster::global_cluster_identifier);
  s.member("GlobalWriteForwardingStatus", &DbCluster::global_write_forwarding_status);
  s.member("GlobalWriteForwardingRequested", &DbCluster::global_write_forwarding_requested);
  s.member("NetworkType", &DbCluster::network_type);
  s.member("AutomaticRestartTime", &DbCluster::automatic_restart_time);
  s.member("ServerlessV2ScalingConfiguration", &DbCluster::serverless_v2_scaling_configuration);
  s.member("ServerlessV2PlatformVersion", &DbCluster::serverless_v2_platform_version);
  s.member("MonitoringInterval", &DbCluster::monitoring_interval);
  s.member("MonitoringRoleArn", &DbCluster::monitoring_role_arn);
  s.member("DatabaseInsightsMode", &DbCluster::database_insights_mode);
  s.member("PerformanceInsightsEnabled", &DbCluster::performance_insights_enabled);
  s.member("PerformanceInsightsKMSKeyId", &DbCluster::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod", &DbCluster::performance_insights_retention_period);
  s.member("DBSystemId", &DbCluster::db_system_id);
  s.member("MasterUserSecret", &DbCluster::master_user_secret);
  s.member("LocalWriteForwardingStatus", &DbCluster::local_write_forwarding_status);
  s.member("AwsBackupRecoveryPointArn", &DbCluster::aws_backup_recovery_point_arn);
  s.member("LimitlessDatabase", &DbCluster::limitless_database);
  s.member("ClusterScalabilityType", &DbCluster::cluster_scalability_type);
  s.member("CertificateDetails", &DbCluster::certificate_details);
  s.member("EngineLifecycleSupport", &DbCluster::engine_lifecycle_support);
  s.member("VPCNetworkingEnabled", &DbCluster::vpc_networking_enabled);
  s.member("InternetAccessGatewayEnabled", &DbCluster::internet_access_gateway_enabled);
}

void CreateDBClusterResult::describe(StructureShape<CreateDBClusterResult>& s) {
  s.member("DBCluster", &CreateDBClusterResult::db_cluster);
}

void CreateDBCluster::describe(StructureShape<CreateDBCluster>& s) {
  s.member("AvailabilityZones", &CreateDBCluster::availability_zones)
      .entries_named("AvailabilityZone");
  s.member("BackupRetentionPeriod", &CreateDBCluster::backup_retention_period);
  s.member("CharacterSetName", &CreateDBCluster::character_set_name);
  s.member("DatabaseName", &CreateDBCluster::database_name);
  s.member("DBClusterIdentifier", &CreateDBCluster::db_cluster_identifier).required();
  s.member("DBClusterParameterGroupName", &CreateDBCluster::db_cluster_parameter_group_name);
  s.member("VpcSecurityGroupIds", &CreateDBCluster::vpc_security_group_ids)
      .entries_named("VpcSecurityGroupId");
  s.member("DBSubnetGroupName", &CreateDBCluster::db_subnet_group_name);
  s.member("Engine", &CreateDBCluster::engine).required();
  s.member("EngineVersion", &CreateDBCluster::engine_version);
  s.member("Port", &CreateDBCluster::port);
  s.member("MasterUsername", &CreateDBCluster::master_username);
  s.member("MasterUserPassword", &CreateDBCluster::master_user_password);
  s.member("OptionGroupName", &CreateDBCluster::option_group_name);
  s.member("PreferredBackupWindow", &CreateDBCluster::preferred_backup_window);
  s.member("PreferredMaintenanceWindow", &CreateDBCluster::preferred_maintenance_window);
  s.member("ReplicationSourceIdentifier", &CreateDBCluster::replication_source_identifier);
  s.member("Tags", &CreateDBCluster::tags).entries_named("Tag");
  s.member("StorageEncrypted", &CreateDBCluster::storage_encrypted);
  s.member("KmsKeyId", &CreateDBCluster::kms_key_id);
  s.member("PreSignedUrl", &CreateDBCluster::pre_signed_url);
  s.member("EnableIAMDatabaseAuthentication", &CreateDBCluster::enable_iam_database_authentication);
  s.member("BacktrackWindow", &CreateDBCluster::backtrack_window);
  s.member("EnableCloudwatchLogsExports", &CreateDBCluster::enable_cloudwatch_logs_exports);
  s.member("EngineMode", &CreateDBCluster::engine_mode);
  s.member("ScalingConfiguration", &CreateDBCluster::scaling_configuration);
  s.member("RdsCustomClusterConfiguration", &CreateDBCluster::rds_custom_cluster_configuration);
  s.member("DBClusterInstanceClass", &CreateDBCluster::db_cluster_instance_class);
  s.member("AllocatedStorage", &CreateDBCluster::allocated_storage);
  s.member("StorageType", &CreateDBCluster::storage_type);
  s.member("Iops", &CreateDBCluster::iops);
  s.member("PubliclyAccessible", &CreateDBCluster::publicly_accessible);
  s.member("AutoMinorVersionUpgrade", &CreateDBCluster::auto_minor_version_upgrade);
  s.member("DeletionProtection", &CreateDBCluster::deletion_protection);
  s.member("GlobalClusterIdentifier", &CreateDBCluster::global_cluster_identifier).range(1, 255);
  s.member("EnableHttpEndpoint", &CreateDBCluster::enable_http_endpoint);
  s.member("CopyTagsToSnapshot", &CreateDBCluster::copy_tags_to_snapshot);
  s.member("Domain", &CreateDBCluster::domain);
  s.member("DomainIAMRoleName", &CreateDBCluster::domain_iam_role_name);
  s.member("EnableGlobalWriteForwarding", &CreateDBCluster::enable_global_write_forwarding);
  s.member("NetworkType", &CreateDBCluster::network_type);
  s.member("ServerlessV2ScalingConfiguration",
           &CreateDBCluster::serverless_v2_scaling_configuration);
  s.member("MonitoringInterval", &CreateDBCluster::monitoring_interval);
  s.member("MonitoringRoleArn", &CreateDBCluster::monitoring_role_arn);
  s.member("DatabaseInsightsMode", &CreateDBCluster::database_insights_mode)
      .one_of({"standard", "advanced"});
  s.member("EnablePerformanceInsights", &CreateDBCluster::enable_performance_insights);
  s.member("PerformanceInsightsKMSKeyId", &CreateDBCluster::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod",
           &CreateDBCluster::performance_insights_retention_period);
  s.member("EnableLimitlessDatabase", &CreateDBCluster::enable_limitless_database);
  s.member("ClusterScalabilityType", &CreateDBCluster::cluster_scalability_type)
      .one_of({"standard", "limitless"});
  s.member("DBSystemId", &CreateDBCluster::db_system_id);
  s.member("ManageMasterUserPassword", &CreateDBCluster::manage_master_user_password);
  s.member("EnableLocalWriteForwarding", &CreateDBCluster::enable_local_write_forwarding);
  s.member("MasterUserSecretKmsKeyId", &CreateDBCluster::master_user_secret_kms_key_id);
  s.member("CACertificateIdentifier", &CreateDBCluster::ca_certificate_identifier);
  s.member("EngineLifecycleSupport", &CreateDBCluster::engine_lifecycle_support);
  s.member("TagSpecifications", &CreateDBCluster::tag_specifications).entries_named("item");
  s.member("MasterUserAuthenticationType", &CreateDBCluster::master_user_authentication_type)
      .one_of({"password", "iam-db-auth"});
  s.member("WithExpressConfiguration", &CreateDBCluster::with_express_configuration);
}

void DescribeDBClustersResult::describe(StructureShape<DescribeDBClustersResult>& s) {
  s.member("Marker", &DescribeDBClustersResult::marker);
  s.member("DBClusters", &DescribeDBClustersResult::db_clusters)
      .entries_named("DBCluster")
      .always();
}

void DescribeDBClusters::describe(StructureShape<DescribeDBClusters>& s) {
  s.member("DBClusterIdentifier", &DescribeDBClusters::db_cluster_identifier);
  s.member("Filters", &DescribeDBClusters::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBClusters::max_records);
  s.member("Marker", &DescribeDBClusters::marker);
  s.member("IncludeShared", &DescribeDBClusters::include_shared);
}

void ModifyDBClusterResult::describe(StructureShape<ModifyDBClusterResult>& s) {
  s.member("DBCluster", &ModifyDBClusterResult::db_cluster);
}

void ModifyDBCluster::describe(StructureShape<ModifyDBCluster>& s) {
  s.member("DBClusterIdentifier", &ModifyDBCluster::db_cluster_identifier).required();
  s.member("NewDBClusterIdentifier", &ModifyDBCluster::new_db_cluster_identifier);
  s.member("ApplyImmediately", &ModifyDBCluster::apply_immediately);
  s.member("BackupRetentionPeriod", &ModifyDBCluster::backup_retention_period);
  s.member("DBClusterParameterGroupName", &ModifyDBCluster::db_cluster_parameter_group_name);
  s.member("VpcSecurityGroupIds", &ModifyDBCluster::vpc_security_group_ids)
      .entries_named("VpcSecurityGroupId");
  s.member("Port", &ModifyDBCluster::port);
  s.member("MasterUserPassword", &ModifyDBCluster::master_user_password);
  s.member("OptionGroupName", &ModifyDBCluster::option_group_name);
  s.member("PreferredBackupWindow", &ModifyDBCluster::preferred_backup_window);
  s.member("PreferredMaintenanceWindow", &ModifyDBCluster::preferred_maintenance_window);
  s.member("EnableIAMDatabaseAuthentication", &ModifyDBCluster::enable_iam_database_authentication);
  s.member("BacktrackWindow", &ModifyDBCluster::backtrack_window);
  s.member("CloudwatchLogsExportConfiguration",
           &ModifyDBCluster::cloudwatch_logs_export_configuration);
  s.member("EngineVersion", &ModifyDBCluster::engine_version);
  s.member("AllowMajorVersionUpgrade", &ModifyDBCluster::allow_major_version_upgrade);
  s.member("DBInstanceParameterGroupName", &ModifyDBCluster::db_instance_parameter_group_name);
  s.member("Domain", &ModifyDBCluster::domain);
  s.member("DomainIAMRoleName", &ModifyDBCluster::domain_iam_role_name);
  s.member("ScalingConfiguration", &ModifyDBCluster::scaling_configuration);
  s.member("DeletionProtection", &ModifyDBCluster::deletion_protection);
  s.member("EnableHttpEndpoint", &ModifyDBCluster::enable_http_endpoint);
  s.member("CopyTagsToSnapshot", &ModifyDBCluster::copy_tags_to_snapshot);
  s.member("EnableGlobalWriteForwarding", &ModifyDBCluster::enable_global_write_forwarding);
  s.member("DBClusterInstanceClass", &ModifyDBCluster::db_cluster_instance_class);
  s.member("AllocatedStorage", &ModifyDBCluster::allocated_storage);
  s.member("StorageType", &ModifyDBCluster::storage_type);
  s.member("Iops", &ModifyDBCluster::iops);
  s.member("AutoMinorVersionUpgrade", &ModifyDBCluster::auto_minor_version_upgrade);
  s.member("NetworkType", &ModifyDBCluster::network_type);
  s.member("ServerlessV2ScalingConfiguration",
           &ModifyDBCluster::serverless_v2_scaling_configuration);
  s.member("MonitoringInterval", &ModifyDBCluster::monitoring_interval);
  s.member("MonitoringRoleArn", &ModifyDBCluster::monitoring_role_arn);
  s.member("DatabaseInsightsMode", &ModifyDBCluster::database_insights_mode)
      .one_of({"standard", "advanced"});
  s.member("EnablePerformanceInsights", &ModifyDBCluster::enable_performance_insights);
  s.member("PerformanceInsightsKMSKeyId", &ModifyDBCluster::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod",
           &ModifyDBCluster::performance_insights_retention_period);
  s.member("ManageMasterUserPassword", &ModifyDBCluster::manage_master_user_password);
  s.member("RotateMasterUserPassword", &ModifyDBCluster::rotate_master_user_password);
  s.member("EnableLocalWriteForwarding", &ModifyDBCluster::enable_local_write_forwarding);
  s.member("MasterUserSecretKmsKeyId", &ModifyDBCluster::master_user_secret_kms_key_id);
  s.member("EngineMode", &ModifyDBCluster::engine_mode);
  s.member("AllowEngineModeChange", &ModifyDBCluster::allow_engine_mode_change);
  s.member("AwsBackupRecoveryPointArn", &ModifyDBCluster::aws_backup_recovery_point_arn)
      .range(43, 350);
  s.member("EnableLimitlessDatabase", &ModifyDBCluster::enable_limitless_database);
  s.member("CACertificateIdentifier", &ModifyDBCluster::ca_certificate_identifier);
  s.member("MasterUserAuthenticationType", &ModifyDBCluster::master_user_authentication_type)
      .one_of({"password", "iam-db-auth"});
}

void DeleteDBClusterResult::describe(StructureShape<DeleteDBClusterResult>& s) {
  s.member("DBCluster", &DeleteDBClusterResult::db_cluster);
}

void DeleteDBCluster::describe(StructureShape<DeleteDBCluster>& s) {
  s.member("DBClusterIdentifier", &DeleteDBCluster::db_cluster_identifier).required();
  s.member("SkipFinalSnapshot", &DeleteDBCluster::skip_final_snapshot);
  s.member("FinalDBSnapshotIdentifier", &DeleteDBCluster::final_db_snapshot_identifier);
  s.member("DeleteAutomatedBackups", &DeleteDBCluster::delete_automated_backups);
}

void StartDBClusterResult::describe(StructureShape<StartDBClusterResult>& s) {
  s.member("DBCluster", &StartDBClusterResult::db_cluster);
}

void StartDBCluster::describe(StructureShape<StartDBCluster>& s) {
  s.member("DBClusterIdentifier", &StartDBCluster::db_cluster_identifier).required();
}

void StopDBClusterResult::describe(StructureShape<StopDBClusterResult>& s) {
  s.member("DBCluster", &StopDBClusterResult::db_cluster);
}

void StopDBCluster::describe(StructureShape<StopDBCluster>& s) {
  s.member("DBClusterIdentifier", &StopDBCluster::db_cluster_identifier).required();
}

void RebootDBClusterResult::describe(StructureShape<RebootDBClusterResult>& s) {
  s.member("DBCluster", &RebootDBClusterResult::db_cluster);
}

void RebootDBCluster::describe(StructureShape<RebootDBCluster>& s) {
  s.member("DBClusterIdentifier", &RebootDBCluster::db_cluster_identifier).required();
}

void FailoverDBClusterResult::describe(StructureShape<FailoverDBClusterResult>& s) {
  s.member("DBCluster", &FailoverDBClusterResult::db_cluster);
}

void FailoverDBCluster::describe(StructureShape<FailoverDBCluster>& s) {
  s.member("DBClusterIdentifier", &FailoverDBCluster::db_cluster_identifier).required();
  s.member("TargetDBInstanceIdentifier", &FailoverDBCluster::target_db_instance_identifier);
}

void EnableHttpEndpointResult::describe(StructureShape<EnableHttpEndpointResult>& s) {
  s.member("ResourceArn", &EnableHttpEndpointResult::resource_arn);
  s.member("HttpEndpointEnabled", &EnableHttpEndpointResult::http_endpoint_enabled);
}

void EnableHttpEndpoint::describe(StructureShape<EnableHttpEndpoint>& s) {
  s.member("ResourceArn", &EnableHttpEndpoint::resource_arn).required();
}

void DisableHttpEndpointResult::describe(StructureShape<DisableHttpEndpointResult>& s) {
  s.member("ResourceArn", &DisableHttpEndpointResult::resource_arn);
  s.member("HttpEndpointEnabled", &DisableHttpEndpointResult::http_endpoint_enabled);
}

void DisableHttpEndpoint::describe(StructureShape<DisableHttpEndpoint>& s) {
  s.member("ResourceArn", &DisableHttpEndpoint::resource_arn).required();
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::ScalingConfiguration);
EMU_DESCRIBED(rds::RdsCustomClusterConfiguration);
EMU_DESCRIBED(rds::ServerlessV2ScalingConfiguration);
EMU_DESCRIBED(rds::DbClusterOptionGroupStatus);
EMU_DESCRIBED(rds::DbClusterStatusInfo);
EMU_DESCRIBED(rds::DbClusterMember);
EMU_DESCRIBED(rds::DbClusterRole);
EMU_DESCRIBED(rds::ClusterPendingModifiedValues);
EMU_DESCRIBED(rds::ScalingConfigurationInfo);
EMU_DESCRIBED(rds::ServerlessV2ScalingConfigurationInfo);
EMU_DESCRIBED(rds::LimitlessDatabase);
EMU_DESCRIBED(rds::DbCluster);
EMU_DESCRIBED(rds::CreateDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::CreateDBCluster);
EMU_DESCRIBED(rds::DescribeDBClustersResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBClusters);
EMU_DESCRIBED(rds::ModifyDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::ModifyDBCluster);
EMU_DESCRIBED(rds::DeleteDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::DeleteDBCluster);
EMU_DESCRIBED(rds::StartDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::StartDBCluster);
EMU_DESCRIBED(rds::StopDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::StopDBCluster);
EMU_DESCRIBED(rds::RebootDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::RebootDBCluster);
EMU_DESCRIBED(rds::FailoverDBClusterResult);
EMU_DESCRIBED_OPERATION(rds::FailoverDBCluster);
EMU_DESCRIBED(rds::EnableHttpEndpointResult);
EMU_DESCRIBED_OPERATION(rds::EnableHttpEndpoint);
EMU_DESCRIBED(rds::DisableHttpEndpointResult);
EMU_DESCRIBED_OPERATION(rds::DisableHttpEndpoint);
}  // namespace emu
