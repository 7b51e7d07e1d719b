// TagResource, UntagResource and ListTagsForResource.
#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

Result<Nothing> Logs::tag_resource(Call& call, const TagResource& in) {
  const Result<Group*> group = state(call).resolve_arn(in.resource_arn);
  if (!group) return group.error();
  std::map<std::string, std::string> tags = in.tags;
  tags.insert((*group)->tags.begin(), (*group)->tags.end());
  if (tags.size() > kTagsMax) return too_many_tags();
  (*group)->tags = std::move(tags);
  return Nothing{};
}

Result<Nothing> Logs::untag_resource(Call& call, const UntagResource& in) {
  const Result<Group*> group = state(call).resolve_arn(in.resource_arn);
  if (!group) return group.error();
  for (const std::string& key : in.tag_keys) (*group)->tags.erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> Logs::list_tags_for_resource(Call& call,
                                                               const ListTagsForResource& in) {
  const Result<Group*> group = state(call).resolve_arn(in.resource_arn);
  if (!group) return group.error();
  return ListTagsForResourceResult{.tags = (*group)->tags};
}

}  // namespace emu::logs
