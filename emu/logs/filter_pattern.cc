#include "logs/filter_pattern.h"

namespace emu::logs {

std::optional<FilterPattern> FilterPattern::parse(std::string_view text, std::string& why) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return FilterPattern(nullptr);
  text = text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
  auto* const parse_kind = text.front() == '{'   ? &parse_json_selector
                           : text.front() == '[' ? &parse_fields
                                                 : &parse_terms;
  std::unique_ptr<EventMatcher> matcher = parse_kind(text, why);
  if (matcher == nullptr) return std::nullopt;
  return FilterPattern(std::move(matcher));
}

}  // namespace emu::logs
