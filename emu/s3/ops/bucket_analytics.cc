// Put, Get, Delete and ListBucketAnalyticsConfiguration.
// Source: Amazon S3 API Reference, "PutBucketAnalyticsConfiguration" and the pages of the others.
#include "s3/configurations.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_analytics(const AnalyticsConfiguration& configuration) {
  if (configuration.filter) EMU_CHECK(check_one_of_filter(*configuration.filter));
  const auto& data_export = configuration.storage_class_analysis.data_export;
  if (!data_export) return {};
  return check_bucket_destination(data_export->destination.s3_bucket_destination.bucket);
}

}  // namespace

Result<Nothing> S3::put_bucket_analytics_configuration(Call& call,
                                                       const PutBucketAnalyticsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const AnalyticsConfiguration& configuration = in.analytics_configuration;
  EMU_CHECK(check_configuration_id(in.id, configuration.id));
  EMU_CHECK(check_analytics(configuration));
  EMU_CHECK(put_configuration(bucket->analytics, configuration));
  return Nothing{};
}

Result<GetBucketAnalyticsConfigurationResult> S3::get_bucket_analytics_configuration(
    Call& call, const GetBucketAnalyticsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto found = bucket->analytics.find(in.id);
  if (found == bucket->analytics.end()) return no_such_configuration();
  return GetBucketAnalyticsConfigurationResult{.analytics_configuration = found->second};
}

Result<Nothing> S3::delete_bucket_analytics_configuration(
    Call& call, const DeleteBucketAnalyticsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->analytics.erase(in.id) == 0) return no_such_configuration();
  return Nothing{};
}

Result<ListBucketAnalyticsConfigurationsResult> S3::list_bucket_analytics_configurations(
    Call& call, const ListBucketAnalyticsConfigurations& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  ListBucketAnalyticsConfigurationsResult result;
  EMU_CHECK(fill_page(bucket->analytics, in, result.analytics_configuration_list, result));
  return result;
}

}  // namespace emu::s3
