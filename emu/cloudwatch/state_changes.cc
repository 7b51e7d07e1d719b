// What follows when an alarm goes to another state.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <map>
#include <utility>

#include "cloudwatch/service.h"
#include "cloudwatch/texts.h"
#include "core/gate/event_bus.h"
#include "core/json/json_writer.h"

namespace emu::cloudwatch {

namespace {

// "Friday 29 January, 2021 10:00:00 UTC"
std::string long_time_text(Time time) {
  return fmt::format("{:%A %d %B, %Y %H:%M:%S} UTC",
                     std::chrono::floor<std::chrono::seconds>(time));
}

std::string triggering_data(const std::vector<TriggeringChild>& children) {
  std::string data;
  JsonWriter writer(data);
  writer.begin_object();
  writer.key("triggeringAlarms");
  writer.begin_array();
  for (const TriggeringChild& child : children) {
    writer.begin_object();
    writer.member("arn", child.arn);
    writer.key("state");
    writer.begin_object();
    writer.member("value", child.state);
    writer.member("timestamp", time_text(child.since));
    writer.end_object();
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return data;
}

}  // namespace

void Cloudwatch::change_state(RegionState& state, Alarm& alarm, AlarmState next) {
  if (enter_state(state, alarm, std::move(next), {})) evaluate_followers(state, alarm);
}

bool Cloudwatch::enter_state(RegionState& state, Alarm& alarm, AlarmState next,
                             std::vector<TriggeringChild> children) {
  const AlarmState before = std::exchange(alarm.state, std::move(next));
  if (before.value == alarm.state.value) {
    alarm.state.transitioned = before.transitioned;
    return false;
  }
  state.history.add(alarm, alarm.state.updated, "StateUpdate",
                    fmt::format("Alarm updated from {} to {}", before.value, alarm.state.value),
                    state_data(before, alarm.state));
  tell_buses(alarm, before);
  act(state, alarm, before, std::move(children));
  return true;
}

// An alarm is evaluated when all that it speaks of have been, once: alarms that come together again
// do not multiply the changes, and a circle ends where it began.
// Source: Amazon CloudWatch API Reference, "PutCompositeAlarm": the evaluation of composite alarms
// stops at a cycle in the evaluation path.
void Cloudwatch::evaluate_followers(RegionState& state, const Alarm& changed) {
  std::map<std::string, const Alarm*> causes;  // by the name of the alarm that is to follow
  const auto let_follow = [&](const Alarm& cause) {
    const auto parents = state.parents.find(cause.name);
    if (parents == state.parents.end()) return;
    for (const std::string& name : parents->second) {
      Alarm* parent = state.find_alarm(name);
      if (parent == nullptr) continue;
      causes[name] = &cause;
      const auto& suppressor = parent->composite.actions_suppressor;
      if (suppressor && alarm_name_of(*suppressor) == cause.name) {
        suppressor_changed(state, *parent);
      }
    }
  };
  let_follow(changed);
  for (const std::string& name : state.followers(changed.name)) {
    const auto cause = causes.find(name);
    if (cause == causes.end()) continue;
    Alarm& follower = *state.find_alarm(name);
    if (evaluate_composite(state, follower, cause->second)) let_follow(follower);
  }
}

void Cloudwatch::tell_buses(const Alarm& alarm, const AlarmState& before) {
  for (EventBus* bus : world_.interfaces().all<EventBus>()) {
    bus->put({.account = alarm.account,
              .region = alarm.region,
              .source = "aws.cloudwatch",
              .detail_type = "CloudWatch Alarm State Change",
              .resources = {alarm.arn},
              .detail = event_detail({.alarm = alarm, .before = before}, kMetricId)});
  }
}

bool Cloudwatch::holds(RegionState& state, const Alarm& alarm) const {
  return alarm.rule->holds([&](const std::string& child) {
    const Alarm* found = state.find_alarm(child);
    return found == nullptr ? std::string_view() : found->state.value;
  });
}

bool Cloudwatch::evaluate_composite(RegionState& state, Alarm& alarm, const Alarm* cause) {
  const std::string_view value = holds(state, alarm) ? kAlarm : kOk;
  if (value == alarm.state.value) return false;
  std::vector<TriggeringChild> children;
  std::string reason;
  const Time now = world_.now();
  if (cause != nullptr) {
    reason = fmt::format("{} transitioned to {} at {}", cause->arn, cause->state.value,
                         long_time_text(now));
    children.push_back({.arn = cause->arn,
                        .state = std::string(cause->state.value),
                        .since = cause->state.updated});
  } else {
    reason = fmt::format("{} was created and its alarm rule evaluates to {}", alarm.arn, value);
  }
  AlarmState next{.value = value,
                  .reason = std::move(reason),
                  .reason_data = children.empty() ? std::string() : triggering_data(children),
                  .updated = now,
                  .transitioned = now};
  return enter_state(state, alarm, std::move(next), std::move(children));
}

// Source: Amazon CloudWatch User Guide, "Suppressing composite alarm actions".
void Cloudwatch::act(RegionState& state, Alarm& alarm, const AlarmState& before,
                     std::vector<TriggeringChild> children) {
  if (!alarm.actions_enabled) return;
  if (alarm.composite.actions_suppressor) {
    const Alarm* suppressor = state.find_alarm(*alarm.composite.actions_suppressor);
    const bool is_suppressed = suppressor != nullptr && suppressor->state.value == kAlarm;
    if (is_suppressed) return suppress(alarm, before, "Alarm");
    if (alarm.suppressed_by == "ExtensionPeriod") {
      return suppress(alarm, before, "ExtensionPeriod");
    }
    const std::int64_t wait = alarm.composite.actions_suppressor_wait_period.value_or(0);
    if (suppressor != nullptr && wait > 0) {
      suppress(alarm, before, "WaitPeriod");
      return set_suppressor_timer(alarm, wait);
    }
  }
  actions_.carry_out({.alarm = alarm, .before = before, .children = std::move(children)});
}

void Cloudwatch::suppress(Alarm& alarm, const AlarmState& before, std::string_view by) {
  alarm.suppressed_by = by;
  alarm.suppressed_reason = fmt::format("Actions suppressed by {}", by);
  if (!alarm.suppressed_from) alarm.suppressed_from = before;
}

void Cloudwatch::suppressor_changed(RegionState& state, Alarm& alarm) {
  const Alarm* suppressor = state.find_alarm(*alarm.composite.actions_suppressor);
  const bool is_suppressed = suppressor != nullptr && suppressor->state.value == kAlarm;
  if (is_suppressed) {
    if (alarm.suppressed_by.empty()) return;
    stop_suppressor_timer(alarm);
    alarm.suppressed_by = "Alarm";
    alarm.suppressed_reason = "Actions suppressed by Alarm";
    return;
  }
  if (alarm.suppressed_by != "Alarm") return;
  alarm.suppressed_by = "ExtensionPeriod";
  alarm.suppressed_reason = "Actions suppressed by ExtensionPeriod";
  set_suppressor_timer(alarm, alarm.composite.actions_suppressor_extension_period.value_or(0));
}

void Cloudwatch::set_suppressor_timer(Alarm& alarm, std::int64_t seconds) {
  stop_suppressor_timer(alarm);
  suppressor_timers_[alarm.serial] = world_.scheduler().at(
      world_.now() + std::chrono::seconds(seconds),
      [this, serial = alarm.serial] { suppressor_timer_fired(serial); }, true);
}

void Cloudwatch::stop_suppressor_timer(Alarm& alarm) {
  const auto timer = suppressor_timers_.find(alarm.serial);
  if (timer == suppressor_timers_.end()) return;
  world_.scheduler().cancel(timer->second);
  suppressor_timers_.erase(timer);
}

// The wait or the extension is over: actions that still have a reason are carried out.
void Cloudwatch::suppressor_timer_fired(std::uint64_t serial) {
  suppressor_timers_.erase(serial);
  Alarm* alarm = find(serial);
  if (alarm == nullptr || !alarm->suppressed_from) return;
  const AlarmState before = *std::exchange(alarm->suppressed_from, std::nullopt);
  alarm->suppressed_by = {};
  alarm->suppressed_reason.clear();
  if (before.value == alarm->state.value || !alarm->actions_enabled) return;
  actions_.carry_out({.alarm = *alarm, .before = before, .children = {}});
}

}  // namespace emu::cloudwatch
