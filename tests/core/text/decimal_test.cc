#include "core/text/decimal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/hash/random.h"

using namespace emu;

namespace {

struct TextCase {
  const char* text;
  const char* expected;
};

struct ErrorCase {
  std::string text;
  DecimalError error;
};

struct SumCase {
  std::string a;
  std::string b;
  DecimalError error;
};

struct SizeCase {
  const char* text;
  std::size_t bytes;
};

Decimal number(std::string_view text) {
  const DecimalResult result = Decimal::parse(text);
  REQUIRE(result.ok());
  return result.value;
}

std::string canonical(std::string_view text) { return number(text).to_string(); }

// The same numbers the slow way: a column for every decimal place, as on paper.
class Paper {
 public:
  // Reads [-]digits[.digits][E[-]digits].
  explicit Paper(std::string text) : negative_(text[0] == '-') {
    int exponent = 0;
    if (const auto e = text.find('E'); e != std::string::npos) {
      exponent = std::stoi(text.substr(e + 1));
      text.resize(e);
    }
    if (negative_) text.erase(0, 1);
    auto point = text.find('.');
    if (point == std::string::npos) {
      point = text.size();
    } else {
      text.erase(point, 1);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      column(static_cast<int>(point) - 1 - static_cast<int>(i) + exponent) = text[i] - '0';
    }
  }

  Paper plus(const Paper& other) const {
    Paper result = *this;
    if (negative_ == other.negative_) {
      for (std::size_t i = 0; i < kColumns; ++i) result.columns_[i] += other.columns_[i];
    } else if (magnitude_less(other)) {
      result = other;
      for (std::size_t i = 0; i < kColumns; ++i) result.columns_[i] -= columns_[i];
    } else {
      for (std::size_t i = 0; i < kColumns; ++i) result.columns_[i] -= other.columns_[i];
    }
    for (std::size_t i = 0; i + 1 < kColumns; ++i) {
      if (result.columns_[i] > 9) {
        result.columns_[i] -= 10;
        ++result.columns_[i + 1];
      } else if (result.columns_[i] < 0) {
        result.columns_[i] += 10;
        --result.columns_[i + 1];
      }
    }
    return result;
  }

  Paper negated() const {
    Paper result = *this;
    result.negative_ = !negative_;
    return result;
  }

  bool less(const Paper& other) const {
    const Paper difference = plus(other.negated());
    return difference.negative_ && !difference.is_zero();
  }

  DecimalError error() const {
    if (is_zero()) return DecimalError::kNone;
    if (highest() > 125) return DecimalError::kOverflow;
    if (highest() < -130) return DecimalError::kUnderflow;
    return highest() - lowest() >= 38 ? DecimalError::kTooManyDigits : DecimalError::kNone;
  }

  std::string text() const {
    if (is_zero()) return "0";
    std::string out = negative_ ? "-" : "";
    for (int place = std::max(highest(), 0); place >= std::min(lowest(), 0); --place) {
      if (place == -1) out += '.';
      out += static_cast<char>('0' + columns_.at(index(place)));
    }
    return out;
  }

  std::size_t size_in_bytes() const {
    if (is_zero()) return 1;
    const int digits = highest() - lowest() + 1;
    const int bytes = 1 + (digits + 1) / 2 + (negative_ ? 1 : 0);
    return static_cast<std::size_t>(bytes);
  }

 private:
  static constexpr int kLowestPlace = -300;
  static constexpr std::size_t kColumns = 600;

  static std::size_t index(int place) { return static_cast<std::size_t>(place - kLowestPlace); }
  int& column(int place) { return columns_.at(index(place)); }

  bool is_zero() const { return columns_ == std::array<int, kColumns>{}; }

  bool magnitude_less(const Paper& other) const {
    return std::lexicographical_compare(columns_.rbegin(), columns_.rend(), other.columns_.rbegin(),
                                        other.columns_.rend());
  }

