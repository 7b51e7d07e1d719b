#include "cloudwatch/series.h"

#include <algorithm>

#include "cloudwatch/limits.h"

namespace emu::cloudwatch {

namespace {

using std::chrono::seconds;

struct Resolution {
  seconds slot;
  Duration kept;
};
constexpr std::array<Resolution, 4> kResolutions = {{{seconds(1), kSecondsKept},
                                                     {seconds(60), kMinutesKept},
                                                     {seconds(300), kFiveMinutesKept},
                                                     {seconds(3'600), kHoursKept}}};
constexpr std::size_t kMinutes = 1;
// Often enough that little is kept for too long.
constexpr std::chrono::minutes kSettleInterval{5};

std::int64_t slot_of(Time time, seconds slot) { return epoch_seconds(time) / slot.count(); }

Time time_of(std::int64_t slot, seconds length) {
  return from_epoch_seconds(slot * length.count());
}

// Whether values of that time are read in such periods: what is older is there in longer ones only.
// Source: Amazon CloudWatch API Reference, "GetMetricStatistics".
bool is_read_by(seconds period, Duration age) {
  for (std::size_t i = 0; i + 1 < kResolutions.size(); ++i) {
    if (age <= kResolutions[i].kept) return true;
    if (period % kResolutions[i + 1].slot != seconds::zero()) return false;
  }
  return age <= kResolutions.back().kept;
}

}  // namespace

void Tier::add(std::int64_t slot, const Aggregate& values) {
  std::vector<Point>& points = chunks_[chunk_of(slot)];
  auto at = points.end();
  if (!points.empty() && points.back().slot >= slot) {
    at = std::lower_bound(
        points.begin(), points.end(), slot,
        [](const Point& point, std::int64_t wanted) { return point.slot < wanted; });
  }
  if (at == points.end() || at->slot != slot) {
    Point added{.slot = slot, .value = values.sum};
    const bool is_single = values.count == 1 && values.is_one_value() && values.min == values.sum;
    if (!is_single) added.more = std::make_unique<Aggregate>(values);
    points.insert(at, std::move(added));
    return;
  }
  if (!at->more) at->more = std::make_unique<Aggregate>(at->value, 1);
  at->more->add(values);
}

void Series::put(Time time, const Aggregate& values, bool by_second, Time now) {
  settle(now);
  const std::size_t tier = by_second && now - time < kSecondsKept ? 0 : kMinutes;
  tiers_[tier].add(slot_of(time, kResolutions[tier].slot), values);
}

std::size_t Series::collect(const Periods& periods, Time now, Aggregate::Keep keep, Found& found) {
  settle(now);
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < kTiers; ++i) {
    const seconds slot = kResolutions[i].slot;
    const std::int64_t first = (epoch_seconds(periods.start) + slot.count() - 1) / slot.count();
    const std::int64_t end = (epoch_seconds(periods.end) + slot.count() - 1) / slot.count();
    tiers_[i].each(first, end, [&](std::int64_t at, const Aggregate& values) {
      ++looked_at;
      const Time time = time_of(at, slot);
      if (!is_read_by(periods.length, now - time)) return;
      const auto index = (time - periods.start) / periods.length;
      found[periods.start + index * periods.length].add(values, keep);
    });
  }
  return looked_at;
}

bool Series::empty(Time now) {
  settle(now);
  return std::all_of(tiers_.begin(), tiers_.end(), [](const Tier& tier) { return tier.empty(); });
}

void Series::settle(Time now) {
  if (now - settled_ < kSettleInterval) return;
  settled_ = now;
  for (std::size_t i = 0; i < kTiers; ++i) {
    const seconds slot = kResolutions[i].slot;
    tiers_[i].take_before(slot_of(now - kResolutions[i].kept, slot),
                          [&](std::int64_t at, const Aggregate& values) {
                            if (i + 1 == kTiers) return;
                            const Time time = time_of(at, slot);
                            tiers_[i + 1].add(slot_of(time, kResolutions[i + 1].slot), values);
                          });
  }
}

}  // namespace emu::cloudwatch
