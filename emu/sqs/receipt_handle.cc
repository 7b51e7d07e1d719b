#include "sqs/receipt_handle.h"

#include <array>
#include <cstddef>

#include "core/base64.h"
#include "core/little_endian.h"
#include "core/random.h"

namespace emu::sqs {

namespace {

// As all of AWS's handles, ours begin with "AQEB", which is Base64 of these bytes.
constexpr std::string_view kPrefix("\1\1\1", 3);
constexpr std::size_t kWords = 4;
constexpr std::size_t kBytes = kPrefix.size() + kWords * 8;

std::uint64_t checksum(const Receipt& receipt) {
  std::uint64_t state = receipt.queue;
  std::uint64_t sum = splitmix64(state);
  state ^= receipt.message;
  sum ^= splitmix64(state);
  state ^= receipt.receive;
  return sum ^ splitmix64(state);
}

}  // namespace

std::string encode_receipt(const Receipt& receipt) {
  std::uint64_t mask = checksum(receipt);
  const std::uint64_t check = mask;
  const std::array<std::uint64_t, kWords> words = {check, receipt.queue ^ splitmix64(mask),
                                                   receipt.message ^ splitmix64(mask),
                                                   receipt.receive ^ splitmix64(mask)};
  std::array<std::uint8_t, kBytes> bytes{1, 1, 1};
  for (std::size_t i = 0; i < kWords; ++i) {
    store_little_endian_64(words[i], bytes.data() + kPrefix.size() + i * 8);
  }
  return base64_encode({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::optional<Receipt> decode_receipt(std::string_view handle) {
  const std::optional<std::string> bytes = base64_decode(handle);
  if (!bytes || bytes->size() != kBytes || !bytes->starts_with(kPrefix)) return std::nullopt;
  const auto word = [&](std::size_t i) {
    return load_little_endian_64(bytes->data() + kPrefix.size() + i * 8);
  };
  const std::uint64_t check = word(0);
  std::uint64_t mask = check;
  Receipt receipt;
  receipt.queue = word(1) ^ splitmix64(mask);
  receipt.message = word(2) ^ splitmix64(mask);
  receipt.receive = word(3) ^ splitmix64(mask);
  if (checksum(receipt) != check) return std::nullopt;
  return receipt;
}

}  // namespace emu::sqs
