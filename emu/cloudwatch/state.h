// What CloudWatch keeps for one account and region.
#pragma once

#include <emu/time.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/alarm.h"
#include "cloudwatch/history.h"
#include "cloudwatch/metric_store.h"

namespace emu::cloudwatch {

struct Dashboard {
  std::string arn;
  std::string body;
  Time modified = {};
  Tags tags = {};
};

struct RegionState {
  RegionState(std::string in_account, std::string in_region)
      : account(std::move(in_account)), region(std::move(in_region)) {}

  std::string account;
  std::string region;
  MetricStore metrics = {};
  std::map<std::string, Alarm, std::less<>> alarms = {};
  AlarmHistory history = {};
  std::map<std::string, Dashboard, std::less<>> dashboards = {};

  // Alarms that wait for data of a metric, by the metric's key; and the composite alarms that speak
  // of an alarm, by that one's name. Both follow from the alarms.
  std::map<std::string, std::set<std::string>, std::less<>> sleepers = {};
  std::map<std::string, std::set<std::string>, std::less<>> parents = {};

  // By name or ARN; null when there is none.
  Alarm* find_alarm(std::string_view name_or_arn);
  // The names of the composite alarms that speak of an alarm, directly or by way of others. Each
  // comes once, and after all of these that it speaks of, as far as no circle forbids it.
  std::vector<std::string> followers(std::string_view name) const;
};

// "cpu" of "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu" and of itself.
std::string_view alarm_name_of(std::string_view name_or_arn);

}  // namespace emu::cloudwatch
