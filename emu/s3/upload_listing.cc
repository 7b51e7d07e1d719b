#include "s3/upload_listing.h"

#include <utility>

#include "s3/listing.h"

namespace emu::s3 {

namespace {

Uploads::const_iterator first_from(const Uploads& uploads, std::string key) {
  return uploads.lower_bound({.key = std::move(key), .id = {}});
}

Uploads::const_iterator skip_group(const Uploads& uploads, std::string_view group) {
  std::string next = behind(std::string(group));
  return next.empty() ? uploads.end() : first_from(uploads, std::move(next));
}

Uploads::const_iterator begin_of(const Uploads& uploads, const UploadListQuery& query) {
  const std::string_view marker = query.key_marker;
  if (marker.empty() || marker < query.prefix) {
    return first_from(uploads, std::string(query.prefix));
  }
  const std::string_view group = marker.starts_with(query.prefix)
                                     ? group_of(marker, query.prefix, query.delimiter)
                                     : std::string_view();
  if (!group.empty()) return skip_group(uploads, group);
  // Without an id the uploads of the marker's own key are left behind: the next key in the order
  // of bytes ends in a zero byte.
  if (query.upload_id_marker.empty()) return first_from(uploads, std::string(marker) + '\0');
  return uploads.upper_bound(
      {.key = std::string(marker), .id = std::string(query.upload_id_marker)});
}

}  // namespace

UploadListPage list_uploads(const Uploads& uploads, const UploadListQuery& query) {
  UploadListPage page;
  if (query.limit == 0) return page;
  std::size_t count = 0;
  auto at = begin_of(uploads, query);
  while (at != uploads.end() && at->first.key.starts_with(query.prefix)) {
    if (count == query.limit) {
      page.truncated = true;
      break;
    }
    ++count;
    const std::string_view group = group_of(at->first.key, query.prefix, query.delimiter);
    if (group.empty()) {
      page.last = at->first;
      page.uploads.push_back(&*at);
      ++at;
    } else {
      page.last = {.key = std::string(group), .id = {}};
      page.common_prefixes.push_back(page.last.key);
      at = skip_group(uploads, page.last.key);
    }
  }
  return page;
}

}  // namespace emu::s3
