// Reads a RegularExpression into the steps of its program, from left to right.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/pattern/regular_expression.h"

namespace emu::pattern {

class RegularExpressionParser {
 public:
  RegularExpressionParser(std::string_view text, const ExpressionBounds& bounds)
      : rest_(text), bounds_(bounds) {}

  std::optional<RegularExpression> parse();

 private:
  using CharacterSet = RegularExpression::CharacterSet;
  using Step = RegularExpression::Step;
  struct Times {
    std::size_t min = 0;
    std::optional<std::size_t> max = {};
  };

  bool take(char c);
  bool take(std::string_view text);
  std::optional<char32_t> take_code_point();

  // Each false when the expression cannot be read.
  bool read_alternatives(std::size_t depth);
  bool read_sequence(std::size_t depth);
  bool read_atom(std::size_t depth);
  bool read_set();
  bool read_set_item(CharacterSet& set);
  bool read_set_characters(CharacterSet& set);
  bool read_escape(CharacterSet& set);
  bool read_repetition(std::size_t atom);
  std::optional<Times> take_times();
  std::optional<std::size_t> take_number();
  std::optional<char32_t> take_hex_byte();

  bool add(Step step);
  bool add_set(CharacterSet set);
  // Moves the steps from `at` on by one, and what they lead to.
  bool insert(std::size_t at, Step step);
  bool repeat(std::size_t atom, Times times);
  bool append_copy(const std::vector<Step>& steps, std::size_t from);

  std::string_view rest_;
  ExpressionBounds bounds_;
  RegularExpression expression_;
};

}  // namespace emu::pattern
