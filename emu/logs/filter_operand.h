// What a filter pattern compares a value with: a number, a text with asterisks or a regular
// expression.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/pattern/regular_expression.h"

namespace emu::logs {

enum class Comparison : std::uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual
};

// Reads an operator, which must stand at the beginning, and takes it away.
std::optional<Comparison> take_comparison(std::string_view& text);

class Operand {
 public:
  // Reads a quoted text, a regular expression, or a text up to white space or one of the `end`
  // characters. False when there is none.
  static bool take(std::string_view& text, std::string_view end, Operand& operand);

  bool is_number() const { return number_.has_value(); }
  bool is_expression() const { return expression_.has_value(); }
  // See EventMatcher.
  std::size_t cost() const { return expression_ ? expression_->steps() : 1; }

  // Whether `value` stands in that relation to this. Texts are only equal or not.
  bool compare(Comparison comparison, double value) const;
  bool compare(Comparison comparison, std::string_view value) const;

 private:
  std::string text_;  // '*' stands for any characters
  std::optional<double> number_;
  std::optional<pattern::RegularExpression> expression_;
};

std::optional<double> to_number(std::string_view text);
std::string to_text(double number);

}  // namespace emu::logs
