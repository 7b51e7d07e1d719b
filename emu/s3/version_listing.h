// The walk behind ListObjectVersions: keys in order, of each all versions and delete markers, the
// newest first, with the groups that a delimiter folds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "s3/state.h"

namespace emu::s3 {

struct VersionQuery {
  std::string_view prefix;
  std::string_view delimiter;  // empty: nothing is folded
  // What is listed comes behind this key or common prefix, or behind this version of it.
  std::string_view key_marker;
  std::string_view version_id_marker;  // empty: all of the key's are left behind
  std::size_t limit;
};

// One of the two is there.
struct ListedVersion {
  std::string_view key;
  const StoredObject* object = nullptr;
  const DeleteMarker* marker = nullptr;
  bool is_latest = false;
};

struct VersionPage {
  std::vector<ListedVersion> versions;
  std::vector<std::string> common_prefixes;
  // The last of the page, for the next one to go on behind.
  std::string last_key = {};  // a key or a common prefix
  VersionId last_version_id = {};
  bool ends_with_version = false;
  bool truncated = false;
};

// O(log n) for each entry of the page.
VersionPage list_versions(const StoredBucket& bucket, const VersionQuery& query);

}  // namespace emu::s3
