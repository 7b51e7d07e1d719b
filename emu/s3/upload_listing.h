// The walk behind ListMultipartUploads: uploads by key, those of a key in the order in which they
// began, with the groups that a delimiter folds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "s3/state.h"

namespace emu::s3 {

struct UploadListQuery {
  std::string_view prefix;
  std::string_view delimiter;         // empty: nothing is folded
  std::string_view key_marker;        // what is listed comes behind this key or common prefix …
  std::string_view upload_id_marker;  // … or behind this upload of it
  std::size_t limit;
};

struct UploadListPage {
  std::vector<const Uploads::value_type*> uploads;
  std::vector<std::string> common_prefixes;
  UploadName last = {};  // of the page; a common prefix stands as a key without an id
  bool truncated = false;
};

// O(log n) for each entry of the page, however many uploads a common prefix stands for.
UploadListPage list_uploads(const Uploads& uploads, const UploadListQuery& query);

}  // namespace emu::s3
