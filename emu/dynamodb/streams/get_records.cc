#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/hash/hash.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/streams/shard_iterator.h"
#include "dynamodb/streams/table_streams.h"

namespace emu::dynamodb {

using dynamodbstreams::GetRecords;
using dynamodbstreams::GetRecordsResult;

namespace {

Error iterator_invalid() { return validation("Invalid ShardIterator"); }

Error iterator_expired() {
  return {.code = dynamodbstreams::errors::kExpiredIteratorException,
          .message = "Iterator expired"};
}

Item unpacked(const std::optional<StoredItem>& image) { return image ? image->unpack() : Item(); }

dynamodbstreams::Record read_out(const ChangeRecord& record, const StreamIdentity& identity,
                                 const std::string& region) {
  const std::string number = record.number.text();
  dynamodbstreams::Record out{
      .event_id = md5_hex(fmt::format("{}{}", identity.arn, number)),
      .event_name = record.event_name,
      .event_version = "1.1",
      .event_source = "aws:dynamodb",
      .aws_region = region,
      .dynamodb = {.approximate_creation_date_time =
                       std::chrono::floor<std::chrono::seconds>(record.number.time()),
                   .keys = record.key.unpack(),
                   .new_image = unpacked(record.new_image),
                   .old_image = unpacked(record.old_image),
                   .sequence_number = number,
                   .size_bytes = static_cast<std::int64_t>(record.size()),
                   .stream_view_type = identity.view_type}};
  if (record.cause == ChangeCause::kExpiry) {
    out.user_identity = {.principal_id = "dynamodb.amazonaws.com", .type = "Service"};
  }
  return out;
}

}  // namespace

Result<GetRecordsResult> TableStreams::get_records(Call& call, const GetRecords& in) {
  const std::optional<ShardIterator> iterator = ShardIterator::parse(in.shard_iterator);
  const Time now = world_.now();
  if (!iterator || iterator->issued > now) return iterator_invalid();
  if (now - iterator->issued >= kShardIteratorLifetime) return iterator_expired();
  EMU_TRY(Stream* const stream, find(call, iterator->stream_arn));
  if (stream->is_trimmed(iterator->position, now)) return data_trimmed();
  const std::vector<StreamShard> shards = stream->shards(now);
  const auto shard = std::find_if(shards.begin(), shards.end(),
                                  [&](const StreamShard& s) { return s.id == iterator->shard_id; });
  if (shard == shards.end()) return data_trimmed();

  const auto limit = in.limit ? static_cast<std::size_t>(*in.limit) : kStreamRecordsMax;
  GetRecordsResult result;
  SequenceNumber position = iterator->position;
  std::size_t bytes = 0;
  auto record = stream->from(position, now);
  for (; record != stream->end() && record->number < shard->end; ++record) {
    if (result.records.size() == limit) break;
    bytes += record->size();
    if (bytes > kStreamBytesMax && !result.records.empty()) break;
    result.records.push_back(read_out(*record, stream->identity(), call.region()));
    position = record->number.next();
  }
  if (!result.records.empty()) call.subject = result.records.back().dynamodb.sequence_number;
  const bool is_at_end = record == stream->end() || record->number >= shard->end;
  if (!(shard->is_closed && is_at_end)) {
    result.next_shard_iterator = ShardIterator{.stream_arn = iterator->stream_arn,
                                               .shard_id = iterator->shard_id,
                                               .position = position,
                                               .issued = now}
                                     .text();
  }
  return result;
}

}  // namespace emu::dynamodb
