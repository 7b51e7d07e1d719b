// Seeded randomness: equal seeds give equal values on every machine. Nothing here is fit for
// secrets.
//
//   Random random(42);
//   random.below(6);                        // 0 to 5
//   random.chance(1, 100);                  // true once in a hundred
//   Random faults = random.fork("faults");  // a stream of its own
//
// The generator is xoshiro256**, its state filled from the seed by splitmix64. No floating-point
// function of the C library is used, since their last bits differ between systems.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace emu {

class Random {
 public:
  explicit Random(std::uint64_t seed);

  std::uint64_t seed() const { return seed_; }

  // A stream that depends on this one's seed and the label only: not on what was drawn before, and
  // drawing from either does not disturb the other.
  Random fork(std::string_view label) const;

  std::uint64_t next();

  // Evenly from 0 to limit - 1; below(0) is 0.
  std::uint64_t below(std::uint64_t limit);

  // True with the probability numerator / denominator; always if the numerator is not less.
  bool chance(std::uint64_t numerator, std::uint64_t denominator);

  // The time to the next event of a Poisson process whose events are `mean` apart. At most 36.8
  // times the mean. The same bits everywhere: the logarithm is computed in integers, right to
  // 2^-56, and then rounded to a double twice.
  double exponential(double mean);

  void fill(std::span<std::uint8_t> bytes);

  template <typename T>
  void shuffle(std::span<T> values) {
    for (std::size_t left = values.size(); left > 1; --left) {
      using std::swap;
      swap(values[left - 1], values[below(left)]);
    }
  }

 private:
  std::uint64_t seed_;
  std::array<std::uint64_t, 4> state_;
};

// The next value of the splitmix64 sequence that `state` is in.
std::uint64_t splitmix64(std::uint64_t& state);

}  // namespace emu
