#include "core/text/hex.h"

namespace emu {

namespace {

template <typename Bytes>
std::string encode(const Bytes& bytes) {
  std::string out(bytes.size() * 2, '\0');
  char* to = out.data();
  for (const auto element : bytes) {
    const auto byte = static_cast<std::uint8_t>(element);
    *to++ = kHexLower[byte >> 4];
    *to++ = kHexLower[byte & 15];
  }
  return out;
}

}  // namespace

std::string hex_encode(std::string_view bytes) { return encode(bytes); }

std::string hex_encode(std::span<const std::uint8_t> bytes) { return encode(bytes); }

void append_hex(std::uint64_t value, std::string& out) {
  char digits[16];
  for (int i = 15; i >= 0; --i) {
    digits[i] = kHexLower[value & 15];
    value >>= 4;
  }
  out.append(digits, sizeof digits);
}

std::optional<std::string> hex_decode(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string out(text.size() / 2, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = hex_digit_value(text[2 * i]);
    const int low = hex_digit_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out[i] = static_cast<char>(high * 16 + low);
  }
  return out;
}

}  // namespace emu
