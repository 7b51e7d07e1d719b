// CreateScheduleGroup, GetScheduleGroup, DeleteScheduleGroup, ListScheduleGroups, and their tags.
#include <fmt/format.h>

#include <utility>

#include "scheduler/errors.h"
#include "scheduler/limits.h"
#include "scheduler/names.h"
#include "scheduler/page.h"
#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

constexpr const char* kActive = "ACTIVE";

Result<std::map<std::string, std::string>> with_tags(std::map<std::string, std::string> tags,
                                                     const std::vector<Tag>& more) {
  for (const Tag& tag : more) {
    if (tag.key.starts_with("aws:")) {
      return validation("Tag keys must not begin with the reserved prefix aws:.");
    }
    tags.insert_or_assign(tag.key, tag.value);
  }
  if (tags.size() > kTagsMax) return too_many("tags");
  return tags;
}

}  // namespace

Result<CreateScheduleGroupResult> EventBridgeScheduler::create_schedule_group(
    Call& call, const CreateScheduleGroup& in) {
  RegionState& region = state(call);
  if (const StoredGroup* group = region.find_group(in.name)) {
    if (in.client_token && *in.client_token == group->client_token) {
      return CreateScheduleGroupResult{.schedule_group_arn = group->arn};
    }
    return conflict(fmt::format("Schedule group {} already exists.", in.name));
  }
  EMU_TRY(auto tags, with_tags({}, in.tags));
  if (region.groups.size() >= kGroupsMax) return too_many("schedule groups");

  StoredGroup& group = region.groups[in.name];
  group.name = in.name;
  group.arn = group_arn(call.account(), call.region(), in.name);
  group.created = world_.now();
  group.modified = group.created;
  group.tags = std::move(tags);
  group.client_token = in.client_token.value_or(std::string());
  return CreateScheduleGroupResult{.schedule_group_arn = group.arn};
}

Result<GetScheduleGroupResult> EventBridgeScheduler::get_schedule_group(
    Call& call, const GetScheduleGroup& in) {
  EMU_TRY(const StoredGroup* group, find_group(call, in.name));
  return GetScheduleGroupResult{.arn = group->arn,
                                .creation_date = group->created,
                                .last_modification_date = group->modified,
                                .name = group->name,
                                .state = kActive};
}

Result<Nothing> EventBridgeScheduler::delete_schedule_group(Call& call,
                                                            const DeleteScheduleGroup& in) {
  if (in.name == kDefaultGroup) return validation("The default schedule group can't be deleted.");
  EMU_TRY(StoredGroup * group, find_group(call, in.name));
  while (!group->schedules.empty()) erase(*group, group->schedules.begin()->first);
  state(call).groups.erase(in.name);
  return Nothing{};
}

Result<ListScheduleGroupsResult> EventBridgeScheduler::list_schedule_groups(
    Call& call, const ListScheduleGroups& in) {
  EMU_TRY(const std::string last, key_of_token(in));
  const std::string prefix = in.name_prefix.value_or(std::string());
  ListScheduleGroupsResult out;
  const auto& groups = state(call).groups;
  auto entry =
      last >= prefix && !last.empty() ? groups.upper_bound(last) : groups.lower_bound(prefix);
  for (; entry != groups.end() && entry->first.starts_with(prefix); ++entry) {
    if (out.schedule_groups.size() == page_size(in)) {
      out.next_token = base64_encode(out.schedule_groups.back().name);
      break;
    }
    const StoredGroup& group = entry->second;
    out.schedule_groups.push_back({.arn = group.arn,
                                   .creation_date = group.created,
                                   .last_modification_date = group.modified,
                                   .name = group.name,
                                   .state = kActive});
  }
  return out;
}

Result<Nothing> EventBridgeScheduler::tag_resource(Call& call, const TagResource& in) {
  EMU_TRY(StoredGroup * group, find_tagged(call, in.resource_arn));
  EMU_TRY(group->tags, with_tags(group->tags, in.tags));
  return Nothing{};
}

Result<Nothing> EventBridgeScheduler::untag_resource(Call& call, const UntagResource& in) {
  EMU_TRY(StoredGroup * group, find_tagged(call, in.resource_arn));
  for (const std::string& key : in.tag_keys) group->tags.erase(key);
  return Nothing{};
}

Result<ListTagsForResourceResult> EventBridgeScheduler::list_tags_for_resource(
    Call& call, const ListTagsForResource& in) {
  EMU_TRY(const StoredGroup* group, find_tagged(call, in.resource_arn));
  ListTagsForResourceResult out;
  for (const auto& [key, value] : group->tags) out.tags.push_back({.key = key, .value = value});
  return out;
}

}  // namespace emu::scheduler
