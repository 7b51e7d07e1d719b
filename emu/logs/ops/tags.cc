// Tags of groups: TagResource, UntagResource and ListTagsForResource by ARN; TagLogGroup,
// UntagLogGroup and ListTagsLogGroup by name, as of old.
#include <utility>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

Error too_many_tags() {
  return {.code = errors::kTooManyTagsException,
          .message = "A resource can have no more than 50 tags."};
}

// The older operations know no TooManyTagsException.
Error too_many_tags_of_group() { return invalid_parameter(too_many_tags().message); }

Status add_tags(Group& group, std::map<std::string, std::string> tags, Error (*too_many)()) {
  tags.insert(group.tags.begin(), group.tags.end());
  if (tags.size() > kTagsMax) return too_many();
  group.tags = std::move(tags);
  return {};
}

void take_tags(Group& group, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) group.tags.erase(key);
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "TagResource".
Result<Nothing> Logs::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(const State::Found found, state(call).resolve_arn(in.resource_arn));
  EMU_CHECK(add_tags(*found.group, in.tags, &too_many_tags));
  return Nothing{};
}

Result<Nothing> Logs::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(const State::Found found, state(call).resolve_arn(in.resource_arn));
  take_tags(*found.group, in.tag_keys);
  return Nothing{};
}

Result<ListTagsForResourceResult> Logs::list_tags_for_resource(Call& call,
                                                               const ListTagsForResource& in) {
  EMU_TRY(const State::Found found, state(call).resolve_arn(in.resource_arn));
  return ListTagsForResourceResult{.tags = found.group->tags};
}

// Checks: Amazon CloudWatch Logs API Reference, "TagLogGroup".
Result<Nothing> Logs::tag_log_group(Call& call, const TagLogGroup& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  EMU_CHECK(add_tags(*group, in.tags, &too_many_tags_of_group));
  return Nothing{};
}

Result<Nothing> Logs::untag_log_group(Call& call, const UntagLogGroup& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  take_tags(*group, in.tags);
  return Nothing{};
}

Result<ListTagsLogGroupResult> Logs::list_tags_log_group(Call& call, const ListTagsLogGroup& in) {
  const Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  return ListTagsLogGroupResult{.tags = group->tags};
}

}  // namespace emu::logs
