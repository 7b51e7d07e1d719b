// Source: Amazon S3 API Reference, "CopyObject".
#include <utility>

#include "s3/acl.h"
#include "s3/checksum.h"
#include "s3/copy_source.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/tags.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kReplace = "REPLACE";

Status check_directive(std::string_view directive, std::string_view header,
                       std::string_view message) {
  if (directive.empty() || directive == "COPY" || directive == kReplace) return {};
  return invalid_argument(message, header, directive);
}

Status check_settings(const Call& call, const StoredBucket& bucket, const CopyObject& in) {
  EMU_CHECK(check_key(in.key));
  EMU_CHECK(check_directive(in.metadata_directive, "x-amz-metadata-directive",
                            "Unknown metadata directive."));
  EMU_CHECK(check_directive(in.tagging_directive, "x-amz-tagging-directive",
                            "Unknown tagging directive."));
  if (!in.checksum_algorithm.empty() && !checksum_algorithm(in.checksum_algorithm)) {
    return invalid_request(
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
        "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
  }
  EMU_CHECK(check_object_acl(call, bucket, acl_of(in)));
  EMU_CHECK(check_storage_class(in.storage_class));
  EMU_CHECK(check_redirect_location(in.website_redirect_location));
  if (asks_for_lock(in)) return no_object_lock();
  return {};
}

// Whether a copy onto itself would leave the object as it is.
bool changes_nothing(const CopyObject& in) {
  return in.metadata_directive != kReplace && in.tagging_directive != kReplace &&
         in.storage_class.empty() && in.website_redirect_location.empty() &&
         in.server_side_encryption.empty() && in.sse_customer_algorithm.empty() &&
         in.checksum_algorithm.empty();
}

CopyObjectResult answer_copy(const StoredObject& object) {
  CopyObjectResult result{
      .copy_object_result = {.etag = object.etag, .last_modified = object.last_modified},
      .sse_kms_encryption_context = object.encryption.kms_context};
  fill_checksum(object.checksum, result.copy_object_result);
  fill_encryption(object.encryption, result);
  return result;
}

}  // namespace

Result<S3::CopySource> S3::open_copy_source(const Call& call, const CopyObject& in) {
  EMU_TRY(CopySourceName name, parse_copy_source(in.copy_source));
  EMU_TRY(StoredBucket* bucket, open_anywhere(call, name.bucket, in.expected_source_bucket_owner));
  EMU_TRY(StoredObject* object, open_object(call, *bucket, name.key, {}));
  const CustomerKey key{.algorithm = in.copy_source_sse_customer_algorithm,
                        .key = in.copy_source_sse_customer_key,
                        .md5 = in.copy_source_sse_customer_key_md5};
  EMU_CHECK(check_customer_key(key, object->encryption));
  const ReadConditions conditions{.if_match = in.copy_source_if_match,
                                  .if_none_match = in.copy_source_if_none_match,
                                  .if_modified_since = in.copy_source_if_modified_since,
                                  .if_unmodified_since = in.copy_source_if_unmodified_since};
  EMU_CHECK(check_copy_source(conditions, *object));
  return CopySource{.bucket = std::move(name.bucket), .key = std::move(name.key), .object = object};
}

// The new object. Storage class, encryption and redirect are those of the request, never the
// source's.
Result<StoredObject> S3::make_copy(const Call& call, const CopyObject& in,
                                   const CopySource& source) {
  EMU_TRY(Metadata metadata, check_metadata(in.metadata));
  EMU_TRY(std::vector<Tag> tags, parse_tag_header(in.tagging));
  EMU_TRY(Encryption encryption, check_encryption(call, encryption_of(in)));

  StoredObject object = *source.object;
  object.last_modified = world_.now();
  object.storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class;
  object.website_redirect_location = in.website_redirect_location;
  object.encryption = std::move(encryption);
  if (in.metadata_directive == kReplace) {
    object.headers = content_headers_of(in);
    object.metadata = std::move(metadata);
  }
  if (in.tagging_directive == kReplace) object.tags = std::move(tags);
  if (const auto algorithm = checksum_algorithm(in.checksum_algorithm)) {
    object.checksum = compute_checksum(*algorithm, object.body);
  }
  return object;
}

Result<CopyObjectResult> S3::copy_object(Call& call, const CopyObject& in) {
  call.subject = in.key;
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  EMU_CHECK(check_settings(call, *bucket, in));
  EMU_TRY(const CopySource source, open_copy_source(call, in));
  if (source.bucket == in.bucket && source.key == in.key && changes_nothing(in)) {
    return invalid_request(
        "This copy request is illegal because it is trying to copy an object to itself without "
        "changing the object's metadata, storage class, website redirect location or encryption "
        "attributes.");
  }
  Objects& objects = bucket->objects;
  const auto existing = objects.find(in.key);
  const WriteConditions conditions{.if_match = in.if_match, .if_none_match = in.if_none_match};
  EMU_CHECK(
      check_write(conditions, in.key, existing == objects.end() ? nullptr : &existing->second));
  EMU_TRY(StoredObject object, make_copy(call, in, source));

  CopyObjectResult result = answer_copy(object);
  objects.insert_or_assign(in.key, std::move(object));
  return result;
}

}  // namespace emu::s3
