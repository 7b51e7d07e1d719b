// Put, Get, Delete and ListBucketMetricsConfiguration.
// Source: Amazon S3 API Reference, "PutBucketMetricsConfiguration" and the pages of the others.
#include "s3/configurations.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Status check_metrics(const MetricsConfiguration& configuration) {
  if (!configuration.filter) return {};
  return check_one_of_filter(*configuration.filter,
                             !configuration.filter->access_point_arn.empty());
}

}  // namespace

Result<Nothing> S3::put_bucket_metrics_configuration(Call& call,
                                                     const PutBucketMetricsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const MetricsConfiguration& configuration = in.metrics_configuration;
  EMU_CHECK(check_configuration_id(in.id, configuration.id));
  EMU_CHECK(check_metrics(configuration));
  EMU_CHECK(put_configuration(bucket->metrics, configuration));
  request_metrics_.begin();
  return Nothing{};
}

Result<GetBucketMetricsConfigurationResult> S3::get_bucket_metrics_configuration(
    Call& call, const GetBucketMetricsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto found = bucket->metrics.find(in.id);
  if (found == bucket->metrics.end()) return no_such_configuration();
  return GetBucketMetricsConfigurationResult{.metrics_configuration = found->second};
}

Result<Nothing> S3::delete_bucket_metrics_configuration(
    Call& call, const DeleteBucketMetricsConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->metrics.erase(in.id) == 0) return no_such_configuration();
  bucket->requests.erase(in.id);
  return Nothing{};
}

Result<ListBucketMetricsConfigurationsResult> S3::list_bucket_metrics_configurations(
    Call& call, const ListBucketMetricsConfigurations& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  ListBucketMetricsConfigurationsResult result;
  EMU_CHECK(fill_page(bucket->metrics, in, result.metrics_configuration_list, result));
  return result;
}

}  // namespace emu::s3
