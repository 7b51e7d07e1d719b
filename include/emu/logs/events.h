// Log events: writing, reading and searching them. Include <emu/logs.h>.
// Source: Amazon CloudWatch Logs API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

struct InputLogEvent {
  std::int64_t timestamp = 0;
  std::string message;  // up to 1 MiB with 26 bytes of overhead
  static void describe(StructureShape<InputLogEvent>& s);
};

// What of a batch was not taken: indices into its events.
struct RejectedLogEventsInfo {
  std::optional<std::int32_t> too_new_log_event_start_index = {};  // the first one too far ahead
  std::optional<std::int32_t> too_old_log_event_end_index = {};    // one past the last one too old
  std::optional<std::int32_t> expired_log_event_end_index = {};    // one past the last one expired
  static void describe(StructureShape<RejectedLogEventsInfo>& s);
};

struct PutLogEventsResult {
  std::string next_sequence_token = {};
  std::optional<RejectedLogEventsInfo> rejected_log_events_info = {};
  static void describe(StructureShape<PutLogEventsResult>& s);
};

// A batch in chronological order; 10,000 events and 1 MiB, 26 bytes counted for each event. Events
// over 2 hours ahead, over 14 days old or older than the group's retention are left out, the rest
// is stored and spans at most 24 hours.
struct PutLogEvents {
  static constexpr OperationName kOperation{"logs", "PutLogEvents"};
  using Result = PutLogEventsResult;
  std::string log_group_name;
  std::string log_stream_name;
  std::vector<InputLogEvent> log_events;
  std::string sequence_token = {};  // accepted and not looked at, as AWS does since 2023
  static void describe(StructureShape<PutLogEvents>& s);
};

struct OutputLogEvent {
  std::int64_t timestamp = 0;
  std::string message;
  std::int64_t ingestion_time = 0;
  static void describe(StructureShape<OutputLogEvent>& s);
};

struct GetLogEventsResult {
  std::vector<OutputLogEvent> events = {};  // the oldest first
  std::string next_forward_token = {};      // equal to the one given: the end is reached
  std::string next_backward_token = {};
  static void describe(StructureShape<GetLogEventsResult>& s);
};

// Events of one stream, a page at a time: the newest unless start_from_head. A page holds as many
// events as fit in 1 MiB, at most 10,000.
struct GetLogEvents {
  static constexpr OperationName kOperation{"logs", "GetLogEvents"};
  using Result = GetLogEventsResult;
  std::string log_group_name = {};
  std::string log_group_identifier = {};  // a name or an ARN, in place of log_group_name
  std::string log_stream_name;
  std::optional<std::int64_t> start_time = {};  // inclusive
  std::optional<std::int64_t> end_time = {};    // exclusive
  std::string next_token = {};                  // a forward or a backward one
  std::optional<std::int32_t> limit = {};       // 1–10,000
  std::optional<bool> start_from_head = {};
  std::optional<bool> unmask = {};
  static void describe(StructureShape<GetLogEvents>& s);
};

struct FilteredLogEvent {
  std::string log_stream_name;
  std::int64_t timestamp = 0;
  std::string message;
  std::int64_t ingestion_time = 0;
  std::string event_id = {};
  static void describe(StructureShape<FilteredLogEvent>& s);
};

struct SearchedLogStream {
  std::string log_stream_name;
  bool searched_completely = false;
  static void describe(StructureShape<SearchedLogStream>& s);
};

struct FilterLogEventsResult {
  std::vector<FilteredLogEvent> events = {};  // of all streams together, by timestamp
  std::vector<SearchedLogStream> searched_log_streams = {};  // always empty, as on AWS since 2020
  std::string next_token = {};
  static void describe(StructureShape<FilterLogEventsResult>& s);
};

// Events of a group that match a pattern. Patterns: terms (all must occur), "quoted terms", ?any
// -none, [space, delimited = fields] and { $.json = selectors }.
struct FilterLogEvents {
  static constexpr OperationName kOperation{"logs", "FilterLogEvents"};
  using Result = FilterLogEventsResult;
  std::string log_group_name = {};
  std::string log_group_identifier = {};           // a name or an ARN, in place of log_group_name
  std::vector<std::string> log_stream_names = {};  // up to 100; not together with a prefix
  std::string log_stream_name_prefix = {};
  std::optional<std::int64_t> start_time = {};  // both inclusive
  std::optional<std::int64_t> end_time = {};
  std::string filter_pattern = {};  // empty: every event
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–10,000, by default 10,000
  std::optional<bool> interleaved = {};    // accepted and taken as true, as on AWS since 2019
  std::optional<bool> unmask = {};
  static void describe(StructureShape<FilterLogEvents>& s);
};

}  // namespace emu::logs
