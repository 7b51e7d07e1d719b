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

// What the API's patterns allow.
namespace pattern {
bool log_group_name(std::string_view text);        // [\.\-_/#A-Za-z0-9]+
bool log_stream_name(std::string_view text);       // [^:*]*
bool log_group_identifier(std::string_view text);  // [\w#+=/:,.@-]*
bool resource_arn(std::string_view text);          // [\w+=/:,.@-]*
bool account_id(std::string_view text);            // ^\d{12}$
}  // namespace pattern

// Of operations that answer nothing.
struct NoResult {
  static void describe(StructureShape<NoResult>&) {}
};

namespace describing {

template <class T>
auto log_group_name(StructureShape<T>& s, std::string_view name, std::string T::*where) {
  return s.member(name, where)
      .range(1, 512)
      .pattern(&pattern::log_group_name, "[\\.\\-_/#A-Za-z0-9]+");
}

template <class T>
auto log_stream_name(StructureShape<T>& s, std::string_view name, std::string T::*where) {
  return s.member(name, where).range(1, 512).pattern(&pattern::log_stream_name, "[^:*]*");
}

template <class T>
auto log_group_identifier(StructureShape<T>& s) {
  return s.member("logGroupIdentifier", &T::log_group_identifier)
      .range(1, 2048)
      .pattern(&pattern::log_group_identifier, "[\\w#+=/:,.@-]*");
}

template <class T>
auto resource_arn(StructureShape<T>& s) {
  return s.member("resourceArn", &T::resource_arn)
      .required()
      .range(1, 1011)
      .pattern(&pattern::resource_arn, "[\\w+=/:,.@-]*");
}

}  // namespace describing

// Log groups.

// Refused with ResourceAlreadyExistsException when there is one of that name.
struct CreateLogGroup {
  static constexpr OperationName kOperation{"logs", "CreateLogGroup"};
  using Result = NoResult;
  std::string log_group_name;
  std::string kms_key_id = {};  // stored and told; nothing is encrypted
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<CreateLogGroup>& s) {
    describing::log_group_name(s, "logGroupName", &CreateLogGroup::log_group_name).required();
    s.member("kmsKeyId", &CreateLogGroup::kms_key_id).range(0, 256);
    s.member("tags", &CreateLogGroup::tags).range(1, 50).each({.max = 256});
  }
};

// Its streams and events go with it.
struct DeleteLogGroup {
  static constexpr OperationName kOperation{"logs", "DeleteLogGroup"};
  using Result = NoResult;
  std::string log_group_name;
  static void describe(StructureShape<DeleteLogGroup>& s) {
    describing::log_group_name(s, "logGroupName", &DeleteLogGroup::log_group_name).required();
  }
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
  static void describe(StructureShape<LogGroup>& s) {
    s.member("logGroupName", &LogGroup::log_group_name);
    s.member("creationTime", &LogGroup::creation_time);
    s.member("retentionInDays", &LogGroup::retention_in_days);
    s.member("metricFilterCount", &LogGroup::metric_filter_count);
    s.member("arn", &LogGroup::arn);
    s.member("storedBytes", &LogGroup::stored_bytes);
    s.member("kmsKeyId", &LogGroup::kms_key_id);
    s.member("logGroupArn", &LogGroup::log_group_arn);
  }
};

struct DescribeLogGroupsResult {
  std::vector<LogGroup> log_groups = {};  // by name
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogGroupsResult>& s) {
    s.member("logGroups", &DescribeLogGroupsResult::log_groups).always();
    s.member("nextToken", &DescribeLogGroupsResult::next_token);
  }
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
  static void describe(StructureShape<DescribeLogGroups>& s) {
    s.member("accountIdentifiers", &DescribeLogGroups::account_identifiers)
        .range(0, 20)
        .each({.min = 12, .max = 12, .matches = &pattern::account_id, .pattern = "^\\d{12}$"});
    describing::log_group_name(s, "logGroupNamePrefix", &DescribeLogGroups::log_group_name_prefix);
    s.member("logGroupNamePattern", &DescribeLogGroups::log_group_name_pattern)
        .range(0, 512)
        .pattern(&pattern::log_group_name, "[\\.\\-_/#A-Za-z0-9]*");
    s.member("nextToken", &DescribeLogGroups::next_token);
    s.member("limit", &DescribeLogGroups::limit).range(1, 50);
    s.member("includeLinkedAccounts", &DescribeLogGroups::include_linked_accounts);
  }
};

struct PutRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "PutRetentionPolicy"};
  using Result = NoResult;
  std::string log_group_name;
  std::optional<std::int32_t> retention_in_days = {};  // one of AWS's list: 1, 3, 5, 7, 14 … 3653
  static void describe(StructureShape<PutRetentionPolicy>& s) {
    describing::log_group_name(s, "logGroupName", &PutRetentionPolicy::log_group_name).required();
    s.member("retentionInDays", &PutRetentionPolicy::retention_in_days).required();
  }
};

