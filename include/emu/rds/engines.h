// Engines and classes that are offered. Include <emu/rds.h>.
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

struct CharacterSet {
  std::string character_set_name = {};
  std::string character_set_description = {};
  static void describe(StructureShape<CharacterSet>& s);
};

struct CustomDbEngineVersionAmi {
  std::string image_id = {};
  std::string status = {};
  static void describe(StructureShape<CustomDbEngineVersionAmi>& s);
};

struct UpgradeTarget {
  std::string engine = {};
  std::string engine_version = {};
  std::string description = {};
  std::optional<bool> auto_upgrade = {};
  std::optional<bool> is_major_version_upgrade = {};
  std::vector<std::string> supported_engine_modes = {};
  std::optional<bool> supports_parallel_query = {};
  std::optional<bool> supports_global_databases = {};
  std::optional<bool> supports_babelfish = {};
  std::optional<bool> supports_limitless_database = {};
  std::optional<bool> supports_local_write_forwarding = {};
  std::optional<bool> supports_integrations = {};
  static void describe(StructureShape<UpgradeTarget>& s);
};

struct Timezone {
  std::string timezone_name = {};
  static void describe(StructureShape<Timezone>& s);
};

struct ServerlessV2FeaturesSupport {
  std::optional<double> min_capacity = {};
  std::optional<double> max_capacity = {};
  static void describe(StructureShape<ServerlessV2FeaturesSupport>& s);
};

struct DbEngineVersion {
  std::string engine = {};
  std::string major_engine_version = {};
  std::string engine_version = {};
  std::string database_installation_files_s3_bucket_name = {};
  std::string database_installation_files_s3_prefix = {};
  std::vector<std::string> database_installation_files = {};
  std::string custom_db_engine_version_manifest = {};
  std::string db_parameter_group_family = {};
  std::string db_engine_description = {};
  std::string db_engine_version_arn = {};
  std::string db_engine_version_description = {};
  std::optional<CharacterSet> default_character_set = {};
  std::string failure_reason = {};
  std::optional<CustomDbEngineVersionAmi> image = {};
  std::string db_engine_media_type = {};
  std::string kms_key_id = {};
  std::optional<Time> create_time = {};
  std::vector<CharacterSet> supported_character_sets = {};
  std::vector<CharacterSet> supported_nchar_character_sets = {};
  std::vector<UpgradeTarget> valid_upgrade_target = {};
  std::vector<Timezone> supported_timezones = {};
  std::vector<std::string> exportable_log_types = {};
  std::optional<bool> supports_log_exports_to_cloudwatch_logs = {};
  std::optional<bool> supports_read_replica = {};
  std::vector<std::string> supported_engine_modes = {};
  std::vector<std::string> supported_feature_names = {};
  std::string status = {};
  std::optional<bool> supports_parallel_query = {};
  std::optional<bool> supports_global_databases = {};
  std::vector<Tag> tag_list = {};
  std::optional<bool> supports_babelfish = {};
  std::optional<bool> supports_limitless_database = {};
  std::optional<bool> supports_certificate_rotation_without_restart = {};
  std::vector<std::string> supported_ca_certificate_identifiers = {};
  std::optional<bool> supports_local_write_forwarding = {};
  std::optional<bool> supports_integrations = {};
  std::optional<ServerlessV2FeaturesSupport> serverless_v2_features_support = {};
  static void describe(StructureShape<DbEngineVersion>& s);
};

struct DescribeDBEngineVersionsResult {
  std::string marker = {};
  std::vector<DbEngineVersion> db_engine_versions = {};
  static void describe(StructureShape<DescribeDBEngineVersionsResult>& s);
};

struct DescribeDBEngineVersions {
  static constexpr OperationName kOperation{"rds", "DescribeDBEngineVersions"};
  using Result = DescribeDBEngineVersionsResult;
  std::optional<std::string> engine = {};
  std::optional<std::string> engine_version = {};
  std::optional<std::string> db_parameter_group_family = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  std::optional<bool> default_only = {};
  std::optional<bool> list_supported_character_sets = {};
  std::optional<bool> list_supported_timezones = {};
  std::optional<bool> include_all = {};
  static void describe(StructureShape<DescribeDBEngineVersions>& s);
};

