#include "sim/yaml_advice.h"

#include <fmt/format.h>

#include <algorithm>

namespace emu::sim {

namespace {

std::optional<std::size_t> indenting_tab(std::string_view line) {
  const std::size_t text = line.find_first_not_of(" \t");
  const std::size_t tab = line.find('\t');
  if (tab == line.npos || text == line.npos || tab > text) return std::nullopt;
  return tab;
}

// Where a "${" stands outside of quotes behind a brace or bracket of the same line.
std::optional<std::size_t> bare_placeholder(std::string_view line) {
  char quote = 0;
  bool in_flow = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '#' && (i == 0 || line[i - 1] == ' ')) {
      return std::nullopt;
    } else if (line.substr(i).starts_with("${")) {
      if (in_flow) return i;
      ++i;
    } else if (c == '{' || c == '[') {
      in_flow = true;
    }
  }
  return std::nullopt;
}

Place place_at(int line, std::size_t offset) {
  return {.line = line, .column = static_cast<int>(offset) + 1};
}

}  // namespace

std::optional<YamlAdvice> yaml_advice(std::string_view yaml) {
  for (int number = 1; !yaml.empty(); ++number) {
    const std::string_view line = yaml.substr(0, yaml.find('\n'));
    if (const auto tab = indenting_tab(line)) {
      return YamlAdvice{place_at(number, *tab), "YAML is indented with spaces, and this is a tab"};
    }
    if (const auto begin = bare_placeholder(line)) {
      const std::size_t end = line.find_first_of("}, ", *begin + 2);
      const std::string_view name = line.substr(*begin + 2, end - *begin - 2);
      return YamlAdvice{
          place_at(number, *begin),
          fmt::format("between braces or brackets it needs quotes: \"${{{}}}\"", name)};
    }
    yaml.remove_prefix(std::min(line.size() + 1, yaml.size()));
  }
  return std::nullopt;
}

}  // namespace emu::sim
