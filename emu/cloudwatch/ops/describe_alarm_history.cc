#include <algorithm>
#include <charconv>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "cloudwatch/page.h"
#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

// The number of the entry after which the page begins, 0 for the first page.
Result<std::uint64_t> number_of_token(const std::optional<std::string>& token) {
  EMU_TRY(const std::string text, key_of_token(token));
  std::uint64_t number = 0;
  if (text.empty()) return number;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return invalid_token();
  return number;
}

// Without a type the history of metric alarms alone is described.
bool fits(const DescribeAlarmHistory& in, const AlarmHistoryItem& item) {
  if (in.alarm_name && *in.alarm_name != item.alarm_name) return false;
  if (in.alarm_types.empty() ? item.alarm_type != "MetricAlarm"
                             : std::find(in.alarm_types.begin(), in.alarm_types.end(),
                                         item.alarm_type) == in.alarm_types.end()) {
    return false;
  }
  if (in.history_item_type && *in.history_item_type != item.history_item_type) return false;
  if (in.start_date && *item.timestamp < *in.start_date) return false;
  if (in.end_date && *item.timestamp > *in.end_date) return false;
  return !in.alarm_contributor_id;
}

}  // namespace

Result<DescribeAlarmHistoryResult> Cloudwatch::describe_alarm_history(
    Call& call, const DescribeAlarmHistory& in) {
  EMU_TRY(const std::uint64_t last, number_of_token(in.next_token));
  const auto& items = state_of(call).history.items(world_.now());
  const auto room = static_cast<std::size_t>(
      in.max_records.value_or(static_cast<std::int32_t>(kHistoryPageSize)));
  const bool is_ascending = in.scan_by == "TimestampAscending";
  DescribeAlarmHistoryResult out;
  std::uint64_t newest = 0;
  const auto add = [&](const HistoryItem& entry) {
    if (last != 0 && (is_ascending ? entry.number <= last : entry.number >= last)) return true;
    if (!fits(in, entry.item)) return true;
    if (out.alarm_history_items.size() == room) {
      out.next_token = token_of(std::to_string(newest));
      return false;
    }
    out.alarm_history_items.push_back(entry.item);
    newest = entry.number;
    return true;
  };
  if (is_ascending) {
    for (const HistoryItem& entry : items) {
      if (!add(entry)) break;
    }
  } else {
    for (auto entry = items.rbegin(); entry != items.rend(); ++entry) {
      if (!add(*entry)) break;
    }
  }
  return out;
}

}  // namespace emu::cloudwatch
