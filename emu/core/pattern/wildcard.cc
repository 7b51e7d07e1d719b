#include "core/pattern/wildcard.h"

#include <cstddef>

#include "core/text/find.h"

namespace emu::pattern {

// What stands between two of `any` is looked for once, where it comes first.
bool matches_wildcard(std::string_view pattern, std::string_view text, char any) {
  const std::size_t first = pattern.find(any);
  if (first == pattern.npos) return pattern == text;
  const std::size_t last = pattern.rfind(any);
  const std::string_view begin = pattern.substr(0, first);
  const std::string_view end = pattern.substr(last + 1);
  if (text.size() < begin.size() + end.size()) return false;
  if (!text.starts_with(begin) || !text.ends_with(end)) return false;
  text = text.substr(begin.size(), text.size() - begin.size() - end.size());
  std::string_view between = pattern.substr(first, last - first);
  while (!between.empty()) {
    between.remove_prefix(1);  // the star
    const std::string_view part = between.substr(0, between.find(any));
    between.remove_prefix(part.size());
    const std::size_t at = find_text(text, part);
    if (at == text.npos) return false;
    text.remove_prefix(at + part.size());
  }
  return true;
}

}  // namespace emu::pattern
