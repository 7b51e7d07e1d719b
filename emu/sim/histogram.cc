#include "sim/histogram.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace emu::sim {

namespace {

constexpr int kBucketBits = 7;  // 128 buckets to each power of two

// Times below 256 us have a bucket each; above, a bucket holds those with equal leading bits.
std::size_t bucket_of(std::uint64_t micros) {
  const int shift = std::max(0, static_cast<int>(std::bit_width(micros)) - 1 - kBucketBits);
  return (static_cast<std::size_t>(shift) << kBucketBits) +
         static_cast<std::size_t>(micros >> shift);
}

// The largest time in a bucket.
std::uint64_t upper_end(std::size_t bucket) {
  const std::size_t octave = bucket >> kBucketBits;
  if (octave < 2) return bucket;
  const std::size_t shift = octave - 1;
  const std::uint64_t leading = bucket - (shift << kBucketBits);
  return ((leading + 1) << shift) - 1;
}

}  // namespace

void Histogram::add(Duration time) {
  const auto micros = static_cast<std::uint64_t>(std::max<std::int64_t>(time.count(), 0));
  const std::size_t bucket = bucket_of(micros);
  if (bucket >= buckets_.size()) buckets_.resize(bucket + 1);
  ++buckets_[bucket];
  ++count_;
  max_ = std::max(max_, time);
}

Duration Histogram::percentile(std::uint64_t numerator, std::uint64_t denominator) const {
  // Rounded up: the share must be reached.
  const std::uint64_t wanted = (count_ * numerator + denominator - 1) / denominator;
  std::uint64_t seen = 0;
  for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
    seen += buckets_[bucket];
    if (seen >= wanted && seen > 0) {
      return std::min(Duration(static_cast<std::int64_t>(upper_end(bucket))), max_);
    }
  }
  return max_;
}

Percentiles Histogram::percentiles() const {
  return {.count = count_,
          .p50 = percentile(50, 100),
          .p90 = percentile(90, 100),
          .p99 = percentile(99, 100),
          .max = max_};
}

}  // namespace emu::sim
