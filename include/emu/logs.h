// CloudWatch Logs: log groups, their streams and the events in them.
//
//   const std::string group = "/aws/lambda/booking";
//   aws.send(logs::CreateLogGroup{.log_group_name = group}).value();
//   aws.send(logs::CreateLogStream{.log_group_name = group, .log_stream_name = "a"}).value();
//   aws.send(logs::PutLogEvents{
//                .log_group_name = group,
//                .log_stream_name = "a",
//                .log_events = {{.timestamp = epoch_millis(aws.now()), .message = "12A is free"}}})
//       .value();
//   auto found = aws.send(logs::FilterLogEvents{.log_group_name = group, .filter_pattern = "free"})
//                    .value();
//
// Points in time are milliseconds since the epoch, as on the wire.
//
// Refusals: InvalidParameterException (400) for values outside of their limits and broken tokens,
// ResourceNotFoundException (400) for an unknown group or stream, ResourceAlreadyExistsException
// (400), LimitExceededException (400), TooManyTagsException (400).
// Source: Amazon CloudWatch Logs API Reference.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::logs {

// Log groups.

// Refused with ResourceAlreadyExistsException when there is one of that name.
struct CreateLogGroup {
  static constexpr OperationName kOperation{"logs", "CreateLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  std::string kms_key_id = {};  // stored and told; nothing is encrypted
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<CreateLogGroup>& s);
};

// Its streams and events go with it.
struct DeleteLogGroup {
  static constexpr OperationName kOperation{"logs", "DeleteLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  static void describe(StructureShape<DeleteLogGroup>& s);
};

struct LogGroup {
  std::string log_group_name;
  std::int64_t creation_time = 0;
  std::optional<std::int32_t> retention_in_days = {};  // absent: events never expire
  std::int32_t metric_filter_count = 0;
  std::string arn = {};  // ends with ":*"
  std::int64_t stored_bytes = 0;
  std::string kms_key_id = {};
  std::string log_group_arn = {};  // without ":*", as other operations take it
  static void describe(StructureShape<LogGroup>& s);
};

struct DescribeLogGroupsResult {
  std::vector<LogGroup> log_groups = {};  // by name
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogGroupsResult>& s);
};

struct DescribeLogGroups {
  static constexpr OperationName kOperation{"logs", "DescribeLogGroups"};
  using Result = DescribeLogGroupsResult;
  std::vector<std::string> account_identifiers = {};  // only with include_linked_accounts
  std::string log_group_name_prefix = {};
  std::string log_group_name_pattern = {};  // a part of the name; not together with a prefix
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  std::optional<bool> include_linked_accounts = {};
  static void describe(StructureShape<DescribeLogGroups>& s);
};

struct PutRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "PutRetentionPolicy"};
  using Result = Nothing;
  std::string log_group_name;
  std::optional<std::int32_t> retention_in_days = {};  // one of AWS's list: 1, 3, 5, 7, 14 … 3653
  static void describe(StructureShape<PutRetentionPolicy>& s);
};

struct DeleteRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "DeleteRetentionPolicy"};
  using Result = Nothing;
  std::string log_group_name;
  static void describe(StructureShape<DeleteRetentionPolicy>& s);
};

// Log streams.

struct CreateLogStream {
  static constexpr OperationName kOperation{"logs", "CreateLogStream"};
  using Result = Nothing;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<CreateLogStream>& s);
};

struct DeleteLogStream {
  static constexpr OperationName kOperation{"logs", "DeleteLogStream"};
  using Result = Nothing;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<DeleteLogStream>& s);
};

struct LogStream {
  std::string log_stream_name;
  std::int64_t creation_time = 0;
  std::optional<std::int64_t> first_event_timestamp = {};  // these three: absent without events
  std::optional<std::int64_t> last_event_timestamp = {};
  std::optional<std::int64_t> last_ingestion_time = {};
  std::string upload_sequence_token = {};
  std::string arn = {};
  std::int64_t stored_bytes = 0;  // always 0, as on AWS
  static void describe(StructureShape<LogStream>& s);
};

struct DescribeLogStreamsResult {
  std::vector<LogStream> log_streams = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogStreamsResult>& s);
};

// The group is named by log_group_name or by log_group_identifier, a name or an ARN; not by both.
struct DescribeLogStreams {
  static constexpr OperationName kOperation{"logs", "DescribeLogStreams"};
  using Result = DescribeLogStreamsResult;
  std::string log_group_name = {};
  std::string log_group_identifier = {};
  std::string log_stream_name_prefix = {};  // not together with order_by LastEventTime
  std::string order_by = {};                // "LogStreamName" (default) or "LastEventTime"
  std::optional<bool> descending = {};
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  static void describe(StructureShape<DescribeLogStreams>& s);
};

// Events.

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

// A batch in chronological order over at most 24 hours; 10,000 events and 1 MiB, 26 bytes counted
// for each event. Events over 2 hours ahead, over 14 days old or older than the group's retention
// are left out, the rest is stored.
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

// Tags of a log group, by its ARN without the ":*".

struct TagResource {
  static constexpr OperationName kOperation{"logs", "TagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::map<std::string, std::string> tags;  // up to 50 with those there are
  static void describe(StructureShape<TagResource>& s);
};

struct UntagResource {
  static constexpr OperationName kOperation{"logs", "UntagResource"};
  using Result = Nothing;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s);
};

struct ListTagsForResourceResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s);
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"logs", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s);
};

}  // namespace emu::logs
