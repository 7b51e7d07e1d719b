#include "sqs/receipt_handle.h"

#include <array>
#include <cstddef>

#include "core/base/little_endian.h"
#include "core/text/base64.h"

namespace emu::sqs {

namespace {

// As all of AWS's handles, ours begin with "AQEB", which is Base64 of these bytes.
constexpr std::string_view kPrefix("\1\1\1", 3);
constexpr std::size_t kWords = 3;
constexpr std::size_t kBytes = kPrefix.size() + kWords * 8;

// Odd constants with about as many ones as zeros: the fractions of the square roots of 11 and 13.
constexpr std::uint64_t kOddA = 0x510e527fade682d1;
constexpr std::uint64_t kOddB = 0x9b05688c2b3e6c1f;

// A bijection after which a change of one bit has changed about half of them.
constexpr std::uint64_t mix(std::uint64_t word) {
  word = (word ^ (word >> 32U)) * kOddA;
  word = (word ^ (word >> 29U)) * kOddB;
  return word ^ (word >> 32U);
}

struct Words {
  std::uint64_t origin;  // the queue and the receive
  std::uint64_t message;

  std::uint64_t checksum() const { return mix(mix(origin) + message); }
};

}  // namespace

// The checksum comes first, in the clear; it also masks the two words behind it.
std::string encode_receipt(const Receipt& receipt) {
  const Words words{.origin = (std::uint64_t{receipt.queue} << 32U) | receipt.receive,
                    .message = receipt.message};
  const std::uint64_t check = words.checksum();
  std::array<std::uint8_t, kBytes> bytes{1, 1, 1};
  std::uint8_t* const first = bytes.data() + kPrefix.size();
  store_little_endian_64(check, first);
  store_little_endian_64(words.origin ^ mix(check + kOddA), first + 8);
  store_little_endian_64(words.message ^ mix(check + kOddB), first + 16);
  return base64_encode({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::optional<Receipt> decode_receipt(std::string_view handle) {
  const std::optional<std::string> bytes = base64_decode(handle);
  if (!bytes || bytes->size() != kBytes || !bytes->starts_with(kPrefix)) return std::nullopt;
  const char* const first = bytes->data() + kPrefix.size();
  const std::uint64_t check = load_little_endian_64(first);
  const Words words{.origin = load_little_endian_64(first + 8) ^ mix(check + kOddA),
                    .message = load_little_endian_64(first + 16) ^ mix(check + kOddB)};
  if (words.checksum() != check) return std::nullopt;
  return Receipt{.queue = static_cast<std::uint32_t>(words.origin >> 32U),
                 .message = words.message,
                 .receive = static_cast<std::uint32_t>(words.origin)};
}

}  // namespace emu::sqs
