#include "dynamodb/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/text/base64.h"

namespace emu::dynamodb {

namespace {

struct NumericLess {
  bool operator()(const std::string& a, const std::string& b) const {
    return stored_number(a) < stored_number(b);
  }
};

struct BlobLess {
  bool operator()(const Blob& a, const Blob& b) const { return a.view() < b.view(); }
};

AttributeValue stored_number_set(const std::vector<std::string>& texts) {
  std::vector<Decimal> numbers;
  numbers.reserve(texts.size());
  for (const std::string& text : texts) numbers.push_back(stored_number(text));
  std::sort(numbers.begin(), numbers.end());
  NS set;
  set.values.reserve(numbers.size());
  for (const Decimal& number : numbers) set.values.push_back(number.to_string());
  return set;
}

template <class Set, class Less>
AttributeValue united(const Set& a, const Set& b, Less less) {
  Set set;
  std::set_union(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                 std::back_inserter(set.values), less);
  return set;
}

template <class Set, class Less>
AttributeValue reduced(const Set& a, const Set& b, Less less) {
  Set set;
  std::set_difference(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                      std::back_inserter(set.values), less);
  return set;
}

}  // namespace

std::string_view type_name(Type type) {
  switch (type) {
    case Type::kS:
      return "S";
    case Type::kN:
      return "N";
    case Type::kB:
      return "B";
    case Type::kSs:
      return "SS";
    case Type::kNs:
      return "NS";
    case Type::kBs:
      return "BS";
    case Type::kM:
      return "M";
    case Type::kL:
      return "L";
    case Type::kNull:
      return "NULL";
    case Type::kBool:
      return "BOOL";
    case Type::kNone:
    case Type::kSeveral:
      break;
  }
  return "";
}

bool is_set(Type type) { return type == Type::kSs || type == Type::kNs || type == Type::kBs; }

Decimal stored_number(std::string_view text) {
  const DecimalResult parsed = Decimal::parse(text);
  EMU_ASSERT(parsed.ok(), "numbers are checked before they are stored or compared");
  return parsed.value;
}

AttributeValue stored_value(const AttributeValue& value) {
  switch (value.type()) {
    case Type::kN:
      return N(stored_number(value.n()).to_string());
    case Type::kNs:
      return stored_number_set(value.ns());
    case Type::kSs: {
      SS set(value.ss());
      std::sort(set.values.begin(), set.values.end());
      return set;
    }
    case Type::kBs: {
      BS set(value.bs());
      std::sort(set.values.begin(), set.values.end(), BlobLess());
      return set;
    }
    case Type::kM: {
      M map;
      for (const auto& [name, entry] : value.m()) {
        map.entries().emplace_hint(map.entries().end(), name, stored_value(entry));
      }
      return map;
    }
    case Type::kL: {
      L list;
      list.values.reserve(value.l().size());
      for (const AttributeValue& element : value.l()) list.values.push_back(stored_value(element));
      return list;
    }
    default:
      return value;
  }
}

// Whole numbers, such as counters, need no parsing: the zeros around them are not significant.
std::size_t number_size(std::string_view text) {
  const bool is_whole =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_whole) return stored_number(text).size_in_bytes();
  const std::size_t first = text.find_first_not_of('0');
  const std::size_t digits = first == text.npos ? 0 : text.find_last_not_of('0') + 1 - first;
  return 1 + (digits + 1) / 2;
}

// Source: "DynamoDB item sizes and formats": three bytes for a list or map and one for each of its
// elements.
std::size_t value_size(const AttributeValue& value) {
  constexpr std::size_t kContainer = 3;
  std::size_t size = 0;
  switch (value.type()) {
    case Type::kS:
      return value.s().size();
    case Type::kN:
      return number_size(value.n());
    case Type::kB:
      return value.b().size();
    case Type::kSs:
      for (const std::string& text : value.ss()) size += text.size();
      return size;
    case Type::kNs:
      for (const std::string& text : value.ns()) size += number_size(text);
      return size;
    case Type::kBs:
      for (const Blob& blob : value.bs()) size += blob.size();
      return size;
    case Type::kM:
      for (const auto& [name, entry] : value.m()) size += 1 + name.size() + value_size(entry);
      return size + kContainer;
    case Type::kL:
      for (const AttributeValue& element : value.l()) size += 1 + value_size(element);
      return size + kContainer;
    default:
      return 1;
  }
}