struct DeleteRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "DeleteRetentionPolicy"};
  using Result = NoResult;
  std::string log_group_name;
  static void describe(StructureShape<DeleteRetentionPolicy>& s) {
    describing::log_group_name(s, "logGroupName", &DeleteRetentionPolicy::log_group_name)
        .required();
  }
};

// Log streams.

struct CreateLogStream {
  static constexpr OperationName kOperation{"logs", "CreateLogStream"};
  using Result = NoResult;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<CreateLogStream>& s) {
    describing::log_group_name(s, "logGroupName", &CreateLogStream::log_group_name).required();
    describing::log_stream_name(s, "logStreamName", &CreateLogStream::log_stream_name).required();
  }
};

struct DeleteLogStream {
  static constexpr OperationName kOperation{"logs", "DeleteLogStream"};
  using Result = NoResult;
  std::string log_group_name;
  std::string log_stream_name;
  static void describe(StructureShape<DeleteLogStream>& s) {
    describing::log_group_name(s, "logGroupName", &DeleteLogStream::log_group_name).required();
    describing::log_stream_name(s, "logStreamName", &DeleteLogStream::log_stream_name).required();
  }
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
  static void describe(StructureShape<LogStream>& s) {
    s.member("logStreamName", &LogStream::log_stream_name);
    s.member("creationTime", &LogStream::creation_time);
    s.member("firstEventTimestamp", &LogStream::first_event_timestamp);
    s.member("lastEventTimestamp", &LogStream::last_event_timestamp);
    s.member("lastIngestionTime", &LogStream::last_ingestion_time);
    s.member("uploadSequenceToken", &LogStream::upload_sequence_token);
    s.member("arn", &LogStream::arn);
    s.member("storedBytes", &LogStream::stored_bytes);
  }
};

struct DescribeLogStreamsResult {
  std::vector<LogStream> log_streams = {};
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogStreamsResult>& s) {
    s.member("logStreams", &DescribeLogStreamsResult::log_streams).always();
    s.member("nextToken", &DescribeLogStreamsResult::next_token);
  }
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
  static void describe(StructureShape<DescribeLogStreams>& s) {
    describing::log_group_name(s, "logGroupName", &DescribeLogStreams::log_group_name);
    describing::log_group_identifier(s);
    describing::log_stream_name(s, "logStreamNamePrefix",
                                &DescribeLogStreams::log_stream_name_prefix);
    s.member("orderBy", &DescribeLogStreams::order_by).one_of({"LogStreamName", "LastEventTime"});
    s.member("descending", &DescribeLogStreams::descending);
    s.member("nextToken", &DescribeLogStreams::next_token);
    s.member("limit", &DescribeLogStreams::limit).range(1, 50);
  }
};

// Events.

struct InputLogEvent {
  std::int64_t timestamp = 0;
  std::string message;  // up to 1 MiB with 26 bytes of overhead
  static void describe(StructureShape<InputLogEvent>& s) {
    s.member("timestamp", &InputLogEvent::timestamp).required().at_least(0);
    s.member("message", &InputLogEvent::message).required().at_least(1);
  }
};

// What of a batch was not taken: indices into its events.
struct RejectedLogEventsInfo {
  std::optional<std::int32_t> too_new_log_event_start_index = {};  // the first one too far ahead
  std::optional<std::int32_t> too_old_log_event_end_index = {};    // one past the last one too old
  std::optional<std::int32_t> expired_log_event_end_index = {};    // one past the last one expired
  static void describe(StructureShape<RejectedLogEventsInfo>& s) {
    s.member("tooNewLogEventStartIndex", &RejectedLogEventsInfo::too_new_log_event_start_index);
    s.member("tooOldLogEventEndIndex", &RejectedLogEventsInfo::too_old_log_event_end_index);
    s.member("expiredLogEventEndIndex", &RejectedLogEventsInfo::expired_log_event_end_index);
  }
};

struct PutLogEventsResult {
  std::string next_sequence_token = {};
  std::optional<RejectedLogEventsInfo> rejected_log_events_info = {};
  static void describe(StructureShape<PutLogEventsResult>& s) {
    s.member("nextSequenceToken", &PutLogEventsResult::next_sequence_token);
    s.member("rejectedLogEventsInfo", &PutLogEventsResult::rejected_log_events_info);
  }
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
  static void describe(StructureShape<PutLogEvents>& s) {
    describing::log_group_name(s, "logGroupName", &PutLogEvents::log_group_name).required();
    describing::log_stream_name(s, "logStreamName", &PutLogEvents::log_stream_name).required();
    s.member("logEvents", &PutLogEvents::log_events).required().range(1, 10000);
    s.member("sequenceToken", &PutLogEvents::sequence_token);
  }
};

struct OutputLogEvent {
  std::int64_t timestamp = 0;
  std::string message;
  std::int64_t ingestion_time = 0;
  static void describe(StructureShape<OutputLogEvent>& s) {
    s.member("timestamp", &OutputLogEvent::timestamp);
    s.member("message", &OutputLogEvent::message);
    s.member("ingestionTime", &OutputLogEvent::ingestion_time);
  }
};

