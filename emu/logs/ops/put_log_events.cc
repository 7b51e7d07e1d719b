#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/position.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

Error batch_too_large(std::size_t bytes) {
  return invalid_parameter(
      fmt::format("Upload too large: {} bytes exceeds limit of {}", bytes, kBatchBytesMax));
}

Error event_too_large(std::size_t bytes) {
  return invalid_parameter(
      fmt::format("Log event too large: {} bytes exceeds limit of {}", bytes, kEventBytesMax));
}

// Checks: Amazon CloudWatch Logs API Reference, "PutLogEvents".
Status check_batch(const std::vector<InputLogEvent>& events) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::size_t event_bytes = events[i].message.size() + kEventOverhead;
    if (event_bytes > kEventBytesMax) return event_too_large(event_bytes);
    bytes += event_bytes;
    if (i > 0 && events[i].timestamp < events[i - 1].timestamp) {
      return invalid_parameter(
          "Log events in a single PutLogEvents request must be in chronological order.");
    }
  }
  if (bytes > kBatchBytesMax) return batch_too_large(bytes);
  return {};
}

Error span_too_long() {
  return invalid_parameter(
      "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
}

// How a batch, which is in order of time, divides: [0, first) comes too late, [last, end) too
// early.
struct Accepted {
  std::size_t first = 0;
  std::size_t last = 0;
  RejectedLogEventsInfo rejected = {};

  std::span<const InputLogEvent> of(const std::vector<InputLogEvent>& events) const {
    return std::span(events).subspan(first, last - first);
  }
  // The time from the first event that is taken to the last.
  std::int64_t span(const std::vector<InputLogEvent>& events) const {
    return first < last ? events[last - 1].timestamp - events[first].timestamp : 0;
  }
};

Accepted accept(const std::vector<InputLogEvent>& events, const Group& group, std::int64_t now) {
  auto index_of = [&events](std::int64_t time) {
    const auto found = std::lower_bound(
        events.begin(), events.end(), time,
        [](const InputLogEvent& event, std::int64_t t) { return event.timestamp < t; });
    return static_cast<std::size_t>(found - events.begin());
  };
  const std::size_t too_old = index_of(now - kTooOld.count());
  const std::size_t expired = index_of(group.oldest_kept(now));
  const std::size_t too_new = index_of(now + kTooNew.count() + 1);

  Accepted accepted{.first = std::max(too_old, expired), .last = too_new};
  RejectedLogEventsInfo& rejected = accepted.rejected;
  if (too_old > 0) rejected.too_old_log_event_end_index = static_cast<std::int32_t>(too_old);
  if (expired > 0) rejected.expired_log_event_end_index = static_cast<std::int32_t>(expired);
  if (too_new < events.size()) {
    rejected.too_new_log_event_start_index = static_cast<std::int32_t>(too_new);
  }
  return accepted;
}

}  // namespace

Result<PutLogEventsResult> Logs::put_log_events(Call& call, const PutLogEvents& in) {
  EMU_CHECK(check_batch(in.log_events));
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  auto found = group->streams.find(in.log_stream_name);
  if (found == group->streams.end()) return stream_does_not_exist();

  Stream& stream = found->second;
  const std::int64_t now = now_millis();
  const Accepted accepted = accept(in.log_events, *group, now);
  if (accepted.span(in.log_events) > kBatchSpanMax.count()) return span_too_long();
  const std::uint64_t first_arrival = stream.events.next_arrival();
  std::int64_t bytes = 0;
  for (std::size_t i = accepted.first; i < accepted.last; ++i) {
    const InputLogEvent& event = in.log_events[i];
    stream.events.append(event.timestamp, now, event.message);
    bytes += static_cast<std::int64_t>(event.message.size() + kEventOverhead);
  }
  if (bytes > 0) stream.last_ingestion_time = now;
  const EventLog::Dropped dropped = stream.events.drop_before(group->oldest_kept(now));
  bytes -= static_cast<std::int64_t>(dropped.bytes + dropped.events * kEventOverhead);
  stream.stored_bytes += bytes;
  group->stored_bytes += bytes;
  if (accepted.first < accepted.last && group->has_filters()) {
    filter(*group, {.account = call.account(),
                    .region = call.region(),
                    .group = in.log_group_name,
                    .stream = in.log_stream_name,
                    .stream_serial = static_cast<std::uint64_t>(stream.serial),
                    .first_arrival = first_arrival,
                    .events = accepted.of(in.log_events)});
  }

  PutLogEventsResult out;
  out.next_sequence_token = to_digits({.arrival = stream.events.next_arrival()});
  if (accepted.first > 0 || accepted.last < in.log_events.size()) {
    out.rejected_log_events_info = accepted.rejected;
  }
  return out;
}

}  // namespace emu::logs
