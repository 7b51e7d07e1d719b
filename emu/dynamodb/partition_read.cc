#include "dynamodb/partition_read.h"

namespace emu::dynamodb {

namespace {

template <class Range>
bool read_range(const Range& entries, const ByteBounds& bounds, bool forward, Page& page) {
  const auto first = entries.lower_bound(bounds.lower);
  // Bounds that leave nothing may have been made so by a start behind them.
  if (first == entries.end() || !bounds.contain(first->first)) return true;
  const auto last = bounds.upper ? entries.lower_bound(*bounds.upper) : entries.end();
  if (forward) {
    for (auto at = first; at != last; ++at) {
      if (!page.add(item_of(at->second))) return false;
    }
    return true;
  }
  for (auto at = last; at != first;) {
    --at;
    if (!page.add(item_of(at->second))) return false;
  }
  return true;
}

}  // namespace

void start_behind(const KeyBytes& entry, bool forward, ByteBounds& bounds) {
  if (forward) {
    bounds.lower = entry.range + '\0';
  } else {
    bounds.upper = entry.range;
  }
}

bool read_partition(const ReadSource& source, const QueryBounds& bounds, bool forward, Page& page) {
  return with_entries(source, [&](const auto& partitions) {
    const auto* entries = partitions.range_of(bounds.hash);
    return entries == nullptr || read_range(*entries, bounds.range, forward, page);
  });
}

}  // namespace emu::dynamodb
