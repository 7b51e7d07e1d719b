// What DynamoDB Streams answers, and the permission that each operation needs.
#include <string>

#include "dynamodbstreams/service.h"

namespace emu::dynamodbstreams {

namespace {

template <class Op>
std::string stream_arn(const Call&, const Op& in) {
  return in.stream_arn;
}

// An iterator begins with the ARN of its stream.
std::string stream_of_iterator(const Call&, const GetRecords& in) {
  return in.shard_iterator.substr(0, in.shard_iterator.find('|'));
}

}  // namespace

void DynamodbStreams::add_to(OperationTable& table) {
  table.add<ListStreams>(*this, &DynamodbStreams::list_streams);
  table.add<DescribeStream>(*this, &DynamodbStreams::describe_stream, {&stream_arn});
  table.add<GetShardIterator>(*this, &DynamodbStreams::get_shard_iterator, {&stream_arn});
  table.add<GetRecords>(*this, &DynamodbStreams::get_records, {&stream_of_iterator});
  table.add_look<PeekStream>(*this, &DynamodbStreams::peek_stream);
}

}  // namespace emu::dynamodbstreams
