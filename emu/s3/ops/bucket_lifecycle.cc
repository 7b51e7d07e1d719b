// Put and GetBucketLifecycleConfiguration, DeleteBucketLifecycle.
// Source: Amazon S3 API Reference, "PutBucketLifecycleConfiguration",
// "GetBucketLifecycleConfiguration", "DeleteBucketLifecycle".
#include <utility>

#include "s3/errors.h"
#include "s3/lifecycle_rules.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error no_such_lifecycle(std::string_view bucket) {
  return bucket_error("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist",
                      404, bucket);
}

}  // namespace

Result<PutBucketLifecycleConfigurationResult> S3::put_bucket_lifecycle_configuration(
    Call& call, const PutBucketLifecycleConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(std::string minimum_size,
          check_minimum_object_size(in.transition_default_minimum_object_size));
  EMU_CHECK(check_lifecycle(in.lifecycle_configuration.rules));
  Lifecycle lifecycle{.rules = in.lifecycle_configuration.rules, .minimum_size = minimum_size};
  for (LifecycleRule& rule : lifecycle.rules) {
    if (rule.id.empty()) rule.id = world_.uuid();
  }
  bucket->lifecycle = std::move(lifecycle);
  lifecycle_runs_.begin(*bucket);
  return PutBucketLifecycleConfigurationResult{.transition_default_minimum_object_size =
                                                   std::move(minimum_size)};
}

Result<GetBucketLifecycleConfigurationResult> S3::get_bucket_lifecycle_configuration(
    Call& call, const GetBucketLifecycleConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->lifecycle) return no_such_lifecycle(in.bucket);
  return GetBucketLifecycleConfigurationResult{
      .rules = bucket->lifecycle->rules,
      .transition_default_minimum_object_size = bucket->lifecycle->minimum_size};
}

Result<Nothing> S3::delete_bucket_lifecycle(Call& call, const DeleteBucketLifecycle& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->lifecycle.reset();
  lifecycle_runs_.end(in.bucket);
  return Nothing{};
}

}  // namespace emu::s3
