// Numbers with a point as people write them, read without rounding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace emu {

// "12.50": whole 12, fraction 50, digits 2.
struct DecimalText {
  std::int64_t whole = 0;
  std::int64_t fraction = 0;  // in units of 10^-digits
  int digits = 0;             // at most 6
};

// Takes the number at the begin of a text away from it. Nothing, and the text as it was or shorter,
// when none is there or it has too many digits.
std::optional<DecimalText> take_decimal(std::string_view& text, std::size_t whole_digits_max);

std::int64_t power_of_ten(int digits);

// The number times `unit`, when that is whole.
std::optional<std::int64_t> scaled(const DecimalText& number, std::int64_t unit);

}  // namespace emu
