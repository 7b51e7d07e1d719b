#include <algorithm>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/page.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

bool has_action(const Alarm& alarm, std::string_view prefix) {
  const auto begins = [prefix](const std::vector<std::string>& actions) {
    return std::any_of(actions.begin(), actions.end(),
                       [prefix](const std::string& action) { return action.starts_with(prefix); });
  };
  return begins(alarm.ok_actions) || begins(alarm.alarm_actions) ||
         begins(alarm.insufficient_data_actions);
}

bool names(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Without a type only metric alarms are described.
bool is_of_type(const DescribeAlarms& in, const Alarm& alarm) {
  if (in.children_of_alarm_name || in.parents_of_alarm_name) return true;
  if (in.alarm_types.empty()) return !alarm.is_composite();
  return names(in.alarm_types, alarm.is_composite() ? "CompositeAlarm" : "MetricAlarm");
}

bool is_child(const Alarm& parent, std::string_view name) {
  if (!parent.is_composite()) return false;
  const auto& children = parent.rule->children();
  return std::any_of(children.begin(), children.end(),
                     [name](const std::string& child) { return alarm_name_of(child) == name; });
}

bool fits(const DescribeAlarms& in, const Alarm& alarm) {
  if (!is_of_type(in, alarm)) return false;
  if (!in.alarm_names.empty() && !names(in.alarm_names, alarm.name)) return false;
  if (in.state_value && *in.state_value != alarm.state.value) return false;
  return !in.action_prefix || has_action(alarm, *in.action_prefix);
}

// The relatives of an alarm come with name, ARN and state alone.
void add(const DescribeAlarms& in, const Alarm& alarm, DescribeAlarmsResult& out) {
  const bool is_brief = in.children_of_alarm_name || in.parents_of_alarm_name;
  if (alarm.is_composite()) {
    CompositeAlarm described = described_composite_alarm(alarm);
    if (is_brief) {
      described = {.alarm_arn = described.alarm_arn,
                   .alarm_name = described.alarm_name,
                   .state_updated_timestamp = described.state_updated_timestamp,
                   .state_value = described.state_value};
    }
    out.composite_alarms.push_back(std::move(described));
    return;
  }
  MetricAlarm described = described_metric_alarm(alarm);
  if (is_brief) {
    described = {.alarm_name = described.alarm_name,
                 .alarm_arn = described.alarm_arn,
                 .state_value = described.state_value,
                 .state_updated_timestamp = described.state_updated_timestamp};
  }
  out.metric_alarms.push_back(std::move(described));
}

Status check_request(const DescribeAlarms& in) {
  if (in.alarm_name_prefix && !in.alarm_names.empty()) {
    return invalid_combination("AlarmNames and AlarmNamePrefix are mutually exclusive.");
  }
  if (in.children_of_alarm_name && in.parents_of_alarm_name) {
    return invalid_combination(
        "ChildrenOfAlarmName and ParentsOfAlarmName are mutually exclusive.");
  }
  return {};
}

}  // namespace

Result<DescribeAlarmsResult> Cloudwatch::describe_alarms(Call& call, const DescribeAlarms& in) {
  EMU_CHECK(check_request(in));
  EMU_TRY(const std::string last, key_of_token(in.next_token));
  RegionState& state = state_of(call);
  const auto room =
      static_cast<std::size_t>(in.max_records.value_or(static_cast<std::int32_t>(kAlarmsPageSize)));
  const Alarm* parent =
      in.children_of_alarm_name ? state.find_alarm(*in.children_of_alarm_name) : nullptr;
  const std::string prefix = in.alarm_name_prefix.value_or("");
  DescribeAlarmsResult out;
  std::string_view newest;
  std::size_t count = 0;
  for (auto at = state.alarms.lower_bound(std::max(prefix, last));
       at != state.alarms.end() && at->first.starts_with(prefix); ++at) {
    const Alarm& alarm = at->second;
    if (at->first == last || !fits(in, alarm)) continue;
    if (in.children_of_alarm_name && (parent == nullptr || !is_child(*parent, alarm.name))) {
      continue;
    }
    if (in.parents_of_alarm_name && !is_child(alarm, *in.parents_of_alarm_name)) continue;
    if (count++ == room) {
      out.next_token = token_of(newest);
      break;
    }
    add(in, alarm, out);
    newest = at->first;
  }
  return out;
}

}  // namespace emu::cloudwatch
