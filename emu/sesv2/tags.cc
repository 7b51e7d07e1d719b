#include "sesv2/tags.h"

#include <fmt/format.h>

#include "core/text/utf8.h"
#include "ses/limits.h"
#include "sesv2/errors.h"

namespace emu::sesv2 {

Result<Tags> with_tags(Tags tags, const std::vector<Tag>& more) {
  for (const Tag& tag : more) {
    const std::size_t key = count_code_points(tag.key);
    if (key == 0 || key > ses::kTagKeyMax || tag.key.starts_with("aws:")) {
      return bad_request(fmt::format("Tag key <{}> is not valid.", tag.key));
    }
    if (count_code_points(tag.value) > ses::kTagValueMax) {
      return bad_request(fmt::format("Tag value of <{}> is not valid.", tag.key));
    }
    tags.insert_or_assign(tag.key, tag.value);
  }
  if (tags.size() <= ses::kTagsMax) return tags;
  return bad_request(fmt::format("A resource can have at most {} tags.", ses::kTagsMax));
}

std::vector<Tag> tag_list(const Tags& tags) {
  std::vector<Tag> list;
  for (const auto& [key, value] : tags) list.push_back({.key = key, .value = value});
  return list;
}

}  // namespace emu::sesv2
