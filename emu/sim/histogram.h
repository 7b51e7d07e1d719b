// A distribution of times in constant memory: each power of two is divided into 128 equal buckets,
// so a percentile is at most 1/128 too large and never too small.
#pragma once

#include <emu/sim/report.h>
#include <emu/time.h>

#include <cstdint>
#include <vector>

namespace emu::sim {

class Histogram {
 public:
  void add(Duration time);

  std::uint64_t count() const { return count_; }
  Duration max() const { return max_; }
  // The least bucket's upper end that at least numerator/denominator of the times do not exceed;
  // 0 without any times.
  Duration percentile(std::uint64_t numerator, std::uint64_t denominator) const;
  Percentiles percentiles() const;

 private:
  std::vector<std::uint64_t> buckets_;  // as many as the largest time needs
  std::uint64_t count_ = 0;
  Duration max_ = {};
};

}  // namespace emu::sim
