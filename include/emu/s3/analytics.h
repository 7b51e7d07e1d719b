// What a bucket may have up to 1,000 of, each under an id: inventories, analytics, metrics and
// archives of Intelligent-Tiering. They are kept and given back; no report is made. Lists have
// pages of 100, in the order of the ids. Include <emu/s3.h>.
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct SseS3 {
  static void describe(StructureShape<SseS3>& s);
};

struct SseKms {
  std::string key_id;
  static void describe(StructureShape<SseKms>& s);
};

struct InventoryEncryption {
  std::optional<SseS3> sse_s3 = {};
  std::optional<SseKms> sse_kms = {};
  static void describe(StructureShape<InventoryEncryption>& s);
};

struct InventoryS3BucketDestination {
  std::string account_id = {};
  std::string bucket;
  std::string format;
  std::optional<std::string> prefix = {};
  std::optional<InventoryEncryption> encryption = {};
  static void describe(StructureShape<InventoryS3BucketDestination>& s);
};

struct InventoryDestination {
  InventoryS3BucketDestination s3_bucket_destination;
  static void describe(StructureShape<InventoryDestination>& s);
};

struct InventoryFilter {
  std::optional<std::string> prefix = {};  // required; may be empty
  static void describe(StructureShape<InventoryFilter>& s);
};

struct InventorySchedule {
  std::string frequency;
  static void describe(StructureShape<InventorySchedule>& s);
};

struct InventoryConfiguration {
  InventoryDestination destination;
  bool is_enabled = {};
  std::optional<InventoryFilter> filter = {};
  std::string id;
  std::string included_object_versions;
  std::vector<std::string> optional_fields = {};
  InventorySchedule schedule;
  static void describe(StructureShape<InventoryConfiguration>& s);
};

// The id of the request must be that of the configuration.
// Errors: InvalidArgument, InvalidS3DestinationBucket, TooManyConfigurations, MalformedXML.
struct PutBucketInventoryConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketInventoryConfiguration", "PUT",
                                            "/{Bucket}?inventory"};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  InventoryConfiguration inventory_configuration;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketInventoryConfiguration>& s);
};

struct GetBucketInventoryConfigurationResult {
  std::optional<InventoryConfiguration> inventory_configuration = {};
  static void describe(StructureShape<GetBucketInventoryConfigurationResult>& s);
};

// Errors: NoSuchConfiguration (404).
struct GetBucketInventoryConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketInventoryConfiguration", "GET",
                                            "/{Bucket}?inventory"};
  using Result = GetBucketInventoryConfigurationResult;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketInventoryConfiguration>& s);
};

// Errors: NoSuchConfiguration (404).
struct DeleteBucketInventoryConfiguration {
  static constexpr OperationName kOperation{"s3", "DeleteBucketInventoryConfiguration", "DELETE",
                                            "/{Bucket}?inventory", 204};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketInventoryConfiguration>& s);
};

struct ListBucketInventoryConfigurationsResult {
  std::string continuation_token = {};
  std::vector<InventoryConfiguration> inventory_configuration_list = {};
  std::optional<bool> is_truncated = {};
  std::string next_continuation_token = {};
  static void describe(StructureShape<ListBucketInventoryConfigurationsResult>& s);
};

struct ListBucketInventoryConfigurations {
  static constexpr OperationName kOperation{"s3", "ListBucketInventoryConfigurations", "GET",
                                            "/{Bucket}?inventory"};
  using Result = ListBucketInventoryConfigurationsResult;
  std::string bucket;
  std::string continuation_token = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListBucketInventoryConfigurations>& s);
};

struct AnalyticsAndOperator {
  std::optional<std::string> prefix = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<AnalyticsAndOperator>& s);
};

struct AnalyticsFilter {
  std::optional<std::string> prefix = {};
  std::optional<Tag> tag = {};
  std::optional<AnalyticsAndOperator> and_operator = {};
  static void describe(StructureShape<AnalyticsFilter>& s);
};

struct AnalyticsS3BucketDestination {
  std::string format;
  std::string bucket_account_id = {};
  std::string bucket;
  std::optional<std::string> prefix = {};
  static void describe(StructureShape<AnalyticsS3BucketDestination>& s);
};

