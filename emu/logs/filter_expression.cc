#include "logs/filter_expression.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "logs/filter_pattern.h"
#include "logs/limits.h"

namespace emu::logs {

namespace {

bool is_allowed(char c) {
  constexpr std::string_view kSymbols = ":_#=@/;,-";
  constexpr std::string_view kOperators = "^$?[]{}|\\*+.";
  return is_alphanumeric(c) || kSymbols.find(c) != kSymbols.npos ||
         kOperators.find(c) != kOperators.npos;
}

class Expression final : public EventMatcher {
 public:
  explicit Expression(pattern::RegularExpression expression) : expression_(std::move(expression)) {}

  bool matches(const Message& message) const override {
    return expression_.occurs_in(message.text());
  }
  int regular_expressions() const override { return 1; }
  std::size_t cost() const override { return expression_.steps(); }

 private:
  pattern::RegularExpression expression_;
};

}  // namespace

std::optional<pattern::RegularExpression> take_expression(std::string_view& text) {
  if (!text.starts_with('%')) return std::nullopt;
  const std::size_t end = text.find('%', 1);
  if (end == text.npos || end == 1) return std::nullopt;
  const std::string_view inside = text.substr(1, end - 1);
  if (!std::all_of(inside.begin(), inside.end(), &is_allowed)) return std::nullopt;
  text.remove_prefix(end + 1);
  return pattern::RegularExpression::parse(inside, {.steps_max = kExpressionStepsMax});
}

std::unique_ptr<EventMatcher> parse_regular_expression(std::string_view text, std::string& why) {
  auto expression = take_expression(text);
  if (expression && text.empty()) return std::make_unique<Expression>(std::move(*expression));
  why = "the regular expression cannot be read";
  return nullptr;
}

}  // namespace emu::logs