std::size_t item_size(const Item& item) {
  std::size_t size = 0;
  for (const auto& [name, value] : item) size += name.size() + value_size(value);
  return size;
}

std::optional<bool> less(const AttributeValue& a, const AttributeValue& b) {
  if (a.type() != b.type()) return std::nullopt;
  switch (a.type()) {
    case Type::kS:
      return a.s() < b.s();
    case Type::kN:
      return stored_number(a.n()) < stored_number(b.n());
    case Type::kB:
      return a.b().view() < b.b().view();
    default:
      return std::nullopt;
  }
}

bool set_contains(const AttributeValue& set, const AttributeValue& element) {
  switch (set.type()) {
    case Type::kSs:
      return element.type() == Type::kS &&
             std::find(set.ss().begin(), set.ss().end(), element.s()) != set.ss().end();
    case Type::kNs: {
      if (element.type() != Type::kN) return false;
      const Decimal sought = stored_number(element.n());
      return std::any_of(set.ns().begin(), set.ns().end(),
                         [&](const std::string& text) { return stored_number(text) == sought; });
    }
    case Type::kBs:
      return element.type() == Type::kB &&
             std::find(set.bs().begin(), set.bs().end(), element.b()) != set.bs().end();
    default:
      return false;
  }
}

AttributeValue set_union(const AttributeValue& a, const AttributeValue& b) {
  EMU_ASSERT(a.type() == b.type() && is_set(a.type()), "only sets of one type are united");
  if (a.type() == Type::kSs) return united(*a.get_if<SS>(), *b.get_if<SS>(), std::less<>());
  if (a.type() == Type::kNs) return united(*a.get_if<NS>(), *b.get_if<NS>(), NumericLess());
  return united(*a.get_if<BS>(), *b.get_if<BS>(), BlobLess());
}

AttributeValue set_difference(const AttributeValue& a, const AttributeValue& b) {
  EMU_ASSERT(a.type() == b.type() && is_set(a.type()), "only sets of one type are subtracted");
  if (a.type() == Type::kSs) return reduced(*a.get_if<SS>(), *b.get_if<SS>(), std::less<>());
  if (a.type() == Type::kNs) return reduced(*a.get_if<NS>(), *b.get_if<NS>(), NumericLess());
  return reduced(*a.get_if<BS>(), *b.get_if<BS>(), BlobLess());
}

bool is_empty_set(const AttributeValue& set) {
  switch (set.type()) {
    case Type::kSs:
      return set.ss().empty();
    case Type::kNs:
      return set.ns().empty();
    case Type::kBs:
      return set.bs().empty();
    default:
      return false;
  }
}

std::string describe_value(const AttributeValue& value) {
  const std::string_view type = type_name(value.type());
  switch (value.type()) {
    case Type::kS:
      return fmt::format("{{{}:{}}}", type, value.s());
    case Type::kN:
      return fmt::format("{{{}:{}}}", type, value.n());
    case Type::kB:
      return fmt::format("{{{}:{}}}", type, base64_encode(value.b().view()));
    case Type::kSs:
      return fmt::format("{{{}:[{}]}}", type, fmt::join(value.ss(), ", "));
    case Type::kNs:
      return fmt::format("{{{}:[{}]}}", type, fmt::join(value.ns(), ", "));
    case Type::kBs: {
      std::vector<std::string> texts;
      texts.reserve(value.bs().size());
      for (const Blob& blob : value.bs()) texts.push_back(base64_encode(blob.view()));
      return fmt::format("{{{}:[{}]}}", type, fmt::join(texts, ", "));
    }
    case Type::kBool:
      return fmt::format("{{{}:{}}}", type, value.boolean());
    default:
      return fmt::format("{{{}}}", type);
  }
}

}  // namespace emu::dynamodb
