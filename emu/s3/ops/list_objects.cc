// ListObjectsV2 and ListObjects.
// Source: Amazon S3 API Reference, "ListObjectsV2", "ListObjects".
#include <algorithm>
#include <utility>

#include "core/text/base64.h"
#include "core/text/percent.h"
#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

// Percent-encoding as listings use it: a space is +, and slashes stay.
std::string encode_name(std::string_view text) {
  const std::string encoded = percent_encode(text, Slash::kKeep);
  std::string result;
  result.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded.compare(i, 3, "%20") == 0) {
      result += '+';
      i += 2;
    } else {
      result += encoded[i];
    }
  }
  return result;
}

template <class In>
Status check_parameters(const In& in) {
  if (in.max_keys && *in.max_keys < 0) {
    return invalid_argument("Argument maxKeys must be an integer between 0 and 2147483647",
                            "max-keys", std::to_string(*in.max_keys));
  }
  if (!in.encoding_type.empty() && in.encoding_type != "url") {
    return invalid_argument("Invalid Encoding Method specified in Request", "encoding-type",
                            in.encoding_type);
  }
  return {};
}

Object describe(const Objects::value_type& entry, const std::optional<Owner>& owner) {
  const StoredObject& object = entry.second;
  return {.key = entry.first,
          .last_modified = object.last_modified,
          .etag = object.etag,
          .checksum_algorithm = {std::string(name_of(object.checksum.algorithm))},
          .checksum_type = "FULL_OBJECT",
          .size = static_cast<std::int64_t>(object.body.size()),
          .storage_class = object.storage_class,
          .owner = owner};
}

// Lists and fills what both versions answer alike; `after` is where the page begins.
template <class Out, class In>
ListPage fill_page(const StoredBucket& bucket, const In& in, std::string_view after,
                   const std::optional<Owner>& owner, Out& out) {
  const std::size_t limit =
      std::min(static_cast<std::size_t>(in.max_keys.value_or(static_cast<std::int32_t>(kListMax))),
               kListMax);
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
  for (const Objects::value_type* entry : page.objects) {
    out.contents.push_back(describe(*entry, owner));
    if (encoded) out.contents.back().key = name(entry->first);
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
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  EMU_CHECK(check_parameters(in));
  const auto token = base64_decode(in.continuation_token);
  if (!token) {
    return invalid_argument("The continuation token provided is incorrect", "continuation-token",
                            in.continuation_token);
  }
  std::optional<Owner> owner;
  if (in.fetch_owner.value_or(false)) owner = Owner{.id = canonical_user_id(bucket->account)};

  ListObjectsV2Result result;
  const ListPage page = fill_page(
      *bucket, in, in.continuation_token.empty() ? in.start_after : *token, owner, result);
  result.key_count =
      static_cast<std::int32_t>(result.contents.size() + result.common_prefixes.size());
  result.continuation_token = in.continuation_token;
  if (page.truncated) result.next_continuation_token = base64_encode(page.last);
  result.start_after = in.encoding_type.empty() ? in.start_after : encode_name(in.start_after);
  return result;
}

Result<ListObjectsResult> S3::list_objects(Call& call, const ListObjects& in) {
  call.subject = in.prefix;
  EMU_TRY(StoredBucket* bucket, open(call, in.bucket, in.expected_bucket_owner));
  EMU_CHECK(check_parameters(in));

  ListObjectsResult result;
  const Owner owner{.id = canonical_user_id(bucket->account)};
  const ListPage page = fill_page(*bucket, in, in.marker, owner, result);
  const bool encoded = !in.encoding_type.empty();
  result.marker = encoded ? encode_name(in.marker) : in.marker;
  if (page.truncated && !in.delimiter.empty()) {
    result.next_marker = encoded ? encode_name(page.last) : page.last;
  }
  return result;
}

}  // namespace emu::s3
