#include "cloudwatch/service.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "cloudwatch/limits.h"
#include "core/gate/tag_keys.h"

namespace emu::cloudwatch {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Cloudwatch>(world); }

Cloudwatch::Cloudwatch(World& world)
    : world_(world),
      actions_(world,
               [this](std::uint64_t serial, const std::string& action, const std::string& error) {
                 const Alarm* alarm = find(serial);
                 if (alarm == nullptr) return;
                 regions_.at(alarm->account, alarm->region)
                     .history.add(
                         *alarm, world_.now(), "Action",
                         fmt::format("{} action {}",
                                     error.empty() ? "Successfully executed" : "Failed to execute",
                                     action),
                         action_data(action, alarm->state, error));
               }),
      services_(world, *this,
                [this](const MinuteOfMetric& minute, Time time) { store_minute(minute, time); }) {
  world.interfaces().add<MetricSink>(*this);
  world.resource_policies().add_host("cloudwatch", *this);
}

void Cloudwatch::reset(std::optional<std::string_view> account) {
  actions_.drop(account);
  services_.forget(account);
  regions_.each_of(account, [this](RegionState& state) {
    for (auto& [name, alarm] : state.alarms) {
      stop_suppressor_timer(alarm);
      places_.erase(alarm.serial);
      due_.erase({alarm.due, alarm.serial});
    }
  });
  regions_.forget(account);
  if (account) return;
  last_serial_ = 0;
  due_.clear();
  asked_until_ = {};
  arrange();
}

Alarm* Cloudwatch::find(std::uint64_t serial) {
  const auto place = places_.find(serial);
  if (place == places_.end()) return nullptr;
  RegionState* state = regions_.find(place->second.account, place->second.region);
  return state == nullptr ? nullptr : state->find_alarm(place->second.name);
}

void Cloudwatch::ask_sources() {
  constexpr std::chrono::minutes kMinute{1};
  const Time minute = std::chrono::floor<std::chrono::minutes>(world_.now());
  if (minute < asked_until_ + kMinute) return;
  asked_until_ = minute;
  for (MetricSource* source : world_.interfaces().all<MetricSource>()) {
    source->publish_metrics(world_.now());
  }
}

void Cloudwatch::store(RegionState& state, const std::string& key, StoredMetric& metric,
                       const MetricPut& what) {
  state.metrics.put(metric, what, world_.now());
  if (!state.sleepers.empty()) wake(state, key);
}

void Cloudwatch::put_metric(const MetricValue& value) {
  if (value.count > 0) keep(value, Aggregate(value.value, value.count));
}

void Cloudwatch::put_sums(const MetricValue& of, const MetricSums& sums) {
  if (sums.count <= 0) return;
  Aggregate values;
  values.count = sums.count;
  values.sum = sums.sum;
  values.min = sums.min;
  values.max = sums.max;
  values.has_values = values.is_one_value();
  keep(of, std::move(values));
}

void Cloudwatch::keep(const MetricValue& of, Aggregate values) {
  const Time now = world_.now();
  const bool fits =
      is_metric_text(of.metric_namespace) && is_metric_text(of.name) &&
      std::all_of(of.dimensions.begin(), of.dimensions.end(),
                  [](const MetricDimension& dimension) {
                    return is_metric_text(dimension.name) && is_metric_text(dimension.value);
                  }) &&
      of.dimensions.size() <= kDimensionsMax && of.time <= now + kNewestPut &&
      of.time >= now - kOldestPut;
  if (!fits) return;
  RegionState& state = regions_.at(of.account, of.region);
  const std::vector<MetricDimension> dimensions(of.dimensions.begin(), of.dimensions.end());
  const std::string key = metric_key(of.metric_namespace, of.name, dimensions);
  if (state.metrics.find(key) == nullptr && !state.metrics.has_room(key, now)) return;
  store(state, key, state.metrics.at(key, of.metric_namespace, of.name, dimensions),
        {.time = of.time, .values = std::move(values), .unit = of.unit});
}

void Cloudwatch::store_minute(const MinuteOfMetric& minute, Time time) {
  RegionState& state = regions_.at(minute.account, minute.region);
  std::vector<MetricDimension> dimensions;
  for (const Dimension& each : minute.dimensions) {
    dimensions.push_back({.name = each.name, .value = each.value});
  }
  const std::string key = metric_key(minute.metric_namespace, minute.name, dimensions);
  if (state.metrics.find(key) == nullptr && !state.metrics.has_room(key, world_.now())) return;
  store(state, key, state.metrics.at(key, minute.metric_namespace, minute.name, dimensions),
        {.time = time, .values = minute.values, .unit = minute.unit});
}

Tags* Cloudwatch::find_tags(std::string_view arn) const {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "cloudwatch") return nullptr;
  constexpr std::string_view kDashboard = "dashboard/";
  if (parsed->resource.starts_with(kDashboard)) {
    RegionState* state = regions_.find(parsed->account, {});
    if (state == nullptr) return nullptr;
    const auto found =
        state->dashboards.find(std::string_view(parsed->resource).substr(kDashboard.size()));
    return found == state->dashboards.end() ? nullptr : &found->second.tags;
  }
  RegionState* state = regions_.find(parsed->account, parsed->region);
  Alarm* alarm = state == nullptr ? nullptr : state->find_alarm(arn);
  return alarm == nullptr ? nullptr : &alarm->tags;
}

void Cloudwatch::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  if (const Tags* tags = find_tags(request.resource)) add_resource_tags(*tags, {}, out);
}

}  // namespace emu::cloudwatch
