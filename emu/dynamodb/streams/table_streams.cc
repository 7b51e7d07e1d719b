#include "dynamodb/streams/table_streams.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace emu::dynamodb {

namespace {

Error stream_not_found(std::string_view arn) {
  return {.code = dynamodbstreams::errors::kResourceNotFoundException,
          .message = fmt::format("Requested resource not found: Stream: {} not found", arn)};
}

}  // namespace

Error shard_not_found() {
  return {.code = dynamodbstreams::errors::kResourceNotFoundException,
          .message = "Requested resource not found: Shard does not exist"};
}

Error data_trimmed() {
  return {.code = dynamodbstreams::errors::kTrimmedDataAccessException,
          .message = "The data you are trying to access has been trimmed"};
}

Stream* TableStreams::look_for(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "dynamodb") return nullptr;
  State* state = states_.find(parsed->account, parsed->region);
  return state == nullptr ? nullptr : state->find_stream(arn, world_.now());
}

Result<Stream*> TableStreams::find(const Call& call, std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  Stream* stream = parsed && parsed->region == call.region() ? look_for(arn) : nullptr;
  if (stream == nullptr) return stream_not_found(arn);
  return stream;
}

dynamodbstreams::PeekStreamResult TableStreams::peek_stream(const dynamodbstreams::PeekStream& in) {
  Stream* stream = look_for(in.stream_arn);
  if (stream == nullptr) return {};
  const Time now = world_.now();
  // A stream that has ended has no later position than its end.
  const SequenceNumber latest = std::min(stream->next(now), stream->shards(now).back().end);
  return {.exists = true,
          .records = static_cast<std::int64_t>(stream->count(now)),
          .last_sequence_number = latest.previous().text()};
}

}  // namespace emu::dynamodb
