// Source: Amazon S3 API Reference, "PutObject".
#include <optional>
#include <utility>

#include "core/hash/hash.h"
#include "s3/checksum.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/lifecycle_plan.h"
#include "s3/new_object.h"
#include "s3/service.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

Status check_body(const PutObject& in) {
  EMU_CHECK(check_body_size(in.body.size(), in.content_length));
  if (in.write_offset_bytes) {
    return not_implemented_header("x-amz-write-offset-bytes",
                                  "Only directory buckets take bytes at an offset");
  }
  return {};
}

PutObjectResult answer(const StoredObject& object) {
  PutObjectResult result{.etag = object.etag,
                         .version_id = object.version_id,
                         .sse_kms_encryption_context = object.encryption.kms_context};
  fill_checksum(object.checksum, result);
  fill_encryption(object.encryption, result);
  return result;
}

struct Digests {
  Md5Sum md5;
  Result<Checksum> checksum;
};

Digests digests_of(Scheduler& scheduler, const PutObject& in) {
  std::optional<Digests> digests;
  digest_body(scheduler, in.body.size(), [&] {
    digests = {.md5 = md5(in.body),
               .checksum = checksum_of(in.body, checksums_in(in), in.checksum_algorithm)};
  });
  return std::move(*digests);
}

}  // namespace

Result<PutObjectResult> S3::put_object(Call& call, const PutObject& in) {
  call.subject = in.key;
  // First, since whatever was looked up before may be gone after it.
  Digests digests = digests_of(world_.scheduler(), in);
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_key(in.key));
  EMU_CHECK(check_body(in));
  EMU_TRY(StoredObject&& object, new_object(call, *bucket, in));
  if (has_lock(object) && !gives_digest(in)) return digest_missing("Put Object");

  EMU_CHECK(check_content_md5(in.content_md5, digests.md5));
  EMU_TRY(object.checksum, std::move(digests.checksum));

  EMU_CHECK(check_write(write_conditions_of(in), in.key, *bucket));

  object.body = in.body;
  object.etag = etag_of(digests.md5);
  object.last_modified = world_.now();
  const StoredObject& stored = put_version(world_.random(), *bucket, in.key, std::move(object));
  request_metrics_.uploaded(*bucket, in.key, in.body.size());
  const bool is_form = in.is_form.value_or(false);
  announce(call, *bucket,
           object_created(is_form ? "ObjectCreated:Post" : "ObjectCreated:Put", in.key, *bucket,
                          stored));
  PutObjectResult result = answer(stored);
  result.expiration = expiration_header(*bucket, in.key, stored);
  return result;
}

}  // namespace emu::s3
