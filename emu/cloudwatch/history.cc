#include "cloudwatch/history.h"

#include <fmt/format.h>

#include <utility>

#include "cloudwatch/limits.h"
#include "cloudwatch/texts.h"
#include "core/json/json_writer.h"
#include "core/text/utf8.h"

namespace emu::cloudwatch {

namespace {

// As DescribeAlarmHistory bounds them.
constexpr std::size_t kSummaryMax = 255;
constexpr std::size_t kDataMax = 4'095;

void write_old_or_new(std::string_view name, const AlarmState& state, JsonWriter& writer) {
  writer.key(name);
  writer.begin_object();
  writer.member("stateValue", state.value);
  writer.member("stateReason", state.reason);
  if (!state.reason_data.empty()) {
    writer.key("stateReasonData");
    if (state.reason_data.front() == '{') {
      writer.raw(state.reason_data);
    } else {
      writer.string(state.reason_data);
    }
  }
  writer.end_object();
}

}  // namespace

void AlarmHistory::add(const Alarm& alarm, Time time, std::string_view type, std::string summary,
                       std::string data) {
  settle(time);
  summary.resize(truncate_utf8(summary, kSummaryMax).size());
  if (data.size() > kDataMax) data = "{}";
  items_.push_back({.number = ++last_number_,
                    .item = {.alarm_name = alarm.name,
                             .alarm_type = alarm.is_composite() ? "CompositeAlarm" : "MetricAlarm",
                             .timestamp = time,
                             .history_item_type = std::string(type),
                             .history_summary = std::move(summary),
                             .history_data = std::move(data)}});
  if (items_.size() > kHistoryMax) items_.pop_front();
}

const std::deque<HistoryItem>& AlarmHistory::items(Time now) {
  settle(now);
  return items_;
}

void AlarmHistory::settle(Time now) {
  while (!items_.empty() && *items_.front().item.timestamp < now - kHistoryKept) {
    items_.pop_front();
  }
}

std::string configuration_data(const Alarm& alarm, std::string_view change) {
  std::string data;
  JsonWriter writer(data);
  writer.begin_object();
  writer.member("version", "1.0");
  writer.member("type", change);
  writer.key(change == "Delete"   ? "deletedAlarm"
             : change == "Create" ? "createdAlarm"
                                  : "updatedAlarm");
  writer.begin_object();
  writer.member("alarmName", alarm.name);
  writer.member("alarmArn", alarm.arn);
  writer.member("actionsEnabled", alarm.actions_enabled);
  writer.member("stateValue", alarm.state.value);
  writer.member("alarmConfigurationUpdatedTimestamp", time_text(alarm.configured));
  writer.end_object();
  writer.end_object();
  return data;
}

std::string state_data(const AlarmState& before, const AlarmState& after) {
  std::string data;
  JsonWriter writer(data);
  writer.begin_object();
  writer.member("version", "1.0");
  write_old_or_new("oldState", before, writer);
  write_old_or_new("newState", after, writer);
  writer.end_object();
  return data;
}

std::string action_data(std::string_view action, const AlarmState& state, std::string_view error) {
  std::string data;
  JsonWriter writer(data);
  writer.begin_object();
  writer.member("version", "1.0");
  writer.member("actionState", error.empty() ? "Succeeded" : "Failed");
  writer.member("stateUpdateTimestamp", epoch_millis(state.updated));
  writer.member("notificationResource", action);
  if (!error.empty()) writer.member("error", error);
  writer.end_object();
  return data;
}

}  // namespace emu::cloudwatch
