// AlarmHistory: what has happened to the alarms of one account and region.
//
// It keeps what is younger than AWS keeps it, within a bound.
#pragma once

#include <emu/cloudwatch/alarms.h>
#include <emu/time.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "cloudwatch/alarm.h"

namespace emu::cloudwatch {

struct HistoryItem {
  std::uint64_t number;  // grows with each
  AlarmHistoryItem item;
};

class AlarmHistory {
 public:
  void add(const Alarm& alarm, Time time, std::string_view type, std::string summary,
           std::string data);
  // The oldest first.
  const std::deque<HistoryItem>& items(Time now);

 private:
  void settle(Time now);

  std::deque<HistoryItem> items_;
  std::uint64_t last_number_ = 0;
};

// HistoryData of the kinds of entries.
std::string configuration_data(const Alarm& alarm, std::string_view change);
std::string state_data(const AlarmState& before, const AlarmState& after);
std::string action_data(std::string_view action, const AlarmState& state, std::string_view error);

}  // namespace emu::cloudwatch
