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
  if (Status key = check_key(in.key); !key) return key;
  if (Status directive = check_directive(in.metadata_directive, "x-amz-metadata-directive",
                                         "Unknown metadata directive.");
      !directive) {
    return directive;
  }
  if (Status directive = check_directive(in.tagging_directive, "x-amz-tagging-directive",
                                         "Unknown tagging directive.");
      !directive) {
    return directive;
  }
  if (!in.checksum_algorithm.empty() && !checksum_algorithm(in.checksum_algorithm)) {
    return invalid_request(
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
        "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
  }
  if (Status acl = check_object_acl(call, bucket, acl_of(in)); !acl) return acl;
  if (Status storage = check_storage_class(in.storage_class); !storage) return storage;
  if (Status redirect = check_redirect_location(in.website_redirect_location); !redirect) {
    return redirect;
  }
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

CopyObjectResult answer(const StoredObject& object) {
  CopyObjectResult result{
      .copy_object_result = {.etag = object.etag, .last_modified = object.last_modified},
      .sse_kms_encryption_context = object.encryption.kms_context};
  tell_checksum(object.checksum, result.copy_object_result);
  tell_encryption(object.encryption, result);
  return result;
}

}  // namespace

Result<S3::CopySource> S3::open_copy_source(const Call& call, const CopyObject& in) {
  auto name = parse_copy_source(in.copy_source);
  if (!name) return std::move(name.error());
  auto bucket = open_anywhere(call, name->bucket, in.expected_source_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  auto object = open_object(call, **bucket, name->key, {});
  if (!object) return std::move(object.error());
  const CustomerKey key{.algorithm = in.copy_source_sse_customer_algorithm,
                        .key = in.copy_source_sse_customer_key,
                        .md5 = in.copy_source_sse_customer_key_md5};
  if (Status fits = check_customer_key(key, (*object)->encryption); !fits) {
    return std::move(fits.error());
  }
  const ReadConditions conditions{.if_match = in.copy_source_if_match,
                                  .if_none_match = in.copy_source_if_none_match,
                                  .if_modified_since = in.copy_source_if_modified_since,
                                  .if_unmodified_since = in.copy_source_if_unmodified_since};
  if (Status held = check_copy_source(conditions, **object); !held) return std::move(held.error());
  return CopySource{
      .bucket = std::move(name->bucket), .key = std::move(name->key), .object = *object};
}

// The new object. Storage class, encryption and redirect are those of the request, never the
// source's.
Result<StoredObject> S3::make_copy(const Call& call, const CopyObject& in,
                                   const CopySource& source) {
  auto metadata = check_metadata(in.metadata);
  if (!metadata) return std::move(metadata.error());
  auto tags = parse_tag_header(in.tagging);
  if (!tags) return std::move(tags.error());
  auto encryption = check_encryption(call, encryption_of(in));
  if (!encryption) return std::move(encryption.error());

  StoredObject object = *source.object;
  object.last_modified = world_.now();
  object.storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class;
  object.website_redirect_location = in.website_redirect_location;
  object.encryption = std::move(*encryption);
  if (in.metadata_directive == kReplace) {
    object.headers = content_headers_of(in);
    object.metadata = std::move(*metadata);
  }
  if (in.tagging_directive == kReplace) object.tags = std::move(*tags);
  if (const auto algorithm = checksum_algorithm(in.checksum_algorithm)) {
    object.checksum = compute_checksum(*algorithm, object.body);
  }
  return object;
}

Result<CopyObjectResult> S3::copy_object(Call& call, const CopyObject& in) {
  call.subject = in.key;
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (Status settings = check_settings(call, **bucket, in); !settings) {
    return std::move(settings.error());
  }
  auto source = open_copy_source(call, in);
  if (!source) return std::move(source.error());
  if (source->bucket == in.bucket && source->key == in.key && changes_nothing(in)) {
    return invalid_request(
        "This copy request is illegal because it is trying to copy an object to itself without "
        "changing the object's metadata, storage class, website redirect location or encryption "
        "attributes.");
  }
  Objects& objects = (*bucket)->objects;
  const auto existing = objects.find(in.key);
  const WriteConditions conditions{.if_match = in.if_match, .if_none_match = in.if_none_match};
  if (Status held =
          check_write(conditions, in.key, existing == objects.end() ? nullptr : &existing->second);
      !held) {
    return std::move(held.error());
  }
  auto object = make_copy(call, in, *source);
  if (!object) return std::move(object.error());

  CopyObjectResult result = answer(*object);
  objects.insert_or_assign(in.key, std::move(*object));
  return result;
}

}  // namespace emu::s3
