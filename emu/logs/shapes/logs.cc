#include <emu/logs.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

void CreateLogGroup::describe(StructureShape<CreateLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &CreateLogGroup::log_group_name).required();
  s.member("kmsKeyId", &CreateLogGroup::kms_key_id).range(0, 256);
  s.member("tags", &CreateLogGroup::tags).range(1, 50).each({.max = 256});
}

void DeleteLogGroup::describe(StructureShape<DeleteLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteLogGroup::log_group_name).required();
}

void LogGroup::describe(StructureShape<LogGroup>& s) {
  s.member("logGroupName", &LogGroup::log_group_name);
  s.member("creationTime", &LogGroup::creation_time);
  s.member("retentionInDays", &LogGroup::retention_in_days);
  s.member("metricFilterCount", &LogGroup::metric_filter_count);
  s.member("arn", &LogGroup::arn);
  s.member("storedBytes", &LogGroup::stored_bytes);
  s.member("kmsKeyId", &LogGroup::kms_key_id);
  s.member("logGroupArn", &LogGroup::log_group_arn);
}

void DescribeLogGroupsResult::describe(StructureShape<DescribeLogGroupsResult>& s) {
  s.member("logGroups", &DescribeLogGroupsResult::log_groups).always();
  s.member("nextToken", &DescribeLogGroupsResult::next_token);
}

void DescribeLogGroups::describe(StructureShape<DescribeLogGroups>& s) {
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

void PutRetentionPolicy::describe(StructureShape<PutRetentionPolicy>& s) {
  describing::log_group_name(s, "logGroupName", &PutRetentionPolicy::log_group_name).required();
  s.member("retentionInDays", &PutRetentionPolicy::retention_in_days).required();
}

void DeleteRetentionPolicy::describe(StructureShape<DeleteRetentionPolicy>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteRetentionPolicy::log_group_name).required();
}

void CreateLogStream::describe(StructureShape<CreateLogStream>& s) {
  describing::log_group_name(s, "logGroupName", &CreateLogStream::log_group_name).required();
  describing::log_stream_name(s, "logStreamName", &CreateLogStream::log_stream_name).required();
}

void DeleteLogStream::describe(StructureShape<DeleteLogStream>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteLogStream::log_group_name).required();
  describing::log_stream_name(s, "logStreamName", &DeleteLogStream::log_stream_name).required();
}

void LogStream::describe(StructureShape<LogStream>& s) {
  s.member("logStreamName", &LogStream::log_stream_name);
  s.member("creationTime", &LogStream::creation_time);
  s.member("firstEventTimestamp", &LogStream::first_event_timestamp);
  s.member("lastEventTimestamp", &LogStream::last_event_timestamp);
  s.member("lastIngestionTime", &LogStream::last_ingestion_time);
  s.member("uploadSequenceToken", &LogStream::upload_sequence_token);
  s.member("arn", &LogStream::arn);
  s.member("storedBytes", &LogStream::stored_bytes);
}

void DescribeLogStreamsResult::describe(StructureShape<DescribeLogStreamsResult>& s) {
  s.member("logStreams", &DescribeLogStreamsResult::log_streams).always();
  s.member("nextToken", &DescribeLogStreamsResult::next_token);
}

void DescribeLogStreams::describe(StructureShape<DescribeLogStreams>& s) {
  describing::log_group_name(s, "logGroupName", &DescribeLogStreams::log_group_name);
  describing::log_group_identifier(s);
  describing::log_stream_name(s, "logStreamNamePrefix",
                              &DescribeLogStreams::log_stream_name_prefix);
  s.member("orderBy", &DescribeLogStreams::order_by).one_of({"LogStreamName", "LastEventTime"});
  s.member("descending", &DescribeLogStreams::descending);
  s.member("nextToken", &DescribeLogStreams::next_token);
  s.member("limit", &DescribeLogStreams::limit).range(1, 50);
}

void InputLogEvent::describe(StructureShape<InputLogEvent>& s) {
  s.member("timestamp", &InputLogEvent::timestamp).required().at_least(0);
  s.member("message", &InputLogEvent::message).required().at_least(1);
}

void RejectedLogEventsInfo::describe(StructureShape<RejectedLogEventsInfo>& s) {
  s.member("tooNewLogEventStartIndex", &RejectedLogEventsInfo::too_new_log_event_start_index);
  s.member("tooOldLogEventEndIndex", &RejectedLogEventsInfo::too_old_log_event_end_index);
  s.member("expiredLogEventEndIndex", &RejectedLogEventsInfo::expired_log_event_end_index);
}

void PutLogEventsResult::describe(StructureShape<PutLogEventsResult>& s) {
  s.member("nextSequenceToken", &PutLogEventsResult::next_sequence_token);
  s.member("rejectedLogEventsInfo", &PutLogEventsResult::rejected_log_events_info);
}

