#include "iam/condition.h"

#include <algorithm>
#include <utility>

#include "iam/condition_tests.h"
#include "iam/request_context.h"

namespace emu::iam {

namespace {

ConditionTestMaker maker_of(policy::Comparison comparison) {
  using policy::Comparison;
  switch (comparison) {
    case Comparison::kStringEquals:
    case Comparison::kBinaryEquals:
      return &make_string_equals;
    case Comparison::kStringEqualsIgnoreCase:
    case Comparison::kBool:
      return &make_string_equals_ignore_case;
    case Comparison::kStringLike:
      return &make_string_like;
    case Comparison::kNumericEquals:
      return &make_numeric_equals;
    case Comparison::kNumericLessThan:
      return &make_numeric_less;
    case Comparison::kNumericLessThanEquals:
      return &make_numeric_at_most;
    case Comparison::kNumericGreaterThan:
      return &make_numeric_greater;
    case Comparison::kNumericGreaterThanEquals:
      return &make_numeric_at_least;
    case Comparison::kDateEquals:
      return &make_date_equals;
    case Comparison::kDateLessThan:
      return &make_date_less;
    case Comparison::kDateLessThanEquals:
      return &make_date_at_most;
    case Comparison::kDateGreaterThan:
      return &make_date_greater;
    case Comparison::kDateGreaterThanEquals:
      return &make_date_at_least;
    case Comparison::kIpAddress:
      return &make_ip_address;
    case Comparison::kArnLike:
      return &make_arn_like;
    case Comparison::kNull:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

std::optional<Condition> Condition::make(std::string_view operator_name, std::string_view key,
                                         const std::vector<std::string>& values,
                                         Variables variables) {
  const auto parsed = policy::ConditionOperator::parse(operator_name);
  if (!parsed) return std::nullopt;
  Condition condition;
  condition.operator_ = *parsed;
  condition.key_ = lower_case(key);
  if (const ConditionTestMaker make = maker_of(parsed->comparison)) {
    condition.test_ = make(values, variables);
  } else {
    condition.must_be_absent_ =
        std::any_of(values.begin(), values.end(),
                    [](const std::string& value) { return equal_ignoring_case(value, "true"); });
  }
  return condition;
}

bool Condition::holds(RequestContext& context) const {
  using policy::Quantifier;
  const auto [comparison, is_negated, if_exists, quantifier] = operator_;
  const std::vector<std::string>* values = context.find(key_);
  const bool is_absent = values == nullptr || values->empty();
  if (must_be_absent_) return is_absent == *must_be_absent_;
  if (is_absent) {
    if (if_exists) return true;
    if (quantifier == Quantifier::kNone) return is_negated;
    return quantifier == Quantifier::kForAllValues;
  }
  const auto meets = [&](const std::string& value) {
    return test_->matches(value, context) != operator_.is_negated;
  };
  // A negated operator must hold for all values unless the statement asks for any.
  const bool needs_all =
      quantifier == Quantifier::kForAllValues || (quantifier == Quantifier::kNone && is_negated);
  return needs_all ? std::all_of(values->begin(), values->end(), meets)
                   : std::any_of(values->begin(), values->end(), meets);
}

}  // namespace emu::iam
