#include "core/policy/condition_operator.h"

#include <algorithm>
#include <array>

#include "core/policy/scalars.h"
#include "core/text/ascii.h"

namespace emu::policy {

namespace {

struct Named {
  std::string_view name;
  Comparison comparison;
  bool is_negated = false;
};

constexpr std::array<Named, 27> kOperators = {{
    {"StringEquals", Comparison::kStringEquals},
    {"StringNotEquals", Comparison::kStringEquals, true},
    {"StringEqualsIgnoreCase", Comparison::kStringEqualsIgnoreCase},
    {"StringNotEqualsIgnoreCase", Comparison::kStringEqualsIgnoreCase, true},
    {"StringLike", Comparison::kStringLike},
    {"StringNotLike", Comparison::kStringLike, true},
    {"NumericEquals", Comparison::kNumericEquals},
    {"NumericNotEquals", Comparison::kNumericEquals, true},
    {"NumericLessThan", Comparison::kNumericLessThan},
    {"NumericLessThanEquals", Comparison::kNumericLessThanEquals},
    {"NumericGreaterThan", Comparison::kNumericGreaterThan},
    {"NumericGreaterThanEquals", Comparison::kNumericGreaterThanEquals},
    {"DateEquals", Comparison::kDateEquals},
    {"DateNotEquals", Comparison::kDateEquals, true},
    {"DateLessThan", Comparison::kDateLessThan},
    {"DateLessThanEquals", Comparison::kDateLessThanEquals},
    {"DateGreaterThan", Comparison::kDateGreaterThan},
    {"DateGreaterThanEquals", Comparison::kDateGreaterThanEquals},
    {"Bool", Comparison::kBool},
    {"BinaryEquals", Comparison::kBinaryEquals},
    {"IpAddress", Comparison::kIpAddress},
    {"NotIpAddress", Comparison::kIpAddress, true},
    {"ArnEquals", Comparison::kArnLike},
    {"ArnNotEquals", Comparison::kArnLike, true},
    {"ArnLike", Comparison::kArnLike},
    {"ArnNotLike", Comparison::kArnLike, true},
    {"Null", Comparison::kNull},
}};

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!equal_ignoring_case(text.substr(0, prefix.size()), prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
  if (text.size() < suffix.size() ||
      !equal_ignoring_case(text.substr(text.size() - suffix.size()), suffix)) {
    return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

bool is_boolean(std::string_view text) {
  return equal_ignoring_case(text, "true") || equal_ignoring_case(text, "false");
}

}  // namespace

std::optional<ConditionOperator> ConditionOperator::parse(std::string_view name) {
  ConditionOperator parsed;
  if (take_prefix(name, "ForAllValues:")) {
    parsed.quantifier = Quantifier::kForAllValues;
  } else if (take_prefix(name, "ForAnyValue:")) {
    parsed.quantifier = Quantifier::kForAnyValue;
  }
  parsed.if_exists = take_suffix(name, "IfExists");
  const auto* found = std::find_if(
      kOperators.begin(), kOperators.end(),
      [&](const Named& candidate) { return equal_ignoring_case(candidate.name, name); });
  if (found == kOperators.end()) return std::nullopt;
  parsed.comparison = found->comparison;
  parsed.is_negated = found->is_negated;
  if (parsed.comparison == Comparison::kNull && parsed.if_exists) return std::nullopt;
  return parsed;
}

bool ConditionOperator::takes(std::string_view value) const {
  switch (comparison) {
    case Comparison::kStringEquals:
    case Comparison::kStringEqualsIgnoreCase:
    case Comparison::kStringLike:
    case Comparison::kBinaryEquals:
    case Comparison::kArnLike:
      return true;
    case Comparison::kNumericEquals:
    case Comparison::kNumericLessThan:
    case Comparison::kNumericLessThanEquals:
    case Comparison::kNumericGreaterThan:
    case Comparison::kNumericGreaterThanEquals:
      return parse_number(value).has_value();
    case Comparison::kDateEquals:
    case Comparison::kDateLessThan:
    case Comparison::kDateLessThanEquals:
    case Comparison::kDateGreaterThan:
    case Comparison::kDateGreaterThanEquals:
      return parse_date(value).has_value();
    case Comparison::kIpAddress:
      return parse_ip_block(value).has_value();
    case Comparison::kBool:
    case Comparison::kNull:
      return is_boolean(value);
  }
  return false;
}

}  // namespace emu::policy