void PutLogEvents::describe(StructureShape<PutLogEvents>& s) {
  describing::log_group_name(s, "logGroupName", &PutLogEvents::log_group_name).required();
  describing::log_stream_name(s, "logStreamName", &PutLogEvents::log_stream_name).required();
  s.member("logEvents", &PutLogEvents::log_events).required().range(1, 10000);
  s.member("sequenceToken", &PutLogEvents::sequence_token);
}

void OutputLogEvent::describe(StructureShape<OutputLogEvent>& s) {
  s.member("timestamp", &OutputLogEvent::timestamp);
  s.member("message", &OutputLogEvent::message);
  s.member("ingestionTime", &OutputLogEvent::ingestion_time);
}

void GetLogEventsResult::describe(StructureShape<GetLogEventsResult>& s) {
  s.member("events", &GetLogEventsResult::events).always();
  s.member("nextForwardToken", &GetLogEventsResult::next_forward_token);
  s.member("nextBackwardToken", &GetLogEventsResult::next_backward_token);
}

void GetLogEvents::describe(StructureShape<GetLogEvents>& s) {
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

void FilteredLogEvent::describe(StructureShape<FilteredLogEvent>& s) {
  s.member("logStreamName", &FilteredLogEvent::log_stream_name);
  s.member("timestamp", &FilteredLogEvent::timestamp);
  s.member("message", &FilteredLogEvent::message);
  s.member("ingestionTime", &FilteredLogEvent::ingestion_time);
  s.member("eventId", &FilteredLogEvent::event_id);
}

void SearchedLogStream::describe(StructureShape<SearchedLogStream>& s) {
  s.member("logStreamName", &SearchedLogStream::log_stream_name);
  s.member("searchedCompletely", &SearchedLogStream::searched_completely);
}

void FilterLogEventsResult::describe(StructureShape<FilterLogEventsResult>& s) {
  s.member("events", &FilterLogEventsResult::events).always();
  s.member("searchedLogStreams", &FilterLogEventsResult::searched_log_streams).always();
  s.member("nextToken", &FilterLogEventsResult::next_token);
}

void FilterLogEvents::describe(StructureShape<FilterLogEvents>& s) {
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

void TagResource::describe(StructureShape<TagResource>& s) {
  describing::resource_arn(s);
  s.member("tags", &TagResource::tags).required().range(1, 50).each({.max = 256});
}

void UntagResource::describe(StructureShape<UntagResource>& s) {
  describing::resource_arn(s);
  s.member("tagKeys", &UntagResource::tag_keys)
      .required()
      .range(0, 50)
      .each({.min = 1, .max = 128});
}

void ListTagsForResourceResult::describe(StructureShape<ListTagsForResourceResult>& s) {
  s.member("tags", &ListTagsForResourceResult::tags).always();
}

void ListTagsForResource::describe(StructureShape<ListTagsForResource>& s) {
  describing::resource_arn(s);
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::CreateLogGroup);
EMU_DESCRIBED_OPERATION(logs::DeleteLogGroup);
EMU_DESCRIBED(logs::LogGroup);
EMU_DESCRIBED(logs::DescribeLogGroupsResult);
EMU_DESCRIBED_OPERATION(logs::DescribeLogGroups);
EMU_DESCRIBED_OPERATION(logs::PutRetentionPolicy);
EMU_DESCRIBED_OPERATION(logs::DeleteRetentionPolicy);
EMU_DESCRIBED_OPERATION(logs::CreateLogStream);
EMU_DESCRIBED_OPERATION(logs::DeleteLogStream);
EMU_DESCRIBED(logs::LogStream);
EMU_DESCRIBED(logs::DescribeLogStreamsResult);
EMU_DESCRIBED_OPERATION(logs::DescribeLogStreams);
EMU_DESCRIBED(logs::InputLogEvent);
EMU_DESCRIBED(logs::RejectedLogEventsInfo);
EMU_DESCRIBED(logs::PutLogEventsResult);
EMU_DESCRIBED_OPERATION(logs::PutLogEvents);
EMU_DESCRIBED(logs::OutputLogEvent);
EMU_DESCRIBED(logs::GetLogEventsResult);
EMU_DESCRIBED_OPERATION(logs::GetLogEvents);
EMU_DESCRIBED(logs::FilteredLogEvent);
EMU_DESCRIBED(logs::SearchedLogStream);
EMU_DESCRIBED(logs::FilterLogEventsResult);
EMU_DESCRIBED_OPERATION(logs::FilterLogEvents);
EMU_DESCRIBED_OPERATION(logs::TagResource);
EMU_DESCRIBED_OPERATION(logs::UntagResource);
EMU_DESCRIBED(logs::ListTagsForResourceResult);
EMU_DESCRIBED_OPERATION(logs::ListTagsForResource);
}  // namespace emu
