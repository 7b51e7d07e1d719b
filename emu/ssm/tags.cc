#include "ssm/tags.h"

#include <fmt/format.h>

#include "core/text/character_sets.h"
#include "ssm/errors.h"
#include "ssm/limits.h"

namespace emu::ssm {

Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added) {
  for (const Tag& tag : added) {
    if (tag.key.starts_with("aws:")) {
      return validation("Tag keys must not begin with the reserved prefix aws:.");
    }
    if (!is_tag_text(tag.key) || !is_tag_text(tag.value)) {
      return validation(fmt::format(
          "Tags can have letters, numbers, spaces and _ . : / = + - @ only: {}", tag.key));
    }
    tags[tag.key] = tag.value;
  }
  if (tags.size() > kTagsMax) {
    return Error{.code = errors::kTooManyTagsError,
                 .message = fmt::format("A parameter can have at most {} tags.", kTagsMax)};
  }
  return tags;
}

}  // namespace emu::ssm
