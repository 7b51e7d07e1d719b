#include "dynamodb/key_conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

using expression::Operand;
using expression::Placeholders;
using TestType = expression::Condition::Type;

Error operator_not_allowed(std::string_view name) {
  return validation(fmt::format("Invalid operator used in KeyConditionExpression: {}", name));
}

Error invalid_key_condition(std::string_view why) {
  return validation(fmt::format("Invalid condition in KeyConditionExpression: {}", why));
}

Error nested_operations() {
  return validation("KeyConditionExpressions cannot contain nested operations");
}

Error nested_attribute() {
  return validation("KeyConditionExpressions cannot have conditions on nested attributes");
}

Error several_conditions_per_key() {
  return validation("KeyConditionExpressions must only contain one condition per key");
}

// Null for an operator that keys may have.
const char* refused_operator(TestType type) {
  switch (type) {
    case TestType::kOr:
      return "OR";
    case TestType::kNot:
      return "NOT";
    case TestType::kNotEqual:
      return "<>";
    case TestType::kIn:
      return "IN";
    case TestType::kAttributeExists:
      return "attribute_exists";
    case TestType::kAttributeNotExists:
      return "attribute_not_exists";
    case TestType::kAttributeType:
      return "attribute_type";
    case TestType::kContains:
      return "contains";
    default:
      return nullptr;
  }
}

// Of the comparison with its operands exchanged.
TestType mirrored(TestType type) {
  switch (type) {
    case TestType::kLess:
      return TestType::kGreater;
    case TestType::kLessOrEqual:
      return TestType::kGreaterOrEqual;
    case TestType::kGreater:
      return TestType::kLess;
    case TestType::kGreaterOrEqual:
      return TestType::kLessOrEqual;
    default:
      return type;
  }
}

class KeyTestReader {
 public:
  explicit KeyTestReader(const Placeholders& placeholders) : placeholders_(placeholders) {}

  Status read(const expression::Condition& condition) {
    if (const char* name = refused_operator(condition.type)) return operator_not_allowed(name);
    for (const expression::Condition& child : condition.children) {
      EMU_CHECK(read(child));
    }
    return condition.type == TestType::kAnd ? Status() : add(condition);
  }

  std::vector<KeyTest> tests = {};

 private:
  Status add(const expression::Condition& condition) {
    EMU_TRY(const std::size_t key_at, key_operand(condition));
    const Operand& key = condition.operands[key_at];
    if (key.path.size() > 1) return nested_attribute();
    KeyTest test{.attribute = placeholders_.name(key.path.front()),
                 .type = key_at == 0 ? condition.type : mirrored(condition.type),
                 .value = &placeholders_.value(condition.operands[key_at == 0 ? 1 : 0])};
    if (condition.type == TestType::kBetween) {
      test.upper = &placeholders_.value(condition.operands[2]);
    }
    const bool is_tested = std::any_of(tests.begin(), tests.end(), [&](const KeyTest& other) {
      return other.attribute == test.attribute;
    });
    if (is_tested) return several_conditions_per_key();
    tests.push_back(test);
    return {};
  }

  // Which operand is the attribute; the others must be values.
  static Result<std::size_t> key_operand(const expression::Condition& condition) {
    std::optional<std::size_t> key_at;
    for (std::size_t i = 0; i < condition.operands.size(); ++i) {
      const Operand::Type type = condition.operands[i].type;
      if (type != Operand::Type::kPath && type != Operand::Type::kValue) return nested_operations();
      if (type == Operand::Type::kValue) continue;
      if (key_at) return invalid_key_condition("Multiple attribute names used in one condition");
      key_at = i;
    }
    if (!key_at) return invalid_key_condition("No key attribute specified");
    const bool must_be_first =
        condition.type == TestType::kBetween || condition.type == TestType::kBeginsWith;
    if (must_be_first && *key_at != 0) {
      return invalid_key_condition(
          fmt::format("{} operator must have the key attribute as its first operand",
                      condition.type == TestType::kBetween ? "BETWEEN" : "begins_with"));
    }
    return *key_at;
  }

  const Placeholders& placeholders_;
};

Error key_condition_missing(std::string_view attribute) {
  return validation(fmt::format("Query condition missed key schema element: {}", attribute));
}

Error key_condition_not_supported() { return validation("Query key condition not supported"); }

Error wrong_number_of_conditions() { return validation("Conditions can be of length 1 or 2 only"); }

Error condition_type_mismatch() {
  return invalid_parameter("Condition parameter type does not match schema type");
}

const KeyTest* find_test(const std::vector<KeyTest>& tests, std::string_view attribute) {
  const auto found = std::find_if(tests.begin(), tests.end(),
                                  [&](const KeyTest& test) { return test.attribute == attribute; });
  return found == tests.end() ? nullptr : &*found;
}

// Appends the bytes of a value that a key is compared with.
Status append_part(const ReadSource& source, const KeyAttribute& attribute, KeyRole role,
                   const AttributeValue& value, std::string& out) {
  if (value.type() != attribute.type) return condition_type_mismatch();
  std::string number;
  EMU_TRY(const std::string_view part, checked_key_part(attribute, value, role, number));
  if (source.index != nullptr) {
    append_joined_part(value, out);
  } else {
    out += part;
  }
  return {};
}

