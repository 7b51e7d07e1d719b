// TagResource, UntagResource and ListTagsForResource.
#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

Error too_many_tags() {
  return {.code = errors::kTooManyTagsException,
          .message = "A resource can have no more than 50 tags."};
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "TagResource".
Result<Nothing> Logs::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(Group* group, state(call).resolve_arn(in.resource_arn));
  std::map<std::string, std::string> tags = in.tags;
  tags.insert(group->tags.begin(), group->tags.end());
  if (tags.size() > kTagsMax) return too_many_tags();
  group->tags = std::move(tags);
  return Nothing{};
}

Result<Nothing> Logs::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(Group* group, state(call).resolve_arn(in.resource_arn));
  for (const std::string& key : in.tag_keys) group->tags.erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> Logs::list_tags_for_resource(Call& call,
                                                               const ListTagsForResource& in) {
  EMU_TRY(const Group* group, state(call).resolve_arn(in.resource_arn));
  return ListTagsForResourceResult{.tags = group->tags};
}

}  // namespace emu::logs