struct AvailableProcessorFeature {
  std::string name = {};
  std::string default_value = {};
  std::string allowed_values = {};
  static void describe(StructureShape<AvailableProcessorFeature>& s);
};

struct AvailableAdditionalStorageVolumesOption {
  std::optional<bool> supports_storage_autoscaling = {};
  std::optional<bool> supports_storage_throughput = {};
  std::optional<bool> supports_iops = {};
  std::string storage_type = {};
  std::optional<std::int32_t> min_storage_size = {};
  std::optional<std::int32_t> max_storage_size = {};
  std::optional<std::int32_t> min_iops = {};
  std::optional<std::int32_t> max_iops = {};
  std::optional<double> min_iops_per_gib = {};
  std::optional<double> max_iops_per_gib = {};
  std::optional<std::int32_t> min_storage_throughput = {};
  std::optional<std::int32_t> max_storage_throughput = {};
  static void describe(StructureShape<AvailableAdditionalStorageVolumesOption>& s);
};

struct OrderableDbInstanceOption {
  std::string engine = {};
  std::string engine_version = {};
  std::string db_instance_class = {};
  std::string license_model = {};
  std::string availability_zone_group = {};
  std::vector<AvailabilityZone> availability_zones = {};
  std::optional<bool> multi_az_capable = {};
  std::optional<bool> read_replica_capable = {};
  std::optional<bool> vpc = {};
  std::optional<bool> supports_storage_encryption = {};
  std::string storage_type = {};
  std::optional<bool> supports_iops = {};
  std::optional<bool> supports_storage_throughput = {};
  std::optional<bool> supports_enhanced_monitoring = {};
  std::optional<bool> supports_iam_database_authentication = {};
  std::optional<bool> supports_performance_insights = {};
  std::optional<std::int32_t> min_storage_size = {};
  std::optional<std::int32_t> max_storage_size = {};
  std::optional<std::int32_t> min_iops_per_db_instance = {};
  std::optional<std::int32_t> max_iops_per_db_instance = {};
  std::optional<double> min_iops_per_gib = {};
  std::optional<double> max_iops_per_gib = {};
  std::optional<std::int32_t> min_storage_throughput_per_db_instance = {};
  std::optional<std::int32_t> max_storage_throughput_per_db_instance = {};
  std::optional<double> min_storage_throughput_per_iops = {};
  std::optional<double> max_storage_throughput_per_iops = {};
  std::vector<AvailableProcessorFeature> available_processor_features = {};
  std::vector<std::string> supported_engine_modes = {};
  std::optional<bool> supports_storage_autoscaling = {};
  std::optional<bool> supports_kerberos_authentication = {};
  std::optional<bool> outpost_capable = {};
  std::vector<std::string> supported_activity_stream_modes = {};
  std::optional<bool> supports_global_databases = {};
  std::vector<std::string> supported_network_types = {};
  std::optional<bool> supports_clusters = {};
  std::optional<bool> supports_dedicated_log_volume = {};
  std::optional<bool> supports_additional_storage_volumes = {};
  std::optional<bool> supports_http_endpoint = {};
  std::vector<AvailableAdditionalStorageVolumesOption>
      available_additional_storage_volumes_options = {};
  static void describe(StructureShape<OrderableDbInstanceOption>& s);
};

struct DescribeOrderableDBInstanceOptionsResult {
  std::vector<OrderableDbInstanceOption> orderable_db_instance_options = {};
  std::string marker = {};
  static void describe(StructureShape<DescribeOrderableDBInstanceOptionsResult>& s);
};

struct DescribeOrderableDBInstanceOptions {
  static constexpr OperationName kOperation{"rds", "DescribeOrderableDBInstanceOptions"};
  using Result = DescribeOrderableDBInstanceOptionsResult;
  std::string engine;
  std::optional<std::string> engine_version = {};
  std::optional<std::string> db_instance_class = {};
  std::optional<std::string> license_model = {};
  std::optional<std::string> availability_zone_group = {};
  std::optional<bool> vpc = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_records = {};
  std::optional<std::string> marker = {};
  static void describe(StructureShape<DescribeOrderableDBInstanceOptions>& s);
};

}  // namespace emu::rds
