// One condition of a policy statement: an operator, a key and the values it is held against.
//
// Source: AWS IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued
// context keys".
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/condition_operator.h"
#include "iam/pattern.h"

namespace emu::iam {

class RequestContext;

// Whether a value of the request meets the condition's values.
class ConditionTest {
 public:
  virtual ~ConditionTest() = default;
  virtual bool matches(std::string_view value, RequestContext& context) const = 0;
};

class Condition {
 public:
  // Nothing for the name of no operator.
  static std::optional<Condition> make(std::string_view operator_name, std::string_view key,
                                       const std::vector<std::string>& values, Variables variables);

  bool holds(RequestContext& context) const;

 private:
  policy::ConditionOperator operator_;
  std::string key_;                            // in lower case
  std::optional<bool> must_be_absent_;         // of the operator Null
  std::shared_ptr<const ConditionTest> test_;  // of all others
};

}  // namespace emu::iam
