// Alarms as they are stored, of metrics and composite ones.
#pragma once

#include <emu/cloudwatch/alarms.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/alarm_rule.h"
#include "cloudwatch/queries.h"
#include "cloudwatch/statistic.h"

namespace emu::cloudwatch {

inline constexpr std::string_view kOk = "OK";
inline constexpr std::string_view kAlarm = "ALARM";
inline constexpr std::string_view kInsufficientData = "INSUFFICIENT_DATA";

struct AlarmState {
  std::string_view value = kInsufficientData;
  std::string reason = "Unchecked: Initial alarm creation";
  std::string reason_data = {};
  Time updated = {};
  Time transitioned = {};  // when the value changed
};

using Tags = std::map<std::string, std::string>;

struct Alarm {
  std::string account;
  std::string region;
  std::string name;
  std::string arn = {};
  std::uint64_t serial = 0;  // in the order of their making
  AlarmState state = {};
  Time configured = {};
  Tags tags = {};

  std::string description = {};
  bool actions_enabled = true;
  std::vector<std::string> ok_actions = {};
  std::vector<std::string> alarm_actions = {};
  std::vector<std::string> insufficient_data_actions = {};

  // Of a metric alarm: what was asked for, and what was made of it.
  PutMetricAlarm metric = {};
  std::optional<Statistic> statistic = {};  // of one metric; else `queries`
  std::optional<Queries> queries = {};
  std::vector<std::string> metric_keys = {};
  Time due = {};  // of its next evaluation; none while nothing can change

  // Of a composite one.
  std::optional<AlarmRule> rule = {};
  PutCompositeAlarm composite = {};
  // Whether its actions wait for the suppressor, and what they were for.
  std::string_view suppressed_by = {};
  std::string suppressed_reason = {};
  std::optional<AlarmState> suppressed_from = {};  // the state before, when its actions wait

  bool is_composite() const { return rule.has_value(); }
  const std::vector<std::string>& actions_for(std::string_view state_value) const {
    if (state_value == kAlarm) return alarm_actions;
    return state_value == kOk ? ok_actions : insufficient_data_actions;
  }

  // Of a metric alarm.
  std::int64_t period() const;
  std::int64_t evaluation_periods() const { return metric.evaluation_periods.value_or(1); }
  std::int64_t datapoints_to_alarm() const {
    return metric.datapoints_to_alarm.value_or(metric.evaluation_periods.value_or(1));
  }
  // How often it is evaluated. Source: Amazon CloudWatch User Guide, "Alarm evaluation".
  Duration interval() const;
};

std::string alarm_arn(std::string_view account, std::string_view region, std::string_view name);

// As it is described.
MetricAlarm described_metric_alarm(const Alarm& alarm);
CompositeAlarm described_composite_alarm(const Alarm& alarm);

}  // namespace emu::cloudwatch