struct AnalyticsExportDestination {
  AnalyticsS3BucketDestination s3_bucket_destination;
  static void describe(StructureShape<AnalyticsExportDestination>& s);
};

struct StorageClassAnalysisDataExport {
  std::string output_schema_version;
  AnalyticsExportDestination destination;
  static void describe(StructureShape<StorageClassAnalysisDataExport>& s);
};

struct StorageClassAnalysis {
  std::optional<StorageClassAnalysisDataExport> data_export = {};
  static void describe(StructureShape<StorageClassAnalysis>& s);
};

struct AnalyticsConfiguration {
  std::string id;
  std::optional<AnalyticsFilter> filter = {};
  StorageClassAnalysis storage_class_analysis;
  static void describe(StructureShape<AnalyticsConfiguration>& s);
};

// Errors: as for PutBucketInventoryConfiguration.
struct PutBucketAnalyticsConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketAnalyticsConfiguration", "PUT",
                                            "/{Bucket}?analytics"};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  AnalyticsConfiguration analytics_configuration;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketAnalyticsConfiguration>& s);
};

struct GetBucketAnalyticsConfigurationResult {
  std::optional<AnalyticsConfiguration> analytics_configuration = {};
  static void describe(StructureShape<GetBucketAnalyticsConfigurationResult>& s);
};

// Errors: NoSuchConfiguration (404).
struct GetBucketAnalyticsConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketAnalyticsConfiguration", "GET",
                                            "/{Bucket}?analytics"};
  using Result = GetBucketAnalyticsConfigurationResult;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketAnalyticsConfiguration>& s);
};

// Errors: NoSuchConfiguration (404).
struct DeleteBucketAnalyticsConfiguration {
  static constexpr OperationName kOperation{"s3", "DeleteBucketAnalyticsConfiguration", "DELETE",
                                            "/{Bucket}?analytics", 204};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketAnalyticsConfiguration>& s);
};

struct ListBucketAnalyticsConfigurationsResult {
  std::optional<bool> is_truncated = {};
  std::string continuation_token = {};
  std::string next_continuation_token = {};
  std::vector<AnalyticsConfiguration> analytics_configuration_list = {};
  static void describe(StructureShape<ListBucketAnalyticsConfigurationsResult>& s);
};

struct ListBucketAnalyticsConfigurations {
  static constexpr OperationName kOperation{"s3", "ListBucketAnalyticsConfigurations", "GET",
                                            "/{Bucket}?analytics"};
  using Result = ListBucketAnalyticsConfigurationsResult;
  std::string bucket;
  std::string continuation_token = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListBucketAnalyticsConfigurations>& s);
};

struct MetricsAndOperator {
  std::optional<std::string> prefix = {};
  std::vector<Tag> tags = {};
  std::string access_point_arn = {};
  static void describe(StructureShape<MetricsAndOperator>& s);
};

struct MetricsFilter {
  std::optional<std::string> prefix = {};
  std::optional<Tag> tag = {};
  std::string access_point_arn = {};
  std::optional<MetricsAndOperator> and_operator = {};
  static void describe(StructureShape<MetricsFilter>& s);
};

struct MetricsConfiguration {
  std::string id;
  std::optional<MetricsFilter> filter = {};
  static void describe(StructureShape<MetricsConfiguration>& s);
};

// Errors: InvalidArgument, TooManyConfigurations, MalformedXML.
struct PutBucketMetricsConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketMetricsConfiguration", "PUT",
                                            "/{Bucket}?metrics"};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  MetricsConfiguration metrics_configuration;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketMetricsConfiguration>& s);
};

struct GetBucketMetricsConfigurationResult {
  std::optional<MetricsConfiguration> metrics_configuration = {};
  static void describe(StructureShape<GetBucketMetricsConfigurationResult>& s);
};

// Errors: NoSuchConfiguration (404).
struct GetBucketMetricsConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketMetricsConfiguration", "GET",
                                            "/{Bucket}?metrics"};
  using Result = GetBucketMetricsConfigurationResult;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketMetricsConfiguration>& s);
};

