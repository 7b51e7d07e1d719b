// HeadBucket, GetBucketLocation, GetBucketVersioning and DeleteBucket.
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<HeadBucketResult> S3::head_bucket(Call& call, const HeadBucket& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  return HeadBucketResult{.bucket_arn = (*bucket)->arn(), .bucket_region = (*bucket)->region};
}

Result<GetBucketLocationResult> S3::get_bucket_location(Call& call, const GetBucketLocation& in) {
  auto bucket = open_anywhere(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  const std::string& region = (*bucket)->region;
  return GetBucketLocationResult{.location_constraint = region == "us-east-1" ? "" : region};
}

Result<GetBucketVersioningResult> S3::get_bucket_versioning(Call& call,
                                                            const GetBucketVersioning& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  return GetBucketVersioningResult{};
}

Result<Nothing> S3::delete_bucket(Call& call, const DeleteBucket& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (!(*bucket)->objects.empty()) return bucket_not_empty(in.bucket);
  buckets_.erase(in.bucket);
  return Nothing{};
}

}  // namespace emu::s3
