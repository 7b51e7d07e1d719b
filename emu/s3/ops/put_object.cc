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

Status check_content_md5(const std::string& given, const Md5Sum& right) {
  if (given.empty()) return {};
  const auto bytes = base64_decode(given);
  if (!bytes || bytes->size() != right.size()) return invalid_digest(given);
  if (*bytes != as_bytes(right)) return bad_content_md5(given, base64_encode(as_bytes(right)));
  return {};
}

Status check_settings(const Call& call, const StoredBucket& bucket, const PutObject& in) {
  if (Status key = check_key(in.key); !key) return key;
  if (in.body.size() > kPutBytesMax) return entity_too_large(in.body.size());
  if (in.content_length && *in.content_length != static_cast<std::int64_t>(in.body.size())) {
    return incomplete_body();
  }
  if (in.write_offset_bytes) {
    return not_implemented_header("x-amz-write-offset-bytes",
                                  "Only directory buckets take bytes at an offset");
  }
  if (Status acl = check_object_acl(call, bucket, acl_of(in)); !acl) return acl;
  if (Status storage = check_storage_class(in.storage_class); !storage) return storage;
  if (Status redirect = check_redirect_location(in.website_redirect_location); !redirect) {
    return redirect;
  }
  if (asks_for_lock(in)) return no_object_lock();
  return {};
}

PutObjectResult answer(const StoredObject& object) {
  PutObjectResult result{.etag = object.etag,
                         .sse_kms_encryption_context = object.encryption.kms_context};
  tell_checksum(object.checksum, result);
  tell_encryption(object.encryption, result);
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
  auto [sum, checksum] = digests_of(world_.scheduler(), in);
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (Status settings = check_settings(call, **bucket, in); !settings) {
    return std::move(settings.error());
  }
  auto metadata = check_metadata(in.metadata);
  if (!metadata) return std::move(metadata.error());
  auto tags = parse_tag_header(in.tagging);
  if (!tags) return std::move(tags.error());
  auto encryption = check_encryption(call, encryption_of(in));
  if (!encryption) return std::move(encryption.error());

  if (Status digest = check_content_md5(in.content_md5, sum); !digest) {
    return std::move(digest.error());
  }
  if (!checksum) return std::move(checksum.error());

  Objects& objects = (*bucket)->objects;
  const auto place = objects.lower_bound(in.key);
  const bool exists = place != objects.end() && place->first == in.key;
  const WriteConditions conditions{.if_match = in.if_match, .if_none_match = in.if_none_match};
  if (Status held = check_write(conditions, in.key, exists ? &place->second : nullptr); !held) {
    return std::move(held.error());
  }

  StoredObject object{.body = in.body,
                      .etag = fmt::format("\"{}\"", hex_encode(as_bytes(sum))),
                      .last_modified = world_.now(),
                      .checksum = std::move(*checksum),
                      .headers = content_headers_of(in),
                      .metadata = std::move(*metadata),
                      .storage_class = in.storage_class.empty() ? "STANDARD" : in.storage_class,
                      .encryption = std::move(*encryption),
                      .website_redirect_location = in.website_redirect_location,
                      .tags = std::move(*tags)};
  PutObjectResult result = answer(object);
  if (exists) {
    place->second = std::move(object);
  } else {
    objects.emplace_hint(place, in.key, std::move(object));
  }
  return result;
}

}  // namespace emu::s3
