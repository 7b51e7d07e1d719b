#include <emu/s3/analytics.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void SseS3::describe(StructureShape<SseS3>&) {}

void SseKms::describe(StructureShape<SseKms>& s) { s.member("KeyId", &SseKms::key_id).required(); }

void InventoryEncryption::describe(StructureShape<InventoryEncryption>& s) {
  s.member("SSES3", &InventoryEncryption::sse_s3).wire_name("SSE-S3");
  s.member("SSEKMS", &InventoryEncryption::sse_kms).wire_name("SSE-KMS");
}

void InventoryS3BucketDestination::describe(StructureShape<InventoryS3BucketDestination>& s) {
  s.member("AccountId", &InventoryS3BucketDestination::account_id);
  s.member("Bucket", &InventoryS3BucketDestination::bucket).required();
  s.member("Format", &InventoryS3BucketDestination::format)
      .required()
      .one_of({"CSV", "ORC", "Parquet"});
  s.member("Prefix", &InventoryS3BucketDestination::prefix);
  s.member("Encryption", &InventoryS3BucketDestination::encryption);
}

void InventoryDestination::describe(StructureShape<InventoryDestination>& s) {
  s.member("S3BucketDestination", &InventoryDestination::s3_bucket_destination).required();
}

void InventoryFilter::describe(StructureShape<InventoryFilter>& s) {
  s.member("Prefix", &InventoryFilter::prefix).required();
}

void InventorySchedule::describe(StructureShape<InventorySchedule>& s) {
  s.member("Frequency", &InventorySchedule::frequency).required().one_of({"Daily", "Weekly"});
}

void InventoryConfiguration::describe(StructureShape<InventoryConfiguration>& s) {
  s.member("Destination", &InventoryConfiguration::destination).required();
  s.member("IsEnabled", &InventoryConfiguration::is_enabled).required();
  s.member("Filter", &InventoryConfiguration::filter);
  s.member("Id", &InventoryConfiguration::id).required();
  s.member("IncludedObjectVersions", &InventoryConfiguration::included_object_versions)
      .required()
      .one_of({"All", "Current"});
  s.member("OptionalFields", &InventoryConfiguration::optional_fields)
      .entries_named("Field")
      .each({.values = {"Size", "LastModifiedDate", "StorageClass", "ETag", "IsMultipartUploaded",
                        "ReplicationStatus", "EncryptionStatus", "ObjectLockRetainUntilDate",
                        "ObjectLockMode", "ObjectLockLegalHoldStatus",
                        "IntelligentTieringAccessTier", "BucketKeyStatus", "ChecksumAlgorithm",
                        "ObjectAccessControlList", "ObjectOwner", "LifecycleExpirationDate"}});
  s.member("Schedule", &InventoryConfiguration::schedule).required();
}

