#include "core/text/base64.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace emu {

namespace {

constexpr std::string_view kStandardAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Larger than any sextet, in a bit that survives when four of them are combined.
constexpr std::uint32_t kForeign = 0x80000000;

using DecodeTable = std::array<std::uint32_t, 256>;

constexpr DecodeTable make_decode_table(std::string_view alphabet) {
  DecodeTable table{};
  table.fill(kForeign);
  for (std::uint32_t i = 0; i < 64; ++i) table[static_cast<std::uint8_t>(alphabet[i])] = i;
  return table;
}

constexpr DecodeTable kStandardDecode = make_decode_table(kStandardAlphabet);
constexpr DecodeTable kUrlDecode = make_decode_table(kUrlAlphabet);

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

// Writes the padding too; the caller who wants none cuts it off.
std::string encode(std::string_view bytes, std::string_view alphabet) {
  std::string out((bytes.size() + 2) / 3 * 4, '=');
  char* to = out.data();
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const std::uint32_t group =
        byte_at(bytes, i) << 16 | byte_at(bytes, i + 1) << 8 | byte_at(bytes, i + 2);
    *to++ = alphabet[group >> 18];
    *to++ = alphabet[group >> 12 & 63];
    *to++ = alphabet[group >> 6 & 63];
    *to++ = alphabet[group & 63];
  }
  const std::size_t rest = bytes.size() - i;
  if (rest == 0) return out;
  std::uint32_t group = byte_at(bytes, i) << 16;
  if (rest == 2) group |= byte_at(bytes, i + 1) << 8;
  *to++ = alphabet[group >> 18];
  *to++ = alphabet[group >> 12 & 63];
  if (rest == 2) *to = alphabet[group >> 6 & 63];
  return out;
}

// `text` has no padding any more.
std::optional<std::string> decode(std::string_view text, const DecodeTable& table) {
  const std::size_t rest = text.size() % 4;
  if (rest == 1) return std::nullopt;
  std::string out(text.size() / 4 * 3 + (rest == 0 ? 0 : rest - 1), '\0');
  const auto sextet = [&](std::size_t i) { return table[static_cast<std::uint8_t>(text[i])]; };
  char* to = out.data();
  std::size_t i = 0;
  for (; i + 4 <= text.size(); i += 4) {
    const std::uint32_t a = sextet(i);
    const std::uint32_t b = sextet(i + 1);
    const std::uint32_t c = sextet(i + 2);
    const std::uint32_t d = sextet(i + 3);
    if (((a | b | c | d) & kForeign) != 0) return std::nullopt;
    const std::uint32_t group = a << 18 | b << 12 | c << 6 | d;
    *to++ = static_cast<char>(group >> 16);
    *to++ = static_cast<char>(group >> 8);
    *to++ = static_cast<char>(group);
  }
  if (rest == 0) return out;
  const std::uint32_t a = sextet(i);
  const std::uint32_t b = sextet(i + 1);
  const std::uint32_t c = rest == 3 ? sextet(i + 2) : 0;
  if (((a | b | c) & kForeign) != 0) return std::nullopt;
  const std::uint32_t group = a << 18 | b << 12 | c << 6;
  *to++ = static_cast<char>(group >> 16);
  if (rest == 3) *to = static_cast<char>(group >> 8);
  const std::uint32_t spare = rest == 3 ? group & 0xff : group & 0xffff;
  if (spare != 0) return std::nullopt;
  return out;
}

std::string_view without_padding(std::string_view text) {
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string base64_encode(std::string_view bytes) { return encode(bytes, kStandardAlphabet); }

std::optional<std::string> base64_decode(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  return decode(without_padding(text), kStandardDecode);
}

std::string base64_url_encode(std::string_view bytes) {
  std::string out = encode(bytes, kUrlAlphabet);
  out.resize(without_padding(out).size());
  return out;
}

std::optional<std::string> base64_url_decode(std::string_view text) {
  const std::string_view bare = without_padding(text);
  const bool padded = bare.size() != text.size();
  if (padded && text.size() % 4 != 0) return std::nullopt;
  return decode(bare, kUrlDecode);
}

}  // namespace emu
