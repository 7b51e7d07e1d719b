// HeadBucket, GetBucketLocation, GetBucketVersioning and DeleteBucket.
// Source: Amazon S3 API Reference, "HeadBucket", "GetBucketLocation", "GetBucketVersioning",
// "DeleteBucket".
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<HeadBucketResult> S3::head_bucket(Call& call, const HeadBucket& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  return HeadBucketResult{.bucket_arn = bucket->arn(), .bucket_region = bucket->region};
}

Result<GetBucketLocationResult> S3::get_bucket_location(Call& call, const GetBucketLocation& in) {
  EMU_TRY(StoredBucket* bucket, open_anywhere(call, in.bucket, in.expected_bucket_owner));
  const std::string& region = bucket->region;
  return GetBucketLocationResult{.location_constraint = region == "us-east-1" ? "" : region};
}

Result<GetBucketVersioningResult> S3::get_bucket_versioning(Call& call,
                                                            const GetBucketVersioning& in) {
  EMU_CHECK(open(call, in.bucket, in.expected_bucket_owner));
  return GetBucketVersioningResult{};
}

Result<Nothing> S3::delete_bucket(Call& call, const DeleteBucket& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  if (!bucket->objects.empty()) {
    return bucket_error("BucketNotEmpty", "The bucket you tried to delete is not empty", 409,
                        in.bucket);
  }
  buckets_.erase(in.bucket);
  return Nothing{};
}

}  // namespace emu::s3
