#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/position.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

constexpr std::string_view kForward = "f/";
constexpr std::string_view kBackward = "b/";

// A token stands between two events: it has the position of the event behind it. A forward token
// reads on from that event, a backward token reads the events before it.
struct Token {
  bool forward = false;
  Position position = {};
};

std::optional<Token> read_token(std::string_view text) {
  const bool forward = text.starts_with(kForward);
  if (!forward && !text.starts_with(kBackward)) return std::nullopt;
  const auto position = position_from_digits(text.substr(kForward.size()));
  if (!position) return std::nullopt;
  return Token{.forward = forward, .position = *position};
}

std::string write_token(std::string_view direction, const Position& position) {
  return std::string(direction) + to_digits(position);
}

std::size_t bytes_of(const EventView& event) { return event.message.size() + kEventOverhead; }

// The ranks [first, last) of a page.
struct Page {
  std::size_t first = 0;
  std::size_t last = 0;
};

Page page_from(const EventLog& events, std::size_t first, std::size_t end, std::size_t limit) {
  Page page{.first = first, .last = first};
  std::size_t bytes = 0;
  while (page.last < end && page.last - first < limit) {
    bytes += bytes_of(events.at(page.last));
    if (bytes > kEventsPageBytes) break;
    ++page.last;
  }
  return page;
}

Page page_before(const EventLog& events, std::size_t begin, std::size_t last, std::size_t limit) {
  Page page{.first = last, .last = last};
  std::size_t bytes = 0;
  while (page.first > begin && last - page.first < limit) {
    bytes += bytes_of(events.at(page.first - 1));
    if (bytes > kEventsPageBytes) break;
    --page.first;
  }
  return page;
}

// The position of the event of that rank, or behind the last event.
Position position_at(const EventLog& events, std::size_t rank) {
  if (rank < events.size()) {
    const EventView event = events.at(rank);
    return {.timestamp = event.timestamp, .arrival = event.arrival};
  }
  if (events.empty()) return {};
  const EventView last = events.at(rank - 1);
  return {.timestamp = last.timestamp, .arrival = last.arrival + 1};
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "GetLogEvents".
Result<GetLogEventsResult> Logs::get_log_events(Call& call, const GetLogEvents& in) {
  std::optional<Token> token;
  if (!in.next_token.empty()) {
    token = read_token(in.next_token);
    if (!token) return invalid_token();
  }
  EMU_TRY(const State::Found found,
          state(call).resolve(in.log_group_name, in.log_group_identifier));
  const auto stream = found.group->streams.find(in.log_stream_name);
  if (stream == found.group->streams.end()) return stream_does_not_exist();

  const EventLog& events = stream->second.events;
  const std::int64_t start =
      std::max(in.start_time.value_or(0), found.group->oldest_kept(now_millis()));
  const std::size_t begin = events.rank_at(start);
  const std::size_t end =
      std::max(begin, in.end_time ? events.rank_at(*in.end_time) : events.size());
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kEventsPage));

  Page page;
  if (token) {
    const std::size_t rank = std::clamp(
        events.rank_from(token->position.timestamp, token->position.arrival), begin, end);
    page = token->forward ? page_from(events, rank, end, limit)
                          : page_before(events, begin, rank, limit);
  } else if (in.start_from_head.value_or(false)) {
    page = page_from(events, begin, end, limit);
  } else {
    page = page_before(events, begin, end, limit);
  }

  GetLogEventsResult out;
  for (std::size_t rank = page.first; rank < page.last; ++rank) {
    const EventView event = events.at(rank);
    out.events.push_back({.timestamp = event.timestamp,
                          .message = std::string(event.message),
                          .ingestion_time = event.ingestion_time});
  }
  out.next_forward_token = write_token(kForward, position_at(events, page.last));
  out.next_backward_token = write_token(kBackward, position_at(events, page.first));
  return out;
}

}  // namespace emu::logs
