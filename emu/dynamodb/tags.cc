#include "dynamodb/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

Error too_many_tags(std::size_t count) {
  return validation(fmt::format("Too many tags: {}; at most {} are allowed", count, kTagsMax));
}

Error duplicate_tag(std::string_view key) {
  return validation(fmt::format("Duplicate tag key: {}", key));
}

Error reserved_tag(std::string_view key) {
  return invalid_parameter(fmt::format("Tag keys that begin with aws: are reserved: {}", key));
}

}  // namespace

// Source: Amazon DynamoDB Developer Guide, "Tagging restrictions in DynamoDB".
Status check_tags(const std::vector<Tag>& tags) {
  if (tags.size() > kTagsMax) return too_many_tags(tags.size());
  std::set<std::string_view> keys;
  for (const Tag& tag : tags) {
    if (!keys.insert(tag.key).second) return duplicate_tag(tag.key);
    if (tag.key.starts_with("aws:")) return reserved_tag(tag.key);
  }
  return {};
}

Result<std::vector<Tag>> with_tags(std::vector<Tag> tags, const std::vector<Tag>& added) {
  for (const Tag& tag : added) {
    const auto same = std::find_if(tags.begin(), tags.end(),
                                   [&](const Tag& other) { return other.key == tag.key; });
    if (same == tags.end()) {
      tags.push_back(tag);
    } else {
      same->value = tag.value;
    }
  }
  if (tags.size() > kTagsMax) return too_many_tags(tags.size());
  return tags;
}

}  // namespace emu::dynamodb
