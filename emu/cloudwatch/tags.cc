#include "cloudwatch/tags.h"

#include <fmt/format.h>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"

namespace emu::cloudwatch {

// Source: AWS General Reference, "Tagging your AWS resources".
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added) {
  for (const Tag& tag : added) {
    if (tag.key.starts_with("aws:")) {
      return invalid_value("Tag keys must not begin with the reserved prefix aws:.");
    }
    tags[tag.key] = tag.value;
  }
  if (tags.size() <= kTagsMax) return tags;
  return invalid_value(fmt::format("A resource can have at most {} tags.", kTagsMax));
}

}  // namespace emu::cloudwatch