// The first bytes behind all that begin with the prefix; nothing when there are none.
std::optional<std::string> behind_prefix(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xFF') prefix.pop_back();
  if (prefix.empty()) return std::nullopt;
  ++prefix.back();
  return prefix;
}

// Makes bounds of the conditions for range attributes. In an index the entries with one value of an
// attribute are all that begin with its bytes; in a table there is one.
class RangeBounds {
 public:
  explicit RangeBounds(const ReadSource& source) : source_(source) {}

  Result<ByteBounds> bounds(const std::vector<KeyTest>& tests) {
    const KeyTest* last = nullptr;
    const KeyAttribute* last_key = nullptr;
    const KeyAttribute* skipped = nullptr;
    for (const KeyAttribute& key : source_.range_keys()) {
      const KeyTest* test = find_test(tests, key.name);
      if (test == nullptr) {
        if (skipped == nullptr) skipped = &key;
        continue;
      }
      if (skipped != nullptr) return key_condition_missing(skipped->name);
      if (last != nullptr) {
        if (last->type != TestType::kEqual) return key_condition_not_supported();
        EMU_CHECK(append_part(source_, *last_key, KeyRole::kRange, *last->value, prefix_));
      }
      last = test;
      last_key = &key;
    }
    if (last == nullptr) return ByteBounds();
    return bounds_of(*last, *last_key);
  }

 private:
  Result<ByteBounds> bounds_of(const KeyTest& test, const KeyAttribute& key) {
    if (test.type == TestType::kBeginsWith) return beginning_with(test, key);
    EMU_TRY(std::string first, first_of(key, *test.value));
    switch (test.type) {
      case TestType::kLess:
        return ByteBounds{.lower = prefix_, .upper = std::move(first)};
      case TestType::kLessOrEqual:
        return ByteBounds{.lower = prefix_, .upper = behind(std::move(first))};
      case TestType::kGreaterOrEqual:
        return ByteBounds{.lower = std::move(first), .upper = behind_prefix(prefix_)};
      case TestType::kGreater: {
        std::optional<std::string> lower = behind(first);
        // Nothing is behind the greatest bytes.
        if (!lower) return ByteBounds{.lower = first, .upper = first};
        return ByteBounds{.lower = *std::move(lower), .upper = behind_prefix(prefix_)};
      }
      case TestType::kBetween: {
        EMU_TRY(std::string last, first_of(key, *test.upper));
        return ByteBounds{.lower = std::move(first), .upper = behind(std::move(last))};
      }
      default:
        return ByteBounds{.lower = first, .upper = behind(first)};
    }
  }

  Result<ByteBounds> beginning_with(const KeyTest& test, const KeyAttribute& key) {
    EMU_TRY(std::string first, first_of(key, *test.value));
    // All but the end of the part, which says that nothing follows.
    if (source_.index != nullptr) {
      first = prefix_;
      append_joined_prefix(test.value->type() == Type::kB ? test.value->b().view()
                                                          : std::string_view(test.value->s()),
                           first);
    }
    return ByteBounds{.lower = first, .upper = behind_prefix(first)};
  }

  // The first bytes that an entry with the value may have.
  Result<std::string> first_of(const KeyAttribute& key, const AttributeValue& value) const {
    std::string bytes = prefix_;
    EMU_CHECK(append_part(source_, key, KeyRole::kRange, value, bytes));
    return bytes;
  }

  // The first bytes behind the entries that have the value with these bytes.
  std::optional<std::string> behind(std::string first) const {
    if (source_.index != nullptr) return behind_prefix(std::move(first));
    return std::move(first) + '\0';
  }

  const ReadSource& source_;
  std::string prefix_ = {};
};

Status check_all_keys(const ReadSource& source, const std::vector<KeyTest>& tests) {
  const std::size_t keys = source.hash_keys().size() + source.range_keys().size();
  if (tests.empty() || (tests.size() > 2 && keys <= 2)) return wrong_number_of_conditions();
  for (const KeyAttribute& key : source.hash_keys()) {
    const KeyTest* test = find_test(tests, key.name);
    if (test == nullptr) return key_condition_missing(key.name);
    if (test->type != TestType::kEqual) return key_condition_not_supported();
  }
  for (const KeyTest& test : tests) {
    if (source.is_key(test.attribute)) continue;
    // The condition stands where one for the next range attribute would.
    for (const KeyAttribute& key : source.range_keys()) {
      if (find_test(tests, key.name) == nullptr) return key_condition_missing(key.name);
    }
    return key_condition_not_supported();
  }
  return {};
}

}  // namespace

Result<std::vector<KeyTest>> key_tests(const expression::Condition& condition,
                                       const Placeholders& placeholders) {
  KeyTestReader reader(placeholders);
  EMU_CHECK(reader.read(condition));
  return std::move(reader.tests);
}

Result<QueryBounds> query_bounds(const ReadSource& source, const std::vector<KeyTest>& tests) {
  EMU_CHECK(check_all_keys(source, tests));
  QueryBounds bounds;
  for (const KeyAttribute& key : source.hash_keys()) {
    EMU_CHECK(
        append_part(source, key, KeyRole::kHash, *find_test(tests, key.name)->value, bounds.hash));
  }
  EMU_TRY(bounds.range, RangeBounds(source).bounds(tests));
  return bounds;
}

}  // namespace emu::dynamodb
