#include <emu/describe.h>
#include <emu/rds/instances.h>

namespace emu::rds {

void ProcessorFeature::describe(StructureShape<ProcessorFeature>& s) {
  s.member("Name", &ProcessorFeature::name);
  s.member("Value", &ProcessorFeature::value);
}

void AdditionalStorageVolume::describe(StructureShape<AdditionalStorageVolume>& s) {
  s.member("VolumeName", &AdditionalStorageVolume::volume_name).required();
  s.member("AllocatedStorage", &AdditionalStorageVolume::allocated_storage);
  s.member("IOPS", &AdditionalStorageVolume::iops);
  s.member("MaxAllocatedStorage", &AdditionalStorageVolume::max_allocated_storage);
  s.member("StorageThroughput", &AdditionalStorageVolume::storage_throughput);
  s.member("StorageType", &AdditionalStorageVolume::storage_type);
}

void Endpoint::describe(StructureShape<Endpoint>& s) {
  s.member("Address", &Endpoint::address);
  s.member("Port", &Endpoint::port);
  s.member("HostedZoneId", &Endpoint::hosted_zone_id);
}

void DbSecurityGroupMembership::describe(StructureShape<DbSecurityGroupMembership>& s) {
  s.member("DBSecurityGroupName", &DbSecurityGroupMembership::db_security_group_name);
  s.member("Status", &DbSecurityGroupMembership::status);
}

void DbParameterGroupStatus::describe(StructureShape<DbParameterGroupStatus>& s) {
  s.member("DBParameterGroupName", &DbParameterGroupStatus::db_parameter_group_name);
  s.member("ParameterApplyStatus", &DbParameterGroupStatus::parameter_apply_status);
}

void PendingModifiedValues::describe(StructureShape<PendingModifiedValues>& s) {
  s.member("DBInstanceClass", &PendingModifiedValues::db_instance_class);
  s.member("AllocatedStorage", &PendingModifiedValues::allocated_storage);
  s.member("MasterUserPassword", &PendingModifiedValues::master_user_password);
  s.member("Port", &PendingModifiedValues::port);
  s.member("BackupRetentionPeriod", &PendingModifiedValues::backup_retention_period);
  s.member("MultiAZ", &PendingModifiedValues::multi_az);
  s.member("EngineVersion", &PendingModifiedValues::engine_version);
  s.member("LicenseModel", &PendingModifiedValues::license_model);
  s.member("Iops", &PendingModifiedValues::iops);
  s.member("StorageThroughput", &PendingModifiedValues::storage_throughput);
  s.member("DBInstanceIdentifier", &PendingModifiedValues::db_instance_identifier);
  s.member("StorageType", &PendingModifiedValues::storage_type);
  s.member("CACertificateIdentifier", &PendingModifiedValues::ca_certificate_identifier);
  s.member("DBSubnetGroupName", &PendingModifiedValues::db_subnet_group_name);
  s.member("PendingCloudwatchLogsExports", &PendingModifiedValues::pending_cloudwatch_logs_exports);
  s.member("ProcessorFeatures", &PendingModifiedValues::processor_features)
      .entries_named("ProcessorFeature");
  s.member("AutomationMode", &PendingModifiedValues::automation_mode);
  s.member("ResumeFullAutomationModeTime",
           &PendingModifiedValues::resume_full_automation_mode_time);
  s.member("MultiTenant", &PendingModifiedValues::multi_tenant);
  s.member("IAMDatabaseAuthenticationEnabled",
           &PendingModifiedValues::iam_database_authentication_enabled);
  s.member("DedicatedLogVolume", &PendingModifiedValues::dedicated_log_volume);
  s.member("Engine", &PendingModifiedValues::engine);
  s.member("AdditionalStorageVolumes", &PendingModifiedValues::additional_storage_volumes);
}

void OptionGroupMembership::describe(StructureShape<OptionGroupMembership>& s) {
  s.member("OptionGroupName", &OptionGroupMembership::option_group_name);
  s.member("Status", &OptionGroupMembership::status);
}

void DbInstanceStatusInfo::describe(StructureShape<DbInstanceStatusInfo>& s) {
  s.member("StatusType", &DbInstanceStatusInfo::status_type);
  s.member("Normal", &DbInstanceStatusInfo::normal);
  s.member("Status", &DbInstanceStatusInfo::status);
  s.member("Message", &DbInstanceStatusInfo::message);
}

void DbInstanceRole::describe(StructureShape<DbInstanceRole>& s) {
  s.member("RoleArn", &DbInstanceRole::role_arn);
  s.member("FeatureName", &DbInstanceRole::feature_name);
  s.member("Status", &DbInstanceRole::status);
}

void DbInstanceAutomatedBackupsReplication::describe(
    StructureShape<DbInstanceAutomatedBackupsReplication>& s) {
  s.member("DBInstanceAutomatedBackupsArn",
           &DbInstanceAutomatedBackupsReplication::db_instance_automated_backups_arn);
}

void AdditionalStorageVolumeOutput::describe(StructureShape<AdditionalStorageVolumeOutput>& s) {
  s.member("VolumeName", &AdditionalStorageVolumeOutput::volume_name);
  s.member("StorageVolumeStatus", &AdditionalStorageVolumeOutput::storage_volume_status);
  s.member("AllocatedStorage", &AdditionalStorageVolumeOutput::allocated_storage);
  s.member("IOPS", &AdditionalStorageVolumeOutput::iops);
  s.member("MaxAllocatedStorage", &AdditionalStorageVolumeOutput::max_allocated_storage);
  s.member("StorageThroughput", &AdditionalStorageVolumeOutput::storage_throughput);
  s.member("StorageType", &AdditionalStorageVolumeOutput::storage_type);
}

void DbInstance::describe(StructureShape<DbInstance>& s) {
  s.member("DBInstanceIdentifier", &DbInstance::db_instance_identifier);
  s.member("DBInstanceClass", &DbInstance::db_instance_class);
  s.member("Engine", &DbInstance::engine);
  s.member("DBInstanceStatus", &DbInstance::db_instance_status);
  s.member("MasterUsername", &DbInstance::master_username);
  s.member("DBName", &DbInstance::db_name);
  s.member("Endpoint", &DbInstance::endpoint);
  s.member("AllocatedStorage", &DbInstance::allocated_storage);
  s.member("InstanceCreateTime", &DbInstance::instance_create_time);
  s.member("PreferredBackupWindow", &DbInstance::preferred_backup_window);
  s.member("BackupRetentionPeriod", &DbInstance::backup_retention_period);
  s.member("DBSecurityGroups", &DbInstance::db_security_groups)
      .entries_named("DBSecurityGroup")
      .always();
  s.member("VpcSecurityGroups", &DbInstance::vpc_security_groups)
      .entries_named("VpcSecurityGroupMembership")
      .always();
  s.member("DBParameterGroups", &DbInstance::db_parameter_groups)
      .entries_named("DBParameterGroup")
      .always();
  s.member("AvailabilityZone", &DbInstance::availability_zone);
  s.member("DBSubnetGroup", &DbInstance::db_subnet_group);
  s.member("PreferredMaintenanceWindow", &DbInstance::preferred_maintenance_window);
  s.member("UpgradeRolloutOrder", &DbInstance::upgrade_rollout_order);
  s.member("PendingModifiedValues", &DbInstance::pending_modified_values);
  s.member("LatestRestorableTime", &DbInstance::latest_restorable_time);
  s.member("MultiAZ", &DbInstance::multi_az);
  s.member("EngineVersion", &DbInstance::engine_version);
  s.member("AutoMinorVersionUpgrade", &DbInstance::auto_minor_version_upgrade);
  s.member("ReadReplicaSourceDBInstanceIdentifier",
           &DbInstance::read_replica_source_db_instance_identifier);
  s.member("ReadReplicaDBInstanceIdentifiers", &DbInstance::read_replica_db_instance_identifiers)
      .entries_named("ReadReplicaDBInstanceIdentifier")
      .always();
  s.member("ReadReplicaDBClusterIdentifiers", &DbInstance::read_replica_db_cluster_identifiers)
      .entries_named("ReadReplicaDBClusterIdentifier")
      .always();
  s.member("ReplicaMode", &DbInstance::replica_mode);
  s.member("LicenseModel", &DbInstance::license_model);
  s.member("Iops", &DbInstance::iops);
  s.member("StorageThroughput", &DbInstance::storage_throughput);
  s.member("OptionGroupMemberships", &DbInstance::option_group_memberships)
      .entries_named("OptionGroupMembership")
      .always();
  s.member("CharacterSetName", &DbInstance::character_set_name);
  s.member("NcharCharacterSetName", &DbInstance::nchar_character_set_name);
  s.member("SecondaryAvailabilityZone", &DbInstance::secondary_availability_zone);
  s.member("PubliclyAccessible", &DbInstance::publicly_accessible);
  s.member("StatusInfos", &DbInstance::status_infos).entries_named("DBInstanceStatusInfo").always();
  s.member("StorageType", &DbInstance::storage_type);
  s.member("StorageEncryptionType", &DbInstance::storage_encryption_type);
  s.member("TdeCredentialArn", &DbInstance::tde_credential_arn);
  s.member("DbInstancePort", &DbInstance::db_instance_port);
  s.member("DBClusterIdentifier", &DbInstance::db_cluster_identifier);
  s.member("StorageEncrypted", &DbInstance::storage_encrypted);
  s.member("KmsKeyId", &DbInstance::kms_key_id);
  s.member("DbiResourceId", &DbInstance::dbi_resource_id);
  s.member("CACertificateIdentifier", &DbInstance::ca_certificate_identifier);
  s.member("DomainMemberships", &DbInstance::domain_memberships)
      .entries_named("DomainMembership")
      .always();
  s.member("CopyTagsToSnapshot", &DbInstance::copy_tags_to_snapshot);
  s.member("MonitoringInterval", &DbInstance::monitoring_interval);
  s.member("EnhancedMonitoringResourceArn", &DbInstance::enhanced_monitoring_resource_arn);
  s.member("MonitoringRoleArn", &DbInstance::monitoring_role_arn);
  s.member("PromotionTier", &DbInstance::promotion_tier);
  s.member("DBInstanceArn", &DbInstance::db_instance_arn);
  s.member("Timezone", &DbInstance::timezone);
  s.member("IAMDatabaseAuthenticationEnabled", &DbInstance::iam_database_authentication_enabled);
  s.member("DatabaseInsightsMode", &DbInstance::database_insights_mode);
  s.member("PerformanceInsightsEnabled", &DbInstance::performance_insights_enabled);
  s.member("PerformanceInsightsKMSKeyId", &DbInstance::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod",
           &DbInstance::performance_insights_retention_period);
  s.member("EnabledCloudwatchLogsExports", &DbInstance::enabled_cloudwatch_logs_exports).always();
  s.member("ProcessorFeatures", &DbInstance::processor_features)
      .entries_named("ProcessorFeature")
      .always();
  s.member("DeletionProtection", &DbInstance::deletion_protection);
  s.member("AssociatedRoles", &DbInstance::associated_roles)
      .entries_named("DBInstanceRole")
      .always();
  s.member("ListenerEndpoint", &DbInstance::listener_endpoint);
  s.member("MaxAllocatedStorage", &DbInstance::max_allocated_storage);
  s.member("TagList", &DbInstance::tag_list).entries_named("Tag").always();
  s.member("AutomationMode", &DbInstance::automation_mode);
  s.member("ResumeFullAutomationModeTime", &DbInstance::resume_full_automation_mode_time);
  s.member("CustomerOwnedIpEnabled", &DbInstance::customer_owned_ip_enabled);
  s.member("NetworkType", &DbInstance::network_type);
  s.member("ActivityStreamStatus", &DbInstance::activity_stream_status);
  s.member("ActivityStreamKmsKeyId", &DbInstance::activity_stream_kms_key_id);
  s.member("ActivityStreamKinesisStreamName", &DbInstance::activity_stream_kinesis_stream_name);
  s.member("ActivityStreamMode", &DbInstance::activity_stream_mode);
  s.member("ActivityStreamEngineNativeAuditFieldsIncluded",
           &DbInstance::activity_stream_engine_native_audit_fields_included);
  s.member("AwsBackupRecoveryPointArn", &DbInstance::aws_backup_recovery_point_arn);
  s.member("DBInstanceAutomatedBackupsReplications",
           &DbInstance::db_instance_automated_backups_replications)
      .entries_named("DBInstanceAutomatedBackupsReplication")
      .always();
  s.member("BackupTarget", &DbInstance::backup_target);
  s.member("AutomaticRestartTime", &DbInstance::automatic_restart_time);
  s.member("CustomIamInstanceProfile", &DbInstance::custom_iam_instance_profile);
  s.member("ActivityStreamPolicyStatus", &DbInstance::activity_stream_policy_status);
  s.member("CertificateDetails", &DbInstance::certificate_details);
  s.member("DBSystemId", &DbInstance::db_system_id);
  s.member("MasterUserSecret", &DbInstance::master_user_secret);
  s.member("ReadReplicaSourceDBClusterIdentifier",
           &DbInstance::read_replica_source_db_cluster_identifier);
  s.member("PercentProgress", &DbInstance::percent_progress);
  s.member("MultiTenant", &DbInstance::multi_tenant);
  s.member("DedicatedLogVolume", &DbInstance::dedicated_log_volume);
  s.member("IsStorageConfigUpgradeAvailable", &DbInstance::is_storage_config_upgrade_available);
  s.member("EngineLifecycleSupport", &DbInstance::engine_lifecycle_support);
  s.member("AdditionalStorageVolumes", &DbInstance::additional_storage_volumes).always();
  s.member("StorageVolumeStatus", &DbInstance::storage_volume_status);
}

void CreateDBInstanceResult::describe(StructureShape<CreateDBInstanceResult>& s) {
  s.member("DBInstance", &CreateDBInstanceResult::db_instance);
}

void CreateDBInstance::describe(StructureShape<CreateDBInstance>& s) {
  s.member("DBName", &CreateDBInstance::db_name);
  s.member("DBInstanceIdentifier", &CreateDBInstance::db_instance_identifier).required();
  s.member("AllocatedStorage", &CreateDBInstance::allocated_storage);
  s.member("DBInstanceClass", &CreateDBInstance::db_instance_class).required();
  s.member("Engine", &CreateDBInstance::engine).required();
  s.member("MasterUsername", &CreateDBInstance::master_username);
  s.member("MasterUserPassword", &CreateDBInstance::master_user_password);
  s.member("DBSecurityGroups", &CreateDBInstance::db_security_groups)
      .entries_named("DBSecurityGroupName");
  s.member("VpcSecurityGroupIds", &CreateDBInstance::vpc_security_group_ids)
      .entries_named("VpcSecurityGroupId");
  s.member("AvailabilityZone", &CreateDBInstance::availability_zone);
  s.member("DBSubnetGroupName", &CreateDBInstance::db_subnet_group_name);
  s.member("PreferredMaintenanceWindow", &CreateDBInstance::preferred_maintenance_window);
  s.member("DBParameterGroupName", &CreateDBInstance::db_parameter_group_name);
  s.member("BackupRetentionPeriod", &CreateDBInstance::backup_retention_period);
  s.member("PreferredBackupWindow", &CreateDBInstance::preferred_backup_window);
  s.member("Port", &CreateDBInstance::port);
  s.member("MultiAZ", &CreateDBInstance::multi_az);
  s.member("EngineVersion", &CreateDBInstance::engine_version);
  s.member("AutoMinorVersionUpgrade", &CreateDBInstance::auto_minor_version_upgrade);
  s.member("LicenseModel", &CreateDBInstance::license_model);
  s.member("Iops", &CreateDBInstance::iops);
  s.member("StorageThroughput", &CreateDBInstance::storage_throughput);
  s.member("OptionGroupName", &CreateDBInstance::option_group_name);
  s.member("CharacterSetName", &CreateDBInstance::character_set_name);
  s.member("NcharCharacterSetName", &CreateDBInstance::nchar_character_set_name);
  s.member("PubliclyAccessible", &CreateDBInstance::publicly_accessible);
  s.member("Tags", &CreateDBInstance::tags).entries_named("Tag");
  s.member("DBClusterIdentifier", &CreateDBInstance::db_cluster_identifier);
  s.member("StorageType", &CreateDBInstance::storage_type);
  s.member("TdeCredentialArn", &CreateDBInstance::tde_credential_arn);
  s.member("TdeCredentialPassword", &CreateDBInstance::tde_credential_password);
  s.member("StorageEncrypted", &CreateDBInstance::storage_encrypted);
  s.member("KmsKeyId", &CreateDBInstance::kms_key_id);
  s.member("Domain", &CreateDBInstance::domain);
  s.member("DomainFqdn", &CreateDBInstance::domain_fqdn);
  s.member("DomainOu", &CreateDBInstance::domain_ou);
  s.member("DomainAuthSecretArn", &CreateDBInstance::domain_auth_secret_arn);
  s.member("DomainDnsIps", &CreateDBInstance::domain_dns_ips);
  s.member("CopyTagsToSnapshot", &CreateDBInstance::copy_tags_to_snapshot);
  s.member("MonitoringInterval", &CreateDBInstance::monitoring_interval);
  s.member("MonitoringRoleArn", &CreateDBInstance::monitoring_role_arn);
  s.member("DomainIAMRoleName", &CreateDBInstance::domain_iam_role_name);
  s.member("PromotionTier", &CreateDBInstance::promotion_tier);
  s.member("Timezone", &CreateDBInstance::timezone);
  s.member("EnableIAMDatabaseAuthentication",
           &CreateDBInstance::enable_iam_database_authentication);
  s.member("DatabaseInsightsMode", &CreateDBInstance::database_insights_mode)
      .one_of({"standard", "advanced"});
  s.member("EnablePerformanceInsights", &CreateDBInstance::enable_performance_insights);
  s.member("PerformanceInsightsKMSKeyId", &CreateDBInstance::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod",
           &CreateDBInstance::performance_insights_retention_period);
  s.member("EnableCloudwatchLogsExports", &CreateDBInstance::enable_cloudwatch_logs_exports);
  s.member("ProcessorFeatures", &CreateDBInstance::processor_features)
      .entries_named("ProcessorFeature");
  s.member("DeletionProtection", &CreateDBInstance::deletion_protection);
  s.member("MaxAllocatedStorage", &CreateDBInstance::max_allocated_storage);
  s.member("EnableCustomerOwnedIp", &CreateDBInstance::enable_customer_owned_ip);
  s.member("NetworkType", &CreateDBInstance::network_type);
  s.member("BackupTarget", &CreateDBInstance::backup_target);
  s.member("CustomIamInstanceProfile", &CreateDBInstance::custom_iam_instance_profile);
  s.member("DBSystemId", &CreateDBInstance::db_system_id);
  s.member("CACertificateIdentifier", &CreateDBInstance::ca_certificate_identifier);
  s.member("ManageMasterUserPassword", &CreateDBInstance::manage_master_user_password);
  s.member("MasterUserSecretKmsKeyId", &CreateDBInstance::master_user_secret_kms_key_id);
  s.member("MultiTenant", &CreateDBInstance::multi_tenant);
  s.member("DedicatedLogVolume", &CreateDBInstance::dedicated_log_volume);
  s.member("EngineLifecycleSupport", &CreateDBInstance::engine_lifecycle_support);
  s.member("AdditionalStorageVolumes", &CreateDBInstance::additional_storage_volumes);
  s.member("TagSpecifications", &CreateDBInstance::tag_specifications).entries_named("item");
  s.member("MasterUserAuthenticationType", &CreateDBInstance::master_user_authentication_type)
      .one_of({"password", "iam-db-auth"});
}

void DescribeDBInstancesResult::describe(StructureShape<DescribeDBInstancesResult>& s) {
  s.member("Marker", &DescribeDBInstancesResult::marker);
  s.member("DBInstances", &DescribeDBInstancesResult::db_instances)
      .entries_named("DBInstance")
      .always();
}

void DescribeDBInstances::describe(StructureShape<DescribeDBInstances>& s) {
  s.member("DBInstanceIdentifier", &DescribeDBInstances::db_instance_identifier);
  s.member("Filters", &DescribeDBInstances::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBInstances::max_records);
  s.member("Marker", &DescribeDBInstances::marker);
}

void ModifyAdditionalStorageVolume::describe(StructureShape<ModifyAdditionalStorageVolume>& s) {
  s.member("VolumeName", &ModifyAdditionalStorageVolume::volume_name).required();
  s.member("AllocatedStorage", &ModifyAdditionalStorageVolume::allocated_storage);
  s.member("IOPS", &ModifyAdditionalStorageVolume::iops);
  s.member("MaxAllocatedStorage", &ModifyAdditionalStorageVolume::max_allocated_storage);
  s.member("StorageThroughput", &ModifyAdditionalStorageVolume::storage_throughput);
  s.member("StorageType", &ModifyAdditionalStorageVolume::storage_type);
  s.member("SetForDelete", &ModifyAdditionalStorageVolume::set_for_delete);
}

void ModifyDBInstanceResult::describe(StructureShape<ModifyDBInstanceResult>& s) {
  s.member("DBInstance", &ModifyDBInstanceResult::db_instance);
}

void ModifyDBInstance::describe(StructureShape<ModifyDBInstance>& s) {
  s.member("DBInstanceIdentifier", &ModifyDBInstance::db_instance_identifier).required();
  s.member("AllocatedStorage", &ModifyDBInstance::allocated_storage);
  s.member("DBInstanceClass", &ModifyDBInstance::db_instance_class);
  s.member("DBSubnetGroupName", &ModifyDBInstance::db_subnet_group_name);
  s.member("DBSecurityGroups", &ModifyDBInstance::db_security_groups)
      .entries_named("DBSecurityGroupName");
  s.member("VpcSecurityGroupIds", &ModifyDBInstance::vpc_security_group_ids)
      .entries_named("VpcSecurityGroupId");
  s.member("ApplyImmediately", &ModifyDBInstance::apply_immediately);
  s.member("MasterUserPassword", &ModifyDBInstance::master_user_password);
  s.member("DBParameterGroupName", &ModifyDBInstance::db_parameter_group_name);
  s.member("BackupRetentionPeriod", &ModifyDBInstance::backup_retention_period);
  s.member("PreferredBackupWindow", &ModifyDBInstance::preferred_backup_window);
  s.member("PreferredMaintenanceWindow", &ModifyDBInstance::preferred_maintenance_window);
  s.member("MultiAZ", &ModifyDBInstance::multi_az);
  s.member("EngineVersion", &ModifyDBInstance::engine_version);
  s.member("AllowMajorVersionUpgrade", &ModifyDBInstance::allow_major_version_upgrade);
  s.member("AutoMinorVersionUpgrade", &ModifyDBInstance::auto_minor_version_upgrade);
  s.member("LicenseModel", &ModifyDBInstance::license_model);
  s.member("Iops", &ModifyDBInstance::iops);
  s.member("StorageThroughput", &ModifyDBInstance::storage_throughput);
  s.member("OptionGroupName", &ModifyDBInstance::option_group_name);
  s.member("NewDBInstanceIdentifier", &ModifyDBInstance::new_db_instance_identifier);
  s.member("StorageType", &ModifyDBInstance::storage_type);
  s.member("TdeCredentialArn", &ModifyDBInstance::tde_credential_arn);
  s.member("TdeCredentialPassword", &ModifyDBInstance::tde_credential_password);
  s.member("CACertificateIdentifier", &ModifyDBInstance::ca_certificate_identifier);
  s.member("Domain", &ModifyDBInstance::domain);
  s.member("DomainFqdn", &ModifyDBInstance::domain_fqdn);
  s.member("DomainOu", &ModifyDBInstance::domain_ou);
  s.member("DomainAuthSecretArn", &ModifyDBInstance::domain_auth_secret_arn);
  s.member("DomainDnsIps", &ModifyDBInstance::domain_dns_ips);
  s.member("DisableDomain", &ModifyDBInstance::disable_domain);
  s.member("CopyTagsToSnapshot", &ModifyDBInstance::copy_tags_to_snapshot);
  s.member("MonitoringInterval", &ModifyDBInstance::monitoring_interval);
  s.member("DBPortNumber", &ModifyDBInstance::db_port_number);
  s.member("PubliclyAccessible", &ModifyDBInstance::publicly_accessible);
  s.member("MonitoringRoleArn", &ModifyDBInstance::monitoring_role_arn);
  s.member("DomainIAMRoleName", &ModifyDBInstance::domain_iam_role_name);
  s.member("PromotionTier", &ModifyDBInstance::promotion_tier);
  s.member("EnableIAMDatabaseAuthentication",
           &ModifyDBInstance::enable_iam_database_authentication);
  s.member("DatabaseInsightsMode", &ModifyDBInstance::database_insights_mode)
      .one_of({"standard", "advanced"});
  s.member("EnablePerformanceInsights", &ModifyDBInstance::enable_performance_insights);
  s.member("PerformanceInsightsKMSKeyId", &ModifyDBInstance::performance_insights_kms_key_id);
  s.member("PerformanceInsightsRetentionPeriod",
           &ModifyDBInstance::performance_insights_retention_period);
  s.member("CloudwatchLogsExportConfiguration",
           &ModifyDBInstance::cloudwatch_logs_export_configuration);
  s.member("ProcessorFeatures", &ModifyDBInstance::processor_features)
      .entries_named("ProcessorFeature");
  s.member("UseDefaultProcessorFeatures", &ModifyDBInstance::use_default_processor_features);
  s.member("DeletionProtection", &ModifyDBInstance::deletion_protection);
  s.member("MaxAllocatedStorage", &ModifyDBInstance::max_allocated_storage);
  s.member("CertificateRotationRestart", &ModifyDBInstance::certificate_rotation_restart);
  s.member("ReplicaMode", &ModifyDBInstance::replica_mode).one_of({"open-read-only", "mounted"});
  s.member("AutomationMode", &ModifyDBInstance::automation_mode).one_of({"full", "all-paused"});
  s.member("ResumeFullAutomationModeMinutes",
           &ModifyDBInstance::resume_full_automation_mode_minutes);
  s.member("EnableCustomerOwnedIp", &ModifyDBInstance::enable_customer_owned_ip);
  s.member("NetworkType", &ModifyDBInstance::network_type);
  s.member("AwsBackupRecoveryPointArn", &ModifyDBInstance::aws_backup_recovery_point_arn)
      .range(43, 350);
  s.member("ManageMasterUserPassword", &ModifyDBInstance::manage_master_user_password);
  s.member("RotateMasterUserPassword", &ModifyDBInstance::rotate_master_user_password);
  s.member("MasterUserSecretKmsKeyId", &ModifyDBInstance::master_user_secret_kms_key_id);
  s.member("MultiTenant", &ModifyDBInstance::multi_tenant);
  s.member("DedicatedLogVolume", &ModifyDBInstance::dedicated_log_volume);
  s.member("Engine", &ModifyDBInstance::engine);
  s.member("AdditionalStorageVolumes", &ModifyDBInstance::additional_storage_volumes);
  s.member("TagSpecifications", &ModifyDBInstance::tag_specifications).entries_named("item");
  s.member("MasterUserAuthenticationType", &ModifyDBInstance::master_user_authentication_type)
      .one_of({"password", "iam-db-auth"});
}

void DeleteDBInstanceResult::describe(StructureShape<DeleteDBInstanceResult>& s) {
  s.member("DBInstance", &DeleteDBInstanceResult::db_instance);
}

void DeleteDBInstance::describe(StructureShape<DeleteDBInstance>& s) {
  s.member("DBInstanceIdentifier", &DeleteDBInstance::db_instance_identifier).required();
  s.member("SkipFinalSnapshot", &DeleteDBInstance::skip_final_snapshot);
  s.member("FinalDBSnapshotIdentifier", &DeleteDBInstance::final_db_snapshot_identifier);
  s.member("DeleteAutomatedBackups", &DeleteDBInstance::delete_automated_backups);
}

void StartDBInstanceResult::describe(StructureShape<StartDBInstanceResult>& s) {
  s.member("DBInstance", &StartDBInstanceResult::db_instance);
}

void StartDBInstance::describe(StructureShape<StartDBInstance>& s) {
  s.member("DBInstanceIdentifier", &StartDBInstance::db_instance_identifier).required();
}

void StopDBInstanceResult::describe(StructureShape<StopDBInstanceResult>& s) {
  s.member("DBInstance", &StopDBInstanceResult::db_instance);
}

void StopDBInstance::describe(StructureShape<StopDBInstance>& s) {
  s.member("DBInstanceIdentifier", &StopDBInstance::db_instance_identifier).required();
  s.member("DBSnapshotIdentifier", &StopDBInstance::db_snapshot_identifier);
}

void RebootDBInstanceResult::describe(StructureShape<RebootDBInstanceResult>& s) {
  s.member("DBInstance", &RebootDBInstanceResult::db_instance);
}

void RebootDBInstance::describe(StructureShape<RebootDBInstance>& s) {
  s.member("DBInstanceIdentifier", &RebootDBInstance::db_instance_identifier).required();
  s.member("ForceFailover", &RebootDBInstance::force_failover);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::ProcessorFeature);
EMU_DESCRIBED(rds::AdditionalStorageVolume);
EMU_DESCRIBED(rds::Endpoint);
EMU_DESCRIBED(rds::DbSecurityGroupMembership);
EMU_DESCRIBED(rds::DbParameterGroupStatus);
EMU_DESCRIBED(rds::PendingModifiedValues);
EMU_DESCRIBED(rds::OptionGroupMembership);
EMU_DESCRIBED(rds::DbInstanceStatusInfo);
EMU_DESCRIBED(rds::DbInstanceRole);
EMU_DESCRIBED(rds::DbInstanceAutomatedBackupsReplication);
EMU_DESCRIBED(rds::AdditionalStorageVolumeOutput);
EMU_DESCRIBED(rds::DbInstance);
EMU_DESCRIBED(rds::CreateDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::CreateDBInstance);
EMU_DESCRIBED(rds::DescribeDBInstancesResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBInstances);
EMU_DESCRIBED(rds::ModifyAdditionalStorageVolume);
EMU_DESCRIBED(rds::ModifyDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::ModifyDBInstance);
EMU_DESCRIBED(rds::DeleteDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::DeleteDBInstance);
EMU_DESCRIBED(rds::StartDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::StartDBInstance);
EMU_DESCRIBED(rds::StopDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::StopDBInstance);
EMU_DESCRIBED(rds::RebootDBInstanceResult);
EMU_DESCRIBED_OPERATION(rds::RebootDBInstance);
}  // namespace emu
