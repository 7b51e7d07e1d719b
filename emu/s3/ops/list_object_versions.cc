// Source: Amazon S3 API Reference, "ListObjectVersions".
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "s3/checksum.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/listing.h"
#include "s3/owners.h"
#include "s3/service.h"
#include "s3/version_id.h"
#include "s3/version_listing.h"

namespace emu::s3 {

namespace {

Status check_markers(const ListObjectVersions& in) {
  if (in.version_id_marker.empty()) return {};
  if (in.key_marker.empty()) {
    return invalid_argument("A version-id marker cannot be specified without a key marker.",
                            "version-id-marker", in.version_id_marker);
  }
  return check_version_id(in.version_id_marker, "version-id-marker");
}

// Every version has an id here, be the bucket versioned or not.
ObjectVersion describe(const ListedVersion& listed, std::string key, const Owner& owner) {
  const StoredObject& object = *listed.object;
  return {.etag = object.etag,
          .checksum_algorithm = {std::string(name_of(object.checksum.algorithm))},
          .checksum_type = std::string(name_of(object.checksum.type)),
          .size = static_cast<std::int64_t>(object.body.size()),
          .storage_class = object.storage_class,
          .key = std::move(key),
          .version_id = name_of(object.version_id),
          .is_latest = listed.is_latest,
          .last_modified = object.last_modified,
          .owner = owner};
}

DeleteMarkerEntry describe_marker(const ListedVersion& listed, std::string key,
                                  const Owner& owner) {
  return {.owner = owner,
          .key = std::move(key),
          .version_id = name_of(listed.marker->version_id),
          .is_latest = listed.is_latest,
          .last_modified = listed.marker->last_modified};
}

}  // namespace

Result<ListObjectVersionsResult> S3::list_object_versions(Call& call,
                                                          const ListObjectVersions& in) {
  call.subject = in.prefix;
  EMU_TRY(const StoredBucket* bucket, open(call, in));
  EMU_TRY(const std::size_t limit, page_limit(in.max_keys, kMaxKeys));
  EMU_CHECK(check_encoding_type(in.encoding_type));
  EMU_CHECK(check_markers(in));
  const VersionPage page = list_versions(*bucket, {.prefix = in.prefix,
                                                   .delimiter = in.delimiter,
                                                   .key_marker = in.key_marker,
                                                   .version_id_marker = in.version_id_marker,
                                                   .limit = limit});
  const auto name = [&](std::string_view text) {
    return in.encoding_type.empty() ? std::string(text) : encode_name(text);
  };
  ListObjectVersionsResult result{.name = bucket->name,
                                  .prefix = name(in.prefix),
                                  .key_marker = name(in.key_marker),
                                  .version_id_marker = in.version_id_marker,
                                  .max_keys = static_cast<std::int32_t>(limit),
                                  .delimiter = name(in.delimiter),
                                  .encoding_type = in.encoding_type,
                                  .is_truncated = page.truncated};
  if (page.truncated) {
    result.next_key_marker = name(page.last_key);
    if (page.ends_with_version) result.next_version_id_marker = name_of(page.last_version_id);
  }
  Owners owners(*bucket);
  for (const ListedVersion& listed : page.versions) {
    if (listed.object != nullptr) {
      result.versions.push_back(describe(listed, name(listed.key), owners.of(*listed.object)));
    } else {
      result.delete_markers.push_back(
          describe_marker(listed, name(listed.key), owners.of_bucket()));
    }
  }
  for (const std::string& prefix : page.common_prefixes) {
    result.common_prefixes.push_back({.prefix = name(prefix)});
  }
  return result;
}

}  // namespace emu::s3
