#include <emu/logs/log_streams.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

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

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::CreateLogStream);
EMU_DESCRIBED_OPERATION(logs::DeleteLogStream);
EMU_DESCRIBED(logs::LogStream);
EMU_DESCRIBED(logs::DescribeLogStreamsResult);
EMU_DESCRIBED_OPERATION(logs::DescribeLogStreams);
}  // namespace emu
