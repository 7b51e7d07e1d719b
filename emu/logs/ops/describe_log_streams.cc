#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/position.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// A stream of the list, by what the list is ordered. The time is 0 in a list by name, and for
// streams without events.
struct Listed {
  std::int64_t last_event_time = 0;
  std::string_view name;
  const Stream* stream = nullptr;
};

bool before(const Listed& a, const Listed& b) {
  return std::tie(a.last_event_time, a.name) < std::tie(b.last_event_time, b.name);
}
bool after(const Listed& a, const Listed& b) { return before(b, a); }

std::int64_t last_event_time(const Stream& stream) {
  const EventLog& events = stream.events;
  return events.empty() ? 0 : events.at(events.size() - 1).timestamp;
}

// A token names the stream that was listed last.
std::string token_of(const Listed& listed) {
  return fmt::format("{}@{}", listed.last_event_time, listed.name);
}

std::optional<Listed> listed_of(std::string_view token) {
  const std::size_t at = token.find('@');
  if (at == token.npos) return std::nullopt;
  Listed listed{.name = token.substr(at + 1)};
  const char* end = token.data() + at;
  const auto read = std::from_chars(token.data(), end, listed.last_event_time);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return listed;
}

std::vector<Listed> streams_of(const Group& group, std::string_view prefix, bool by_time) {
  std::vector<Listed> found;
  for (auto s = group.streams.lower_bound(prefix);
       s != group.streams.end() && s->first.starts_with(prefix); ++s) {
    found.push_back({.last_event_time = by_time ? last_event_time(s->second) : 0,
                     .name = s->first,
                     .stream = &s->second});
  }
  return found;
}

LogStream answer_of(const Listed& listed, const std::string& group_arn) {
  const EventLog& events = listed.stream->events;
  LogStream out{.log_stream_name = std::string(listed.name),
                .creation_time = listed.stream->creation_time,
                .arn = fmt::format("{}:log-stream:{}", group_arn, listed.name)};
  if (!events.empty()) {
    out.first_event_timestamp = events.at(0).timestamp;
    out.last_event_timestamp = last_event_time(*listed.stream);
    out.last_ingestion_time = listed.stream->last_ingestion_time;
    out.upload_sequence_token = to_digits({.arrival = events.next_arrival()});
  }
  return out;
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "DescribeLogStreams".
Result<DescribeLogStreamsResult> Logs::describe_log_streams(Call& call,
                                                            const DescribeLogStreams& in) {
  const bool by_time = in.order_by == "LastEventTime";
  if (by_time && !in.log_stream_name_prefix.empty()) {
    return invalid_parameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
  }
  std::optional<Listed> last_listed;
  if (!in.next_token.empty()) {
    last_listed = listed_of(in.next_token);
    if (!last_listed) return invalid_token();
  }
  State& here = state(call);
  EMU_TRY(const State::Found found, here.resolve(in.log_group_name, in.log_group_identifier));

  const auto order = in.descending.value_or(false) ? &after : &before;
  std::vector<Listed> all = streams_of(*found.group, in.log_stream_name_prefix, by_time);
  std::sort(all.begin(), all.end(), order);
  auto next =
      last_listed ? std::upper_bound(all.begin(), all.end(), *last_listed, order) : all.begin();

  DescribeLogStreamsResult out;
  const std::string group_arn = here.group_arn(found.name);
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kDescribePage));
  for (; next != all.end() && out.log_streams.size() < limit; ++next) {
    out.log_streams.push_back(answer_of(*next, group_arn));
  }
  if (next != all.end()) out.next_token = token_of(*(next - 1));
  return out;
}

}  // namespace emu::logs
