// The permissions of what a bucket is configured with.
// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
#include <vector>

#include "s3/operations.h"
#include "s3/permissions.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

// Whoever lets S3 replicate as a role must be allowed to hand the role on.
void replication_needs(const Call&, const PutBucketReplication& in, std::vector<AccessNeed>& out) {
  out.push_back({.action = "iam:PassRole", .resource = in.replication_configuration.role});
}

void register_single(S3& s3, OperationTable& table) {
  table.add<PutBucketEncryption>(
      s3, &S3::put_bucket_encryption,
      {.resource = &bucket_arn, .action = "s3:PutEncryptionConfiguration"});
  table.add<GetBucketEncryption>(
      s3, &S3::get_bucket_encryption,
      {.resource = &bucket_arn, .action = "s3:GetEncryptionConfiguration"});
  table.add<DeleteBucketEncryption>(
      s3, &S3::delete_bucket_encryption,
      {.resource = &bucket_arn, .action = "s3:PutEncryptionConfiguration"});
  table.add<PutBucketLogging>(s3, &S3::put_bucket_logging, {&bucket_arn});
  table.add<GetBucketLogging>(s3, &S3::get_bucket_logging, {&bucket_arn});
  table.add<PutBucketReplication>(s3, &S3::put_bucket_replication,
                                  {.resource = &bucket_arn,
                                   .also = &replication_needs,
                                   .action = "s3:PutReplicationConfiguration"});
  table.add<GetBucketReplication>(
      s3, &S3::get_bucket_replication,
      {.resource = &bucket_arn, .action = "s3:GetReplicationConfiguration"});
  table.add<DeleteBucketReplication>(
      s3, &S3::delete_bucket_replication,
      {.resource = &bucket_arn, .action = "s3:PutReplicationConfiguration"});
  table.add<PutBucketAccelerateConfiguration>(
      s3, &S3::put_bucket_accelerate_configuration,
      {.resource = &bucket_arn, .action = "s3:PutAccelerateConfiguration"});
  table.add<GetBucketAccelerateConfiguration>(
      s3, &S3::get_bucket_accelerate_configuration,
      {.resource = &bucket_arn, .action = "s3:GetAccelerateConfiguration"});
  table.add<PutBucketRequestPayment>(s3, &S3::put_bucket_request_payment, {&bucket_arn});
  table.add<GetBucketRequestPayment>(s3, &S3::get_bucket_request_payment, {&bucket_arn});
}

void register_lifecycle(S3& s3, OperationTable& table) {
  table.add<PutBucketLifecycleConfiguration>(
      s3, &S3::put_bucket_lifecycle_configuration,
      {.resource = &bucket_arn, .action = "s3:PutLifecycleConfiguration"});
  table.add<GetBucketLifecycleConfiguration>(
      s3, &S3::get_bucket_lifecycle_configuration,
      {.resource = &bucket_arn, .action = "s3:GetLifecycleConfiguration"});
  table.add<DeleteBucketLifecycle>(
      s3, &S3::delete_bucket_lifecycle,
      {.resource = &bucket_arn, .action = "s3:PutLifecycleConfiguration"});
}

void register_notifications(S3& s3, OperationTable& table) {
  table.add<PutBucketNotificationConfiguration>(
      s3, &S3::put_bucket_notification_configuration,
      {.resource = &bucket_arn, .action = "s3:PutBucketNotification"});
  table.add<GetBucketNotificationConfiguration>(
      s3, &S3::get_bucket_notification_configuration,
      {.resource = &bucket_arn, .action = "s3:GetBucketNotification"});
}

void register_by_id(S3& s3, OperationTable& table) {
  table.add<PutBucketInventoryConfiguration>(
      s3, &S3::put_bucket_inventory_configuration,
      {.resource = &bucket_arn, .action = "s3:PutInventoryConfiguration"});
  table.add<GetBucketInventoryConfiguration>(
      s3, &S3::get_bucket_inventory_configuration,
      {.resource = &bucket_arn, .action = "s3:GetInventoryConfiguration"});
  table.add<DeleteBucketInventoryConfiguration>(
      s3, &S3::delete_bucket_inventory_configuration,
      {.resource = &bucket_arn, .action = "s3:PutInventoryConfiguration"});
  table.add<ListBucketInventoryConfigurations>(
      s3, &S3::list_bucket_inventory_configurations,
      {.resource = &bucket_arn, .action = "s3:GetInventoryConfiguration"});
  table.add<PutBucketAnalyticsConfiguration>(
      s3, &S3::put_bucket_analytics_configuration,
      {.resource = &bucket_arn, .action = "s3:PutAnalyticsConfiguration"});
  table.add<GetBucketAnalyticsConfiguration>(
      s3, &S3::get_bucket_analytics_configuration,
      {.resource = &bucket_arn, .action = "s3:GetAnalyticsConfiguration"});
  table.add<DeleteBucketAnalyticsConfiguration>(
      s3, &S3::delete_bucket_analytics_configuration,
      {.resource = &bucket_arn, .action = "s3:PutAnalyticsConfiguration"});
  table.add<ListBucketAnalyticsConfigurations>(
      s3, &S3::list_bucket_analytics_configurations,
      {.resource = &bucket_arn, .action = "s3:GetAnalyticsConfiguration"});
  table.add<PutBucketMetricsConfiguration>(
      s3, &S3::put_bucket_metrics_configuration,
      {.resource = &bucket_arn, .action = "s3:PutMetricsConfiguration"});
  table.add<GetBucketMetricsConfiguration>(
      s3, &S3::get_bucket_metrics_configuration,
      {.resource = &bucket_arn, .action = "s3:GetMetricsConfiguration"});
  table.add<DeleteBucketMetricsConfiguration>(
      s3, &S3::delete_bucket_metrics_configuration,
      {.resource = &bucket_arn, .action = "s3:PutMetricsConfiguration"});
  table.add<ListBucketMetricsConfigurations>(
      s3, &S3::list_bucket_metrics_configurations,
      {.resource = &bucket_arn, .action = "s3:GetMetricsConfiguration"});
  table.add<PutBucketIntelligentTieringConfiguration>(
      s3, &S3::put_bucket_intelligent_tiering_configuration,
      {.resource = &bucket_arn, .action = "s3:PutIntelligentTieringConfiguration"});
  table.add<GetBucketIntelligentTieringConfiguration>(
      s3, &S3::get_bucket_intelligent_tiering_configuration,
      {.resource = &bucket_arn, .action = "s3:GetIntelligentTieringConfiguration"});
  table.add<DeleteBucketIntelligentTieringConfiguration>(
      s3, &S3::delete_bucket_intelligent_tiering_configuration,
      {.resource = &bucket_arn, .action = "s3:PutIntelligentTieringConfiguration"});
  table.add<ListBucketIntelligentTieringConfigurations>(
      s3, &S3::list_bucket_intelligent_tiering_configurations,
      {.resource = &bucket_arn, .action = "s3:GetIntelligentTieringConfiguration"});
}

}  // namespace

void register_configurations(S3& s3, OperationTable& table) {
  register_single(s3, table);
  register_by_id(s3, table);
  register_notifications(s3, table);
  register_lifecycle(s3, table);
}

}  // namespace emu::s3