// Errors: NoSuchConfiguration (404).
struct DeleteBucketMetricsConfiguration {
  static constexpr OperationName kOperation{"s3", "DeleteBucketMetricsConfiguration", "DELETE",
                                            "/{Bucket}?metrics", 204};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketMetricsConfiguration>& s);
};

struct ListBucketMetricsConfigurationsResult {
  std::optional<bool> is_truncated = {};
  std::string continuation_token = {};
  std::string next_continuation_token = {};
  std::vector<MetricsConfiguration> metrics_configuration_list = {};
  static void describe(StructureShape<ListBucketMetricsConfigurationsResult>& s);
};

struct ListBucketMetricsConfigurations {
  static constexpr OperationName kOperation{"s3", "ListBucketMetricsConfigurations", "GET",
                                            "/{Bucket}?metrics"};
  using Result = ListBucketMetricsConfigurationsResult;
  std::string bucket;
  std::string continuation_token = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListBucketMetricsConfigurations>& s);
};

struct IntelligentTieringAndOperator {
  std::optional<std::string> prefix = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<IntelligentTieringAndOperator>& s);
};

struct IntelligentTieringFilter {
  std::optional<std::string> prefix = {};
  std::optional<Tag> tag = {};
  std::optional<IntelligentTieringAndOperator> and_operator = {};
  static void describe(StructureShape<IntelligentTieringFilter>& s);
};

struct Tiering {
  std::int32_t days = {};
  std::string access_tier;
  static void describe(StructureShape<Tiering>& s);
};

struct IntelligentTieringConfiguration {
  std::string id;
  std::optional<IntelligentTieringFilter> filter = {};
  std::string status;
  std::vector<Tiering> tierings;
  static void describe(StructureShape<IntelligentTieringConfiguration>& s);
};

// Errors: InvalidArgument, TooManyConfigurations, MalformedXML.
struct PutBucketIntelligentTieringConfiguration {
  static constexpr OperationName kOperation{"s3", "PutBucketIntelligentTieringConfiguration", "PUT",
                                            "/{Bucket}?intelligent-tiering"};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  IntelligentTieringConfiguration intelligent_tiering_configuration;
  static void describe(StructureShape<PutBucketIntelligentTieringConfiguration>& s);
};

struct GetBucketIntelligentTieringConfigurationResult {
  std::optional<IntelligentTieringConfiguration> intelligent_tiering_configuration = {};
  static void describe(StructureShape<GetBucketIntelligentTieringConfigurationResult>& s);
};

// Errors: NoSuchConfiguration (404).
struct GetBucketIntelligentTieringConfiguration {
  static constexpr OperationName kOperation{"s3", "GetBucketIntelligentTieringConfiguration", "GET",
                                            "/{Bucket}?intelligent-tiering"};
  using Result = GetBucketIntelligentTieringConfigurationResult;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketIntelligentTieringConfiguration>& s);
};

// Errors: NoSuchConfiguration (404).
struct DeleteBucketIntelligentTieringConfiguration {
  static constexpr OperationName kOperation{"s3", "DeleteBucketIntelligentTieringConfiguration",
                                            "DELETE", "/{Bucket}?intelligent-tiering", 204};
  using Result = Nothing;
  std::string bucket;
  std::string id;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketIntelligentTieringConfiguration>& s);
};

struct ListBucketIntelligentTieringConfigurationsResult {
  std::optional<bool> is_truncated = {};
  std::string continuation_token = {};
  std::string next_continuation_token = {};
  std::vector<IntelligentTieringConfiguration> intelligent_tiering_configuration_list = {};
  static void describe(StructureShape<ListBucketIntelligentTieringConfigurationsResult>& s);
};

struct ListBucketIntelligentTieringConfigurations {
  static constexpr OperationName kOperation{"s3", "ListBucketIntelligentTieringConfigurations",
                                            "GET", "/{Bucket}?intelligent-tiering"};
  using Result = ListBucketIntelligentTieringConfigurationsResult;
  std::string bucket;
  std::string continuation_token = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListBucketIntelligentTieringConfigurations>& s);
};

}  // namespace emu::s3
