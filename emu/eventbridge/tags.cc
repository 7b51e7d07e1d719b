#include "eventbridge/tags.h"

#include "eventbridge/errors.h"
#include "eventbridge/limits.h"

namespace emu::eventbridge {

// Source: Amazon EventBridge User Guide, "Tagging Amazon EventBridge resources".
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& more) {
  for (const Tag& tag : more) {
    if (tag.key.starts_with("aws:")) {
      return invalid_parameter("Tags", "Tag keys must not begin with the reserved prefix aws:.");
    }
    tags.insert_or_assign(tag.key, tag.value);
  }
  if (tags.size() > kTagsMax) return too_many();
  return tags;
}

}  // namespace emu::eventbridge
