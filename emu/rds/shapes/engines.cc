#include <emu/describe.h>
#include <emu/rds/engines.h>

namespace emu::rds {

void CharacterSet::describe(StructureShape<CharacterSet>& s) {
  s.member("CharacterSetName", &CharacterSet::character_set_name);
  s.member("CharacterSetDescription", &CharacterSet::character_set_description);
}

void CustomDbEngineVersionAmi::describe(StructureShape<CustomDbEngineVersionAmi>& s) {
  s.member("ImageId", &CustomDbEngineVersionAmi::image_id);
  s.member("Status", &CustomDbEngineVersionAmi::status);
}

void UpgradeTarget::describe(StructureShape<UpgradeTarget>& s) {
  s.member("Engine", &UpgradeTarget::engine);
  s.member("EngineVersion", &UpgradeTarget::engine_version);
  s.member("Description", &UpgradeTarget::description);
  s.member("AutoUpgrade", &UpgradeTarget::auto_upgrade);
  s.member("IsMajorVersionUpgrade", &UpgradeTarget::is_major_version_upgrade);
  s.member("SupportedEngineModes", &UpgradeTarget::supported_engine_modes);
  s.member("SupportsParallelQuery", &UpgradeTarget::supports_parallel_query);
  s.member("SupportsGlobalDatabases", &UpgradeTarget::supports_global_databases);
  s.member("SupportsBabelfish", &UpgradeTarget::supports_babelfish);
  s.member("SupportsLimitlessDatabase", &UpgradeTarget::supports_limitless_database);
  s.member("SupportsLocalWriteForwarding", &UpgradeTarget::supports_local_write_forwarding);
  s.member("SupportsIntegrations", &UpgradeTarget::supports_integrations);
}

void Timezone::describe(StructureShape<Timezone>& s) {
  s.member("TimezoneName", &Timezone::timezone_name);
}

void ServerlessV2FeaturesSupport::describe(StructureShape<ServerlessV2FeaturesSupport>& s) {
  s.member("MinCapacity", &ServerlessV2FeaturesSupport::min_capacity);
  s.member("MaxCapacity", &ServerlessV2FeaturesSupport::max_capacity);
}

void DbEngineVersion::describe(StructureShape<DbEngineVersion>& s) {
  s.member("Engine", &DbEngineVersion::engine);
  s.member("MajorEngineVersion", &DbEngineVersion::major_engine_version);
  s.member("EngineVersion", &DbEngineVersion::engine_version);
  s.member("DatabaseInstallationFilesS3BucketName",
           &DbEngineVersion::database_installation_files_s3_bucket_name);
  s.member("DatabaseInstallationFilesS3Prefix",
           &DbEngineVersion::database_installation_files_s3_prefix);
  s.member("DatabaseInstallationFiles", &DbEngineVersion::database_installation_files);
  s.member("CustomDBEngineVersionManifest", &DbEngineVersion::custom_db_engine_version_manifest);
  s.member("DBParameterGroupFamily", &DbEngineVersion::db_parameter_group_family);
  s.member("DBEngineDescription", &DbEngineVersion::db_engine_description);
  s.member("DBEngineVersionArn", &DbEngineVersion::db_engine_version_arn);
  s.member("DBEngineVersionDescription", &DbEngineVersion::db_engine_version_description);
  s.member("DefaultCharacterSet", &DbEngineVersion::default_character_set);
  s.member("FailureReason", &DbEngineVersion::failure_reason);
  s.member("Image", &DbEngineVersion::image);
  s.member("DBEngineMediaType", &DbEngineVersion::db_engine_media_type);
  s.member("KMSKeyId", &DbEngineVersion::kms_key_id);
  s.member("CreateTime", &DbEngineVersion::create_time);
  s.member("SupportedCharacterSets", &DbEngineVersion::supported_character_sets)
      .entries_named("CharacterSet");
  s.member("SupportedNcharCharacterSets", &DbEngineVersion::supported_nchar_character_sets)
      .entries_named("CharacterSet");
  s.member("ValidUpgradeTarget", &DbEngineVersion::valid_upgrade_target)
      .entries_named("UpgradeTarget");
  s.member("SupportedTimezones", &DbEngineVersion::supported_timezones).entries_named("Timezone");
  s.member("ExportableLogTypes", &DbEngineVersion::exportable_log_types);
  s.member("SupportsLogExportsToCloudwatchLogs",
           &DbEngineVersion::supports_log_exports_to_cloudwatch_logs);
  s.member("SupportsReadReplica", &DbEngineVersion::supports_read_replica);
  s.member("SupportedEngineModes", &DbEngineVersion::supported_engine_modes);
  s.member("SupportedFeatureNames", &DbEngineVersion::supported_feature_names);
  s.member("Status", &DbEngineVersion::status);
  s.member("SupportsParallelQuery", &DbEngineVersion::supports_parallel_query);
  s.member("SupportsGlobalDatabases", &DbEngineVersion::supports_global_databases);
  s.member("TagList", &DbEngineVersion::tag_list).entries_named("Tag");
  s.member("SupportsBabelfish", &DbEngineVersion::supports_babelfish);
  s.member("SupportsLimitlessDatabase", &DbEngineVersion::supports_limitless_database);
  s.member("SupportsCertificateRotationWithoutRestart",
           &DbEngineVersion::supports_certificate_rotation_without_restart);
  s.member("SupportedCACertificateIdentifiers",
           &DbEngineVersion::supported_ca_certificate_identifiers);
  s.member("SupportsLocalWriteForwarding", &DbEngineVersion::supports_local_write_forwarding);
  s.member("SupportsIntegrations", &DbEngineVersion::supports_integrations);
  s.member("ServerlessV2FeaturesSupport", &DbEngineVersion::serverless_v2_features_support);
}

void DescribeDBEngineVersionsResult::describe(StructureShape<DescribeDBEngineVersionsResult>& s) {
  s.member("Marker", &DescribeDBEngineVersionsResult::marker);
  s.member("DBEngineVersions", &DescribeDBEngineVersionsResult::db_engine_versions)
      .entries_named("DBEngineVersion")
      .always();
}

void DescribeDBEngineVersions::describe(StructureShape<DescribeDBEngineVersions>& s) {
  s.member("Engine", &DescribeDBEngineVersions::engine);
  s.member("EngineVersion", &DescribeDBEngineVersions::engine_version);
  s.member("DBParameterGroupFamily", &DescribeDBEngineVersions::db_parameter_group_family);
  s.member("Filters", &DescribeDBEngineVersions::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeDBEngineVersions::max_records);
  s.member("Marker", &DescribeDBEngineVersions::marker);
  s.member("DefaultOnly", &DescribeDBEngineVersions::default_only);
  s.member("ListSupportedCharacterSets", &DescribeDBEngineVersions::list_supported_character_sets);
  s.member("ListSupportedTimezones", &DescribeDBEngineVersions::list_supported_timezones);
  s.member("IncludeAll", &DescribeDBEngineVersions::include_all);
}

void AvailableProcessorFeature::describe(StructureShape<AvailableProcessorFeature>& s) {
  s.member("Name", &AvailableProcessorFeature::name);
  s.member("DefaultValue", &AvailableProcessorFeature::default_value);
  s.member("AllowedValues", &AvailableProcessorFeature::allowed_values);
}

void AvailableAdditionalStorageVolumesOption::describe(
    StructureShape<AvailableAdditionalStorageVolumesOption>& s) {
  s.member("SupportsStorageAutoscaling",
           &AvailableAdditionalStorageVolumesOption::supports_storage_autoscaling);
  s.member("SupportsStorageThroughput",
           &AvailableAdditionalStorageVolumesOption::supports_storage_throughput);
  s.member("SupportsIops", &AvailableAdditionalStorageVolumesOption::supports_iops);
  s.member("StorageType", &AvailableAdditionalStorageVolumesOption::storage_type);
  s.member("MinStorageSize", &AvailableAdditionalStorageVolumesOption::min_storage_size);
  s.member("MaxStorageSize", &AvailableAdditionalStorageVolumesOption::max_storage_size);
  s.member("MinIops", &AvailableAdditionalStorageVolumesOption::min_iops);
  s.member("MaxIops", &AvailableAdditionalStorageVolumesOption::max_iops);
  s.member("MinIopsPerGib", &AvailableAdditionalStorageVolumesOption::min_iops_per_gib);
  s.member("MaxIopsPerGib", &AvailableAdditionalStorageVolumesOption::max_iops_per_gib);
  s.member("MinStorageThroughput",
           &AvailableAdditionalStorageVolumesOption::min_storage_throughput);
  s.member("MaxStorageThroughput",
           &AvailableAdditionalStorageVolumesOption::max_storage_throughput);
}

void OrderableDbInstanceOption::describe(StructureShape<OrderableDbInstanceOption>& s) {
  s.member("Engine", &OrderableDbInstanceOption::engine);
  s.member("EngineVersion", &OrderableDbInstanceOption::engine_version);
  s.member("DBInstanceClass", &OrderableDbInstanceOption::db_instance_class);
  s.member("LicenseModel", &OrderableDbInstanceOption::license_model);
  s.member("AvailabilityZoneGroup", &OrderableDbInstanceOption::availability_zone_group);
  s.member("AvailabilityZones", &OrderableDbInstanceOption::availability_zones)
      .entries_named("AvailabilityZone");
  s.member("MultiAZCapable", &OrderableDbInstanceOption::multi_az_capable);
  s.member("ReadReplicaCapable", &OrderableDbInstanceOption::read_replica_capable);
  s.member("Vpc", &OrderableDbInstanceOption::vpc);
  s.member("SupportsStorageEncryption", &OrderableDbInstanceOption::supports_storage_encryption);
  s.member("StorageType", &OrderableDbInstanceOption::storage_type);
  s.member("SupportsIops", &OrderableDbInstanceOption::supports_iops);
  s.member("SupportsStorageThroughput", &OrderableDbInstanceOption::supports_storage_throughput);
  s.member("SupportsEnhancedMonitoring", &OrderableDbInstanceOption::supports_enhanced_monitoring);
  s.member("SupportsIAMDatabaseAuthentication",
           &OrderableDbInstanceOption::supports_iam_database_authentication);
  s.member("SupportsPerformanceInsights",
           &OrderableDbInstanceOption::supports_performance_insights);
  s.member("MinStorageSize", &OrderableDbInstanceOption::min_storage_size);
  s.member("MaxStorageSize", &OrderableDbInstanceOption::max_storage_size);
  s.member("MinIopsPerDbInstance", &OrderableDbInstanceOption::min_iops_per_db_instance);
  s.member("MaxIopsPerDbInstance", &OrderableDbInstanceOption::max_iops_per_db_instance);
  s.member("MinIopsPerGib", &OrderableDbInstanceOption::min_iops_per_gib);
  s.member("MaxIopsPerGib", &OrderableDbInstanceOption::max_iops_per_gib);
  s.member("MinStorageThroughputPerDbInstance",
           &OrderableDbInstanceOption::min_storage_throughput_per_db_instance);
  s.member("MaxStorageThroughputPerDbInstance",
           &OrderableDbInstanceOption::max_storage_throughput_per_db_instance);
  s.member("MinStorageThroughputPerIops",
           &OrderableDbInstanceOption::min_storage_throughput_per_iops);
  s.member("MaxStorageThroughputPerIops",
           &OrderableDbInstanceOption::max_storage_throughput_per_iops);
  s.member("AvailableProcessorFeatures", &OrderableDbInstanceOption::available_processor_features)
      .entries_named("AvailableProcessorFeature");
  s.member("SupportedEngineModes", &OrderableDbInstanceOption::supported_engine_modes);
  s.member("SupportsStorageAutoscaling", &OrderableDbInstanceOption::supports_storage_autoscaling);
  s.member("SupportsKerberosAuthentication",
           &OrderableDbInstanceOption::supports_kerberos_authentication);
  s.member("OutpostCapable", &OrderableDbInstanceOption::outpost_capable);
  s.member("SupportedActivityStreamModes",
           &OrderableDbInstanceOption::supported_activity_stream_modes);
  s.member("SupportsGlobalDatabases", &OrderableDbInstanceOption::supports_global_databases);
  s.member("SupportedNetworkTypes", &OrderableDbInstanceOption::supported_network_types);
  s.member("SupportsClusters", &OrderableDbInstanceOption::supports_clusters);
  s.member("SupportsDedicatedLogVolume", &OrderableDbInstanceOption::supports_dedicated_log_volume);
  s.member("SupportsAdditionalStorageVolumes",
           &OrderableDbInstanceOption::supports_additional_storage_volumes);
  s.member("SupportsHttpEndpoint", &OrderableDbInstanceOption::supports_http_endpoint);
  s.member("AvailableAdditionalStorageVolumesOptions",
           &OrderableDbInstanceOption::available_additional_storage_volumes_options)
      .entries_named("AvailableAdditionalStorageVolumesOption");
}

void DescribeOrderableDBInstanceOptionsResult::describe(
    StructureShape<DescribeOrderableDBInstanceOptionsResult>& s) {
  s.member("OrderableDBInstanceOptions",
           &DescribeOrderableDBInstanceOptionsResult::orderable_db_instance_options)
      .entries_named("OrderableDBInstanceOption")
      .always();
  s.member("Marker", &DescribeOrderableDBInstanceOptionsResult::marker);
}

void DescribeOrderableDBInstanceOptions::describe(
    StructureShape<DescribeOrderableDBInstanceOptions>& s) {
  s.member("Engine", &DescribeOrderableDBInstanceOptions::engine).required();
  s.member("EngineVersion", &DescribeOrderableDBInstanceOptions::engine_version);
  s.member("DBInstanceClass", &DescribeOrderableDBInstanceOptions::db_instance_class);
  s.member("LicenseModel", &DescribeOrderableDBInstanceOptions::license_model);
  s.member("AvailabilityZoneGroup", &DescribeOrderableDBInstanceOptions::availability_zone_group);
  s.member("Vpc", &DescribeOrderableDBInstanceOptions::vpc);
  s.member("Filters", &DescribeOrderableDBInstanceOptions::filters).entries_named("Filter");
  s.member("MaxRecords", &DescribeOrderableDBInstanceOptions::max_records);
  s.member("Marker", &DescribeOrderableDBInstanceOptions::marker);
}

}  // namespace emu::rds

namespace emu {
EMU_DESCRIBED(rds::CharacterSet);
EMU_DESCRIBED(rds::CustomDbEngineVersionAmi);
EMU_DESCRIBED(rds::UpgradeTarget);
EMU_DESCRIBED(rds::Timezone);
EMU_DESCRIBED(rds::ServerlessV2FeaturesSupport);
EMU_DESCRIBED(rds::DbEngineVersion);
EMU_DESCRIBED(rds::DescribeDBEngineVersionsResult);
EMU_DESCRIBED_OPERATION(rds::DescribeDBEngineVersions);
EMU_DESCRIBED(rds::AvailableProcessorFeature);
EMU_DESCRIBED(rds::AvailableAdditionalStorageVolumesOption);
EMU_DESCRIBED(rds::OrderableDbInstanceOption);
EMU_DESCRIBED(rds::DescribeOrderableDBInstanceOptionsResult);
EMU_DESCRIBED_OPERATION(rds::DescribeOrderableDBInstanceOptions);
}  // namespace emu
