#include <algorithm>
#include <cstddef>
#include <vector>

#include "dynamodb/limits.h"
#include "dynamodb/streams/table_streams.h"

namespace emu::dynamodb {

using dynamodbstreams::ListStreams;
using dynamodbstreams::ListStreamsResult;

Result<ListStreamsResult> TableStreams::list_streams(Call& call, const ListStreams& in) {
  State& state = states_.at(call.account(), call.region());
  const auto limit = in.limit ? static_cast<std::size_t>(*in.limit) : kStreamsPage;
  ListStreamsResult result;
  for (const Stream* stream : state.streams(world_.now())) {
    const StreamIdentity& identity = stream->identity();
    if (in.exclusive_start_stream_arn && identity.arn <= *in.exclusive_start_stream_arn) continue;
    if (in.table_name && identity.table_name != *in.table_name) continue;
    if (result.streams.size() == limit) {
      result.last_evaluated_stream_arn = result.streams.back().stream_arn;
      break;
    }
    result.streams.push_back({.stream_arn = identity.arn,
                              .table_name = identity.table_name,
                              .stream_label = identity.label});
  }
  return result;
}

}  // namespace emu::dynamodb
