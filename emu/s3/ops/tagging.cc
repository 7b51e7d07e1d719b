// Tags of objects and of buckets: put, get, delete.
// Source: Amazon S3 API Reference, "PutObjectTagging", "PutBucketTagging" and the pages of the
// other operations.
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"
#include "s3/tags.h"
#include "s3/versions.h"

namespace emu::s3 {

Result<VersionedResult> S3::put_object_tagging(Call& call, const PutObjectTagging& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_object_tags(in.tagging.tag_set));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, in.key, in.version_id));
  object->tags = in.tagging.tag_set;
  ++bucket->changes;
  announce(call, *bucket, object_created("ObjectTagging:Put", in.key, *bucket, *object));
  return VersionedResult{.version_id = version_id_in_answers(*bucket, object->version_id)};
}

Result<GetObjectTaggingResult> S3::get_object_tagging(Call& call, const GetObjectTagging& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, in.key, in.version_id));
  return GetObjectTaggingResult{.tag_set = object->tags,
                                .version_id = version_id_in_answers(*bucket, object->version_id)};
}

Result<VersionedResult> S3::delete_object_tagging(Call& call, const DeleteObjectTagging& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, in.key, in.version_id));
  object->tags.clear();
  ++bucket->changes;
  announce(call, *bucket, object_created("ObjectTagging:Delete", in.key, *bucket, *object));
  return VersionedResult{.version_id = version_id_in_answers(*bucket, object->version_id)};
}

Result<Nothing> S3::put_bucket_tagging(Call& call, const PutBucketTagging& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_bucket_tags(in.tagging.tag_set));
  bucket->tags = in.tagging.tag_set;
  return Nothing{};
}

Result<GetBucketTaggingResult> S3::get_bucket_tagging(Call& call, const GetBucketTagging& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->tags.empty()) {
    return bucket_error("NoSuchTagSet", "The TagSet does not exist", 404, in.bucket);
  }
  return GetBucketTaggingResult{.tag_set = bucket->tags};
}

Result<Nothing> S3::delete_bucket_tagging(Call& call, const DeleteBucketTagging& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->tags.clear();
  return Nothing{};
}

}  // namespace emu::s3
