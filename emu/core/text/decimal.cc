#include "core/text/decimal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

#include "core/hash/rolling_hash.h"
#include "core/text/ascii.h"

namespace emu {

namespace {

__extension__ typedef unsigned __int128 Uint128;

constexpr int kDigitsMax = 38;
constexpr int kMagnitudeMin = -130;
constexpr int kMagnitudeMax = 125;

// A written exponent beyond this changes nothing: no text is long enough to bring the number back
// into range.
constexpr std::int64_t kExponentClamp = std::int64_t{1} << 40;

constexpr std::array<Uint128, kDigitsMax + 1> make_powers_of_ten() {
  std::array<Uint128, kDigitsMax + 1> powers{};
  Uint128 power = 1;
  for (Uint128& slot : powers) {
    slot = power;
    power *= 10;
  }
  return powers;
}

constexpr std::array<Uint128, kDigitsMax + 1> kPowersOfTen = make_powers_of_ten();

Uint128 wide_power_of_ten(int exponent) { return kPowersOfTen[static_cast<std::size_t>(exponent)]; }

int bit_width(Uint128 value) {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  if (high != 0) return 64 + static_cast<int>(std::bit_width(high));
  return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
}

int count_digits(Uint128 value) {
  // 1233 / 4096 is log10(2), near enough for 128 bits.
  const int estimate = bit_width(value) * 1233 >> 12;
  return estimate + (value >= wide_power_of_ten(estimate) ? 1 : 0);
}

// Divides the last zeros away and says how many there were. Most numbers have 64 bits, and those
// divide much faster.
int drop_trailing_zeros(Uint128& value) {
  int dropped = 0;
  while (value >> 64 != 0) {
    if (value % 10 != 0) return dropped;
    value /= 10;
    ++dropped;
  }
  auto small = static_cast<std::uint64_t>(value);
  while (small % 10 == 0) {
    small /= 10;
    ++dropped;
  }
  value = small;
  return dropped;
}

// What stands before the exponent: `digits` significant ones, the last of which counts 10^exponent.
// The coefficient means something only if they are at most 38.
struct Mantissa {
  Uint128 coefficient = 0;
  std::int64_t digits = 0;
  std::int64_t exponent = 0;
};

std::optional<Mantissa> parse_mantissa(std::string_view text) {
  Mantissa mantissa;
  bool any_digit = false;
  bool after_point = false;
  std::int64_t zeros =
      0;  // Since the last digit other than 0: they count only if another such digit follows.
  for (const char c : text) {
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    any_digit = true;
    if (after_point) --mantissa.exponent;
    if (c == '0') {
      if (mantissa.digits > 0) ++zeros;
      continue;
    }
    mantissa.digits += zeros + 1;
    if (mantissa.digits <= kDigitsMax) {
      mantissa.coefficient *= wide_power_of_ten(static_cast<int>(zeros) + 1);
      mantissa.coefficient += static_cast<unsigned>(c - '0');
    }
    zeros = 0;
  }
  if (!any_digit) return std::nullopt;
  mantissa.exponent += zeros;
  return mantissa;
}

// Reads an optional sign and digits.
std::optional<std::int64_t> parse_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::int64_t magnitude = 0;
  for (const char c : text) magnitude = std::min(magnitude * 10 + (c - '0'), kExponentClamp);
  return negative ? -magnitude : magnitude;
}

}  // namespace

// The parts of a number at work, before it is known whether they make one.
struct Decimal::Arithmetic {
  Uint128 coefficient = 0;
  std::int64_t exponent = 0;
  bool negative = false;

  explicit Arithmetic(const Decimal& from)
      : coefficient(static_cast<Uint128>(from.high_) << 64 | from.low_),
        exponent(from.exponent_),
        negative(from.negative_) {}

  Arithmetic(Uint128 coefficient_in, std::int64_t exponent_in, bool negative_in)
      : coefficient(coefficient_in), exponent(exponent_in), negative(negative_in) {}

  // The power of ten of the first digit, for numbers other than zero.
  std::int64_t magnitude() const { return exponent + count_digits(coefficient) - 1; }

  // Wants a coefficient without trailing zeros.
  Decimal pack() const {
    Decimal packed;
    if (coefficient == 0) return packed;
    packed.high_ = static_cast<std::uint64_t>(coefficient >> 64);
    packed.low_ = static_cast<std::uint64_t>(coefficient);
    packed.exponent_ = static_cast<std::int16_t>(exponent);
    packed.negative_ = negative;
    return packed;
  }

