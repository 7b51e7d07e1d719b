// When schedules come due.
#include <utility>

#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

constexpr Duration kInstant{1};

RetryLimits limits_of(const RetryPolicy& policy) {
  return {.retries_max = *policy.maximum_retry_attempts,
          .age_max = std::chrono::seconds(*policy.maximum_event_age_in_seconds)};
}

}  // namespace

void EventBridgeScheduler::set(StoredSchedule& schedule, std::shared_ptr<const Plan> plan) {
  schedule.plan = std::move(plan);
  schedule.modified = world_.now();
  // A rate's first time is its start, and a cron expression may be due at a start that is given.
  const bool has_start = schedule.plan->recurrence.is_rate() || schedule.plan->given.start_date;
  set_timer(schedule, has_start ? schedule.plan->start - kInstant : world_.now());
}

bool EventBridgeScheduler::set_timer(StoredSchedule& schedule, Time after) {
  world_.scheduler().cancel(schedule.timer);
  schedule.timer = {};
  const Plan& plan = *schedule.plan;
  // One-time schedules know neither a start nor an end.
  const Time from = plan.recurrence.is_once() ? world_.now() - kInstant : after;
  const std::optional<Time> due = plan.recurrence.next(plan.start, from);
  if (!due || *due >= kLatestTime) return false;
  if (!plan.recurrence.is_once() && plan.given.end_date && *due > *plan.given.end_date) {
    return false;
  }
  schedule.due = *due;
  if (plan.given.state != "ENABLED") return true;
  Time when = *due;
  if (const auto window = plan.given.flexible_time_window.maximum_window_in_minutes) {
    const Duration width = std::chrono::minutes(*window);
    when += Duration(static_cast<std::int64_t>(
        world_.random().below(static_cast<std::uint64_t>(width.count()))));
  }
  // Nobody has to wait until there is no next time: there may always be one.
  schedule.timer = world_.scheduler().at(
      when, [this, &schedule] { come_due(schedule); }, true);
  return true;
}

void EventBridgeScheduler::come_due(StoredSchedule& schedule) {
  const std::shared_ptr<const Plan> plan = schedule.plan;
  auto invocation = std::make_shared<Invocation>(world_, plan, schedule.due);
  courier_.post(
      {.account = plan->account,
       .bytes = plan->given.target.input ? plan->given.target.input->size() : 0,
       .limits = limits_of(*plan->given.target.retry_policy),
       .is_background = !plan->recurrence.is_once(),
       .send = [invocation] { return invocation->send(); },
       .give_up = [invocation](const DeliveryFailure& failure) { invocation->bury(failure); }});
  // A window may be wider than what lies between two times, each of which has its own.
  const bool goes_on = !plan->recurrence.is_once() && set_timer(schedule, schedule.due);
  if (goes_on) return;
  schedule.timer = {};
  if (plan->given.action_after_completion != "DELETE") return;
  RegionState& region = regions_.at(plan->account, plan->region);
  erase(*region.find_group(*plan->given.group_name), plan->given.name);
}

void EventBridgeScheduler::erase(StoredGroup& group, const std::string& name) {
  const auto found = group.schedules.find(name);
  const Plan& plan = *found->second.plan;
  --regions_.at(plan.account, plan.region).schedules;
  world_.scheduler().cancel(found->second.timer);
  group.schedules.erase(found);
}

}  // namespace emu::scheduler