  int highest() const {
    int place = kLowestPlace + static_cast<int>(kColumns) - 1;
    while (columns_.at(index(place)) == 0) --place;
    return place;
  }

  int lowest() const {
    int place = kLowestPlace;
    while (columns_.at(index(place)) == 0) ++place;
    return place;
  }

  bool negative_;
  std::array<int, kColumns> columns_{};
};

// A number of the range in a random notation; runs of 9 and 0 make carries likely.
std::string random_text(Random& random, int exponent_min, int exponent_max) {
  const auto digits = static_cast<int>(1 + random.below(random.chance(1, 2) ? 38 : 4));
  const bool runs = random.chance(1, 2);
  std::string text;
  char digit = '9';
  for (int i = 0; i < digits; ++i) {
    if (!runs || random.chance(1, 8)) digit = static_cast<char>('0' + random.below(10));
    text += digit;
  }
  const int exponents = exponent_max - exponent_min + 1;
  const auto above_min = random.below(static_cast<std::uint64_t>(exponents));
  const int exponent = exponent_min + static_cast<int>(above_min);
  if (random.chance(1, 2)) text.insert(random.below(text.size()) + 1, ".");
  if (text.back() == '.') text += '0';
  if (random.chance(1, 2)) text.insert(0, "-");
  return text + "E" + std::to_string(exponent);
}

}  // namespace

