// Source: Amazon S3 API Reference, "PutObject".
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "core/text/hex.h"
#include "s3/acl.h"
#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/tags.h"

namespace emu::s3 {

namespace {

// A longer body is digested with the world free for others.
constexpr std::size_t kDigestedInsideBytesMax = std::size_t{64} * 1024;

Error invalid_digest(std::string_view content_md5) {
  return make_error("InvalidDigest", "The Content-MD5 you specified was invalid.", 400,
                    {{"Content-MD5", std::string(content_md5)}});
}

Error bad_content_md5(std::string_view expected, std::string_view calculated) {
  return make_error(
      "BadDigest", "The Content-MD5 you specified did not match what we received.", 400,
      {{"ExpectedDigest", std::string(expected)}, {"CalculatedDigest", std::string(calculated)}});
}

Status check_content_md5(const std::string& given, const Md5Sum& right) {
  if (given.empty()) return {};
  const auto bytes = base64_decode(given);
  if (!bytes || bytes->size() != right.size()) return invalid_digest(given);
  if (*bytes != as_bytes(right)) return bad_content_md5(given, base64_encode(as_bytes(right)));
  return {};
}

Error entity_too_large(std::uint64_t size) {
  return make_error(
      "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400,
      {{"ProposedSize", std::to_string(size)}, {"MaxSizeAllowed", std::to_string(kPutBytesMax)}});
}

Error incomplete_body() {
  return make_error(
      "IncompleteBody",
      "You did not provide the number of bytes specified by the Content-Length HTTP header", 400);
}

Status check_settings(const Call& call, const StoredBucket& bucket, const PutObject& in) {
  EMU_CHECK(check_key(in.key));
  if (in.body.size() > kPutBytesMax) return entity_too_large(in.body.size());
  if (in.content_length && *in.content_length != static_cast<std::int64_t>(in.body.size())) {
    return incomplete_body();
  }
  if (in.write_offset_bytes) {
    return not_implemented_header("x-amz-write-offset-bytes",
                                  "Only directory buckets take bytes at an offset");
  }
  EMU_CHECK(check_object_acl(call, bucket, acl_of(in)));
  EMU_CHECK(check_storage_class(in.storage_class));
  EMU_CHECK(check_redirect_location(in.website_redirect_location));
  if (asks_for_lock(in)) return no_object_lock();
  return {};
}

PutObjectResult answer(const StoredObject& object) {
  PutObjectResult result{.etag = object.etag,
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
  const auto compute = [&] { digests = {.md5 = md5(in.body), .checksum = checksum_of(in)}; };
  if (in.body.size() < kDigestedInsideBytesMax) {
    compute();
  } else {
    scheduler.outside(compute);
  }
  return std::move(*digests);
}

}  // namespace

Result<PutObjectResult> S3::put_object(Call& call, const PutObject& in) {
  call.subject = in.key;
  // First, since whatever was looked up before may be gone after it.
  Digests digests = digests_of(world_.scheduler(), in);
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  EMU_CHECK(check_settings(call, *bucket, in));
  EMU_TRY(Metadata metadata, check_metadata(in.metadata));
  EMU_TRY(std::vector<Tag> tags, parse_tag_header(in.tagging));
  EMU_TRY(Encryption encryption, check_encryption(call, encryption_of(in)));

  EMU_CHECK(check_content_md5(in.content_md5, digests.md5));
  EMU_TRY(Checksum checksum, std::move(digests.checksum));

  Objects& objects = bucket->objects;
  const auto at = objects.lower_bound(in.key);
  const bool exists = at != objects.end() && at->first == in.key;
  const WriteConditions conditions{.if_match = in.if_match, .if_none_match = in.if_none_match};
  EMU_CHECK(check_write(conditions, in.key, exists ? &at->second : nullptr));

  StoredObject object{.body = in.body,
                      .etag = fmt::format("\"{}\"", hex_encode(as_bytes(digests.md5))),
                      .last_modified = world_.now(),
                      .checksum = std::move(checksum),
                      .headers = content_headers_of(in),
                      .metadata = std::move(metadata),
                      .storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class,
                      .encryption = std::move(encryption),
                      .website_redirect_location = in.website_redirect_location,
                      .tags = std::move(tags)};
  PutObjectResult result = answer(object);
  if (exists) {
    at->second = std::move(object);
  } else {
    objects.emplace_hint(at, in.key, std::move(object));
  }
  return result;
}

}  // namespace emu::s3
