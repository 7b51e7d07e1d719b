#include "lambda/under_way.h"

#include <iterator>
#include <utility>

#include "core/base/assert.h"

namespace emu::lambda {

UnderWay::Place UnderWay::add(std::shared_ptr<const std::string> shard_id,
                              std::string sequence_number) {
  const Place place = next_++;
  entries_.emplace_hint(
      entries_.end(), place,
      Entry{.shard_id = std::move(shard_id), .sequence_number = std::move(sequence_number)});
  return place;
}

void UnderWay::finish(Place place) {
  const auto entry = entries_.find(place);
  EMU_ASSERT(entry != entries_.end() && !entry->second.is_done, "a record is finished once");
  entry->second.is_done = true;
  // Of neighbours that are done, the last one is enough.
  if (entry != entries_.begin() && std::prev(entry)->second.is_done) {
    entries_.erase(std::prev(entry));
  }
  const auto next = std::next(entry);
  if (next != entries_.end() && next->second.is_done) entries_.erase(entry);
}

std::optional<StreamCheckpoint> UnderWay::take_checkpoint() {
  const auto first = entries_.begin();
  if (first == entries_.end() || !first->second.is_done) return std::nullopt;
  StreamCheckpoint done{.shard_id = *first->second.shard_id,
                        .sequence_number = std::move(first->second.sequence_number)};
  entries_.erase(first);
  return done;
}

}  // namespace emu::lambda
