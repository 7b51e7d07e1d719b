#include "core/text/decimal_text.h"

#include "core/text/ascii.h"

namespace emu {

namespace {

constexpr std::size_t kFractionDigitsMax = 6;

}  // namespace

std::optional<DecimalText> take_decimal(std::string_view& text, std::size_t whole_digits_max) {
  const auto end_of_digits = [&](std::size_t from) {
    while (from < text.size() && is_digit(text[from])) ++from;
    return from;
  };
  DecimalText number;
  const std::size_t whole_end = end_of_digits(0);
  if (whole_end == 0 || whole_end > whole_digits_max) return std::nullopt;
  for (char c : text.substr(0, whole_end)) number.whole = number.whole * 10 + (c - '0');
  text.remove_prefix(whole_end);
  if (!text.starts_with('.')) return number;
  const std::size_t end = end_of_digits(1);
  if (end == 1 || end > 1 + kFractionDigitsMax) return std::nullopt;
  for (char c : text.substr(1, end - 1)) number.fraction = number.fraction * 10 + (c - '0');
  number.digits = static_cast<int>(end - 1);
  text.remove_prefix(end);
  return number;
}

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (; digits > 0; --digits) power *= 10;
  return power;
}

std::optional<std::int64_t> scaled(const DecimalText& number, std::int64_t unit) {
  const std::int64_t divisor = power_of_ten(number.digits);
  if (number.fraction * unit % divisor != 0) return std::nullopt;
  return number.whole * unit + number.fraction * unit / divisor;
}

}  // namespace emu
