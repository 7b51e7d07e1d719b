// What EventBridge Scheduler answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
// EventBridge Scheduler".
#include <string>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/gate/tag_keys.h"
#include "scheduler/names.h"
#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

template <class Op>
std::string named_schedule(const Call& call, const Op& in) {
  return schedule_arn(call.account(), call.region(),
                      in.group_name.value_or(std::string(kDefaultGroup)), in.name);
}

template <class Op>
std::string named_group(const Call& call, const Op& in) {
  return group_arn(call.account(), call.region(), in.name);
}

template <class Op>
std::string named_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

template <class Op>
void pass_target_role(const Call&, const Op& in, std::vector<AccessNeed>& out) {
  out.push_back({.action = "iam:PassRole", .resource = in.target.role_arn});
}

template <class Op>
void tags_in_request(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
}

void keys_in_request(const Call&, const UntagResource& in, std::vector<ConditionValue>& out) {
  add_tag_keys(in.tag_keys, out);
}

void tags_of_group(const Call& call, const CreateScheduleGroup& in, std::vector<AccessNeed>& out) {
  if (in.tags.empty()) return;
  out.push_back({.action = "scheduler:TagResource", .resource = named_group(call, in)});
}

}  // namespace

void EventBridgeScheduler::add_to(OperationTable& table) {
  using Self = EventBridgeScheduler;
  table.add<CreateSchedule>(
      *this, &Self::create_schedule,
      {.resource = &named_schedule<CreateSchedule>, .also = &pass_target_role<CreateSchedule>});
  table.add<GetSchedule>(*this, &Self::get_schedule, {&named_schedule});
  table.add<UpdateSchedule>(
      *this, &Self::update_schedule,
      {.resource = &named_schedule<UpdateSchedule>, .also = &pass_target_role<UpdateSchedule>});
  table.add<DeleteSchedule>(*this, &Self::delete_schedule, {&named_schedule});
  table.add<ListSchedules>(*this, &Self::list_schedules);
  table.add<CreateScheduleGroup>(*this, &Self::create_schedule_group,
                                 {.resource = &named_group,
                                  .conditions = &tags_in_request<CreateScheduleGroup>,
                                  .also = &tags_of_group});
  table.add<GetScheduleGroup>(*this, &Self::get_schedule_group, {&named_group});
  table.add<DeleteScheduleGroup>(*this, &Self::delete_schedule_group, {&named_group});
  table.add<ListScheduleGroups>(*this, &Self::list_schedule_groups);
  table.add<TagResource>(
      *this, &Self::tag_resource,
      {.resource = &named_resource, .conditions = &tags_in_request<TagResource>});
  table.add<UntagResource>(*this, &Self::untag_resource,
                           {.resource = &named_resource, .conditions = &keys_in_request});
  table.add<ListTagsForResource>(*this, &Self::list_tags_for_resource, {&named_resource});
}

}  // namespace emu::scheduler
