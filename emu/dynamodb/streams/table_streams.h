// TableStreams: what DynamoDB Streams is asked, answered from the streams of all tables. One
// operation, one file.
#pragma once

#include <emu/dynamodbstreams.h>
#include <emu/result.h>

#include <string_view>

#include "core/gate/regional.h"
#include "core/gate/stream_host.h"
#include "core/gate/world.h"
#include "dynamodb/state.h"
#include "dynamodb/stream.h"

namespace emu::dynamodb {

class TableStreams final : public StreamHost {
 public:
  // Both must outlive it.
  TableStreams(World& world, Regional<State>& states) : world_(world), states_(states) {}

  Result<dynamodbstreams::ListStreamsResult> list_streams(
      Call& call, const dynamodbstreams::ListStreams& in) override;
  Result<dynamodbstreams::DescribeStreamResult> describe_stream(
      Call& call, const dynamodbstreams::DescribeStream& in) override;
  Result<dynamodbstreams::GetShardIteratorResult> get_shard_iterator(
      Call& call, const dynamodbstreams::GetShardIterator& in) override;
  Result<dynamodbstreams::GetRecordsResult> get_records(
      Call& call, const dynamodbstreams::GetRecords& in) override;

  dynamodbstreams::PeekStreamResult peek_stream(const dynamodbstreams::PeekStream& in) override;

 private:
  // Null when there is none.
  Stream* look_for(std::string_view arn);
  // The stream, when it is one of the call's region.
  Result<Stream*> find(const Call& call, std::string_view arn);

  World& world_;
  Regional<State>& states_;
};

Error shard_not_found();
Error data_trimmed();

}  // namespace emu::dynamodb
