#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/streams/shard_iterator.h"
#include "dynamodb/streams/table_streams.h"

namespace emu::dynamodb {

using dynamodbstreams::GetShardIterator;
using dynamodbstreams::GetShardIteratorResult;

namespace {

namespace types = dynamodbstreams::shard_iterator_types;

Error sequence_number_missing(std::string_view type) {
  return invalid_parameter(
      fmt::format("SequenceNumber must be specified for ShardIteratorType {}", type));
}

Error sequence_number_invalid() { return invalid_parameter("Invalid SequenceNumber"); }

Result<SequenceNumber> numbered_position(const GetShardIterator& in, Stream& stream,
                                         const StreamShard& shard, Time now) {
  if (!in.sequence_number) return sequence_number_missing(in.shard_iterator_type);
  const std::optional<SequenceNumber> number = SequenceNumber::parse(*in.sequence_number);
  if (!number || *number < shard.begin.previous() || *number >= shard.end) {
    return sequence_number_invalid();
  }
  // Source: Amazon DynamoDB Streams API Reference, "GetShardIterator", TrimmedDataAccessException.
  if (now - number->time() >= kStreamRetention) return data_trimmed();
  const SequenceNumber position =
      in.shard_iterator_type == types::kAfterSequenceNumber ? number->next() : *number;
  if (stream.is_trimmed(position, now)) return data_trimmed();
  return position;
}

}  // namespace

Result<GetShardIteratorResult> TableStreams::get_shard_iterator(Call& call,
                                                                const GetShardIterator& in) {
  EMU_TRY(Stream* const stream, find(call, in.stream_arn));
  const Time now = world_.now();
  const std::vector<StreamShard> shards = stream->shards(now);
  const auto shard = std::find_if(shards.begin(), shards.end(),
                                  [&](const StreamShard& s) { return s.id == in.shard_id; });
  if (shard == shards.end()) return shard_not_found();

  ShardIterator iterator{
      .stream_arn = in.stream_arn, .shard_id = in.shard_id, .position = {}, .issued = now};
  if (in.shard_iterator_type == types::kTrimHorizon) {
    iterator.position = std::max(shard->begin, stream->horizon(now));
  } else if (in.shard_iterator_type == types::kLatest) {
    iterator.position = std::min(shard->end, stream->next(now));
  } else {
    EMU_TRY(iterator.position, numbered_position(in, *stream, *shard, now));
  }
  return GetShardIteratorResult{.shard_iterator = iterator.text()};
}

}  // namespace emu::dynamodb
