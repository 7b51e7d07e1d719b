// StreamHost: the service that keeps the streams of tables, and answers for them what DynamoDB
// Streams is asked.
#pragma once

#include <emu/dynamodbstreams.h>
#include <emu/result.h>

#include "core/gate/call.h"

namespace emu {

class StreamHost {
 public:
  virtual ~StreamHost() = default;

  virtual Result<dynamodbstreams::ListStreamsResult> list_streams(
      Call& call, const dynamodbstreams::ListStreams& in) = 0;
  virtual Result<dynamodbstreams::DescribeStreamResult> describe_stream(
      Call& call, const dynamodbstreams::DescribeStream& in) = 0;
  virtual Result<dynamodbstreams::GetShardIteratorResult> get_shard_iterator(
      Call& call, const dynamodbstreams::GetShardIterator& in) = 0;
  virtual Result<dynamodbstreams::GetRecordsResult> get_records(
      Call& call, const dynamodbstreams::GetRecords& in) = 0;

  virtual dynamodbstreams::PeekStreamResult peek_stream(const dynamodbstreams::PeekStream& in) = 0;
};

}  // namespace emu
