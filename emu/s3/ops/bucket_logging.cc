// PutBucketLogging and GetBucketLogging.
// Source: Amazon S3 API Reference, "PutBucketLogging", "GetBucketLogging", "Error responses".
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error invalid_target(std::string_view message, const LoggingEnabled& logging) {
  return make_error("InvalidTargetBucketForLogging", message, 400,
                    {{"TargetBucket", logging.target_bucket}});
}

Status check_target(const StoredBucket& bucket, const LoggingEnabled& logging,
                    const StoredBucket* target) {
  if (target == nullptr) {
    return invalid_target("The target bucket for logging does not exist", logging);
  }
  if (target->account != bucket.account) {
    return invalid_target(
        "The owner for the bucket to be logged and the target bucket must be the same.", logging);
  }
  if (target->region != bucket.region) {
    return make_error("CrossLocationLoggingProhibited",
                      "Cross S3 location logging not allowed. Buckets in one geographic location "
                      "cannot log information to a bucket in another location.",
                      403, {{"TargetBucketLocation", target->region}});
  }
  return {};
}

}  // namespace

Result<Nothing> S3::put_bucket_logging(Call& call, const PutBucketLogging& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto& logging = in.bucket_logging_status.logging_enabled;
  if (logging) EMU_CHECK(check_target(*bucket, *logging, find(logging->target_bucket)));
  bucket->logging = logging;
  return Nothing{};
}

Result<GetBucketLoggingResult> S3::get_bucket_logging(Call& call, const GetBucketLogging& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  return GetBucketLoggingResult{.logging_enabled = bucket->logging};
}

}  // namespace emu::s3