struct GetLogEventsResult {
  std::vector<OutputLogEvent> events = {};  // the oldest first
  std::string next_forward_token = {};      // equal to the one given: the end is reached
  std::string next_backward_token = {};
  static void describe(StructureShape<GetLogEventsResult>& s) {
    s.member("events", &GetLogEventsResult::events).always();
    s.member("nextForwardToken", &GetLogEventsResult::next_forward_token);
    s.member("nextBackwardToken", &GetLogEventsResult::next_backward_token);
  }
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
  static void describe(StructureShape<GetLogEvents>& s) {
    describing::log_group_name(s, "logGroupName", &GetLogEvents::log_group_name);
    describing::log_group_identifier(s);
    describing::log_stream_name(s, "logStreamName", &GetLogEvents::log_stream_name).required();
    s.member("startTime", &GetLogEvents::start_time).at_least(0);
    s.member("endTime", &GetLogEvents::end_time).at_least(0);
    s.member("nextToken", &GetLogEvents::next_token);
    s.member("limit", &GetLogEvents::limit).range(1, 10000);
    s.member("startFromHead", &GetLogEvents::start_from_head);
    s.member("unmask", &GetLogEvents::unmask);
  }
};

struct FilteredLogEvent {
  std::string log_stream_name;
  std::int64_t timestamp = 0;
  std::string message;
  std::int64_t ingestion_time = 0;
  std::string event_id = {};
  static void describe(StructureShape<FilteredLogEvent>& s) {
    s.member("logStreamName", &FilteredLogEvent::log_stream_name);
    s.member("timestamp", &FilteredLogEvent::timestamp);
    s.member("message", &FilteredLogEvent::message);
    s.member("ingestionTime", &FilteredLogEvent::ingestion_time);
    s.member("eventId", &FilteredLogEvent::event_id);
  }
};

struct SearchedLogStream {
  std::string log_stream_name;
  bool searched_completely = false;
  static void describe(StructureShape<SearchedLogStream>& s) {
    s.member("logStreamName", &SearchedLogStream::log_stream_name);
    s.member("searchedCompletely", &SearchedLogStream::searched_completely);
  }
};

struct FilterLogEventsResult {
  std::vector<FilteredLogEvent> events = {};  // of all streams together, by timestamp
  std::vector<SearchedLogStream> searched_log_streams = {};  // always empty, as on AWS since 2020
  std::string next_token = {};
  static void describe(StructureShape<FilterLogEventsResult>& s) {
    s.member("events", &FilterLogEventsResult::events).always();
    s.member("searchedLogStreams", &FilterLogEventsResult::searched_log_streams).always();
    s.member("nextToken", &FilterLogEventsResult::next_token);
  }
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
  static void describe(StructureShape<FilterLogEvents>& s) {
    describing::log_group_name(s, "logGroupName", &FilterLogEvents::log_group_name);
    describing::log_group_identifier(s);
    s.member("logStreamNames", &FilterLogEvents::log_stream_names)
        .range(1, 100)
        .each({.min = 1, .max = 512, .matches = &pattern::log_stream_name, .pattern = "[^:*]*"});
    describing::log_stream_name(s, "logStreamNamePrefix", &FilterLogEvents::log_stream_name_prefix);
    s.member("startTime", &FilterLogEvents::start_time).at_least(0);
    s.member("endTime", &FilterLogEvents::end_time).at_least(0);
    s.member("filterPattern", &FilterLogEvents::filter_pattern).range(0, 1024);
    s.member("nextToken", &FilterLogEvents::next_token);
    s.member("limit", &FilterLogEvents::limit).range(1, 10000);
    s.member("interleaved", &FilterLogEvents::interleaved);
    s.member("unmask", &FilterLogEvents::unmask);
  }
};

// Tags of a log group, by its ARN without the ":*".

struct TagResource {
  static constexpr OperationName kOperation{"logs", "TagResource"};
  using Result = NoResult;
  std::string resource_arn;
  std::map<std::string, std::string> tags;  // up to 50 with those there are
  static void describe(StructureShape<TagResource>& s) {
    describing::resource_arn(s);
    s.member("tags", &TagResource::tags).required().range(1, 50).each({.max = 256});
  }
};

struct UntagResource {
  static constexpr OperationName kOperation{"logs", "UntagResource"};
  using Result = NoResult;
  std::string resource_arn;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagResource>& s) {
    describing::resource_arn(s);
    s.member("tagKeys", &UntagResource::tag_keys)
        .required()
        .range(0, 50)
        .each({.min = 1, .max = 128});
  }
};

struct ListTagsForResourceResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListTagsForResourceResult>& s) {
    s.member("tags", &ListTagsForResourceResult::tags).always();
  }
};

struct ListTagsForResource {
  static constexpr OperationName kOperation{"logs", "ListTagsForResource"};
  using Result = ListTagsForResourceResult;
  std::string resource_arn;
  static void describe(StructureShape<ListTagsForResource>& s) { describing::resource_arn(s); }
};

}  // namespace emu::logs
