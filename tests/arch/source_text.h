// Reads C++ as text, as far as the rules about the sources need it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::arch {

// The lines of a text, without their ends. They point into the text.
std::vector<std::string_view> lines_of(std::string_view text);

// The text with comments and literals blanked out, line by line the same.
std::string code_only(std::string_view text);

// A literal of text, without its quotes; raw ones are left out.
struct Literal {
  std::size_t line = 0;  // counted from 1
  std::string_view text;
};
std::vector<Literal> literals_of(std::string_view text);

// Whether a word stands in a line, neither preceded nor followed by more of an identifier.
bool contains_word(std::string_view line, std::string_view word);

// The width of a line of UTF-8 in characters.
std::size_t columns(std::string_view line);

// What an #include line names, and how: "name" or <name>.
struct Include {
  std::string_view name;
  bool quoted = false;
};

// What a line includes, or nothing when it is another line. The name points into the line.
std::optional<Include> include_of(std::string_view line);

}  // namespace emu::arch
