#include "scheduler/service.h"

#include <emu/arn.h>

#include <utility>

#include "core/gate/tag_keys.h"
#include "scheduler/errors.h"
#include "scheduler/names.h"

namespace emu::scheduler {

namespace {

constexpr std::string_view kGroupPrefix = "schedule-group/";

}  // namespace

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<EventBridgeScheduler>(world);
}

RegionState::RegionState(std::string account_id, std::string region_name)
    : account(std::move(account_id)), region(std::move(region_name)) {
  StoredGroup& group = groups[std::string(kDefaultGroup)];
  group.name = kDefaultGroup;
  group.arn = group_arn(account, region, kDefaultGroup);
}

EventBridgeScheduler::EventBridgeScheduler(World& world)
    : world_(world), courier_(world, "EventBridge Scheduler") {
  world.resource_policies().add_host("scheduler", *this);
}

void EventBridgeScheduler::reset(std::optional<std::string_view> account) {
  courier_.drop(account);
  regions_.each_of(account, [this](RegionState& region) {
    for (auto& [group_name, group] : region.groups) {
      for (auto& [name, schedule] : group.schedules) world_.scheduler().cancel(schedule.timer);
    }
  });
  regions_.forget(account);
}

void EventBridgeScheduler::add_keys(const AccessRequest& request,
                                    std::vector<ConditionValue>& out) const {
  const std::optional<Arn> arn = Arn::parse(request.resource);
  if (!arn || !arn->resource.starts_with(kGroupPrefix)) return;
  RegionState* region = regions_.find(arn->account, arn->region);
  const StoredGroup* group =
      region == nullptr ? nullptr : region->find_group(arn->resource.substr(kGroupPrefix.size()));
  if (group != nullptr) add_resource_tags(group->tags, {}, out);
}

Result<StoredGroup*> EventBridgeScheduler::find_group(const Call& call,
                                                      const std::optional<std::string>& name) {
  const std::string wanted = name.value_or(std::string(kDefaultGroup));
  StoredGroup* group = state(call).find_group(wanted);
  if (group == nullptr) return group_does_not_exist(wanted);
  return group;
}

Result<StoredGroup*> EventBridgeScheduler::find_tagged(const Call& call, const std::string& text) {
  const std::optional<Arn> arn = Arn::parse(text);
  const bool is_of_group = arn && arn->service == "scheduler" &&
                           arn->resource.starts_with(kGroupPrefix) &&
                           arn->account == call.account() && arn->region == call.region();
  if (!is_of_group) return validation("The ResourceArn is not that of a schedule group.");
  return find_group(call, arn->resource.substr(kGroupPrefix.size()));
}

}  // namespace emu::scheduler
