#include "rdsdata/engine/like.h"

#include <cstddef>

#include "core/text/ascii.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

std::size_t bytes_of_character(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return end - at;
}

}  // namespace

// The last "%" is the only one to come back to: an earlier one could not match more.
LikeAnswer is_like(std::string_view text, std::string_view pattern, const LikeRules& rules) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = pattern.npos;
  std::size_t star_text = 0;
  std::int64_t steps = 0;
  while (t < text.size()) {
    if (++steps > kStepsMax) return {.is_like = false, .steps = steps};
    const bool is_escaped = p + 1 < pattern.size() && rules.escape && pattern[p] == *rules.escape;
    const char wanted = p < pattern.size() ? pattern[p + (is_escaped ? 1 : 0)] : '\0';
    const bool same =
        p < pattern.size() &&
        (wanted == text[t] || (rules.ignores_case && to_lower(wanted) == to_lower(text[t])));
    if (p < pattern.size() && !is_escaped && pattern[p] == '%') {
      star = ++p;
      star_text = t;
    } else if (p < pattern.size() && !is_escaped && pattern[p] == '_') {
      ++p;
      t += bytes_of_character(text, t);
    } else if (same) {
      p += is_escaped ? 2 : 1;
      ++t;
    } else if (star != pattern.npos) {
      p = star;
      star_text += bytes_of_character(text, star_text);
      t = star_text;
    } else {
      return {.is_like = false, .steps = steps};
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return {.is_like = p == pattern.size(), .steps = steps};
}

}  // namespace emu::rdsdata
