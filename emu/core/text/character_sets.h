// The sets of characters of which the patterns in AWS's API references are made.
//
// Patterns are tested by hand-written functions, since <regex> recurses for every character.
#pragma once

#include <string_view>

namespace emu {

// [\w<others>]*, in which \w is a letter, a digit or _ of ASCII.
bool all_words_or(std::string_view text, std::string_view others);

// [<first>-<last>]*
bool all_between(std::string_view text, char first, char last);

// [\u0009\u000A\u000D\u0020-\u00FF]+, the text of a policy document.
bool is_document_text(std::string_view text);

// [\u0020-\u00FF]+
bool is_latin_1_line(std::string_view text);

// [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*
bool is_description_text(std::string_view text);

// [\p{L}\p{Z}\p{N}_.:/=+\-@]*, the text of a tag. What lies outside of ASCII is taken for a letter,
// digit or space.
bool is_tag_text(std::string_view text);

}  // namespace emu
