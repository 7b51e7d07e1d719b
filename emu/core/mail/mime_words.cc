#include "core/mail/mime_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/text/utf8.h"

namespace emu {

namespace {

// An encoded word has at most 75 characters: 45 bytes make 60 of them in Base64.
constexpr std::size_t kBytesPerWord = 45;

constexpr std::string_view kReplacementCharacter = "\xef\xbf\xbd";  // U+FFFD

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte that "=C3" stands for, or nothing.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::string decode_q(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = text[i] == '=' ? escaped_byte(text, i) : std::nullopt;
    if (byte) i += 2;
    bytes += byte ? *byte : text[i] == '_' ? ' ' : text[i];
  }
  return bytes;
}

// What claims to be UTF-8 stays as it is: a character may be cut in two by the end of a word.
std::optional<std::string> decode_charset(std::string_view text, std::string_view charset) {
  const std::string name = lower_case(charset);
  if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") {
    return std::string(text);
  }
  if (name != "iso-8859-1" && name != "latin1" && name != "windows-1252") return std::nullopt;
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xc0 | byte >> 6);
      utf8 += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return utf8;
}

struct Word {
  std::string text;
  std::size_t end;  // behind it
};

// The encoded word that begins at `begin`, "=?charset?B?text?=". Its text has no '?' (RFC 2047, 2),
// and looking no further keeps the decoding of many beginnings without an end linear.
std::optional<Word> word_at(std::string_view text, std::size_t begin) {
  const auto charset_end = text.find('?', begin + 2);
  if (charset_end == text.npos || charset_end + 2 >= text.size()) return std::nullopt;
  if (text[charset_end + 2] != '?') return std::nullopt;
  const auto end = text.find('?', charset_end + 3);
  if (end == text.npos || !text.substr(end + 1).starts_with('=')) return std::nullopt;
  std::string_view charset = text.substr(begin + 2, charset_end - begin - 2);
  charset = charset.substr(0, charset.find('*'));
  const std::string_view encoded = text.substr(charset_end + 3, end - charset_end - 3);
  const char encoding = to_lower(text[charset_end + 1]);
  if (encoding != 'b' && encoding != 'q') return std::nullopt;
  auto decoded =
      decode_charset(encoding == 'b' ? decode_mime_base64(encoded) : decode_q(encoded), charset);
  if (!decoded) return std::nullopt;
  return Word{.text = *std::move(decoded), .end = end + 2};
}

}  // namespace

std::string encode_mime_words(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  std::string out;
  while (!utf8.empty()) {
    std::string_view piece = truncate_utf8(utf8, kBytesPerWord);
    if (piece.empty()) piece = utf8.substr(0, kBytesPerWord);
    if (!out.empty()) out += "\r\n ";
    out.append("=?UTF-8?B?").append(base64_encode(piece)).append("?=");
    utf8.remove_prefix(piece.size());
  }
  return out;
}

std::string decode_mime_words(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto begin = text.find("=?", at);
    const auto word = begin == text.npos ? std::nullopt : word_at(text, begin);
    if (!word) {
      const auto end = begin == text.npos ? text.size() : begin + 2;
      out.append(text.substr(at, end - at));
      at = end;
      continue;
    }
    // White space between two encoded words belongs to neither.
    const std::string_view before = text.substr(at, begin - at);
    const bool follows_word = at != 0 && at >= 2 && text.substr(at - 2, 2) == "?=";
    const bool is_blank = before.find_first_not_of(" \t\r\n") == before.npos;
    if (!follows_word || !is_blank) out.append(before);
    out.append(word->text);
    at = word->end;
  }
  return to_valid_utf8(std::move(out));
}

std::string to_valid_utf8(std::string text) {
  if (is_valid_utf8(text)) return text;
  std::string valid;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (decode_code_point(text, at)) {
      valid.append(text, begin, at - begin);
    } else {
      valid += kReplacementCharacter;
      ++at;
    }
  }
  return valid;
}

std::string unquote_mime(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
  std::string plain;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '\\' && i + 2 < text.size()) ++i;
    plain += text[i];
  }
  return plain;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes += text[i];
      continue;
    }
    if (const auto byte = escaped_byte(text, i)) {
      bytes += *byte;
      i += 2;
      continue;
    }
    // A soft line break.
    auto end = i + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') {
      i = end;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::size_t mime_base64_size(std::string_view text) {
  std::size_t letters = 0;
  std::optional<std::size_t> padding;
  for (const char c : text) {
    if (c == '=' && !padding) padding = letters;
    if (is_alphanumeric(c) || c == '+' || c == '/' || c == '=') ++letters;
  }
  letters = letters / 4 * 4;
  if (!padding || *padding >= letters) return letters / 4 * 3;
  const std::size_t in_last = *padding % 4;
  if (in_last < 2) return 0;  // no base64
  return *padding / 4 * 3 + in_last - 1;
}

std::string decode_mime_base64(std::string_view text) {
  std::string packed;
  packed.reserve(text.size());
  for (const char c : text) {
    if (is_alphanumeric(c) || c == '+' || c == '/' || c == '=') packed += c;
  }
  packed.resize(packed.size() / 4 * 4);
  // Padding in the middle ends the content, as where two encodings were put together.
  if (const auto padding = packed.find('='); padding != packed.npos) {
    packed.resize((padding / 4 + 1) * 4);
  }
  return base64_decode(packed).value_or(std::string());
}

std::optional<std::string> utf8_of_charset(std::string_view text, std::string_view charset) {
  auto decoded = decode_charset(text, charset);
  if (decoded) decoded = to_valid_utf8(*std::move(decoded));
  return decoded;
}

}  // namespace emu
