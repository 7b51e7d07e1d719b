// A metric filter as it is stored, and the values of metrics that it finds in events.
#pragma once

#include <emu/logs/metric_filters.h>
#include <emu/result.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/metrics.h"
#include "logs/filter_pattern.h"
#include "logs/incoming.h"

namespace emu::logs {

class StoredMetricFilter {
 public:
  // Errors: InvalidParameterException.
  static Result<StoredMetricFilter> make(const PutMetricFilter& in);

  // As DescribeMetricFilters answers it.
  MetricFilter described;

  bool has_expression() const { return pattern_.regular_expressions() > 0; }
  std::size_t cost() const { return pattern_.cost(); }
  bool matches(const Message& message) const { return pattern_.matches(message); }
  // Puts what the event of that index measures, which matches.
  void measure(const IncomingEvents& incoming, std::size_t index, const Message& message,
               MetricSink& sink) const;
  // Puts the default value, if there is one, at the time of the event of that index.
  void measure_none(const IncomingEvents& incoming, std::size_t index, MetricSink& sink) const;

 private:
  struct Dimension {
    std::string name;
    std::unique_ptr<EventValue> value;
  };

  explicit StoredMetricFilter(FilterPattern pattern) : pattern_(std::move(pattern)) {}

  Status read(const MetricTransformation& transformation);
  // What an event that matches measures.
  std::optional<double> value_of(const Message& message) const;
  // False when the event lacks one.
  bool find_dimensions(const Message& message, std::vector<std::string>& values) const;
  void put(const IncomingEvents& incoming, std::size_t index, double value,
           std::span<const MetricDimension> dimensions, MetricSink& sink) const;

  FilterPattern pattern_;
  std::optional<double> constant_ = {};
  std::unique_ptr<EventValue> value_ = nullptr;
  std::vector<Dimension> dimensions_ = {};
};

// Measures a batch, which is not empty, by one filter.
// Source: CloudWatch Logs User Guide, "Configuring metric values for a metric filter": the default
// value is that of a minute in which events came and none of them matched.
class BatchMeasurement {
 public:
  // All must outlive it.
  BatchMeasurement(const StoredMetricFilter& filter, const IncomingEvents& incoming,
                   MetricSink& sink)
      : filter_(filter), incoming_(incoming), sink_(sink) {}

  // Each event in its turn.
  void add(std::size_t index, const Message& message);
  void end();

 private:
  const StoredMetricFilter& filter_;
  const IncomingEvents& incoming_;
  MetricSink& sink_;
  std::size_t first_ = 0;  // of the minute
  bool is_match_ = false;  // in the minute
};

}  // namespace emu::logs
