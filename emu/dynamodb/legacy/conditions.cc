#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/legacy/legacy.h"
#include "dynamodb/legacy/paths.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::legacy {

namespace {

using Tree = expression::Condition;
using TreeType = expression::Condition::Type;

// What values an operator takes.
enum class Takes : std::uint8_t { kAny, kScalars, kTexts };

constexpr std::size_t kMany = std::numeric_limits<std::size_t>::max();

struct Comparison {
  std::string_view name;
  TreeType type;
  std::size_t values_min;
  std::size_t values_max;
  Takes takes;
  bool finds_keys = false;  // may stand in KeyConditions
};

constexpr std::array<Comparison, 13> kComparisons{{
    {"EQ", TreeType::kEqual, 1, 1, Takes::kAny, true},
    {"NE", TreeType::kNotEqual, 1, 1, Takes::kAny},
    {"LE", TreeType::kLessOrEqual, 1, 1, Takes::kScalars, true},
    {"LT", TreeType::kLess, 1, 1, Takes::kScalars, true},
    {"GE", TreeType::kGreaterOrEqual, 1, 1, Takes::kScalars, true},
    {"GT", TreeType::kGreater, 1, 1, Takes::kScalars, true},
    {"BEGINS_WITH", TreeType::kBeginsWith, 1, 1, Takes::kTexts, true},
    {"BETWEEN", TreeType::kBetween, 2, 2, Takes::kScalars, true},
    {"NOT_NULL", TreeType::kAttributeExists, 0, 0, Takes::kAny},
    {"NULL", TreeType::kAttributeNotExists, 0, 0, Takes::kAny},
    {"CONTAINS", TreeType::kContains, 1, 1, Takes::kScalars},
    {"NOT_CONTAINS", TreeType::kContains, 1, 1, Takes::kScalars},
    {"IN", TreeType::kIn, 1, kMany, Takes::kScalars},
}};

const Comparison& comparison_named(std::string_view name) {
  return *std::find_if(kComparisons.begin(), kComparisons.end(),
                       [name](const Comparison& c) { return c.name == name; });
}

bool takes(const Comparison& comparison, Type type) {
  if (comparison.takes == Takes::kAny) return true;
  const bool is_text = type == Type::kS || type == Type::kB;
  return is_text || (comparison.takes == Takes::kScalars && type == Type::kN);
}

Error wrong_value_count(std::string_view comparison) {
  return invalid_parameter(
      fmt::format("Invalid number of argument(s) for the {} ComparisonOperator", comparison));
}

Error wrong_value_type(std::string_view comparison, Type type) {
  return invalid_parameter(
      fmt::format("ComparisonOperator {} is not valid for {} AttributeValue type", comparison,
                  type_name(type)));
}

Error value_types_differ() {
  return invalid_parameter("AttributeValues inside AttributeValueList must be of same type");
}

Error bounds_swapped() {
  return validation(
      "The BETWEEN condition was provided a range where the lower bound is greater than the upper "
      "bound");
}

Error not_for_keys() {
  return validation("Attempted conditional constraint is not an indexable operation");
}

using Values = std::vector<const AttributeValue*>;

Status check_values(const Comparison& comparison, const Values& values) {
  for (const AttributeValue* value : values) {
    EMU_CHECK(check_value(*value));
    if (value->type() != values.front()->type()) return value_types_differ();
  }
  if (values.size() < comparison.values_min || values.size() > comparison.values_max) {
    return wrong_value_count(comparison.name);
  }
  if (!values.empty() && !takes(comparison, values.front()->type())) {
    return wrong_value_type(comparison.name, values.front()->type());
  }
  if (comparison.type == TreeType::kBetween && less(*values[1], *values[0]).value_or(false)) {
    return bounds_swapped();
  }
  return {};
}

// Collects conditions of attributes.
class Builder {
 public:
  explicit Builder(Item& values) : values_(values) {}

  Status add(const std::string& attribute, const Comparison& comparison, const Values& values) {
    EMU_CHECK(check_attribute_name(attribute));
    EMU_CHECK(check_values(comparison, values));
    Tree tree{.type = comparison.type};
    tree.operands.push_back(attribute_operand(attribute));
    for (const AttributeValue* value : values) tree.operands.push_back(bind_value(*value, values_));
    if (comparison.name == "NOT_CONTAINS") tree = exists_without(std::move(tree));
    parsed_.attributes.push_back(attribute_element(attribute));
    parsed_.tree.children.push_back(std::move(tree));
    return {};
  }

  ParsedCondition joined(TreeType type) {
    if (parsed_.tree.children.size() == 1) {
      Tree only = std::move(parsed_.tree.children.front());
      parsed_.tree = std::move(only);
    } else {
      parsed_.tree.type = type;
    }
    return std::move(parsed_);
  }

