// HeadBucket, GetBucketLocation and DeleteBucket.
// Source: Amazon S3 API Reference, "HeadBucket", "GetBucketLocation", "DeleteBucket".
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error bucket_not_empty(const StoredBucket& bucket) {
  const std::string_view text =
      bucket.versioning == Versioning::kNever
          ? "The bucket you tried to delete is not empty"
          : "The bucket you tried to delete is not empty. You must delete all versions in the "
            "bucket.";
  return bucket_error("BucketNotEmpty", text, 409, bucket.name);
}

}  // namespace

Result<HeadBucketResult> S3::head_bucket(Call& call, const HeadBucket& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  return HeadBucketResult{.bucket_arn = bucket->arn(), .bucket_region = bucket->region};
}

Result<GetBucketLocationResult> S3::get_bucket_location(Call&, const GetBucketLocation& in) {
  EMU_TRY(StoredBucket* bucket, open_anywhere(in.bucket, in.expected_bucket_owner));
  return GetBucketLocationResult{.location_constraint = bucket->location};
}

Result<Nothing> S3::delete_bucket(Call& call, const DeleteBucket& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->objects.empty() || !bucket->history.empty()) return bucket_not_empty(*bucket);
  lifecycle_runs_.end(in.bucket);
  buckets_.erase(in.bucket);
  return Nothing{};
}

}  // namespace emu::s3