void PutBucketInventoryConfiguration::describe(StructureShape<PutBucketInventoryConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  s.member("InventoryConfiguration", &PutBucketInventoryConfiguration::inventory_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
}

void GetBucketInventoryConfigurationResult::describe(
    StructureShape<GetBucketInventoryConfigurationResult>& s) {
  s.member("InventoryConfiguration",
           &GetBucketInventoryConfigurationResult::inventory_configuration)
      .payload();
}

void GetBucketInventoryConfiguration::describe(StructureShape<GetBucketInventoryConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void DeleteBucketInventoryConfiguration::describe(
    StructureShape<DeleteBucketInventoryConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void ListBucketInventoryConfigurationsResult::describe(
    StructureShape<ListBucketInventoryConfigurationsResult>& s) {
  s.document("ListInventoryConfigurationsResult");
  s.member("ContinuationToken", &ListBucketInventoryConfigurationsResult::continuation_token);
  s.member("InventoryConfigurationList",
           &ListBucketInventoryConfigurationsResult::inventory_configuration_list)
      .wire_name("InventoryConfiguration")
      .flattened();
  s.member("IsTruncated", &ListBucketInventoryConfigurationsResult::is_truncated);
  s.member("NextContinuationToken",
           &ListBucketInventoryConfigurationsResult::next_continuation_token);
}

void ListBucketInventoryConfigurations::describe(
    StructureShape<ListBucketInventoryConfigurations>& s) {
  describing::bucket(s);
  s.member("ContinuationToken", &ListBucketInventoryConfigurations::continuation_token)
      .query("continuation-token");
  describing::expected_owner(s);
}

void AnalyticsAndOperator::describe(StructureShape<AnalyticsAndOperator>& s) {
  s.member("Prefix", &AnalyticsAndOperator::prefix);
  s.member("Tags", &AnalyticsAndOperator::tags).wire_name("Tag").flattened();
}

void AnalyticsFilter::describe(StructureShape<AnalyticsFilter>& s) {
  s.member("Prefix", &AnalyticsFilter::prefix);
  s.member("Tag", &AnalyticsFilter::tag);
  s.member("And", &AnalyticsFilter::and_operator);
}

void AnalyticsS3BucketDestination::describe(StructureShape<AnalyticsS3BucketDestination>& s) {
  s.member("Format", &AnalyticsS3BucketDestination::format).required().one_of({"CSV"});
  s.member("BucketAccountId", &AnalyticsS3BucketDestination::bucket_account_id);
  s.member("Bucket", &AnalyticsS3BucketDestination::bucket).required();
  s.member("Prefix", &AnalyticsS3BucketDestination::prefix);
}

void AnalyticsExportDestination::describe(StructureShape<AnalyticsExportDestination>& s) {
  s.member("S3BucketDestination", &AnalyticsExportDestination::s3_bucket_destination).required();
}

void StorageClassAnalysisDataExport::describe(StructureShape<StorageClassAnalysisDataExport>& s) {
  s.member("OutputSchemaVersion", &StorageClassAnalysisDataExport::output_schema_version)
      .required()
      .one_of({"V_1"});
  s.member("Destination", &StorageClassAnalysisDataExport::destination).required();
}

void StorageClassAnalysis::describe(StructureShape<StorageClassAnalysis>& s) {
  s.member("DataExport", &StorageClassAnalysis::data_export);
}

void AnalyticsConfiguration::describe(StructureShape<AnalyticsConfiguration>& s) {
  s.member("Id", &AnalyticsConfiguration::id).required();
  s.member("Filter", &AnalyticsConfiguration::filter);
  s.member("StorageClassAnalysis", &AnalyticsConfiguration::storage_class_analysis).required();
}

void PutBucketAnalyticsConfiguration::describe(StructureShape<PutBucketAnalyticsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  s.member("AnalyticsConfiguration", &PutBucketAnalyticsConfiguration::analytics_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
}

void GetBucketAnalyticsConfigurationResult::describe(
    StructureShape<GetBucketAnalyticsConfigurationResult>& s) {
  s.member("AnalyticsConfiguration",
           &GetBucketAnalyticsConfigurationResult::analytics_configuration)
      .payload();
}

void GetBucketAnalyticsConfiguration::describe(StructureShape<GetBucketAnalyticsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void DeleteBucketAnalyticsConfiguration::describe(
    StructureShape<DeleteBucketAnalyticsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void ListBucketAnalyticsConfigurationsResult::describe(
    StructureShape<ListBucketAnalyticsConfigurationsResult>& s) {
  s.document("ListBucketAnalyticsConfigurationResult");
  s.member("IsTruncated", &ListBucketAnalyticsConfigurationsResult::is_truncated);
  s.member("ContinuationToken", &ListBucketAnalyticsConfigurationsResult::continuation_token);
  s.member("NextContinuationToken",
           &ListBucketAnalyticsConfigurationsResult::next_continuation_token);
  s.member("AnalyticsConfigurationList",
           &ListBucketAnalyticsConfigurationsResult::analytics_configuration_list)
      .wire_name("AnalyticsConfiguration")
      .flattened();
}

void ListBucketAnalyticsConfigurations::describe(
    StructureShape<ListBucketAnalyticsConfigurations>& s) {
  describing::bucket(s);
  s.member("ContinuationToken", &ListBucketAnalyticsConfigurations::continuation_token)
      .query("continuation-token");
  describing::expected_owner(s);
}

void MetricsAndOperator::describe(StructureShape<MetricsAndOperator>& s) {
  s.member("Prefix", &MetricsAndOperator::prefix);
  s.member("Tags", &MetricsAndOperator::tags).wire_name("Tag").flattened();
  s.member("AccessPointArn", &MetricsAndOperator::access_point_arn);
}

void MetricsFilter::describe(StructureShape<MetricsFilter>& s) {
  s.member("Prefix", &MetricsFilter::prefix);
  s.member("Tag", &MetricsFilter::tag);
  s.member("AccessPointArn", &MetricsFilter::access_point_arn);
  s.member("And", &MetricsFilter::and_operator);
}

void MetricsConfiguration::describe(StructureShape<MetricsConfiguration>& s) {
  s.member("Id", &MetricsConfiguration::id).required();
  s.member("Filter", &MetricsConfiguration::filter);
}

void PutBucketMetricsConfiguration::describe(StructureShape<PutBucketMetricsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  s.member("MetricsConfiguration", &PutBucketMetricsConfiguration::metrics_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
}

void GetBucketMetricsConfigurationResult::describe(
    StructureShape<GetBucketMetricsConfigurationResult>& s) {
  s.member("MetricsConfiguration", &GetBucketMetricsConfigurationResult::metrics_configuration)
      .payload();
}

void GetBucketMetricsConfiguration::describe(StructureShape<GetBucketMetricsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void DeleteBucketMetricsConfiguration::describe(
    StructureShape<DeleteBucketMetricsConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void ListBucketMetricsConfigurationsResult::describe(
    StructureShape<ListBucketMetricsConfigurationsResult>& s) {
  s.document("ListMetricsConfigurationsResult");
  s.member("IsTruncated", &ListBucketMetricsConfigurationsResult::is_truncated);
  s.member("ContinuationToken", &ListBucketMetricsConfigurationsResult::continuation_token);
  s.member("NextContinuationToken",
           &ListBucketMetricsConfigurationsResult::next_continuation_token);
  s.member("MetricsConfigurationList",
           &ListBucketMetricsConfigurationsResult::metrics_configuration_list)
      .wire_name("MetricsConfiguration")
      .flattened();
}

void ListBucketMetricsConfigurations::describe(StructureShape<ListBucketMetricsConfigurations>& s) {
  describing::bucket(s);
  s.member("ContinuationToken", &ListBucketMetricsConfigurations::continuation_token)
      .query("continuation-token");
  describing::expected_owner(s);
}

void IntelligentTieringAndOperator::describe(StructureShape<IntelligentTieringAndOperator>& s) {
  s.member("Prefix", &IntelligentTieringAndOperator::prefix);
  s.member("Tags", &IntelligentTieringAndOperator::tags).wire_name("Tag").flattened();
}

void IntelligentTieringFilter::describe(StructureShape<IntelligentTieringFilter>& s) {
  s.member("Prefix", &IntelligentTieringFilter::prefix);
  s.member("Tag", &IntelligentTieringFilter::tag);
  s.member("And", &IntelligentTieringFilter::and_operator);
}

void Tiering::describe(StructureShape<Tiering>& s) {
  s.member("Days", &Tiering::days).required();
  s.member("AccessTier", &Tiering::access_tier)
      .required()
      .one_of({"ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"});
}

void IntelligentTieringConfiguration::describe(StructureShape<IntelligentTieringConfiguration>& s) {
  s.member("Id", &IntelligentTieringConfiguration::id).required();
  s.member("Filter", &IntelligentTieringConfiguration::filter);
  s.member("Status", &IntelligentTieringConfiguration::status)
      .required()
      .one_of({"Enabled", "Disabled"});
  s.member("Tierings", &IntelligentTieringConfiguration::tierings)
      .wire_name("Tiering")
      .flattened()
      .required();
}

void PutBucketIntelligentTieringConfiguration::describe(
    StructureShape<PutBucketIntelligentTieringConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
  s.member("IntelligentTieringConfiguration",
           &PutBucketIntelligentTieringConfiguration::intelligent_tiering_configuration)
      .payload()
      .required();
}

void GetBucketIntelligentTieringConfigurationResult::describe(
    StructureShape<GetBucketIntelligentTieringConfigurationResult>& s) {
  s.member("IntelligentTieringConfiguration",
           &GetBucketIntelligentTieringConfigurationResult::intelligent_tiering_configuration)
      .payload();
}

void GetBucketIntelligentTieringConfiguration::describe(
    StructureShape<GetBucketIntelligentTieringConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void DeleteBucketIntelligentTieringConfiguration::describe(
    StructureShape<DeleteBucketIntelligentTieringConfiguration>& s) {
  describing::bucket(s);
  describing::configuration_id(s);
  describing::expected_owner(s);
}

void ListBucketIntelligentTieringConfigurationsResult::describe(
    StructureShape<ListBucketIntelligentTieringConfigurationsResult>& s) {
  s.document("ListBucketIntelligentTieringConfigurationsOutput");
  s.member("IsTruncated", &ListBucketIntelligentTieringConfigurationsResult::is_truncated);
  s.member("ContinuationToken",
           &ListBucketIntelligentTieringConfigurationsResult::continuation_token);
  s.member("NextContinuationToken",
           &ListBucketIntelligentTieringConfigurationsResult::next_continuation_token);
  s.member(
       "IntelligentTieringConfigurationList",
       &ListBucketIntelligentTieringConfigurationsResult::intelligent_tiering_configuration_list)
      .wire_name("IntelligentTieringConfiguration")
      .flattened();
}

void ListBucketIntelligentTieringConfigurations::describe(
    StructureShape<ListBucketIntelligentTieringConfigurations>& s) {
  describing::bucket(s);
  s.member("ContinuationToken", &ListBucketIntelligentTieringConfigurations::continuation_token)
      .query("continuation-token");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::SseS3);
EMU_DESCRIBED(s3::SseKms);
EMU_DESCRIBED(s3::InventoryEncryption);
EMU_DESCRIBED(s3::InventoryS3BucketDestination);
EMU_DESCRIBED(s3::InventoryDestination);
EMU_DESCRIBED(s3::InventoryFilter);
EMU_DESCRIBED(s3::InventorySchedule);
EMU_DESCRIBED(s3::InventoryConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketInventoryConfiguration);
EMU_DESCRIBED(s3::GetBucketInventoryConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketInventoryConfiguration);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketInventoryConfiguration);
EMU_DESCRIBED(s3::ListBucketInventoryConfigurationsResult);
EMU_DESCRIBED_OPERATION(s3::ListBucketInventoryConfigurations);
EMU_DESCRIBED(s3::AnalyticsAndOperator);
EMU_DESCRIBED(s3::AnalyticsFilter);
EMU_DESCRIBED(s3::AnalyticsS3BucketDestination);
EMU_DESCRIBED(s3::AnalyticsExportDestination);
EMU_DESCRIBED(s3::StorageClassAnalysisDataExport);
EMU_DESCRIBED(s3::StorageClassAnalysis);
EMU_DESCRIBED(s3::AnalyticsConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketAnalyticsConfiguration);
EMU_DESCRIBED(s3::GetBucketAnalyticsConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketAnalyticsConfiguration);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketAnalyticsConfiguration);
EMU_DESCRIBED(s3::ListBucketAnalyticsConfigurationsResult);
EMU_DESCRIBED_OPERATION(s3::ListBucketAnalyticsConfigurations);
EMU_DESCRIBED(s3::MetricsAndOperator);
EMU_DESCRIBED(s3::MetricsFilter);
EMU_DESCRIBED(s3::MetricsConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketMetricsConfiguration);
EMU_DESCRIBED(s3::GetBucketMetricsConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketMetricsConfiguration);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketMetricsConfiguration);
EMU_DESCRIBED(s3::ListBucketMetricsConfigurationsResult);
EMU_DESCRIBED_OPERATION(s3::ListBucketMetricsConfigurations);
EMU_DESCRIBED(s3::IntelligentTieringAndOperator);
EMU_DESCRIBED(s3::IntelligentTieringFilter);
EMU_DESCRIBED(s3::Tiering);
EMU_DESCRIBED(s3::IntelligentTieringConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketIntelligentTieringConfiguration);
EMU_DESCRIBED(s3::GetBucketIntelligentTieringConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketIntelligentTieringConfiguration);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketIntelligentTieringConfiguration);
EMU_DESCRIBED(s3::ListBucketIntelligentTieringConfigurationsResult);
EMU_DESCRIBED_OPERATION(s3::ListBucketIntelligentTieringConfigurations);
}  // namespace emu
