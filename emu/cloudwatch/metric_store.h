// MetricStore: the metrics of one account and region.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/time.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/aggregate.h"
#include "cloudwatch/series.h"
#include "core/gate/metrics.h"

namespace emu::cloudwatch {

struct StoredMetric {
  Metric name;  // dimensions in their order
  std::map<std::string, Series, std::less<>> by_unit = {};
  Time last_put = {};  // the newest that was put
};

// A text that tells a metric from all others and sorts metrics by namespace, name and dimensions.
// "SHOP\0Orders\0Region\0eu\0"
std::string metric_key(std::string_view metric_namespace, std::string_view name,
                       std::vector<MetricDimension> dimensions);
std::string metric_key(const Metric& metric);

struct MetricPut {
  Time time;
  Aggregate values;
  std::string_view unit;
  bool by_second = false;
};

class MetricStore {
 public:
  // False when there are too many metrics already, without those whose values are all forgotten.
  bool has_room(Time now);
  // The metric with that key, made when there is none.
  StoredMetric& at(const std::string& key, std::string_view metric_namespace, std::string_view name,
                   std::vector<MetricDimension> dimensions);
  // Null when there is none.
  StoredMetric* find(std::string_view key);
  void put(StoredMetric& metric, const MetricPut& what, Time now);

  // Those from a key on, in order, until visit(key, StoredMetric&) says false.
  template <class Visit>
  void each_from(std::string_view key, const Visit& visit) {
    for (auto metric = metrics_.lower_bound(key); metric != metrics_.end(); ++metric) {
      if (!visit(metric->first, metric->second)) return;
    }
  }

  // What the values of a metric come to, by the start of their period: those of one unit, or of all
  // when none is named.
  Series::Found collect(std::string_view key, std::string_view unit, const Periods& periods,
                        Time now, Aggregate::Keep keep);

 private:
  std::map<std::string, StoredMetric, std::less<>> metrics_;
  Time swept_ = {};
};

}  // namespace emu::cloudwatch