  DecimalResult finish() {
    if (coefficient == 0) return {};
    exponent += drop_trailing_zeros(coefficient);
    if (magnitude() > kMagnitudeMax) return {DecimalError::kOverflow};
    if (magnitude() < kMagnitudeMin) return {DecimalError::kUnderflow};
    if (coefficient >= wide_power_of_ten(kDigitsMax)) return {DecimalError::kTooManyDigits};
    return {DecimalError::kNone, pack()};
  }

  // Compares without the signs.
  std::strong_ordering compare_magnitude(const Arithmetic& other) const {
    if (coefficient == 0 || other.coefficient == 0) return coefficient <=> other.coefficient;
    if (magnitude() != other.magnitude()) return magnitude() <=> other.magnitude();
    // Equal first digits: the difference of the exponents is that of the lengths, so neither
    // product passes 38 digits.
    const auto shift = static_cast<int>(exponent - other.exponent);
    if (shift >= 0) return coefficient * wide_power_of_ten(shift) <=> other.coefficient;
    return coefficient <=> other.coefficient * wide_power_of_ten(-shift);
  }

  // Why `large` + `small` is refused when they span more than 38 digits between them.
  static DecimalError reason_of_wide_sum(const Arithmetic& large, const Arithmetic& small) {
    if (large.negative == small.negative && large.magnitude() == kMagnitudeMax) {
      const Uint128 next_power = wide_power_of_ten(count_digits(large.coefficient));
      const Arithmetic room(next_power - large.coefficient, large.exponent, false);
      if (small.compare_magnitude(room) >= 0) return DecimalError::kOverflow;
    }
    return DecimalError::kTooManyDigits;
  }

  static DecimalResult sum(Arithmetic a, Arithmetic b) {
    if (b.coefficient == 0) return {DecimalError::kNone, a.pack()};
    if (a.coefficient == 0) return {DecimalError::kNone, b.pack()};
    if (a.exponent < b.exponent) std::swap(a, b);
    const std::int64_t shift = a.exponent - b.exponent;
    if (shift > 0) {
      // b ends in a digit other than 0 and is below 10^38, so from 2 × 10^38 on not even a
      // difference fits in 38 digits. Below, all sums fit in 128 bits.
      const bool fits = shift <= kDigitsMax &&
                        a.coefficient < 2 * wide_power_of_ten(kDigitsMax - static_cast<int>(shift));
      if (!fits) return {reason_of_wide_sum(a, b)};
      a.coefficient *= wide_power_of_ten(static_cast<int>(shift));
      a.exponent = b.exponent;
    }
    if (a.negative == b.negative) {
      a.coefficient += b.coefficient;
    } else if (a.coefficient >= b.coefficient) {
      a.coefficient -= b.coefficient;
    } else {
      a.coefficient = b.coefficient - a.coefficient;
      a.negative = b.negative;
    }
    return a.finish();
  }
};

Decimal::Decimal(std::int64_t value) {
  if (value == 0) return;
  const auto bits = static_cast<std::uint64_t>(value);
  Uint128 coefficient = value < 0 ? 0 - bits : bits;
  const int zeros = drop_trailing_zeros(coefficient);
  *this = Arithmetic(coefficient, zeros, value < 0).pack();
}

std::optional<std::int64_t> Decimal::small_whole_number(std::string_view text) {
  constexpr std::size_t kSmallDigitsMax = 18;
  if (text.empty() || text.size() > kSmallDigitsMax) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

DecimalResult Decimal::parse(std::string_view text) {
  // Counters are small whole numbers.
  if (const std::optional<std::int64_t> whole = small_whole_number(text)) {
    return {DecimalError::kNone, Decimal(*whole)};
  }
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);

  const std::size_t mantissa_end = std::min(text.find_first_of("eE"), text.size());
  const std::optional<Mantissa> mantissa = parse_mantissa(text.substr(0, mantissa_end));
  if (!mantissa) return {DecimalError::kNotANumber};
  std::int64_t exponent = 0;
  if (mantissa_end != text.size()) {
    const std::optional<std::int64_t> written = parse_exponent(text.substr(mantissa_end + 1));
    if (!written) return {DecimalError::kNotANumber};
    exponent = *written;
  }
  if (mantissa->digits == 0) return {};

  const std::int64_t last_digit = mantissa->exponent + exponent;
  const std::int64_t first_digit = last_digit + mantissa->digits - 1;
  if (first_digit > kMagnitudeMax) return {DecimalError::kOverflow};
  if (first_digit < kMagnitudeMin) return {DecimalError::kUnderflow};
  if (mantissa->digits > kDigitsMax) return {DecimalError::kTooManyDigits};
  return {DecimalError::kNone, Arithmetic(mantissa->coefficient, last_digit, negative).pack()};
}

