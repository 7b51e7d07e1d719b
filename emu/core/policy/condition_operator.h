// The operators of conditions, such as "ForAllValues:StringNotLikeIfExists".
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued
// context keys".
#pragma once

#include <optional>
#include <string_view>

namespace emu::policy {

enum class Comparison {
  kStringEquals,
  kStringEqualsIgnoreCase,
  kStringLike,
  kNumericEquals,
  kNumericLessThan,
  kNumericLessThanEquals,
  kNumericGreaterThan,
  kNumericGreaterThanEquals,
  kDateEquals,
  kDateLessThan,
  kDateLessThanEquals,
  kDateGreaterThan,
  kDateGreaterThanEquals,
  kBool,
  kBinaryEquals,
  kIpAddress,
  kArnLike,  // also ArnEquals, which behaves alike
  kNull,
};

enum class Quantifier { kNone, kForAllValues, kForAnyValue };

struct ConditionOperator {
  Comparison comparison = Comparison::kStringEquals;
  bool is_negated = false;
  bool if_exists = false;
  Quantifier quantifier = Quantifier::kNone;

  // Nothing for the name of no operator. Case does not count.
  static std::optional<ConditionOperator> parse(std::string_view name);

  // Whether a text may stand among the values that the operator compares with.
  bool takes(std::string_view value) const;
};

}  // namespace emu::policy
