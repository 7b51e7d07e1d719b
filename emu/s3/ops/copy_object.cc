// Source: Amazon S3 API Reference, "CopyObject".
#include <optional>
#include <string>
#include <utility>

#include "s3/acl.h"
#include "s3/checksum.h"
#include "s3/copy_source.h"
#include "s3/digests.h"
#include "s3/errors.h"
#include "s3/lifecycle_plan.h"
#include "s3/limits.h"
#include "s3/object_lock.h"
#include "s3/object_settings.h"
#include "s3/permissions.h"
#include "s3/service.h"
#include "s3/tags.h"
#include "s3/versions.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kReplace = "REPLACE";

Status check_directive(std::string_view directive, std::string_view header,
                       std::string_view message) {
  if (directive.empty() || directive == "COPY" || directive == kReplace) return {};
  return invalid_argument(message, header, directive);
}

Status check_settings(const CopyObject& in) {
  EMU_CHECK(check_key(in.key));
  EMU_CHECK(check_directive(in.metadata_directive, "x-amz-metadata-directive",
                            "Unknown metadata directive."));
  EMU_CHECK(check_directive(in.tagging_directive, "x-amz-tagging-directive",
                            "Unknown tagging directive."));
  if (!in.checksum_algorithm.empty() && !checksum_algorithm(in.checksum_algorithm)) {
    return unsupported_checksum_algorithm();
  }
  EMU_CHECK(check_storage_class(in.storage_class));
  EMU_CHECK(check_redirect_location(in.website_redirect_location));
  return {};
}

// Whether a copy onto itself would leave the object as it is. A version that is named becomes the
// newest by it.
bool changes_nothing(const CopyObject& in, const CopySourceName& source) {
  return source.bucket == in.bucket && source.key == in.key && source.version_id.empty() &&
         in.metadata_directive != kReplace && in.tagging_directive != kReplace &&
         in.storage_class.empty() && in.website_redirect_location.empty() &&
         in.server_side_encryption.empty() && in.sse_customer_algorithm.empty() &&
         in.checksum_algorithm.empty();
}

// The checksum of a copy is by the algorithm that is asked for, or else by that of its source.
ChecksumAlgorithm algorithm_of_copy(const CopyObject& in, const StoredObject& source) {
  return checksum_algorithm(in.checksum_algorithm).value_or(source.checksum.algorithm);
}

// Whether the source's digests are not those of the copy: an object that came in parts is whole
// when it has been copied. Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3".
bool needs_digests(const CopyObject& in, const StoredObject& source) {
  return algorithm_of_copy(in, source) != source.checksum.algorithm ||
         multipart_origin(source) != nullptr;
}

struct CopyDigests {
  Blob body;  // of which they are
  std::string etag = {};
  Checksum checksum = {};
};

CopyObjectResult answer_copy(const StoredObject& object) {
  CopyObjectResult result{
      .copy_object_result = {.etag = object.etag, .last_modified = object.last_modified},
      .version_id = object.version_id,
      .sse_kms_encryption_context = object.encryption.kms_context};
  fill_checksum(object.checksum, result.copy_object_result);
  fill_encryption(object.encryption, result);
  return result;
}

}  // namespace

Result<S3::CopySource> S3::open_copy_source(const Call& call, const CopySourceRequest& request) {
  EMU_TRY(CopySourceName name, parse_copy_source(request.source));
  EMU_TRY(StoredBucket* bucket, open_anywhere(name.bucket, request.expected_owner));
  EMU_CHECK(check_payer(call.caller, *bucket, request.payer));
  if (find_version(*bucket, name.key, name.version_id).marker != nullptr) {
    return invalid_request(
        "The source of a copy request may not specifically refer to a delete marker by version "
        "id.");
  }
  EMU_TRY(StoredObject* object, open_object(call, *bucket, name.key, name.version_id));
  EMU_CHECK(check_customer_key(request.customer_key, object->encryption));
  EMU_CHECK(check_copy_source(request.conditions, *object, world_.now()));
  return CopySource{.name = std::move(name), .bucket = bucket, .object = object};
}

