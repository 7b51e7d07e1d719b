#include "logs/filter_pattern.h"

#include "logs/limits.h"

namespace emu::logs {

namespace {

auto* parser_of(std::string_view text) {
  switch (text.front()) {
    case '{':
      return &parse_json_selector;
    case '[':
      return &parse_fields;
    case '%':
      return &parse_regular_expression;
    default:
      return &parse_terms;
  }
}

}  // namespace

std::optional<FilterPattern> FilterPattern::parse(std::string_view text, std::string& why) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return FilterPattern(nullptr);
  text = text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
  std::unique_ptr<EventMatcher> matcher = parser_of(text)(text, why);
  if (matcher == nullptr) return std::nullopt;
  if (matcher->regular_expressions() > kPatternExpressionsMax) {
    why = "a pattern has at most two regular expressions";
    return std::nullopt;
  }
  return FilterPattern(std::move(matcher));
}

std::map<std::string, std::string> FilterPattern::named_values(const Message& message) const {
  if (matcher_ == nullptr) return {};
  return matcher_->named_values(message);
}

std::unique_ptr<EventValue> FilterPattern::value(std::string_view name) const {
  return matcher_ == nullptr ? nullptr : matcher_->value(name);
}

}  // namespace emu::logs