 private:
  // An attribute that does not exist neither contains nor lacks something.
  static Tree exists_without(Tree contains) {
    Tree exists{.type = TreeType::kAttributeExists};
    exists.operands.push_back(contains.operands.front());
    Tree lacks{.type = TreeType::kNot};
    lacks.children.push_back(std::move(contains));
    Tree both{.type = TreeType::kAnd};
    both.children.push_back(std::move(exists));
    both.children.push_back(std::move(lacks));
    return both;
  }

  Item& values_;
  ParsedCondition parsed_ = {};
};

Error operator_without_conditions() {
  return invalid_parameter("ConditionalOperator cannot be used without Filter or Expected");
}

Error operator_with_one_condition() {
  return invalid_parameter(
      "ConditionalOperator can only be used when Filter or Expected has two or more elements");
}

Result<TreeType> joint(const std::optional<std::string>& conditional_operator, std::size_t count) {
  if (!conditional_operator) return TreeType::kAnd;
  if (count == 0) return operator_without_conditions();
  if (count == 1) return operator_with_one_condition();
  return *conditional_operator == "OR" ? TreeType::kOr : TreeType::kAnd;
}

Error value_and_list(std::string_view attribute) {
  return invalid_parameter(fmt::format(
      "Value and AttributeValueList cannot be used together for Attribute: {}", attribute));
}

Error exists_and_comparison(std::string_view attribute) {
  return invalid_parameter(fmt::format(
      "Exists and ComparisonOperator cannot be used together for Attribute: {}", attribute));
}

Error value_required(std::string_view comparison, std::string_view attribute) {
  return invalid_parameter(
      fmt::format("Value or AttributeValueList must be used with ComparisonOperator: {} for "
                  "Attribute: {}",
                  comparison, attribute));
}

Error list_without_comparison(std::string_view attribute) {
  return invalid_parameter(
      fmt::format("AttributeValueList can only be used with a ComparisonOperator for Attribute: {}",
                  attribute));
}

Error value_required_to_exist(const std::optional<bool>& exists, std::string_view attribute) {
  return invalid_parameter(fmt::format("Value must be provided when Exists is {} for Attribute: {}",
                                       exists ? "true" : "null", attribute));
}

Error value_of_nothing(std::string_view attribute) {
  return invalid_parameter(
      fmt::format("Value cannot be used when Exists is false for Attribute: {}", attribute));
}

// An entry of Expected as a comparison with values.
struct Expectation {
  std::string_view comparison;
  Values values = {};
};

Result<Expectation> expectation(const std::string& attribute, const ExpectedAttributeValue& of) {
  const bool has_list = was_given(of, &ExpectedAttributeValue::attribute_value_list);
  if (has_list && of.value) return value_and_list(attribute);
  Expectation found;
  for (const AttributeValue& value : of.attribute_value_list) found.values.push_back(&value);
  if (of.value) found.values.push_back(&*of.value);
  if (of.comparison_operator) {
    if (of.exists) return exists_and_comparison(attribute);
    found.comparison = *of.comparison_operator;
    const bool needs_value = comparison_named(found.comparison).values_min > 0;
    if (needs_value && !has_list && !of.value) return value_required(found.comparison, attribute);
    return found;
  }
  if (has_list) return list_without_comparison(attribute);
  const bool exists = of.exists.value_or(true);
  if (exists && !of.value) return value_required_to_exist(of.exists, attribute);
  if (!exists && of.value) return value_of_nothing(attribute);
  found.comparison = exists ? "EQ" : "NULL";
  return found;
}

Status add_all(const Conditions& conditions, bool for_keys, Builder& builder) {
  for (const auto& [attribute, condition] : conditions) {
    const Comparison& comparison = comparison_named(condition.comparison_operator);
    Values values;
    for (const AttributeValue& value : condition.attribute_value_list) values.push_back(&value);
    EMU_CHECK(builder.add(attribute, comparison, values));
    if (for_keys && !comparison.finds_keys) return not_for_keys();
  }
  return {};
}

}  // namespace

Result<ParsedCondition> expected(const std::map<std::string, ExpectedAttributeValue>& conditions,
                                 const std::optional<std::string>& conditional_operator,
                                 Item& values) {
  EMU_TRY(const TreeType type, joint(conditional_operator, conditions.size()));
  Builder builder(values);
  for (const auto& [attribute, condition] : conditions) {
    EMU_TRY(const Expectation found, expectation(attribute, condition));
    EMU_CHECK(builder.add(attribute, comparison_named(found.comparison), found.values));
  }
  return builder.joined(type);
}

Result<ParsedCondition> filter(const Conditions& conditions,
                               const std::optional<std::string>& conditional_operator,
                               Item& values) {
  EMU_TRY(const TreeType type, joint(conditional_operator, conditions.size()));
  Builder builder(values);
  EMU_CHECK(add_all(conditions, false, builder));
  return builder.joined(type);
}

Result<ParsedCondition> key_conditions(const Conditions& conditions, Item& values) {
  Builder builder(values);
  EMU_CHECK(add_all(conditions, true, builder));
  return builder.joined(TreeType::kAnd);
}

}  // namespace emu::dynamodb::legacy
