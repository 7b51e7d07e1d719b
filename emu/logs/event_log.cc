#include "logs/event_log.h"

#include <algorithm>
#include <numeric>

namespace emu::logs {

void EventLog::append(std::int64_t timestamp, std::int64_t ingestion_time,
                      std::string_view message) {
  if (blocks_.empty() || blocks_.back().entries.size() == kBlockEvents) {
    if (!blocks_.empty()) {
      blocks_.back().text.shrink_to_fit();
      blocks_.back().entries.shrink_to_fit();
    }
    blocks_.emplace_back().newest = timestamp;
  }
  if (!empty() && timestamp < newest_) in_order_ = false;
  newest_ = empty() ? timestamp : std::max(newest_, timestamp);

  Block& block = blocks_.back();
  block.text.append(message);
  block.entries.push_back({.timestamp = timestamp,
                           .ingestion_delay = static_cast<std::int32_t>(ingestion_time - timestamp),
                           .end = static_cast<std::uint32_t>(block.text.size())});
  block.newest = std::max(block.newest, timestamp);
  ++next_arrival_;
}

EventView EventLog::arrived(std::uint64_t arrival) const {
  const auto position = static_cast<std::size_t>(arrival - first_arrival_);
  const Block& block = blocks_[position / kBlockEvents];
  const std::size_t index = position % kBlockEvents;
  const Entry& entry = block.entries[index];
  const std::uint32_t begin = index == 0 ? 0 : block.entries[index - 1].end;
  return {.timestamp = entry.timestamp,
          .ingestion_time = entry.timestamp + entry.ingestion_delay,
          .message = std::string_view(block.text).substr(begin, entry.end - begin),
          .arrival = arrival};
}

EventView EventLog::at(std::size_t rank) const {
  if (in_order_) return arrived(first_arrival_ + rank);
  sort();
  return arrived(first_arrival_ + order_[rank]);
}

std::size_t EventLog::rank_from(std::int64_t timestamp, std::uint64_t arrival) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const EventView event = at(middle);
    const bool before =
        event.timestamp != timestamp ? event.timestamp < timestamp : event.arrival < arrival;
    if (before) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

EventLog::Dropped EventLog::drop_before(std::int64_t timestamp) {
  Dropped dropped;
  while (!blocks_.empty() && blocks_.front().newest < timestamp) {
    const Block& block = blocks_.front();
    // The block that is being filled stays: arrivals are counted in whole blocks.
    if (block.entries.size() < kBlockEvents) break;
    dropped.events += block.entries.size();
    dropped.bytes += block.text.size();
    blocks_.pop_front();
    first_arrival_ += kBlockEvents;
    order_.clear();
  }
  return dropped;
}

void EventLog::sort() const {
  if (order_.size() == size()) return;
  order_.resize(size());
  std::iota(order_.begin(), order_.end(), std::uint32_t{0});
  std::stable_sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return arrived(first_arrival_ + a).timestamp < arrived(first_arrival_ + b).timestamp;
  });
}

}  // namespace emu::logs
