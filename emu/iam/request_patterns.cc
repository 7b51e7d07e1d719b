// The patterns of names, paths and documents in requests to IAM and STS.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "iam/shapes/describe.h"
#include "sts/shapes/describe.h"

namespace emu {

namespace {

bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

bool is_word_or(char c, std::string_view others) {
  return is_word(c) || others.find(c) != others.npos;
}
bool all_words_or(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_word_or(c, others); });
}
bool all_between(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

bool is_blank(char32_t c) { return c == U'\t' || c == U'\n' || c == U'\r'; }

// Whether every code point of the text is wanted.
template <class Wanted>
bool all_points(std::string_view text, Wanted wanted) {
  for (std::size_t position = 0; position < text.size();) {
    const std::optional<char32_t> point = decode_code_point(text, position);
    if (!point || !wanted(*point)) return false;
  }
  return true;
}

bool is_document(std::string_view text) {
  return !text.empty() &&
         all_points(text, [](char32_t c) { return is_blank(c) || (c >= 0x20 && c <= 0xFF); });
}

// Letters, digits and spaces of any script are taken by being outside of ASCII.
bool is_tag_text(std::string_view text) {
  return all_points(text, [](char32_t c) {
    return c >= 0x80 || c == U' ' || is_word_or(static_cast<char>(c), ".:/=+-@");
  });
}

}  // namespace

namespace iam::pattern {

bool name(std::string_view text) { return !text.empty() && all_words_or(text, "+=,.@-"); }
bool path(std::string_view text) {
  return text == "/" || (text.size() > 2 && text.starts_with('/') && text.ends_with('/') &&
                         all_between(text, '!', '\x7F'));
}
bool path_prefix(std::string_view text) {
  return text.starts_with('/') && all_between(text, '!', '\x7F');
}
bool policy_path(std::string_view text) {
  return text.starts_with('/') && text.ends_with('/') && text.find("//") == text.npos &&
         all_words_or(text, "/.,+@=-");
}
bool marker(std::string_view text) {
  return !text.empty() && all_points(text, [](char32_t c) { return c >= 0x20 && c <= 0xFF; });
}
bool document(std::string_view text) { return is_document(text); }
bool description(std::string_view text) {
  return all_points(text, [](char32_t c) {
    return is_blank(c) || (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF);
  });
}
bool version_id(std::string_view text) {
  if (text.size() < 2 || text[0] != 'v' || text[1] < '1' || text[1] > '9') return false;
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view number = text.substr(1, dot - 1);
  const std::string_view rest = text.substr(dot);
  return std::all_of(number.begin(), number.end(), is_digit) &&
         std::all_of(rest.begin(), rest.end(), [&](const char& c) {
           return &c == rest.data() || is_letter(c) || is_digit(c) || c == '-';
         });
}
bool word(std::string_view text) { return !text.empty() && all_words_or(text, ""); }
bool tag_key(std::string_view text) { return !text.empty() && is_tag_text(text); }
bool tag_value(std::string_view text) { return is_tag_text(text); }

}  // namespace iam::pattern

namespace sts::pattern {

bool name(std::string_view text) { return all_words_or(text, "+=,.@-"); }
bool document(std::string_view text) { return is_document(text); }
bool external_id(std::string_view text) { return all_words_or(text, "+=,.@:/-"); }
bool serial_number(std::string_view text) { return all_words_or(text, "+=/:,.@-"); }
bool digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }
bool word(std::string_view text) { return all_words_or(text, ""); }
bool tag_key(std::string_view text) { return !text.empty() && is_tag_text(text); }
bool tag_value(std::string_view text) { return is_tag_text(text); }

}  // namespace sts::pattern

}  // namespace emu
