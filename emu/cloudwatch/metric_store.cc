#include "cloudwatch/metric_store.h"

#include <algorithm>
#include <utility>

namespace emu::cloudwatch {

namespace {

// How often it is worth looking for what can go.
constexpr std::chrono::hours kSweepInterval{1};

void sort_by_name(std::vector<MetricDimension>& dimensions) {
  std::sort(dimensions.begin(), dimensions.end(),
            [](const MetricDimension& a, const MetricDimension& b) { return a.name < b.name; });
}

void append(std::string_view part, std::string& key) {
  key += part;
  key.push_back('\0');
}

}  // namespace

bool is_metric_text(std::string_view text) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  return text.find_first_not_of(' ') != text.npos &&
         std::none_of(text.begin(), text.end(), is_control);
}

std::string metric_key(std::string_view metric_namespace, std::string_view name,
                       std::vector<MetricDimension> dimensions) {
  sort_by_name(dimensions);
  std::string key;
  append(metric_namespace, key);
  append(name, key);
  for (const MetricDimension& dimension : dimensions) {
    append(dimension.name, key);
    append(dimension.value, key);
  }
  return key;
}

std::string metric_key(const Metric& metric) {
  std::vector<MetricDimension> dimensions;
  for (const Dimension& each : metric.dimensions) {
    dimensions.push_back({.name = each.name, .value = each.value});
  }
  return metric_key(metric.namespace_value.value_or(""), metric.metric_name.value_or(""),
                    std::move(dimensions));
}

bool MetricStore::is_full(std::string_view key) const {
  return metrics_.size() >= kMetricsMax || key_bytes_ + key.size() > key_bytes_max_;
}

bool MetricStore::has_room(std::string_view key, Time now) {
  if (!is_full(key)) return true;
  if (now - swept_ < kSweepInterval) return false;
  swept_ = now;
  std::erase_if(metrics_, [&](const auto& entry) {
    if (entry.second.last_put >= now - kHoursKept) return false;
    key_bytes_ -= entry.first.size();
    return true;
  });
  return !is_full(key);
}

StoredMetric& MetricStore::at(const std::string& key, std::string_view metric_namespace,
                              std::string_view name, std::vector<MetricDimension> dimensions) {
  const auto found = metrics_.lower_bound(key);
  if (found != metrics_.end() && found->first == key) return found->second;
  sort_by_name(dimensions);
  StoredMetric made{
      .name = {.namespace_value = std::string(metric_namespace), .metric_name = std::string(name)}};
  for (const MetricDimension& each : dimensions) {
    made.name.dimensions.push_back(
        {.name = std::string(each.name), .value = std::string(each.value)});
  }
  key_bytes_ += key.size();
  return metrics_.emplace_hint(found, key, std::move(made))->second;
}

StoredMetric* MetricStore::find(std::string_view key) {
  const auto found = metrics_.find(key);
  return found == metrics_.end() ? nullptr : &found->second;
}

void MetricStore::put(StoredMetric& metric, const MetricPut& what, Time now) {
  auto series = metric.by_unit.find(what.unit);
  if (series == metric.by_unit.end()) {
    series = metric.by_unit.try_emplace(std::string(what.unit)).first;
  }
  series->second.put(what.time, what.values, what.by_second, now);
  metric.last_put = std::max(metric.last_put, what.time);
}

MetricStore::Collected MetricStore::collect(std::string_view key, std::string_view unit,
                                            const Periods& periods, Time now,
                                            Aggregate::Keep keep) {
  Collected collected;
  StoredMetric* metric = find(key);
  if (metric == nullptr) return collected;
  for (auto& [of_unit, series] : metric->by_unit) {
    if (!unit.empty() && of_unit != unit) continue;
    collected.looked_at += series.collect(periods, now, keep, collected.found);
  }
  return collected;
}

}  // namespace emu::cloudwatch