// Tags that are copied are read from the source and written to the copy.
// Source: Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
Status S3::permit_tags(const Call& call, const CopyObject& in, const CopySource& source) {
  if (in.tagging_directive == kReplace || source.object->tags.empty()) return {};
  const CopySourceName& name = source.name;
  const std::string_view action =
      by_version(name, "s3:GetObjectTagging", "s3:GetObjectVersionTagging");
  EMU_CHECK(world_.permit(call, action, object_arn_of(name.bucket, name.key),
                          version_keys(name.version_id)));
  return world_.permit(call, "s3:PutObjectTagging", object_arn_of(in.bucket, in.key));
}

// The new object. Storage class, encryption and redirect are those of the request, never the
// source's.
Result<StoredObject> S3::make_copy(const Call& call, const StoredBucket& bucket,
                                   const CopyObject& in, const CopySource& source) {
  EMU_TRY(Metadata metadata, check_metadata(in.metadata));
  EMU_TRY(std::vector<Tag> tags, parse_tag_header(in.tagging));
  EMU_TRY(Encryption encryption, check_encryption(call, bucket, encryption_of(in)));

  const StoredObject& from = *source.object;
  const bool replaces = in.metadata_directive == kReplace;
  if (!replaces) metadata = from.metadata;
  if (in.tagging_directive != kReplace) tags = from.tags;
  StoredObject object{.body = from.body,
                      .etag = from.etag,
                      .last_modified = world_.now(),
                      .checksum = from.checksum,
                      .headers = replaces ? content_headers_of(in) : from.headers,
                      .metadata = std::move(metadata),
                      .storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class,
                      .encryption = std::move(encryption),
                      .tags = std::move(tags)};
  set_redirect_location(in, object);
  return object;
}

Result<S3::Copy> S3::open_copy(const Call& call, const CopyObject& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_settings(in));
  EMU_TRY(ObjectAcl acl, acl_of_new_object(call, *bucket, acl_of(in)));
  EMU_TRY(ObjectLock lock, new_lock(*bucket, lock_request_of(in), world_.now()));
  EMU_TRY(CopySource source, open_copy_source(call, copy_source_request_of(in)));
  if (changes_nothing(in, source.name)) {
    return invalid_request(
        "This copy request is illegal because it is trying to copy an object to itself without "
        "changing the object's metadata, storage class, website redirect location or encryption "
        "attributes.");
  }
  EMU_CHECK(permit_tags(call, in, source));
  EMU_CHECK(check_write(write_conditions_of(in), in.key, *bucket));
  return Copy{.bucket = bucket,
              .source = std::move(source),
              .acl = std::move(acl),
              .lock = std::move(lock)};
}

Result<CopyObjectResult> S3::copy_object(Call& call, const CopyObject& in) {
  call.subject = in.key;
  EMU_TRY(Copy copy, open_copy(call, in));
  std::optional<CopyDigests> digests;
  while (needs_digests(in, *copy.source.object) &&
         !(digests && digests->body.data() == copy.source.object->body.data())) {
    digests = CopyDigests{.body = copy.source.object->body};
    const ChecksumAlgorithm algorithm = algorithm_of_copy(in, *copy.source.object);
    digest_body(world_.scheduler(), digests->body.size(), [&] {
      digests->etag = etag_of(md5(digests->body));
      digests->checksum = compute_checksum(algorithm, digests->body);
    });
    // What was looked up may be gone after it, or another object.
    EMU_TRY(copy, open_copy(call, in));
  }
  EMU_TRY(StoredObject&& object, make_copy(call, *copy.bucket, in, copy.source));
  if (digests) {
    object.etag = std::move(digests->etag);
    object.checksum = std::move(digests->checksum);
  }
  set_acl(std::move(copy.acl), object);
  set_lock(std::move(copy.lock), object);
  std::string source_version = copy.source.version_in_answers();
  StoredBucket& bucket = *copy.bucket;
  const StoredObject& stored = put_version(world_.random(), bucket, in.key, std::move(object));
  announce(call, bucket, object_created("ObjectCreated:Copy", in.key, bucket, stored));
  CopyObjectResult result = answer_copy(stored);
  result.copy_source_version_id = std::move(source_version);
  result.expiration = expiration_header(bucket, in.key, stored);
  return result;
}

}  // namespace emu::s3
