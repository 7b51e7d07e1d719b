// Tags of objects and of buckets: put, get, delete.
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"
#include "s3/tags.h"

namespace emu::s3 {

Result<VersionedResult> S3::put_object_tagging(Call& call, const PutObjectTagging& in) {
  call.subject = in.key;
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (Status valid = check_object_tags(in.tagging.tag_set); !valid) {
    return std::move(valid.error());
  }
  auto object = open_object(call, **bucket, in.key, in.version_id);
  if (!object) return std::move(object.error());
  (*object)->tags = in.tagging.tag_set;
  return VersionedResult{};
}

Result<GetObjectTaggingResult> S3::get_object_tagging(Call& call, const GetObjectTagging& in) {
  call.subject = in.key;
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  auto object = open_object(call, **bucket, in.key, in.version_id);
  if (!object) return std::move(object.error());
  return GetObjectTaggingResult{.tag_set = (*object)->tags};
}

Result<VersionedResult> S3::delete_object_tagging(Call& call, const DeleteObjectTagging& in) {
  call.subject = in.key;
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  auto object = open_object(call, **bucket, in.key, in.version_id);
  if (!object) return std::move(object.error());
  (*object)->tags.clear();
  return VersionedResult{};
}

Result<Nothing> S3::put_bucket_tagging(Call& call, const PutBucketTagging& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (Status valid = check_bucket_tags(in.tagging.tag_set); !valid) {
    return std::move(valid.error());
  }
  (*bucket)->tags = in.tagging.tag_set;
  return Nothing{};
}

Result<GetBucketTaggingResult> S3::get_bucket_tagging(Call& call, const GetBucketTagging& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if ((*bucket)->tags.empty()) return no_such_tag_set(in.bucket);
  return GetBucketTaggingResult{.tag_set = (*bucket)->tags};
}

Result<Nothing> S3::delete_bucket_tagging(Call& call, const DeleteBucketTagging& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->tags.clear();
  return Nothing{};
}

}  // namespace emu::s3
