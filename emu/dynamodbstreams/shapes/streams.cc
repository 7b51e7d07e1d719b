#include <emu/describe.h>
#include <emu/dynamodbstreams/streams.h>

#include <algorithm>
#include <string_view>

namespace emu::dynamodbstreams {

namespace {

constexpr std::string_view kNamePattern = "[a-zA-Z0-9_.-]+";

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
  });
}

}  // namespace

void Stream::describe(StructureShape<Stream>& s) {
  s.member("StreamArn", &Stream::stream_arn);
  s.member("TableName", &Stream::table_name);
  s.member("StreamLabel", &Stream::stream_label);
}

void ListStreamsResult::describe(StructureShape<ListStreamsResult>& s) {
  s.member("Streams", &ListStreamsResult::streams).always();
  s.member("LastEvaluatedStreamArn", &ListStreamsResult::last_evaluated_stream_arn);
}

void ListStreams::describe(StructureShape<ListStreams>& s) {
  s.member("TableName", &ListStreams::table_name).range(3, 255).pattern(&is_name, kNamePattern);
  s.member("Limit", &ListStreams::limit).range(1, 100);
  s.member("ExclusiveStartStreamArn", &ListStreams::exclusive_start_stream_arn).range(37, 1024);
}

void ShardFilter::describe(StructureShape<ShardFilter>& s) {
  s.member("Type", &ShardFilter::type).one_of({"CHILD_SHARDS"});
  s.member("ShardId", &ShardFilter::shard_id).range(28, 65);
}

void SequenceNumberRange::describe(StructureShape<SequenceNumberRange>& s) {
  s.member("StartingSequenceNumber", &SequenceNumberRange::starting_sequence_number);
  s.member("EndingSequenceNumber", &SequenceNumberRange::ending_sequence_number);
}

void Shard::describe(StructureShape<Shard>& s) {
  s.member("ShardId", &Shard::shard_id);
  s.member("SequenceNumberRange", &Shard::sequence_number_range);
  s.member("ParentShardId", &Shard::parent_shard_id);
}

void StreamDescription::describe(StructureShape<StreamDescription>& s) {
  s.member("StreamArn", &StreamDescription::stream_arn);
  s.member("StreamLabel", &StreamDescription::stream_label);
  s.member("StreamStatus", &StreamDescription::stream_status);
  s.member("StreamViewType", &StreamDescription::stream_view_type);
  s.member("CreationRequestDateTime", &StreamDescription::creation_request_date_time);
  s.member("TableName", &StreamDescription::table_name);
  s.member("KeySchema", &StreamDescription::key_schema);
  s.member("Shards", &StreamDescription::shards).always();
  s.member("LastEvaluatedShardId", &StreamDescription::last_evaluated_shard_id);
}

void DescribeStreamResult::describe(StructureShape<DescribeStreamResult>& s) {
  s.member("StreamDescription", &DescribeStreamResult::stream_description);
}

void DescribeStream::describe(StructureShape<DescribeStream>& s) {
  s.member("StreamArn", &DescribeStream::stream_arn).required().range(37, 1024);
  s.member("Limit", &DescribeStream::limit).range(1, 100);
  s.member("ExclusiveStartShardId", &DescribeStream::exclusive_start_shard_id).range(28, 65);
  s.member("ShardFilter", &DescribeStream::shard_filter);
}

void GetShardIteratorResult::describe(StructureShape<GetShardIteratorResult>& s) {
  s.member("ShardIterator", &GetShardIteratorResult::shard_iterator);
}

void GetShardIterator::describe(StructureShape<GetShardIterator>& s) {
  s.member("StreamArn", &GetShardIterator::stream_arn).required().range(37, 1024);
  s.member("ShardId", &GetShardIterator::shard_id).required().range(28, 65);
  s.member("ShardIteratorType", &GetShardIterator::shard_iterator_type)
      .required()
      .one_of({"TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"});
  s.member("SequenceNumber", &GetShardIterator::sequence_number).range(21, 40);
}

void StreamRecord::describe(StructureShape<StreamRecord>& s) {
  s.member("ApproximateCreationDateTime", &StreamRecord::approximate_creation_date_time);
  s.member("Keys", &StreamRecord::keys);
  s.member("NewImage", &StreamRecord::new_image);
  s.member("OldImage", &StreamRecord::old_image);
  s.member("SequenceNumber", &StreamRecord::sequence_number);
  s.member("SizeBytes", &StreamRecord::size_bytes);
  s.member("StreamViewType", &StreamRecord::stream_view_type);
}

void Identity::describe(StructureShape<Identity>& s) {
  s.member("PrincipalId", &Identity::principal_id);
  s.member("Type", &Identity::type);
}

void Record::describe(StructureShape<Record>& s) {
  s.member("eventID", &Record::event_id);
  s.member("eventName", &Record::event_name);
  s.member("eventVersion", &Record::event_version);
  s.member("eventSource", &Record::event_source);
  s.member("awsRegion", &Record::aws_region);
  s.member("dynamodb", &Record::dynamodb);
  s.member("userIdentity", &Record::user_identity);
}

void GetRecordsResult::describe(StructureShape<GetRecordsResult>& s) {
  s.member("Records", &GetRecordsResult::records).always();
  s.member("NextShardIterator", &GetRecordsResult::next_shard_iterator);
}

void GetRecords::describe(StructureShape<GetRecords>& s) {
  s.member("ShardIterator", &GetRecords::shard_iterator).required().range(1, 2048);
  s.member("Limit", &GetRecords::limit).range(1, 1000);
}

}  // namespace emu::dynamodbstreams

namespace emu {
EMU_DESCRIBED(dynamodbstreams::Stream);
EMU_DESCRIBED(dynamodbstreams::ListStreamsResult);
EMU_DESCRIBED_OPERATION(dynamodbstreams::ListStreams);
EMU_DESCRIBED(dynamodbstreams::ShardFilter);
EMU_DESCRIBED(dynamodbstreams::SequenceNumberRange);
EMU_DESCRIBED(dynamodbstreams::Shard);
EMU_DESCRIBED(dynamodbstreams::StreamDescription);
EMU_DESCRIBED(dynamodbstreams::DescribeStreamResult);
EMU_DESCRIBED_OPERATION(dynamodbstreams::DescribeStream);
EMU_DESCRIBED(dynamodbstreams::GetShardIteratorResult);
EMU_DESCRIBED_OPERATION(dynamodbstreams::GetShardIterator);
EMU_DESCRIBED(dynamodbstreams::StreamRecord);
EMU_DESCRIBED(dynamodbstreams::Identity);
EMU_DESCRIBED(dynamodbstreams::Record);
EMU_DESCRIBED(dynamodbstreams::GetRecordsResult);
EMU_DESCRIBED_OPERATION(dynamodbstreams::GetRecords);
}  // namespace emu
