// DynamoDB's numbers: exact decimals of up to 38 significant digits, zero or of a magnitude from
// 1E-130 to 9.9999999999999999999999999999999999999E+125.
//
//   const DecimalResult price = Decimal::parse("1.50");
//   price.value.to_string()                                   == "1.5"
//   Decimal::add(price.value, Decimal(1)).value.to_string()   == "2.5"
//   Decimal::parse("1E126").error                             == DecimalError::kOverflow
//
// Nothing is ever rounded: a sum that does not fit is refused, and of several reasons the range is
// named first. Equal numbers are equal objects, whatever text they came from. A plain value of 24
// bytes that never allocates. Source: "Supported data types and naming rules in Amazon DynamoDB".
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace emu {

enum class DecimalError : std::uint8_t {
  kNone,
  kNotANumber,
  kOverflow,
  kUnderflow,
  kTooManyDigits,
};

struct DecimalResult;

class Decimal {
 public:
  // Zero.
  constexpr Decimal() = default;

  explicit Decimal(std::int64_t value);

  // The number of a text that is nothing but digits, at most 18: counters and the like, with which
  // machines reckon exactly.
  static std::optional<std::int64_t> small_whole_number(std::string_view text);

  // Reads an optional sign, digits with an optional point, and an optional exponent ("-12.5e+3");
  // no white space.
  static DecimalResult parse(std::string_view text);

  static DecimalResult add(const Decimal& a, const Decimal& b);
  static DecimalResult subtract(const Decimal& a, const Decimal& b);

  Decimal operator-() const;

  bool operator==(const Decimal&) const = default;
  std::strong_ordering operator<=>(const Decimal& other) const;

  bool is_zero() const { return (high_ | low_) == 0; }
  bool is_negative() const { return negative_; }

  // Plain digits: no exponent, no '+', no zeros that do not count.
  std::string to_string() const;
  void append_to(std::string& out) const;

  // Appends bytes whose order is that of the numbers: of two numbers, the smaller one has the bytes
  // that compare smaller. No number's bytes begin with those of another one, so that more may
  // follow.
  void append_ordered_to(std::string& out) const;

  std::uint64_t hash() const;

  // What the number adds to the size of an item: a byte, one for each two significant digits, and
  // one for a minus sign. Source: "DynamoDB item sizes and formats", which calls it approximate.
  std::size_t size_in_bytes() const;

 private:
  struct Arithmetic;

  // The value is ±coefficient × 10^exponent. The coefficient (high and low half) is less than 10^38
  // and does not end in the digit 0; zero has the exponent 0 and no sign.
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

// The value is zero unless the error is kNone.
struct DecimalResult {
  DecimalError error = DecimalError::kNone;
  Decimal value = {};

  bool ok() const { return error == DecimalError::kNone; }
};

}  // namespace emu

template <>
struct std::hash<emu::Decimal> {
  std::size_t operator()(const emu::Decimal& decimal) const noexcept {
    return static_cast<std::size_t>(decimal.hash());
  }
};
