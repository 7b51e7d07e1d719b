// When alarms are evaluated.
#include <algorithm>
#include <utility>

#include "cloudwatch/alarm_evaluation.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

// The first of the alarm's times of evaluation after `now`.
Time next_evaluation(const Alarm& alarm, Time now) {
  const Duration interval = alarm.interval();
  return Time((now.time_since_epoch() / interval + 1) * interval);
}

// It waits for none of its metrics any more.
void wake_up(RegionState& state, const Alarm& alarm) {
  for (const std::string& key : alarm.metric_keys) {
    const auto sleepers = state.sleepers.find(key);
    if (sleepers == state.sleepers.end()) continue;
    sleepers->second.erase(alarm.name);
    if (sleepers->second.empty()) state.sleepers.erase(sleepers);
  }
}

}  // namespace

void Cloudwatch::begin_watching(RegionState& state, Alarm& alarm) {
  places_[alarm.serial] = {.account = alarm.account, .region = alarm.region, .name = alarm.name};
  if (alarm.is_composite()) {
    for (const std::string& child : alarm.rule->children()) {
      state.parents[std::string(alarm_name_of(child))].insert(alarm.name);
    }
    if (alarm.composite.actions_suppressor) {
      state.parents[std::string(alarm_name_of(*alarm.composite.actions_suppressor))].insert(
          alarm.name);
    }
    return;
  }
  evaluate_at(alarm, next_evaluation(alarm, world_.now()));
}

void Cloudwatch::end_watching(RegionState& state, Alarm& alarm) {
  stop_suppressor_timer(alarm);
  places_.erase(alarm.serial);
  due_.erase({alarm.due, alarm.serial});
  alarm.due = {};
  wake_up(state, alarm);
  if (!alarm.is_composite()) return;
  const auto leave = [&](std::string_view child) {
    const auto parents = state.parents.find(alarm_name_of(child));
    if (parents == state.parents.end()) return;
    parents->second.erase(alarm.name);
    if (parents->second.empty()) state.parents.erase(parents);
  };
  for (const std::string& child : alarm.rule->children()) leave(child);
  if (alarm.composite.actions_suppressor) leave(*alarm.composite.actions_suppressor);
}

void Cloudwatch::wake(RegionState& state, std::string_view metric_key) {
  const auto sleepers = state.sleepers.find(metric_key);
  if (sleepers == state.sleepers.end()) return;
  const std::set<std::string> names = std::move(sleepers->second);
  state.sleepers.erase(sleepers);
  for (const std::string& name : names) {
    Alarm* alarm = state.find_alarm(name);
    if (alarm == nullptr) continue;
    wake_up(state, *alarm);
    if (alarm->due == Time()) evaluate_at(*alarm, next_evaluation(*alarm, world_.now()));
  }
}

void Cloudwatch::expect_metrics(std::string_view account, std::string_view region,
                                std::string_view metric_namespace) {
  RegionState* state = regions_.find(account, region);
  if (state == nullptr || state->sleepers.empty()) return;
  std::vector<std::string> keys;
  const std::string prefix = std::string(metric_namespace) + '\0';
  for (auto sleeper = state->sleepers.lower_bound(prefix);
       sleeper != state->sleepers.end() && sleeper->first.starts_with(prefix); ++sleeper) {
    keys.push_back(sleeper->first);
  }
  for (const std::string& key : keys) wake(*state, key);
}

void Cloudwatch::evaluate_at(Alarm& alarm, Time time) {
  alarm.due = time;
  due_.emplace(time, alarm.serial);
  arrange();
}

// Sets the timer to the first evaluation.
void Cloudwatch::arrange() {
  const Time first = due_.empty() ? Time() : due_.begin()->first;
  if (timer_.value != 0 && timer_at_ == first) return;
  if (timer_.value != 0) world_.scheduler().cancel(timer_);
  timer_ = {};
  if (due_.empty()) return;
  timer_at_ = first;
  timer_ = world_.scheduler().at(
      first,
      [this] {
        timer_ = {};
        evaluate_due();
      },
      true);
}

void Cloudwatch::evaluate_due() {
  ask_sources();
  while (!due_.empty() && due_.begin()->first <= world_.now()) {
    const auto [time, serial] = *due_.begin();
    due_.erase(due_.begin());
    Alarm* alarm = find(serial);
    if (alarm == nullptr || alarm->due != time) continue;
    evaluate(regions_.at(alarm->account, alarm->region), *alarm);
  }
  arrange();
}

void Cloudwatch::evaluate(RegionState& state, Alarm& alarm) {
  const Time at = alarm.due;
  const AlarmVerdict verdict = evaluate_alarm(alarm, state.metrics, at);
  if (verdict.is_without_data) {
    // What lies ahead will be data without being put again.
    const bool is_ahead = std::any_of(alarm.metric_keys.begin(), alarm.metric_keys.end(),
                                      [&](const std::string& key) {
                                        const StoredMetric* metric = state.metrics.find(key);
                                        return metric != nullptr && metric->last_put >= at;
                                      });
    if (!is_ahead) {
      alarm.due = {};
      for (const std::string& key : alarm.metric_keys) state.sleepers[key].insert(alarm.name);
    }
  }
  if (alarm.due != Time()) {
    alarm.due = at + alarm.interval();
    due_.emplace(alarm.due, alarm.serial);
  }
  if (verdict.state && *verdict.state != alarm.state.value) {
    change_state(state, alarm, state_after(alarm, verdict, at));
  }
}

}  // namespace emu::cloudwatch
