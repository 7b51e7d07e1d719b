// TagResource, UntagResource and ListTagsForResource.
#include "cloudwatch/tags.h"

#include <emu/arn.h>

#include <optional>

#include "cloudwatch/errors.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

Error no_such_resource(const std::string& arn) {
  return {.code = errors::kResourceNotFoundException,
          .message = "Resource not found: " + arn,
          .status = 404,
          .fields = {{"ResourceType", arn.find(":dashboard/") == arn.npos ? "alarm" : "dashboard"},
                     {"ResourceId", arn}}};
}

}  // namespace

Result<Tags*> Cloudwatch::own_tags(const Call& call, const std::string& arn) const {
  const std::optional<Arn> parsed = Arn::parse(arn);
  Tags* tags = parsed && parsed->account == call.account() ? find_tags(arn) : nullptr;
  if (tags == nullptr) return no_such_resource(arn);
  return tags;
}

Result<TagResourceResult> Cloudwatch::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(Tags* tags, own_tags(call, in.resource_arn));
  EMU_TRY(*tags, with_tags(*tags, in.tags));
  return TagResourceResult{};
}

Result<UntagResourceResult> Cloudwatch::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(Tags* tags, own_tags(call, in.resource_arn));
  for (const std::string& key : in.tag_keys) tags->erase(key);
  return UntagResourceResult{};
}

Result<ListTagsForResourceResult> Cloudwatch::list_tags_for_resource(
    Call& call, const ListTagsForResource& in) {
  EMU_TRY(const Tags* tags, own_tags(call, in.resource_arn));
  ListTagsForResourceResult out;
  for (const auto& [key, value] : *tags) out.tags.push_back({.key = key, .value = value});
  return out;
}

}  // namespace emu::cloudwatch