DecimalResult Decimal::add(const Decimal& a, const Decimal& b) {
  return Arithmetic::sum(Arithmetic(a), Arithmetic(b));
}

DecimalResult Decimal::subtract(const Decimal& a, const Decimal& b) { return add(a, -b); }

Decimal Decimal::operator-() const {
  Decimal negated = *this;
  negated.negative_ = !negative_ && !is_zero();
  return negated;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  if (negative_ != other.negative_) return other.negative_ <=> negative_;
  const Arithmetic mine(*this);
  const Arithmetic theirs(other);
  return negative_ ? theirs.compare_magnitude(mine) : mine.compare_magnitude(theirs);
}

std::string Decimal::to_string() const {
  std::string out;
  append_to(out);
  return out;
}

void Decimal::append_to(std::string& out) const {
  std::array<char, kDigitsMax + 1> buffer;
  Uint128 rest = Arithmetic(*this).coefficient;
  char* const end = buffer.data() + buffer.size();
  char* begin = end;
  while (rest >> 64 != 0) {
    *--begin = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  auto small = static_cast<std::uint64_t>(rest);
  do {
    *--begin = static_cast<char>('0' + small % 10);
    small /= 10;
  } while (small != 0);
  const std::string_view digits(begin, static_cast<std::size_t>(end - begin));

  if (negative_) out += '-';
  if (exponent_ >= 0) {
    out.append(digits).append(static_cast<std::size_t>(exponent_), '0');
    return;
  }
  const auto fraction = static_cast<std::size_t>(-exponent_);
  if (fraction < digits.size()) {
    const std::size_t whole = digits.size() - fraction;
    out.append(digits.substr(0, whole)).append(1, '.').append(digits.substr(whole));
  } else {
    out.append("0.").append(fraction - digits.size(), '0').append(digits);
  }
}

// A byte for the sign and whether the number is zero; then, of the absolute value, the magnitude
// and the digits from the first one on, two to a byte and none of them the end, 0. A negative
// number has all bits of them turned round.
void Decimal::append_ordered_to(std::string& out) const {
  constexpr char kNegative = 1;
  constexpr char kZero = 2;
  constexpr char kPositive = 3;
  if (is_zero()) {
    out += kZero;
    return;
  }
  out += negative_ ? kNegative : kPositive;
  const std::size_t start = out.size();
  Uint128 coefficient = Arithmetic(*this).coefficient;
  const int digits = count_digits(coefficient);
  out += static_cast<char>(exponent_ + digits - 1 - kMagnitudeMin);
  if (digits % 2 != 0) coefficient *= 10;
  const auto pairs = static_cast<std::size_t>((digits + 1) / 2);
  out.resize(start + 1 + pairs);
  for (std::size_t pair = pairs; pair > 0; --pair) {
    out[start + pair] = static_cast<char>(static_cast<int>(coefficient % 100) + 1);
    coefficient /= 100;
  }
  out += '\0';
  if (!negative_) return;
  for (std::size_t i = start; i < out.size(); ++i) out[i] = static_cast<char>(~out[i]);
}

std::uint64_t Decimal::hash() const {
  Digest digest;
  digest.add(high_);
  digest.add(low_);
  digest.add(static_cast<std::uint64_t>(exponent_) << 1 | static_cast<std::uint64_t>(negative_));
  return digest.value();
}

std::size_t Decimal::size_in_bytes() const {
  const Uint128 coefficient = Arithmetic(*this).coefficient;
  const std::size_t digits =
      coefficient == 0 ? 0 : static_cast<std::size_t>(count_digits(coefficient));
  return 1 + (digits + 1) / 2 + (negative_ ? 1 : 0);
}

}  // namespace emu
