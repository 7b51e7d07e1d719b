// The walk behind the listings: keys in order, with the groups that a delimiter folds.
// Source: Amazon S3 User Guide, "Organizing objects using prefixes".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "s3/state.h"

namespace emu::s3 {

struct ListQuery {
  std::string_view prefix;
  std::string_view delimiter;  // empty: nothing is folded
  std::string_view after;      // a key or common prefix; what is listed comes behind it
  std::size_t limit;
};

struct ListPage {
  std::vector<const Objects::value_type*> objects;
  std::vector<std::string> common_prefixes;
  std::string last = {};  // the last key or prefix of the page
  bool truncated = false;
};

// O(log n) for each entry of the page, however many keys a common prefix stands for.
ListPage list(const Objects& objects, const ListQuery& query);

}  // namespace emu::s3
