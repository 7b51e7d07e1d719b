#include <emu/logs/events.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

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

}  // namespace emu::logs

namespace emu {
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
}  // namespace emu
