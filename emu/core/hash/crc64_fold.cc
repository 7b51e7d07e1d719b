#include "core/hash/crc64_fold.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#include <wmmintrin.h>
#endif

namespace emu {

#if defined(__x86_64__)

namespace {

constexpr std::size_t kLaneBytes = 16;
constexpr std::size_t kLanes = 4;  // as many products as the processor has under way at a time
constexpr std::size_t kStepBytes = kLanes * kLaneBytes;
constexpr std::size_t kBytesMin = 256;

// x^exponent modulo the polynomial, reflected as the data is.
constexpr std::uint64_t power_of_x(int exponent) {
  std::uint64_t value = std::uint64_t{1} << 63;
  for (int i = 0; i < exponent; ++i) {
    value = (value >> 1) ^ ((value & 1) != 0 ? kCrc64NvmePolynomial : 0);
  }
  return value;
}

// Moves a lane so many bits towards the end of the data: its first half is 64 bits further away.
// A product of reflected factors lies one bit too low, hence one less in the exponents.
struct Shift {
  std::uint64_t first_half;
  std::uint64_t second_half;
};
constexpr Shift shift_by(int bits) { return {power_of_x(bits + 63), power_of_x(bits - 1)}; }

constexpr Shift kByStep = shift_by(8 * kStepBytes);
constexpr Shift kByLane = shift_by(8 * kLaneBytes);

struct Lane {
  __m128i bits;
};

__attribute__((target("pclmul"))) __m128i shift(__m128i lane, const Shift& by) {
  const __m128i factors =
      _mm_set_epi64x(static_cast<long long>(by.second_half), static_cast<long long>(by.first_half));
  return _mm_xor_si128(_mm_clmulepi64_si128(lane, factors, 0x00),
                       _mm_clmulepi64_si128(lane, factors, 0x11));
}

__m128i load(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }

__attribute__((target("pclmul"))) Crc64Folded fold(std::string_view data, std::uint64_t sum) {
  const char* at = data.data();
  std::array<Lane, kLanes> lanes{};
  for (std::size_t i = 0; i < kLanes; ++i) lanes[i].bits = load(at + i * kLaneBytes);
  lanes[0].bits = _mm_xor_si128(lanes[0].bits, _mm_cvtsi64_si128(static_cast<long long>(sum)));
  std::size_t count = kStepBytes;
  for (; count + kStepBytes <= data.size(); count += kStepBytes) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      lanes[i].bits =
          _mm_xor_si128(shift(lanes[i].bits, kByStep), load(at + count + i * kLaneBytes));
    }
  }
  __m128i folded = lanes[0].bits;
  for (std::size_t i = 1; i < kLanes; ++i) {
    folded = _mm_xor_si128(shift(folded, kByLane), lanes[i].bits);
  }
  Crc64Folded result{.bytes = {}, .count = count};
  _mm_storeu_si128(reinterpret_cast<__m128i*>(result.bytes.data()), folded);
  return result;
}

}  // namespace

std::optional<Crc64Folded> fold_crc64nvme(std::string_view data, std::uint64_t sum) {
  if (data.size() < kBytesMin || !__builtin_cpu_supports("pclmul")) return std::nullopt;
  return fold(data, sum);
}

#else

std::optional<Crc64Folded> fold_crc64nvme(std::string_view, std::uint64_t) { return std::nullopt; }

#endif

}  // namespace emu
