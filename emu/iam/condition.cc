#include "iam/condition.h"

#include <algorithm>
#include <array>
#include <utility>

#include "iam/condition_tests.h"
#include "iam/request_context.h"

namespace emu::iam {

namespace {

struct Operator {
  std::string_view name;
  bool is_negated;
  ConditionTestMaker make;
};

constexpr std::array<Operator, 27> kOperators = {{
    {"StringEquals", false, &make_string_equals},
    {"StringNotEquals", true, &make_string_equals},
    {"StringEqualsIgnoreCase", false, &make_string_equals_ignore_case},
    {"StringNotEqualsIgnoreCase", true, &make_string_equals_ignore_case},
    {"StringLike", false, &make_string_like},
    {"StringNotLike", true, &make_string_like},
    {"NumericEquals", false, &make_numeric_equals},
    {"NumericNotEquals", true, &make_numeric_equals},
    {"NumericLessThan", false, &make_numeric_less},
    {"NumericLessThanEquals", false, &make_numeric_at_most},
    {"NumericGreaterThan", false, &make_numeric_greater},
    {"NumericGreaterThanEquals", false, &make_numeric_at_least},
    {"DateEquals", false, &make_date_equals},
    {"DateNotEquals", true, &make_date_equals},
    {"DateLessThan", false, &make_date_less},
    {"DateLessThanEquals", false, &make_date_at_most},
    {"DateGreaterThan", false, &make_date_greater},
    {"DateGreaterThanEquals", false, &make_date_at_least},
    {"Bool", false, &make_string_equals_ignore_case},
    {"BinaryEquals", false, &make_string_equals},
    {"IpAddress", false, &make_ip_address},
    {"NotIpAddress", true, &make_ip_address},
    {"ArnEquals", false, &make_arn_like},
    {"ArnNotEquals", true, &make_arn_like},
    {"ArnLike", false, &make_arn_like},
    {"ArnNotLike", true, &make_arn_like},
    {"Null", false, nullptr},
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

}  // namespace

std::optional<Condition> Condition::make(std::string_view operator_name, std::string_view key,
                                         const std::vector<std::string>& values,
                                         Variables variables) {
  Condition condition;
  condition.key_ = lower_case(key);
  if (take_prefix(operator_name, "ForAllValues:")) {
    condition.quantifier_ = Quantifier::kForAllValues;
  } else if (take_prefix(operator_name, "ForAnyValue:")) {
    condition.quantifier_ = Quantifier::kForAnyValue;
  }
  condition.if_exists_ = take_suffix(operator_name, "IfExists");

  const auto found =
      std::find_if(kOperators.begin(), kOperators.end(), [&](const Operator& candidate) {
        return equal_ignoring_case(candidate.name, operator_name);
      });
  if (found == kOperators.end()) return std::nullopt;
  condition.is_negated_ = found->is_negated;
  if (found->make == nullptr) {
    if (condition.if_exists_) return std::nullopt;
    condition.must_be_absent_ =
        std::any_of(values.begin(), values.end(),
                    [](const std::string& value) { return equal_ignoring_case(value, "true"); });
  } else {
    condition.test_ = found->make(values, variables);
  }
  return condition;
}

bool Condition::holds(RequestContext& context) const {
  const std::vector<std::string>* values = context.find(key_);
  const bool is_absent = values == nullptr || values->empty();
  if (must_be_absent_) return is_absent == *must_be_absent_;
  if (is_absent) {
    if (if_exists_) return true;
    if (quantifier_ == Quantifier::kNone) return is_negated_;
    return quantifier_ == Quantifier::kForAllValues;
  }
  const auto meets = [&](const std::string& value) {
    return test_->matches(value, context) != is_negated_;
  };
  // A negated operator must hold for all values unless the statement asks for any.
  const bool needs_all =
      quantifier_ == Quantifier::kForAllValues || (quantifier_ == Quantifier::kNone && is_negated_);
  return needs_all ? std::all_of(values->begin(), values->end(), meets)
                   : std::any_of(values->begin(), values->end(), meets);
}

}  // namespace emu::iam
