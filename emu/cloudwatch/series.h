// Series: the values of one metric in one unit, over time.
//
// What is young is kept by the second or the minute; it is put together to five minutes and to
// hours as it gets older, and forgotten in the end, as AWS does. That happens when values are put
// or read, so a series costs nothing while nobody does. Putting and finding take the logarithm of
// the number of periods.
#pragma once

#include <emu/time.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cloudwatch/aggregate.h"

namespace emu::cloudwatch {

// The points of one resolution.
class Tier {
 public:
  void add(std::int64_t slot, const Aggregate& values);

  // Those from `first` and before `end`, in their order, as visit(slot, const Aggregate&).
  template <class Visit>
  void each(std::int64_t first, std::int64_t end, const Visit& visit) const {
    for (auto chunk = chunks_.lower_bound(chunk_of(first)); chunk != chunks_.end(); ++chunk) {
      if (chunk->first * kChunkSlots >= end) return;
      for (const Point& point : chunk->second) {
        if (point.slot < first || point.slot >= end) continue;
        if (point.more) {
          visit(point.slot, *point.more);
        } else {
          visit(point.slot, Aggregate(point.value, 1));
        }
      }
    }
  }
  // Hands out what is before `end`, and forgets it; some of it may wait for a later call.
  template <class Visit>
  void take_before(std::int64_t end, const Visit& visit) {
    while (!chunks_.empty() && (chunks_.begin()->first + 1) * kChunkSlots <= end) {
      const auto chunk = chunks_.extract(chunks_.begin());
      for (const Point& point : chunk.mapped()) {
        visit(point.slot, point.more ? *point.more : Aggregate(point.value, 1));
      }
    }
  }
  bool empty() const { return chunks_.empty(); }

 private:
  static constexpr std::int64_t kChunkSlots = 128;
  struct Point {
    std::int64_t slot;
    double value;                          // of a single one
    std::unique_ptr<Aggregate> more = {};  // of several
  };
  static std::int64_t chunk_of(std::int64_t slot) { return slot / kChunkSlots; }

  std::map<std::int64_t, std::vector<Point>> chunks_;
};

// A stretch of time, cut into periods from its start on.
struct Periods {
  Time start;
  Time end;  // exclusive
  std::chrono::seconds length;
};

class Series {
 public:
  void put(Time time, const Aggregate& values, bool by_second, Time now);

  // Adds to each period with values what they come to. The periods are in order, and grow. The
  // answer is how many points were looked at for it.
  using Found = std::map<Time, Aggregate>;
  std::size_t collect(const Periods& periods, Time now, Aggregate::Keep keep, Found& found);

  bool empty(Time now);

 private:
  static constexpr std::size_t kTiers = 4;
  void settle(Time now);

  std::array<Tier, kTiers> tiers_;
  Time settled_ = {};
};

}  // namespace emu::cloudwatch
