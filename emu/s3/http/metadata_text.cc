#include "s3/http/metadata_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/text/hex.h"
#include "core/text/utf8.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kPrefix = "x-amz-meta-";
constexpr std::string_view kWordBegin = "=?";
constexpr std::string_view kWordEnd = "?=";
// A word has 75 characters at most: "=?UTF-8?B?", the text, "?=".
constexpr std::size_t kWordTextMax = 63;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What stands in headers as it is.
bool is_plain(char c) { return is_ascii(c) && c >= ' ' && c != 0x7f; }

bool is_plain_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), &is_plain);
}

std::string latin1_to_utf8(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    if (is_ascii(c)) {
      text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    text += static_cast<char>(0xc0 | (byte >> 6));
    text += static_cast<char>(0x80 | (byte & 0x3f));
  }
  return text;
}

std::optional<std::string> decode_q(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    if (text.front() != '=') {
      bytes += text.front() == '_' ? ' ' : text.front();
      text.remove_prefix(1);
      continue;
    }
    const int high = text.size() < 3 ? -1 : hex_digit_value(text[1]);
    const int low = text.size() < 3 ? -1 : hex_digit_value(text[2]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
    text.remove_prefix(3);
  }
  return bytes;
}

// The text of a word without its "=?" and "?="; nothing when it is none that can be read.
std::optional<std::string> decode_word(std::string_view word) {
  const std::string_view charset = take_until(word, '?');
  const std::string_view encoding = take_until(word, '?');
  std::optional<std::string> bytes;
  if (equal_ignoring_case(encoding, "B")) bytes = base64_decode(word);
  if (equal_ignoring_case(encoding, "Q")) bytes = decode_q(word);
  if (!bytes) return std::nullopt;
  if (equal_ignoring_case(charset, "ISO-8859-1")) return latin1_to_utf8(*bytes);
  const bool is_utf8 =
      equal_ignoring_case(charset, "UTF-8") || equal_ignoring_case(charset, "US-ASCII");
  return is_utf8 && is_valid_utf8(*bytes) ? bytes : std::nullopt;
}

// Where the word at the front ends, behind its "?="; npos when there is none.
std::size_t word_size(std::string_view text) {
  if (!text.starts_with(kWordBegin)) return text.npos;
  auto at = text.find('?', kWordBegin.size());  // behind the character set
  if (at != text.npos) at = text.find('?', at + 1);
  if (at != text.npos) at = text.find(kWordEnd, at + 1);
  return at == text.npos ? at : at + kWordEnd.size();
}

std::string encode_q(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (c == ' ') {
      encoded += '_';
    } else if (is_plain(c) && c != '=' && c != '?' && c != '_') {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '=';
      encoded += kHexUpper[byte >> 4];
      encoded += kHexUpper[byte & 15];
    }
  }
  return encoded;
}

// As in the thread "Use mime encode for Non-US-ASCII metadata" of minio/minio: Q for what is mostly
// ASCII, in characters, B for the rest.
enum class Encoding { kB, kQ };

Encoding encoding_of(std::string_view text) {
  const auto plain = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), &is_plain));
  return plain > count_code_points(text) - plain ? Encoding::kQ : Encoding::kB;
}

// A text that is too long for one word is halved until its parts are not.
void append_words(std::string_view text, Encoding encoding, std::string& out) {
  const std::string encoded = encoding == Encoding::kQ ? encode_q(text) : base64_encode(text);
  const std::string_view half = truncate_utf8(text, text.size() / 2);
  if (encoded.size() > kWordTextMax && !half.empty()) {
    append_words(half, encoding, out);
    append_words(text.substr(half.size()), encoding, out);
    return;
  }
  if (!out.empty()) out += ' ';
  out.append("=?UTF-8?")
      .append(encoding == Encoding::kQ ? "Q?" : "B?")
      .append(encoded)
      .append(kWordEnd);
}

template <class Change>
void change_metadata(HttpHeaders& headers, const Change& change) {
  std::vector<std::pair<std::string, std::string>> changed;
  for (const auto& [name, value] : headers) {
    if (!equal_ignoring_case(std::string_view(name).substr(0, kPrefix.size()), kPrefix)) continue;
    std::string other = change(value);
    if (other != value) changed.emplace_back(name, std::move(other));
  }
  for (auto& [name, value] : changed) headers.set(name, std::move(value));
}

}  // namespace

std::string decode_metadata_text(std::string_view header) {
  std::string text;
  bool after_word = false;
  while (!header.empty()) {
    const std::size_t size = word_size(header);
    if (size != header.npos) {
      const std::string_view inside =
          header.substr(kWordBegin.size(), size - kWordBegin.size() - kWordEnd.size());
      if (const auto decoded = decode_word(inside)) {
        text += *decoded;
        header.remove_prefix(size);
        after_word = true;
        continue;
      }
    }
    // Spaces between two words belong to neither.
    const auto next = header.find_first_not_of(' ');
    if (after_word && next != header.npos && next > 0 &&
        word_size(header.substr(next)) != header.npos) {
      header.remove_prefix(next);
      continue;
    }
    text += latin1_to_utf8(header.substr(0, 1));
    header.remove_prefix(1);
    after_word = false;
  }
  return text;
}

std::string encode_metadata_text(std::string_view text) {
  if (is_plain_text(text)) return std::string(text);
  std::string words;
  append_words(text, encoding_of(text), words);
  return words;
}

void decode_metadata(HttpHeaders& headers) { change_metadata(headers, &decode_metadata_text); }
void encode_metadata(HttpHeaders& headers) { change_metadata(headers, &encode_metadata_text); }

}  // namespace emu::s3
