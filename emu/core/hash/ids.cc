#include "core/hash/ids.h"

#include <cstdint>
#include <string_view>

#include "core/text/hex.h"

namespace emu {

namespace {

constexpr std::size_t kUuidLength = 36;

char* write_hex(std::uint64_t value, int digits, char* to) {
  for (int i = digits - 1; i >= 0; --i) *to++ = kHexLower[value >> (4 * i) & 15];
  return to;
}

void write_uuid4(Random& random, char* to) {
  const std::uint64_t high = random.next();
  const std::uint64_t low = random.next();
  to = write_hex(high >> 32, 8, to);
  *to++ = '-';
  to = write_hex(high >> 16, 4, to);
  *to++ = '-';
  // RFC 4122: the version, 4, in the four bits here and the variant, binary 10, in the two below.
  to = write_hex((high & 0x0fff) | 0x4000, 4, to);
  *to++ = '-';
  to = write_hex((low >> 48 & 0x3fff) | 0x8000, 4, to);
  *to++ = '-';
  write_hex(low, 12, to);
}

std::string draw(Random& random, std::string_view alphabet, std::size_t length) {
  std::string out(length, '\0');
  for (char& c : out) c = alphabet[random.below(alphabet.size())];
  return out;
}

}  // namespace

std::string uuid4(Random& random) {
  std::string out(kUuidLength, '\0');
  write_uuid4(random, out.data());
  return out;
}

void append_uuid4(Random& random, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + kUuidLength);
  write_uuid4(random, out.data() + before);
}

std::string hex_id(Random& random, std::size_t length) {
  std::string out(length, '\0');
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < length; ++i) {
    if (i % 16 == 0) word = random.next();
    out[i] = kHexLower[word & 15];
    word >>= 4;
  }
  return out;
}

std::string base62_id(Random& random, std::size_t length) {
  return draw(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);
}

std::string upper_alnum_id(Random& random, std::size_t length) {
  return draw(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
}

}  // namespace emu
