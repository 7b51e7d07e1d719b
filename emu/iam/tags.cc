#include "iam/tags.h"

#include <set>
#include <utility>

#include "core/text/ascii.h"
#include "iam/errors.h"
#include "iam/limits.h"

namespace emu::iam {

Status add_tags(Tags& tags, const std::vector<Tag>& added, std::string_view quota) {
  std::set<std::string> keys;
  for (const Tag& tag : added) {
    if (!keys.insert(lower_case(tag.key)).second) {
      return invalid_input(
          "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
  }
  Tags all = tags;
  for (const Tag& tag : added) {
    // A key in another case is the same key, in its newest spelling.
    std::erase_if(all, [&](const auto& old) { return equal_ignoring_case(old.first, tag.key); });
    all[tag.key] = tag.value;
  }
  if (all.size() > kTagsMax) return quota_exceeded(quota, kTagsMax);
  tags = std::move(all);
  return {};
}

std::vector<Tag> tag_list(const Tags& tags) {
  std::vector<Tag> list;
  list.reserve(tags.size());
  for (const auto& [key, value] : tags) list.push_back({.key = key, .value = value});
  return list;
}

}  // namespace emu::iam
