#include "arch/source_text.h"

#include <algorithm>
#include <cctype>

namespace emu::arch {
namespace {

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Where the comment or literal that begins at `at` ends, or nothing if none begins there.
std::optional<std::size_t> end_of_prose(std::string_view text, std::size_t at) {
  const auto from = [&](std::size_t found, std::size_t width) {
    return found == std::string_view::npos ? text.size() : found + width;
  };
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return from(text.find("*/", at + 2), 2);
  if (rest.starts_with("R\"")) {
    const auto open = std::min(text.find('(', at), text.size());
    const std::string close = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
    return from(text.find(close, open), close.size());
  }
  const bool digit_separator = rest[0] == '\'' && at > 0 && is_word_char(text[at - 1]);
  if ((rest[0] != '"' && rest[0] != '\'') || digit_separator) return std::nullopt;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == rest[0]) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string code_only(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < code.size();) {
    const auto end = end_of_prose(text, i);
    if (!end) {
      ++i;
      continue;
    }
    for (; i < *end; ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
  }
  return code;
}

std::vector<Literal> literals_of(std::string_view text) {
  std::vector<Literal> literals;
  std::size_t line = 1;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = end_of_prose(text, i);
    if (end && text[i] == '"') {
      literals.push_back({.line = line, .text = text.substr(i + 1, *end - i - 2)});
    }
    const std::size_t next = end ? *end : i + 1;
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(i),
                                                text.begin() + static_cast<std::ptrdiff_t>(next),
                                                '\n'));
    i = next;
  }
  return literals;
}

bool contains_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool starts = at == 0 || !is_word_char(line[at - 1]);
    const bool ends = end == line.size() || !is_word_char(line[end]);
    if (starts && ends) return true;
  }
  return false;
}

std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::optional<Include> include_of(std::string_view line) {
  if (!line.starts_with("#include ")) return std::nullopt;
  line.remove_prefix(std::string_view("#include ").size());
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  const bool quoted = line[0] == '"';
  const auto end = line.find(quoted ? '"' : '>', 1);
  return Include{.name = line.substr(1, end - 1), .quoted = quoted};
}

}  // namespace emu::arch
