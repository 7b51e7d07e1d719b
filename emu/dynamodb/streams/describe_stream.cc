#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "dynamodb/limits.h"
#include "dynamodb/streams/table_streams.h"

namespace emu::dynamodb {

using dynamodbstreams::DescribeStream;
using dynamodbstreams::DescribeStreamResult;
using dynamodbstreams::StreamDescription;

namespace {

dynamodbstreams::Shard described(const StreamShard& shard) {
  dynamodbstreams::Shard out{
      .shard_id = shard.id,
      .sequence_number_range = {.starting_sequence_number = shard.begin.text()},
      .parent_shard_id = shard.parent_id};
  if (shard.is_closed) {
    out.sequence_number_range.ending_sequence_number = shard.end.previous().text();
  }
  return out;
}

// The shards behind the one that a page before has ended with.
std::vector<StreamShard> shards_after(std::vector<StreamShard> shards, const std::string& id) {
  const auto found = std::find_if(shards.begin(), shards.end(),
                                  [&](const StreamShard& shard) { return shard.id == id; });
  // It may have gone meanwhile; then all that are left come after it.
  if (found != shards.end()) shards.erase(shards.begin(), found + 1);
  return shards;
}

}  // namespace

Result<DescribeStreamResult> TableStreams::describe_stream(Call& call, const DescribeStream& in) {
  EMU_TRY(const Stream* stream, find(call, in.stream_arn));
  const StreamIdentity& identity = stream->identity();
  std::vector<StreamShard> shards = stream->shards(world_.now());
  if (in.exclusive_start_shard_id) {
    shards = shards_after(std::move(shards), *in.exclusive_start_shard_id);
  }
  if (in.shard_filter && in.shard_filter->shard_id) {
    std::erase_if(shards, [&](const StreamShard& shard) {
      return shard.parent_id != *in.shard_filter->shard_id;
    });
  }
  StreamDescription description{.stream_arn = identity.arn,
                                .stream_label = identity.label,
                                .stream_status = stream->is_enabled()
                                                     ? dynamodbstreams::stream_statuses::kEnabled
                                                     : dynamodbstreams::stream_statuses::kDisabled,
                                .stream_view_type = identity.view_type,
                                .creation_request_date_time = stream->created(),
                                .table_name = identity.table_name,
                                .key_schema = identity.key_schema};
  const auto limit = in.limit ? static_cast<std::size_t>(*in.limit) : kShardsPage;
  for (const StreamShard& shard : shards) {
    if (description.shards.size() == limit) {
      description.last_evaluated_shard_id = description.shards.back().shard_id;
      break;
    }
    description.shards.push_back(described(shard));
  }
  return DescribeStreamResult{.stream_description = std::move(description)};
}

}  // namespace emu::dynamodb
