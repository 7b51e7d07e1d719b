// EventLog: the events of one stream, packed.
//
// Texts lie one behind the other in blocks of a few hundred events, with sixteen bytes of index for
// each, so that millions of log lines fit. Events are read by rank: in the order of their
// timestamps and, among equal ones, of their arrival. Appending is O(1); the order is kept for free
// while timestamps do not go backwards and is otherwise sorted when next read.
#pragma once

#include <emu/shape.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace emu::logs {

struct EventView {
  std::int64_t timestamp;       // milliseconds since the epoch
  std::int64_t ingestion_time;  // likewise
  std::string_view message;     // valid until the log changes
  std::uint64_t arrival;        // 0, 1, 2 … never given twice
};

// An event as plain data: what whoever writes a stream down holds of it.
struct EventRecord {
  std::int64_t timestamp = 0;
  std::int64_t ingestion_time = 0;
  std::string message = {};
  std::int64_t arrival = 0;

  static EventRecord of(const EventView& event) {
    return {.timestamp = event.timestamp,
            .ingestion_time = event.ingestion_time,
            .message = std::string(event.message),
            .arrival = static_cast<std::int64_t>(event.arrival)};
  }
  static void describe(StructureShape<EventRecord>& s);
};

class EventLog {
 public:
  // The times may differ by at most 24 days.
  void append(std::int64_t timestamp, std::int64_t ingestion_time, std::string_view message);

  bool empty() const { return size() == 0; }
  std::size_t size() const { return static_cast<std::size_t>(next_arrival_ - first_arrival_); }
  std::uint64_t next_arrival() const { return next_arrival_; }

  EventView at(std::size_t rank) const;

  // The first rank whose event comes at that time or later; size() when there is none.
  std::size_t rank_at(std::int64_t timestamp) const { return rank_from(timestamp, 0); }
  // The first rank whose event is not before (timestamp, arrival).
  std::size_t rank_from(std::int64_t timestamp, std::uint64_t arrival) const;

  // Frees blocks that hold nothing but events from before that time; how many bytes of messages
  // went with them. Some older events may stay.
  struct Dropped {
    std::size_t events = 0;
    std::size_t bytes = 0;
  };
  Dropped drop_before(std::int64_t timestamp);

 private:
  static constexpr std::size_t kBlockEvents = 256;

  struct Entry {
    std::int64_t timestamp;
    std::int32_t ingestion_delay;
    std::uint32_t end;  // of the message in the block's text
  };
  struct Block {
    std::string text;
    std::vector<Entry> entries;
    std::int64_t newest = 0;
  };

  EventView arrived(std::uint64_t arrival) const;
  void sort() const;

  std::deque<Block> blocks_;
  std::uint64_t first_arrival_ = 0;  // of the first block, a multiple of kBlockEvents
  std::uint64_t next_arrival_ = 0;
  std::int64_t newest_ = 0;
  bool in_order_ = true;
  // Arrivals by rank, from first_arrival_ on; stale when its size is not size(). Unused while in
  // order.
  mutable std::vector<std::uint32_t> order_;
};

}  // namespace emu::logs
