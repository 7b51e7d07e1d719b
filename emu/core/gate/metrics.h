// Metrics, as services meet over them: who has values of metrics puts them into the MetricSinks of
// the world, as Logs does with what its metric filters find.
//
//   for (MetricSink* sink : world.interfaces().all<MetricSink>()) {
//     sink->put_metric({.account = account, .region = region, .metric_namespace = "shop",
//                       .name = "Orders", .time = world.now(), .value = 1});
//   }
//
// A service of AWS's whose metrics follow from what it knows anyhow is a MetricSource instead: it
// is asked when somebody looks at metrics, so it costs nothing while nobody does. For one that
// counts what is done to its resources there is core/gate/minute_metrics.h.
#pragma once

#include <emu/time.h>

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

namespace emu {

struct MetricDimension {
  std::string_view name;
  std::string_view value;
};

// One value, or the same one several times.
struct MetricValue {
  std::string_view account;
  std::string_view region;
  std::string_view metric_namespace;  // "AWS/SQS"
  std::string_view name;
  std::span<const MetricDimension> dimensions = {};  // in any order
  Time time = {};
  double value = 0;
  double count = 1;                // how often
  std::string_view unit = "None";  // one of CloudWatch's: "Count"
};

// What values come to where nobody asks for the values themselves.
struct MetricSums {
  double count = 0;
  double sum = 0;
  double min = std::numeric_limits<double>::infinity();
  double max = -std::numeric_limits<double>::infinity();

  void add(double value, double times = 1) {
    count += times;
    sum += value * times;
    min = std::min(min, value);
    max = std::max(max, value);
  }
};

class MetricSink {
 public:
  virtual ~MetricSink() = default;

  // Keeps the value. What no metric can have, such as a name without characters or a time that is
  // over two weeks past, is dropped. The texts are copied.
  virtual void put_metric(const MetricValue& value) = 0;

  // Adds the value to what comes together in this minute, which is put when the minute is over:
  // for what happens often. The time counts for nothing.
  virtual void add_to_minute(const MetricValue& value) = 0;

  // Says that a source, which had nothing to put for a while, will have values from now on: alarms
  // on metrics of that namespace ask for them again.
  virtual void expect_metrics(std::string_view account, std::string_view region,
                              std::string_view metric_namespace) = 0;

  // Keeps values by their sums, in the place of the one value of `of`.
  virtual void put_sums(const MetricValue& of, const MetricSums& sums) = 0;
};

class MetricSource {
 public:
  virtual ~MetricSource() = default;

  // Puts into the sinks what has come together for the minutes that are over by `now`, and has not
  // been put. Asked with a time that never goes back.
  virtual void publish_metrics(Time now) = 0;
};

}  // namespace emu