TEST_SUITE("core: Decimal") {
  TEST_CASE("numbers are read, added and written exactly") {
    const Decimal price = number("1.50");
    CHECK(price.to_string() == "1.5");
    CHECK(Decimal::add(price, Decimal(1)).value.to_string() == "2.5");
    CHECK(Decimal::subtract(price, number("1.6")).value.to_string() == "-0.1");
    CHECK(Decimal::add(number("0.1"), number("0.2")).value == number("0.3"));
    CHECK(price > Decimal(1));
  }

  TEST_CASE("the text is plain, whatever the notation was") {
    const TextCase cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"+0.000E99999999999999999999", "0"},
        {"0E-999", "0"},
        {"1", "1"},
        {"+1", "1"},
        {"-1", "-1"},
        {"007", "7"},
        {"1.50", "1.5"},
        {"1.000", "1"},
        {"100", "100"},
        {"1E3", "1000"},
        {"1e+3", "1000"},
        {"1E-3", "0.001"},
        {"12.5e1", "125"},
        {"12.5e-2", "0.125"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-.5e1", "-5"},
        {"1E0000000000000000000000000000000001", "10"},
        {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
        {"0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"},
        {"1234567890.1234567890123456789012345678", "1234567890.1234567890123456789012345678"},
        {"18446744073709551616", "18446744073709551616"},
    };
    for (const TextCase& example : cases) {
      CAPTURE(example.text);
      CHECK(canonical(example.text) == example.expected);
    }
    CHECK(canonical("1E125") == "1" + std::string(125, '0'));
    CHECK(canonical("1E-130") == "0." + std::string(129, '0') + "1");
    CHECK(canonical("0." + std::string(1000, '0') + "1E1000") == "0.1");
    CHECK(canonical(std::string(1000, '0') + "1" + std::string(125, '0')) == canonical("1E125"));
    CHECK(canonical("1" + std::string(1000, '0') + "E-1000") == "1");
  }

  TEST_CASE("what is not a number is refused as such") {
    for (const char* text :
         {"",         "-",     "+",   ".",   "-.",  "e1", "E",   "1e",       "1e+",   "1e-",
          "1e1.5",    "1.2.3", "--1", "+-1", "1-",  " 1", "1 ",  "0x10",     "1,000", "NaN",
          "Infinity", "1e1e1", "abc", "१",   "1_0", "1f", ".e1", "1E999999x"}) {
      CAPTURE(text);
      const DecimalResult result = Decimal::parse(text);
      CHECK(result.error == DecimalError::kNotANumber);
      CHECK(result.value == Decimal());
    }
  }

  // "Supported data types and naming rules in Amazon DynamoDB": 38 digits, and the ranges.
  TEST_CASE("the limits are where DynamoDB has them") {
    const std::string nines(37, '9');
    const ErrorCase cases[] = {
        {"9." + nines + "E125", DecimalError::kNone},
        {"-9." + nines + "E125", DecimalError::kNone},
        {"1E126", DecimalError::kOverflow},
        {"-1E126", DecimalError::kOverflow},
        {"9." + nines + "9E125", DecimalError::kTooManyDigits},
        {"9." + nines + "9E126", DecimalError::kOverflow},
        {"1E99999999999999999999999", DecimalError::kOverflow},
        {"1" + std::string(126, '0'), DecimalError::kOverflow},
        {"1E-130", DecimalError::kNone},
        {"-1E-130", DecimalError::kNone},
        {"9.9E-131", DecimalError::kUnderflow},
        {"-9.9E-131", DecimalError::kUnderflow},
        {"1E-99999999999999999999999", DecimalError::kUnderflow},
        {"1" + nines, DecimalError::kNone},
        {"1" + nines + "0000", DecimalError::kNone},
        {"1" + nines + "1", DecimalError::kTooManyDigits},
        {"1" + nines + ".1", DecimalError::kTooManyDigits},
        {"1" + std::string(38, '0') + "1", DecimalError::kTooManyDigits},
    };
    for (const ErrorCase& example : cases) {
      CAPTURE(example.text);
      CHECK(Decimal::parse(example.text).error == example.error);
    }
  }

  TEST_CASE("a sum that does not fit is refused, and the range is named before the digits") {
    const std::string nines = "9.9999999999999999999999999999999999999E125";
    const SumCase cases[] = {
        {nines, "1E125", DecimalError::kOverflow},
        {"9E125", "1E125", DecimalError::kOverflow},
        {nines, "1E88", DecimalError::kOverflow},
        {nines, "1.5E88", DecimalError::kOverflow},
        {nines, "9E87", DecimalError::kTooManyDigits},
        {nines, "1", DecimalError::kTooManyDigits},
        {nines, "-1E88", DecimalError::kNone},
        {"1E38", "1", DecimalError::kTooManyDigits},
        {"1E38", "-1", DecimalError::kNone},
        {"2E38", "-1", DecimalError::kTooManyDigits},
        {"1E39", "-1", DecimalError::kTooManyDigits},
        {"1E37", "1", DecimalError::kNone},
        {"1E125", "1E-130", DecimalError::kTooManyDigits},
        {"1.1E-130", "-1E-130", DecimalError::kUnderflow},
        {"50000000000000000000000000000000000000", "50000000000000000000000000000000000000",
         DecimalError::kNone},
        {"99999999999999999999999999999999999999", "1", DecimalError::kNone},
        {"99999999999999999999999999999999999999", "2", DecimalError::kTooManyDigits},
    };
    for (const SumCase& example : cases) {
      CAPTURE(example.a);
      CAPTURE(example.b);
      const Decimal a = number(example.a);
      const Decimal b = number(example.b);
      CHECK(Decimal::add(a, b).error == example.error);
      CHECK(Decimal::add(b, a).error == example.error);
      CHECK(Decimal::add(-a, -b).error == example.error);
      CHECK(Decimal::subtract(a, -b).error == example.error);
      CHECK(Paper(example.a).plus(Paper(example.b)).error() == example.error);
    }
  }

  TEST_CASE("integers of the machine become the same numbers as their texts") {
    for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1},
                                     std::int64_t{10}, std::int64_t{-1200}, INT64_MAX, INT64_MIN}) {
      CHECK(Decimal(value) == number(std::to_string(value)));
      CHECK(Decimal(value).to_string() == std::to_string(value));
    }
  }

  TEST_CASE("zero has no sign") {
    CHECK(-Decimal() == Decimal());
    CHECK_FALSE(number("-0.0").is_negative());
    CHECK_FALSE(Decimal::add(Decimal(-1), Decimal(1)).value.is_negative());
    CHECK(Decimal::subtract(Decimal(5), Decimal(5)).value.is_zero());
  }

  TEST_CASE("a counter counts") {
    Decimal counter;
    for (int i = 1; i <= 2001; ++i) {
      counter = Decimal::add(counter, Decimal(1)).value;
      REQUIRE(counter.to_string() == std::to_string(i));
    }
    for (int i = 2000; i >= -1001; --i) {
      counter = Decimal::subtract(counter, Decimal(1)).value;
      REQUIRE(counter.to_string() == std::to_string(i));
    }
  }

  TEST_CASE("numbers in order compare in order, equal ones are equal and hash alike") {
    const std::vector<std::vector<const char*>> ascending = {
        {"-1E125"},  {"-2"},         {"-1.5", "-15E-1"}, {"-1"},   {"-1E-130"},
        {"0", "-0"}, {"1E-130"},     {"0.1", "1E-1"},    {"0.11"}, {"1", "1.0", "0.1E1"},
        {"2"},       {"9", "9.000"}, {"10", "1E1"},      {"11"},   {"1E125"},
    };
    for (std::size_t i = 0; i < ascending.size(); ++i) {
      for (std::size_t j = 0; j < ascending.size(); ++j) {
        for (const char* a : ascending[i]) {
          for (const char* b : ascending[j]) {
            CHECK((number(a) <=> number(b)) == (i <=> j));
            CHECK((number(a) == number(b)) == (i == j));
            CHECK((number(a).hash() == number(b).hash()) == (i == j));
          }
        }
      }
    }
  }

  // "DynamoDB item sizes and formats".
  TEST_CASE("a number takes a byte, one for two digits, and one for its sign") {
    const SizeCase cases[] = {
        {"0", 1},     {"1", 2},
        {"-1", 3},    {"12", 2},
        {"123", 3},   {"-123", 4},
        {"1000", 2},  {"0.001", 2},
        {"1E125", 2}, {"12345678901234567890123456789012345678", 20},
    };
    for (const SizeCase& example : cases) {
      CAPTURE(example.text);
      CHECK(number(example.text).size_in_bytes() == example.bytes);
    }
  }

  TEST_CASE("random numbers are read, written, added and compared as on paper") {
    Random random(1);
    for (int round = 0; round < 20000; ++round) {
      const bool close = random.chance(3, 4);
      const std::string text_a = random_text(random, close ? -20 : -168, close ? 20 : 126);
      const std::string text_b = random_text(random, close ? -20 : -168, close ? 20 : 126);
      const Paper paper_a(text_a);
      const Paper paper_b(text_b);
      const DecimalResult a = Decimal::parse(text_a);
      const DecimalResult b = Decimal::parse(text_b);
      CAPTURE(text_a);
      CAPTURE(text_b);
      REQUIRE(a.error == paper_a.error());
      REQUIRE(b.error == paper_b.error());
      if (!a.ok() || !b.ok()) continue;
      REQUIRE(a.value.to_string() == paper_a.text());
      REQUIRE(number(a.value.to_string()) == a.value);
      REQUIRE(a.value.size_in_bytes() == paper_a.size_in_bytes());
      REQUIRE((a.value < b.value) == paper_a.less(paper_b));
      REQUIRE((a.value > b.value) == paper_b.less(paper_a));

      const Paper paper_sum = paper_a.plus(paper_b);
      const DecimalResult sum = Decimal::add(a.value, b.value);
      REQUIRE(sum.error == paper_sum.error());
      if (sum.ok()) REQUIRE(sum.value.to_string() == paper_sum.text());
      if (!sum.ok()) REQUIRE(sum.value == Decimal());

      const Paper paper_difference = paper_a.plus(paper_b.negated());
      const DecimalResult difference = Decimal::subtract(a.value, b.value);
      REQUIRE(difference.error == paper_difference.error());
      if (difference.ok()) REQUIRE(difference.value.to_string() == paper_difference.text());
    }
  }
}
