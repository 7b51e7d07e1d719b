#include <utility>

#include "sns/service.h"
#include "sns/tags.h"

namespace emu::sns {

Result<TagResourceResult> Sns::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(StoredTopic* topic, find_tagged(call, in.resource_arn));
  EMU_TRY(topic->tags, with_tags(topic->tags, in.tags));
  return TagResourceResult{};
}

Result<UntagResourceResult> Sns::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(StoredTopic* topic, find_tagged(call, in.resource_arn));
  for (const std::string& key : in.tag_keys) topic->tags.erase(key);
  return UntagResourceResult{};
}

Result<ListTagsForResourceResult> Sns::list_tags_for_resource(Call& call,
                                                              const ListTagsForResource& in) {
  EMU_TRY(const StoredTopic* topic, find_tagged(call, in.resource_arn));
  ListTagsForResourceResult out;
  for (const auto& [key, value] : topic->tags) out.tags.push_back({.key = key, .value = value});
  return out;
}

}  // namespace emu::sns
