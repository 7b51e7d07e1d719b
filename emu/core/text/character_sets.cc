#include "core/text/character_sets.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace emu {

namespace {

bool is_word_or(char c, std::string_view others) {
  return is_alphanumeric(c) || c == '_' || others.find(c) != others.npos;
}

bool is_blank(char32_t c) { return c == U'\t' || c == U'\n' || c == U'\r'; }

// Whether the text is valid UTF-8 and every code point is wanted.
template <class Wanted>
bool all_points(std::string_view text, Wanted wanted) {
  for (std::size_t position = 0; position < text.size();) {
    const std::optional<char32_t> point = decode_code_point(text, position);
    if (!point || !wanted(*point)) return false;
  }
  return true;
}

}  // namespace

bool all_words_or(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_word_or(c, others); });
}

bool all_between(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

bool is_document_text(std::string_view text) {
  return !text.empty() &&
         all_points(text, [](char32_t c) { return is_blank(c) || (c >= 0x20 && c <= 0xFF); });
}

bool is_latin_1_line(std::string_view text) {
  return !text.empty() && all_points(text, [](char32_t c) { return c >= 0x20 && c <= 0xFF; });
}

bool is_description_text(std::string_view text) {
  return all_points(text, [](char32_t c) {
    return is_blank(c) || (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF);
  });
}

bool is_tag_text(std::string_view text) {
  return all_points(text, [](char32_t c) {
    return c >= 0x80 || c == U' ' || is_word_or(static_cast<char>(c), ".:/=+-@");
  });
}

}  // namespace emu
