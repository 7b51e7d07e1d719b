// ListObjectsV2 and ListObjects.
// Source: Amazon S3 API Reference, "ListObjectsV2", "ListObjects".
#include <algorithm>
#include <utility>

#include "core/text/base64.h"
#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/owners.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Object describe(const ListedObject& entry) {
  const StoredObject& object = entry.object;
  return {.key = std::string(entry.key),
          .last_modified = object.last_modified,
          .etag = object.etag,
          .checksum_algorithm = {std::string(name_of(object.checksum.algorithm))},
          .checksum_type = std::string(name_of(object.checksum.type)),
          .size = static_cast<std::int64_t>(object.body.size()),
          .storage_class = object.storage_class};
}

enum class ShowOwner { kNo, kYes };

// Lists and fills what both versions answer alike; `after` is where the page begins.
template <class Out, class In>
Result<ListPage> fill_page(const StoredBucket& bucket, const In& in, std::string_view after,
                           ShowOwner show_owner, Out& out) {
  EMU_TRY(const std::size_t limit, page_limit(in.max_keys, kMaxKeys));
  EMU_CHECK(check_encoding_type(in.encoding_type));
  ListPage page =
      list(bucket.objects,
           {.prefix = in.prefix, .delimiter = in.delimiter, .after = after, .limit = limit});
  const bool encoded = !in.encoding_type.empty();
  const auto name = [&](const std::string& text) { return encoded ? encode_name(text) : text; };

  out.name = bucket.name;
  out.prefix = name(in.prefix);
  out.delimiter = name(in.delimiter);
  out.max_keys = static_cast<std::int32_t>(limit);
  out.is_truncated = page.truncated;
  out.encoding_type = in.encoding_type;
  out.contents.reserve(page.objects.size());
  Owners owners(bucket);
  for (const ListedObject& entry : page.objects) {
    out.contents.push_back(describe(entry));
    if (show_owner == ShowOwner::kYes) out.contents.back().owner = owners.of(entry.object);
    if (encoded) out.contents.back().key = encode_name(entry.key);
  }
  out.common_prefixes.reserve(page.common_prefixes.size());
  for (const std::string& prefix : page.common_prefixes) {
    out.common_prefixes.push_back({.prefix = name(prefix)});
  }
  return page;
}

}  // namespace

Result<ListObjectsV2Result> S3::list_objects_v2(Call& call, const ListObjectsV2& in) {
  call.subject = in.prefix;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto token = base64_decode(in.continuation_token);
  if (!token) return wrong_continuation_token(in.continuation_token);
  const ShowOwner show_owner = in.fetch_owner.value_or(false) ? ShowOwner::kYes : ShowOwner::kNo;

  ListObjectsV2Result result;
  const std::string& after = in.continuation_token.empty() ? in.start_after : *token;
  EMU_TRY(const ListPage page, fill_page(*bucket, in, after, show_owner, result));
  result.key_count =
      static_cast<std::int32_t>(result.contents.size() + result.common_prefixes.size());
  result.continuation_token = in.continuation_token;
  if (page.truncated) result.next_continuation_token = base64_encode(page.last);
  result.start_after = in.encoding_type.empty() ? in.start_after : encode_name(in.start_after);
  return result;
}

Result<ListObjectsResult> S3::list_objects(Call& call, const ListObjects& in) {
  call.subject = in.prefix;
  EMU_TRY(StoredBucket* bucket, open(call, in));
  ListObjectsResult result;
  EMU_TRY(const ListPage page, fill_page(*bucket, in, in.marker, ShowOwner::kYes, result));
  const bool encoded = !in.encoding_type.empty();
  result.marker = encoded ? encode_name(in.marker) : in.marker;
  if (page.truncated && !in.delimiter.empty()) {
    result.next_marker = encoded ? encode_name(page.last) : page.last;
  }
  return result;
}

}  // namespace emu::s3
