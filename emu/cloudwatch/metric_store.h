// MetricStore: the metrics of one account and region.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/time.h>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/aggregate.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/series.h"
#include "core/gate/metrics.h"

namespace emu::cloudwatch {

struct StoredMetric {
  Metric name;  // dimensions in their order
  std::map<std::string, Series, std::less<>> by_unit = {};
  Time last_put = {};  // the newest that was put
};

// Whether a namespace, a name or a part of a dimension may be called so: it has no control
// characters, which tell texts apart here, and some character that is no space.
bool is_metric_text(std::string_view text);

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
  MetricStore() = default;
  // With another bound for the bytes of all names.
  explicit MetricStore(std::size_t key_bytes_max) : key_bytes_max_(key_bytes_max) {}

  // False when there are too many metrics already, or their names are too long together, without
  // those whose values are all forgotten.
  bool has_room(std::string_view key, Time now);
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
  struct Collected {
    Series::Found found = {};
    std::size_t looked_at = 0;  // points
  };
  Collected collect(std::string_view key, std::string_view unit, const Periods& periods, Time now,
                    Aggregate::Keep keep);

 private:
  bool is_full(std::string_view key) const;

  std::map<std::string, StoredMetric, std::less<>> metrics_;
  std::size_t key_bytes_max_ = kMetricKeyBytesMax;
  std::size_t key_bytes_ = 0;
  Time swept_ = {};
};

}  // namespace emu::cloudwatch
