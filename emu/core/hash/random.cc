#include "core/hash/random.h"

#include <bit>

#include "core/base/little_endian.h"
#include "core/hash/rolling_hash.h"

namespace emu {

namespace {

__extension__ typedef unsigned __int128 Uint128;

constexpr int kFractionBits = 63;
constexpr std::uint64_t kOne = std::uint64_t{1} << kFractionBits;
constexpr std::uint64_t kLog2 = 0x58b90bfbe8e7bcd6;

// Enough for 63 bits where the argument of the series is at most 1/3.
constexpr std::size_t kLogTerms = 20;

constexpr std::array<std::uint64_t, kLogTerms> make_odd_reciprocals() {
  std::array<std::uint64_t, kLogTerms> reciprocals{};
  for (std::size_t n = 0; n < kLogTerms; ++n) reciprocals[n] = kOne / (2 * n + 1);
  return reciprocals;
}

constexpr std::array<std::uint64_t, kLogTerms> kOddReciprocals = make_odd_reciprocals();

std::uint64_t multiply(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::uint64_t>(static_cast<Uint128>(a) * b >> kFractionBits);
}

// The natural logarithm of a fixed-point number from 1 to 2: ln m = 2 artanh s with s = (m - 1) /
// (m + 1), and artanh s = s (1 + s^2 / 3 + s^4 / 5 + ...).
std::uint64_t log_of_mantissa(std::uint64_t mantissa) {
  const std::uint64_t halved_sum = mantissa / 2 + kOne / 2;
  const auto s = static_cast<std::uint64_t>(
      (static_cast<Uint128>(mantissa - kOne) << (kFractionBits - 1)) / halved_sum);
  const std::uint64_t square = multiply(s, s);
  std::uint64_t series = 0;
  for (std::size_t n = kLogTerms; n-- > 0;) {
    series = kOddReciprocals[n] + multiply(series, square);
  }
  return 2 * multiply(s, series);
}

// -ln(numerator / 2^53), for 1 <= numerator <= 2^53. Integers throughout, because a compiler may
// fuse a floating-point multiplication and addition on one machine and not on another.
double minus_log_of_53_bits(std::uint64_t numerator) {
  const int shift = std::countl_zero(numerator);
  const std::uint64_t mantissa = numerator << shift;
  const auto halvings = static_cast<std::uint64_t>(53 - (63 - shift));
  const Uint128 log = static_cast<Uint128>(halvings) * kLog2 - log_of_mantissa(mantissa);
  // Less than 37, so 57 bits of fraction fit.
  return static_cast<double>(static_cast<std::uint64_t>(log >> 6)) * 0x1p-57;
}

}  // namespace

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t value = state;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

Random::Random(std::uint64_t seed) : seed_(seed), state_{} {
  for (std::uint64_t& word : state_) word = splitmix64(seed);
}

Random Random::fork(std::string_view label) const {
  Digest digest;
  digest.add(seed_);
  digest.add(label);
  return Random(digest.value());
}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

// Lemire, "Fast Random Integer Generation in an Interval": the upper half of a product is the
// value; the few lower halves that would favour some values are drawn again.
std::uint64_t Random::below(std::uint64_t limit) {
  Uint128 product = static_cast<Uint128>(next()) * limit;
  if (static_cast<std::uint64_t>(product) < limit) {
    const std::uint64_t unfair = (0 - limit) % limit;
    while (static_cast<std::uint64_t>(product) < unfair) {
      product = static_cast<Uint128>(next()) * limit;
    }
  }
  return static_cast<std::uint64_t>(product >> 64);
}

bool Random::chance(std::uint64_t numerator, std::uint64_t denominator) {
  return below(denominator) < numerator;
}

double Random::exponential(double mean) { return mean * minus_log_of_53_bits((next() >> 11) + 1); }

void Random::fill(std::span<std::uint8_t> bytes) {
  std::array<std::uint8_t, 8> word;
  while (!bytes.empty()) {
    store_little_endian_64(next(), word.data());
    const std::size_t taken = bytes.size() < word.size() ? bytes.size() : word.size();
    for (std::size_t i = 0; i < taken; ++i) bytes[i] = word[i];
    bytes = bytes.subspan(taken);
  }
}

}  // namespace emu
