#include "core/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "core/base/little_endian.h"

namespace emu {

namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;
constexpr std::uint64_t kLowBits = 0x0101010101010101;

bool is_continuation(char c) { return (static_cast<std::uint8_t>(c) & 0xc0) == 0x80; }

// The first position at or after `position` whose eight bytes are not all ASCII, or too few.
std::size_t skip_ascii(std::string_view text, std::size_t position) {
  while (text.size() - position >= 8 &&
         (load_little_endian_64(text.data() + position) & kHighBits) == 0) {
    position += 8;
  }
  return position;
}

// Of eight ASCII characters: whether each may stand in an XML document.
bool is_xml_ascii(std::uint64_t word) {
  // Without high bits, subtracting 0x20 from each byte sets a high bit exactly if some byte is less
  // than 0x20. Texts of several lines have words with line feeds, so those are looked at together
  // too: no byte disturbs its neighbour here.
  if (((word - 0x20 * kLowBits) & kHighBits) == 0) return true;
  const auto above = [](std::uint64_t bytes, std::uint64_t limit) {
    return bytes + (0x7f - limit) * kLowBits;
  };
  const auto other = [&](std::uint64_t c) { return above(word ^ c * kLowBits, 0); };
  const std::uint64_t is_control = ~above(word, 0x1f);
  return (is_control & other(0x9) & other(0xa) & other(0xd) & kHighBits) == 0;
}

// The first position at or after `position` whose eight bytes are not all ASCII that XML allows, or
// too few.
std::size_t skip_xml_ascii(std::string_view text, std::size_t position) {
  while (text.size() - position >= 8) {
    const std::uint64_t word = load_little_endian_64(text.data() + position);
    if ((word & kHighBits) != 0 || !is_xml_ascii(word)) break;
    position += 8;
  }
  return position;
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == 0x9 || c == 0xa || c == 0xd;
  return c != 0xfffe && c != 0xffff;
}

}  // namespace

std::optional<char32_t> decode_code_point(std::string_view text, std::size_t& position) {
  const auto lead = static_cast<std::uint8_t>(text[position]);
  if (lead < 0x80) {
    ++position;
    return lead;
  }
  // 0xc0 and 0xc1 could only begin overlong forms; 0xf5 and above would pass U+10FFFF.
  if (lead < 0xc2 || lead > 0xf4) return std::nullopt;
  const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (text.size() - position < length) return std::nullopt;
  char32_t code_point = lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const char c = text[position + i];
    if (!is_continuation(c)) return std::nullopt;
    code_point = code_point << 6 | (static_cast<std::uint8_t>(c) & 0x3f);
  }
  if (length == 3 && code_point < 0x800) return std::nullopt;
  if (length == 4 && (code_point < 0x10000 || code_point > 0x10ffff)) return std::nullopt;
  if (code_point >= 0xd800 && code_point <= 0xdfff) return std::nullopt;
  position += length;
  return code_point;
}

bool is_valid_utf8(std::string_view text) {
  std::size_t position = skip_ascii(text, 0);
  while (position < text.size()) {
    const auto code_point = decode_code_point(text, position);
    if (!code_point) return false;
    if (*code_point < 0x80) position = skip_ascii(text, position);
  }
  return true;
}

bool is_xml_text(std::string_view text) {
  std::size_t position = skip_xml_ascii(text, 0);
  while (position < text.size()) {
    const auto code_point = decode_code_point(text, position);
    if (!code_point || !is_xml_character(*code_point)) return false;
    if (*code_point < 0x80) position = skip_xml_ascii(text, position);
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t position = 0;
  for (; text.size() - position >= 8; position += 8) {
    // A byte continues a sequence if its two highest bits are 1 and 0.
    const std::uint64_t word = load_little_endian_64(text.data() + position);
    continuations += static_cast<std::size_t>(std::popcount(word & ~(word << 1) & kHighBits));
  }
  for (; position < text.size(); ++position) continuations += is_continuation(text[position]);
  return text.size() - continuations;
}

std::size_t count_utf16_units(std::string_view text) {
  // Sequences of four bytes, which begin with 11110xxx, are those above U+FFFF.
  const auto is_above = [](char c) { return (static_cast<std::uint8_t>(c) & 0xf8) == 0xf0; };
  return count_code_points(text) +
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_above));
}

std::string_view truncate_utf8(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && is_continuation(text[bytes_max])) --bytes_max;
  return text.substr(0, bytes_max);
}

}  // namespace emu
