// What a filter pattern compares a value with: a number or a text with asterisks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
  // Reads a quoted text, or a text up to white space or one of the `end` characters. False when
  // there is none.
  static bool take(std::string_view& text, std::string_view end, Operand& operand);

  bool is_number() const { return number_.has_value(); }

  // Whether `value` stands in that relation to this. Texts are only equal or not.
  bool compare(Comparison comparison, double value) const;
  bool compare(Comparison comparison, std::string_view value) const;

 private:
  std::string text_;  // '*' stands for any characters
  std::optional<double> number_;
};

std::optional<double> to_number(std::string_view text);

}  // namespace emu::logs
