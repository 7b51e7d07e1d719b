// CreateSchedule, GetSchedule, UpdateSchedule, DeleteSchedule, ListSchedules.
#include <fmt/format.h>

#include <utility>

#include "core/text/ascii.h"
#include "scheduler/errors.h"
#include "scheduler/limits.h"
#include "scheduler/page.h"
#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

// Everything that a schedule says stands in both requests.
CreateSchedule as_created(const UpdateSchedule& in) {
  return {.action_after_completion = in.action_after_completion,
          .client_token = in.client_token,
          .description = in.description,
          .end_date = in.end_date,
          .flexible_time_window = in.flexible_time_window,
          .group_name = in.group_name,
          .kms_key_arn = in.kms_key_arn,
          .name = in.name,
          .schedule_expression = in.schedule_expression,
          .schedule_expression_timezone = in.schedule_expression_timezone,
          .start_date = in.start_date,
          .state = in.state,
          .target = in.target};
}

ScheduleSummary summary_of(const StoredSchedule& schedule) {
  const CreateSchedule& given = schedule.plan->given;
  return {.arn = schedule.plan->arn,
          .creation_date = schedule.created,
          .group_name = *given.group_name,
          .last_modification_date = schedule.modified,
          .name = given.name,
          .state = *given.state,
          .target = TargetSummary{.arn = given.target.arn}};
}

}  // namespace

// The same request again, by its token, is answered as the first one was.
Result<CreateScheduleResult> EventBridgeScheduler::create_schedule(Call& call,
                                                                   const CreateSchedule& in) {
  EMU_TRY(StoredGroup * group, find_group(call, in.group_name));
  const auto found = group->schedules.find(in.name);
  if (found != group->schedules.end()) {
    const Plan& plan = *found->second.plan;
    if (in.client_token && in.client_token == plan.given.client_token) {
      return CreateScheduleResult{.schedule_arn = plan.arn};
    }
    return conflict(fmt::format("Schedule {} already exists.", in.name));
  }
  EMU_TRY(std::shared_ptr<const Plan> plan, plan_of(call, in, *group));
  RegionState& region = state(call);
  if (region.schedules >= kSchedulesMax) return too_many("schedules");

  ++region.schedules;
  StoredSchedule& schedule = group->schedules[in.name];
  schedule.created = world_.now();
  set(schedule, std::move(plan));
  return CreateScheduleResult{.schedule_arn = schedule.plan->arn};
}

Result<GetScheduleResult> EventBridgeScheduler::get_schedule(Call& call, const GetSchedule& in) {
  EMU_TRY(const StoredGroup* group, find_group(call, in.group_name));
  const auto found = group->schedules.find(in.name);
  if (found == group->schedules.end()) return schedule_does_not_exist(in.name);
  const StoredSchedule& schedule = found->second;
  const CreateSchedule& given = schedule.plan->given;
  return GetScheduleResult{.action_after_completion = *given.action_after_completion,
                           .arn = schedule.plan->arn,
                           .creation_date = schedule.created,
                           .description = given.description.value_or(std::string()),
                           .end_date = given.end_date,
                           .flexible_time_window = given.flexible_time_window,
                           .group_name = group->name,
                           .kms_key_arn = given.kms_key_arn.value_or(std::string()),
                           .last_modification_date = schedule.modified,
                           .name = given.name,
                           .schedule_expression = given.schedule_expression,
                           .schedule_expression_timezone = *given.schedule_expression_timezone,
                           .start_date = given.start_date,
                           .state = *given.state,
                           .target = given.target};
}

Result<UpdateScheduleResult> EventBridgeScheduler::update_schedule(Call& call,
                                                                   const UpdateSchedule& in) {
  EMU_TRY(StoredGroup * group, find_group(call, in.group_name));
  const auto found = group->schedules.find(in.name);
  if (found == group->schedules.end()) return schedule_does_not_exist(in.name);
  EMU_TRY(std::shared_ptr<const Plan> plan, plan_of(call, as_created(in), *group));
  set(found->second, std::move(plan));
  return UpdateScheduleResult{.schedule_arn = found->second.plan->arn};
}

Result<Nothing> EventBridgeScheduler::delete_schedule(Call& call, const DeleteSchedule& in) {
  EMU_TRY(StoredGroup * group, find_group(call, in.group_name));
  if (group->schedules.count(in.name) == 0) return schedule_does_not_exist(in.name);
  erase(*group, in.name);
  return Nothing{};
}

// In the order of groups and names; a token holds "group/name".
Result<ListSchedulesResult> EventBridgeScheduler::list_schedules(Call& call,
                                                                 const ListSchedules& in) {
  if (in.group_name) EMU_CHECK(find_group(call, in.group_name));
  EMU_TRY(const std::string token, key_of_token(in));
  std::string_view last_name = token;
  const std::string_view last_group = take_until(last_name, '/');
  const std::string prefix = in.name_prefix.value_or(std::string());
  const std::size_t most = page_size(in);
  ListSchedulesResult out;
  const auto& groups = state(call).groups;
  for (auto group = groups.lower_bound(last_group); group != groups.end(); ++group) {
    if (in.group_name && group->first != *in.group_name) continue;
    const auto& schedules = group->second.schedules;
    auto entry = schedules.lower_bound(prefix);
    if (group->first == last_group && last_name >= prefix) entry = schedules.upper_bound(last_name);
    for (; entry != schedules.end() && entry->first.starts_with(prefix); ++entry) {
      const StoredSchedule& schedule = entry->second;
      if (in.state && schedule.plan->given.state != in.state) continue;
      if (out.schedules.size() == most) {
        const ScheduleSummary& last = out.schedules.back();
        out.next_token = base64_encode(last.group_name + '/' + last.name);
        return out;
      }
      out.schedules.push_back(summary_of(schedule));
    }
  }
  return out;
}

}  // namespace emu::scheduler
