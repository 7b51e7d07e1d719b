// Source: Amazon S3 API Reference, "CompleteMultipartUpload".
#include <fmt/format.h>

#include <memory>
#include <utility>

#include "core/text/percent.h"
#include "s3/completion.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/lifecycle_plan.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/uploads.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

Error conditional_request_conflict(std::string_view key) {
  return make_error("ConditionalRequestConflict",
                    "The conditional request cannot succeed due to a conflicting operation against "
                    "this resource.",
                    409, {{"Key", std::string(key)}});
}

// The object that the upload has become, if it is still the current one of its key: who completes
// again, since an answer was lost, gets the same answer.
const StoredObject* completed_object(const StoredBucket& bucket,
                                     const CompleteMultipartUpload& in) {
  const StoredObject* object = current_object(bucket, in.key);
  if (object == nullptr) return nullptr;
  const MultipartOrigin* origin = multipart_origin(*object);
  return origin != nullptr && origin->upload_id == in.upload_id ? object : nullptr;
}

CompleteMultipartUploadResult completion_answer(const StoredBucket& bucket, std::string_view key,
                                                const StoredObject& object) {
  CompleteMultipartUploadResult result{
      .location = fmt::format("https://{}.s3.{}.amazonaws.com/{}", bucket.name, bucket.region,
                              percent_encode(key, Slash::kEncode)),
      .bucket = bucket.name,
      .key = std::string(key),
      .etag = object.etag,
      .version_id = object.version_id};
  fill_checksum(object.checksum, result);
  result.server_side_encryption = object.encryption.method;
  result.sse_kms_key_id = object.encryption.kms_key_id;
  result.bucket_key_enabled = object.encryption.bucket_key;
  return result;
}

}  // namespace

Result<CompleteMultipartUploadResult> S3::complete_multipart_upload(
    Call& call, const CompleteMultipartUpload& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_key(in.key));
  EMU_CHECK(check_part_list(in.multipart_upload));
  const auto found = bucket->uploads.find({.key = in.key, .id = in.upload_id});
  if (found == bucket->uploads.end()) {
    const StoredObject* object = completed_object(*bucket, in);
    if (object == nullptr) return no_such_upload(in.upload_id);
    return completion_answer(*bucket, in.key, *object);
  }
  EMU_TRY(const ChosenParts chosen,
          choose_parts(found->second, in.upload_id, in.multipart_upload->parts));
  ObjectDigests digests = digests_of_parts(found->second, chosen);
  EMU_CHECK(check_claims(in, found->second, digests));
  EMU_CHECK(check_write(write_conditions_of(in), in.key, *bucket));
  // Parts that were copied share their bytes until they are joined.
  if (chosen.size() > 1) EMU_CHECK(check_room(digests.size()));

  // Nobody else finds the upload while its parts are joined.
  const auto taken = bucket->uploads.extract(found);
  StoredUpload& upload = taken.mapped();
  const std::uint64_t size = digests.size();
  digest_body(world_.scheduler(), size, [&] { upload.object.body = join_parts(chosen, size); });

  // What was looked up may be gone, or there again.
  EMU_TRY(StoredBucket* target, open(call, in));
  if (!check_write(write_conditions_of(in), in.key, *target)) {
    return conditional_request_conflict(in.key);
  }
  StoredObject& object = upload.object;
  object.etag = std::move(digests.etag);
  object.checksum = std::move(digests.checksum);
  // The object counts from then on. Source: Amazon S3 User Guide, "Working with object metadata".
  object.last_modified = upload.initiated;
  extras_of(object).multipart = std::make_unique<const MultipartOrigin>(
      MultipartOrigin{.upload_id = in.upload_id, .parts = std::move(digests.parts)});
  const StoredObject& stored = put_version(world_.random(), *target, in.key, std::move(object));
  announce(call, *target,
           object_created("ObjectCreated:CompleteMultipartUpload", in.key, *target, stored));
  CompleteMultipartUploadResult result = completion_answer(*target, in.key, stored);
  result.expiration = expiration_header(*target, in.key, stored);
  return result;
}

}  // namespace emu::s3
