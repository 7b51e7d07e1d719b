// Whether a metric alarm's data make it go to another state, and why.
// Source: Amazon CloudWatch User Guide, "Alarm evaluation", "Configuring how CloudWatch alarms
// treat missing data", "Percentile-based alarms and low data samples".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/alarm.h"
#include "cloudwatch/metric_store.h"

namespace emu::cloudwatch {

struct AlarmPoint {
  Time time;
  double value;
  double count;  // of samples; 0 where nobody knows
  bool is_breaching = false;
};

struct AlarmVerdict {
  // Nothing: the alarm keeps its state.
  std::optional<std::string_view> state = {};
  std::vector<AlarmPoint> points = {};  // what was looked at, the newest first
  std::int64_t missing = 0;             // how many had to be made up
  Time start = {};                      // of what was looked at
  // Whether there was nothing at all, so that only new data can change anything.
  bool is_without_data = false;
};

// By what is known at `at`, which is the end of the newest period.
AlarmVerdict evaluate_alarm(const Alarm& alarm, MetricStore& store, Time at);

// The state that follows, with its reason in AWS's words.
AlarmState state_after(const Alarm& alarm, const AlarmVerdict& verdict, Time at);

}  // namespace emu::cloudwatch
