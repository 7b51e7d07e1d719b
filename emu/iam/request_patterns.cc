// The patterns of names, paths and documents in requests to IAM.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "core/text/ascii.h"
#include "core/text/character_sets.h"
#include "iam/shapes/describe.h"

namespace emu::iam::pattern {

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
bool marker(std::string_view text) { return is_latin_1_line(text); }
bool document(std::string_view text) { return is_document_text(text); }
bool description(std::string_view text) { return is_description_text(text); }
bool version_id(std::string_view text) {
  if (text.size() < 2 || text[0] != 'v' || text[1] < '1' || text[1] > '9') return false;
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view number = text.substr(1, dot - 1);
  const std::string_view rest = text.substr(dot);
  return std::all_of(number.begin(), number.end(), is_digit) &&
         std::all_of(rest.begin(), rest.end(), [&](const char& c) {
           return &c == rest.data() || is_alphanumeric(c) || c == '-';
         });
}
bool word(std::string_view text) { return !text.empty() && all_words_or(text, ""); }
bool tag_key(std::string_view text) { return !text.empty() && is_tag_text(text); }
bool tag_value(std::string_view text) { return is_tag_text(text); }

}  // namespace emu::iam::pattern
