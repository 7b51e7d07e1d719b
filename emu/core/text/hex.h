// Hexadecimal text: lower case when written, either case when read.
//
//   hex_encode("hi")      == "6869"
//   hex_decode("6869")    == "hi"
//   hex_decode("6")       == std::nullopt
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace emu {

inline constexpr char kHexLower[] = "0123456789abcdef";
inline constexpr char kHexUpper[] = "0123456789ABCDEF";

std::string hex_encode(std::string_view bytes);
std::string hex_encode(std::span<const std::uint8_t> bytes);

// Appends exactly 16 digits, the most significant first.
void append_hex(std::uint64_t value, std::string& out);

// Nothing if the length is odd or a character is not a hexadecimal digit.
std::optional<std::string> hex_decode(std::string_view text);

// The value of one digit, or -1.
constexpr int hex_digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace emu
