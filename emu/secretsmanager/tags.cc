#include "secretsmanager/tags.h"

#include <fmt/format.h>

#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"

namespace emu::secretsmanager {

Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added) {
  for (const Tag& tag : added) {
    if (tag.key.empty()) return invalid_parameter("A tag must have a key.");
    if (tag.key.starts_with("aws:")) {
      return invalid_parameter("Tag keys must not begin with the reserved prefix aws:.");
    }
    tags[tag.key] = tag.value;
  }
  if (tags.size() > kTagsMax) {
    return invalid_parameter(fmt::format("A secret can have at most {} tags.", kTagsMax));
  }
  return tags;
}

std::vector<Tag> tag_list(const Tags& tags) {
  std::vector<Tag> list;
  list.reserve(tags.size());
  for (const auto& [key, value] : tags) list.push_back({.key = key, .value = value});
  return list;
}

}  // namespace emu::secretsmanager
