#include <algorithm>
#include <limits>
#include <optional>
#include <queue>
#include <string_view>
#include <vector>

#include "logs/errors.h"
#include "logs/filter_pattern.h"
#include "logs/limits.h"
#include "logs/position.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// A stream's part in the merge: what comes next of it.
struct Cursor {
  std::string_view name;
  const Stream* stream = nullptr;
  std::size_t rank = 0;
  Position position = {};

  // False at the end.
  bool load() {
    if (rank >= stream->events.size()) return false;
    const EventView event = stream->events.at(rank);
    position = {.timestamp = event.timestamp,
                .stream = static_cast<std::uint64_t>(stream->serial),
                .arrival = event.arrival};
    return true;
  }
};

struct Later {
  bool operator()(const Cursor& a, const Cursor& b) const { return a.position > b.position; }
};

using Merge = std::priority_queue<Cursor, std::vector<Cursor>, Later>;

// The first rank of the stream that is not before the position, in the order of the whole group.
std::size_t rank_from(const Stream& stream, const Position& start) {
  const auto serial = static_cast<std::uint64_t>(stream.serial);
  if (serial < start.stream) return stream.events.rank_at(start.timestamp + 1);
  if (serial > start.stream) return stream.events.rank_at(start.timestamp);
  return stream.events.rank_from(start.timestamp, start.arrival);
}

void add(Merge& merge, std::string_view name, const Stream& stream, const Position& start) {
  Cursor cursor{.name = name, .stream = &stream, .rank = rank_from(stream, start)};
  if (cursor.load()) merge.push(cursor);
}

Result<Merge> streams_from(const Group& group, const FilterLogEvents& in, const Position& start) {
  Merge merge;
  if (!in.log_stream_names.empty()) {
    std::vector<std::string_view> names(in.log_stream_names.begin(), in.log_stream_names.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string_view name : names) {
      const auto found = group.streams.find(name);
      if (found == group.streams.end()) return stream_does_not_exist();
      add(merge, found->first, found->second, start);
    }
    return merge;
  }
  const std::string& prefix = in.log_stream_name_prefix;
  for (auto s = group.streams.lower_bound(prefix);
       s != group.streams.end() && s->first.starts_with(prefix); ++s) {
    add(merge, s->first, s->second, start);
  }
  return merge;
}

// Source: Amazon CloudWatch Logs API Reference, "FilterLogEvents": a page may have few events or
// none when there is more to search.
FilterLogEventsResult matching(Merge merge, const FilterPattern& pattern, std::int64_t end_time,
                               std::size_t limit) {
  FilterLogEventsResult out;
  std::size_t bytes = 0;
  std::size_t work = 0;
  while (!merge.empty() && merge.top().position.timestamp <= end_time) {
    Cursor cursor = merge.top();
    merge.pop();
    if (work > kSearchWorkPage) {
      out.next_token = to_digits(cursor.position);
      break;
    }
    const EventView event = cursor.stream->events.at(cursor.rank);
    work += (event.message.size() + kEventOverhead) * pattern.cost();
    if (pattern.matches(event.message)) {
      bytes += event.message.size() + kEventOverhead;
      if (out.events.size() == limit || (bytes > kEventsPageBytes && !out.events.empty())) {
        out.next_token = to_digits(cursor.position);
        break;
      }
      out.events.push_back({.log_stream_name = std::string(cursor.name),
                            .timestamp = event.timestamp,
                            .message = std::string(event.message),
                            .ingestion_time = event.ingestion_time,
                            .event_id = to_digits(cursor.position)});
    }
    ++cursor.rank;
    if (cursor.load()) merge.push(cursor);
  }
  return out;
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "FilterLogEvents".
Result<FilterLogEventsResult> Logs::filter_log_events(Call& call, const FilterLogEvents& in) {
  if (!in.log_stream_names.empty() && !in.log_stream_name_prefix.empty()) {
    return invalid_parameter(
        "You can't specify both logStreamNames and logStreamNamePrefix in the same request.");
  }
  std::string why;
  const std::optional<FilterPattern> pattern = FilterPattern::parse(in.filter_pattern, why);
  if (!pattern) return invalid_filter_pattern(why);
  Position start{.timestamp = in.start_time.value_or(0)};
  if (!in.next_token.empty()) {
    const auto given = position_from_digits(in.next_token);
    if (!given) return invalid_token();
    start = std::max(start, *given);
  }
  EMU_TRY(const State::Found found,
          state(call).resolve(in.log_group_name, in.log_group_identifier));

  const std::int64_t oldest_kept = found.group->oldest_kept(now_millis());
  if (start.timestamp < oldest_kept) start = {.timestamp = oldest_kept};
  EMU_TRY(Merge merge, streams_from(*found.group, in, start));
  return matching(std::move(merge), *pattern,
                  in.end_time.value_or(std::numeric_limits<std::int64_t>::max()),
                  static_cast<std::size_t>(in.limit.value_or(kEventsPage)));
}

}  // namespace emu::logs
