#include <emu/dynamodb/value.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "core/text/decimal.h"

namespace emu::dynamodb {

namespace {

bool equal_numbers(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const DecimalResult x = Decimal::parse(a);
  const DecimalResult y = Decimal::parse(b);
  return x.ok() && y.ok() && x.value == y.value;
}

template <class T, class Less>
bool equal_unordered(const std::vector<T>& a, const std::vector<T>& b, Less less) {
  if (a.size() != b.size()) return false;
  if (a == b) return true;
  std::vector<T> x = a;
  std::vector<T> y = b;
  std::sort(x.begin(), x.end(), less);
  std::sort(y.begin(), y.end(), less);
  return x == y;
}

bool equal_number_sets(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size()) return false;
  if (a == b) return true;
  const auto sorted = [](const std::vector<std::string>& texts) {
    std::vector<Decimal> numbers;
    numbers.reserve(texts.size());
    for (const std::string& text : texts) numbers.push_back(Decimal::parse(text).value);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  return sorted(a) == sorted(b);
}

}  // namespace

std::int64_t AttributeValue::integer() const {
  const std::string& text = n();
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) {
    throw std::out_of_range("not a whole number of 64 bits: " + text);
  }
  return number;
}

bool operator==(const AttributeValue& a, const AttributeValue& b) {
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case AttributeValue::Type::kS:
      return a.s() == b.s();
    case AttributeValue::Type::kN:
      return equal_numbers(a.n(), b.n());
    case AttributeValue::Type::kB:
      return a.b() == b.b();
    case AttributeValue::Type::kSs:
      return equal_unordered(a.ss(), b.ss(), std::less<>());
    case AttributeValue::Type::kNs:
      return equal_number_sets(a.ns(), b.ns());
    case AttributeValue::Type::kBs:
      return equal_unordered(a.bs(), b.bs(),
                             [](const Blob& x, const Blob& y) { return x.view() < y.view(); });
    case AttributeValue::Type::kM:
      return a.m() == b.m();
    case AttributeValue::Type::kL:
      return a.l() == b.l();
    case AttributeValue::Type::kBool:
      return a.boolean() == b.boolean();
    case AttributeValue::Type::kNull:
    case AttributeValue::Type::kNone:
    case AttributeValue::Type::kSeveral:
      return true;
  }
  return false;
}

}  // namespace emu::dynamodb
