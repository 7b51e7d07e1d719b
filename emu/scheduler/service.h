// EventBridge Scheduler: the schedules of every account and region.
//
// Every operation is atomic. An enabled schedule has one timer, set for its next time. What it does
// then is a Courier's, on tasks of its own.
#pragma once

#include <emu/result.h>
#include <emu/scheduler.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/delivery/courier.h"
#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "core/time/time_zone.h"
#include "scheduler/invocation.h"
#include "scheduler/state.h"

namespace emu::scheduler {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class EventBridgeScheduler final : public Service, private ResourceHost {
 public:
  // Hands out the groups' tags to IAM. The world must outlive it.
  explicit EventBridgeScheduler(World& world);

  Result<CreateScheduleResult> create_schedule(Call& call, const CreateSchedule& in);
  Result<GetScheduleResult> get_schedule(Call& call, const GetSchedule& in);
  Result<UpdateScheduleResult> update_schedule(Call& call, const UpdateSchedule& in);
  Result<Nothing> delete_schedule(Call& call, const DeleteSchedule& in);
  Result<ListSchedulesResult> list_schedules(Call& call, const ListSchedules& in);

  Result<CreateScheduleGroupResult> create_schedule_group(Call& call,
                                                          const CreateScheduleGroup& in);
  Result<GetScheduleGroupResult> get_schedule_group(Call& call, const GetScheduleGroup& in);
  Result<Nothing> delete_schedule_group(Call& call, const DeleteScheduleGroup& in);
  Result<ListScheduleGroupsResult> list_schedule_groups(Call& call, const ListScheduleGroups& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

 private:
  ResourceTerms terms(const AccessRequest&) const override { return {}; }
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  RegionState& state(const Call& call) { return regions_.at(call.account(), call.region()); }
  Result<StoredGroup*> find_group(const Call& call, const std::optional<std::string>& name);
  Result<StoredGroup*> find_tagged(const Call& call, const std::string& arn);

  // What a request says, checked and with its defaults.
  Result<std::shared_ptr<const Plan>> plan_of(const Call& call, CreateSchedule given,
                                              const StoredGroup& group);
  void set(StoredSchedule& schedule, std::shared_ptr<const Plan> plan);
  // Sets the timer for the first time after `after`. Whether there is one.
  bool set_timer(StoredSchedule& schedule, Time after);
  void come_due(StoredSchedule& schedule);
  void erase(StoredGroup& group, const std::string& name);

  World& world_;
  mutable Regional<RegionState> regions_;  // stored
  Courier courier_;
  TimeZones zones_ = {};
};

}  // namespace emu::scheduler
