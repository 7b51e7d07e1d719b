#include "dynamodb/state.h"

#include <algorithm>

namespace emu::dynamodb {

namespace {

// The table's name in the ARN of one of its streams.
std::string_view table_of(std::string_view stream_arn) {
  constexpr std::string_view kTable = ":table/";
  const auto begin = stream_arn.find(kTable);
  if (begin == std::string_view::npos) return {};
  stream_arn.remove_prefix(begin + kTable.size());
  return stream_arn.substr(0, stream_arn.find('/'));
}

}  // namespace

Stream* State::find_stream(std::string_view arn, Time now) {
  ended_streams.drop_gone(now);
  Table* table = find(table_of(arn), now);
  if (table != nullptr && table->stream && table->stream->identity().arn == arn) {
    return &*table->stream;
  }
  return ended_streams.find(arn);
}

std::vector<const Stream*> State::streams(Time now) {
  ended_streams.drop_gone(now);
  drop_deleted(now);
  std::vector<const Stream*> all;
  for (const auto& [name, table] : tables) {
    if (table.stream) all.push_back(&*table.stream);
  }
  for (const auto& [arn, stream] : ended_streams.by_arn()) all.push_back(&stream);
  std::sort(all.begin(), all.end(),
            [](const Stream* a, const Stream* b) { return a->identity().arn < b->identity().arn; });
  return all;
}

void State::end_stream(Table& table, Time now) {
  ended_streams.drop_gone(now);
  if (!table.stream) return;
  table.stream->disable(now);
  ended_streams.add(*std::move(table.stream));
  table.stream.reset();
}

Time State::forget_changes(Time now) {
  drop_deleted(now);
  Time next = ended_streams.forget_changes(now);
  for (auto& [name, table] : tables) next = std::min(next, table.forget_changes(now));
  return next;
}

}  // namespace emu::dynamodb
