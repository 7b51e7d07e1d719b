// TagResource, UntagResource, ListTagsForResource.
#include "eventbridge/tags.h"

#include "eventbridge/service.h"

namespace emu::eventbridge {

Result<Nothing> EventBridge::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(Tags * tags, find_tagged(call, in.resource_arn));
  EMU_TRY(*tags, with_tags(*tags, in.tags));
  return Nothing{};
}

Result<Nothing> EventBridge::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(Tags * tags, find_tagged(call, in.resource_arn));
  for (const std::string& key : in.tag_keys) tags->erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> EventBridge::list_tags_for_resource(
    Call& call, const ListTagsForResource& in) {
  EMU_TRY(const Tags* tags, find_tagged(call, in.resource_arn));
  ListTagsForResourceResult out;
  for (const auto& [key, value] : *tags) out.tags.push_back({.key = key, .value = value});
  return out;
}

}  // namespace emu::eventbridge
