// What an alarm tells others of a change of its state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/alarm.h"

namespace emu::cloudwatch {

// What the only metric of an alarm is called, which has no id of its own.
inline constexpr std::string_view kMetricId = "m1";

struct TriggeringChild {
  std::string arn;
  std::string state;
  Time since;
};

struct AlarmChange {
  const Alarm& alarm;  // in its new state
  AlarmState before;
  std::vector<TriggeringChild> children = {};  // of a composite alarm
};

// Of a message of SNS.
// Source: Amazon CloudWatch User Guide, "Notifying users on alarm changes".
std::string notification_subject(const AlarmChange& change);
std::string notification_message(const AlarmChange& change);

// Of an invocation. `metric_id` stands for a metric that has none of its own.
// Source: Amazon CloudWatch User Guide, "Invoke a Lambda function from an alarm".
std::string invocation_payload(const AlarmChange& change, std::string_view metric_id);

// Of an event "CloudWatch Alarm State Change".
// Source: Amazon CloudWatch User Guide, "Alarm events and EventBridge".
std::string event_detail(const AlarmChange& change, std::string_view metric_id);

}  // namespace emu::cloudwatch
