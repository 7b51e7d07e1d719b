#include "iam/condition_tests.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "core/policy/scalars.h"
#include "iam/request_context.h"

namespace emu::iam {

namespace {

using TestPtr = std::shared_ptr<const ConditionTest>;
using Values = std::vector<std::string>;

// Texts, ARNs: patterns held against the value as it is.
template <class P>
class PatternTest final : public ConditionTest {
 public:
  explicit PatternTest(std::vector<P> patterns) : patterns_(std::move(patterns)) {}
  bool matches(std::string_view value, RequestContext& context) const override {
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [&](const P& pattern) { return pattern.matches(value, context); });
  }

 private:
  std::vector<P> patterns_;
};

class IgnoreCaseTest final : public ConditionTest {
 public:
  IgnoreCaseTest(const Values& values, Variables variables) {
    for (const std::string& value : values) {
      patterns_.emplace_back(value, Wildcards::kLiteral, variables);
    }
  }
  bool matches(std::string_view value, RequestContext& context) const override {
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) {
      const std::optional<std::string> expanded = pattern.expand(context);
      return expanded && equal_ignoring_case(*expanded, value);
    });
  }

 private:
  std::vector<Pattern> patterns_;
};

TestPtr string_test(const Values& values, Wildcards wildcards, Variables variables) {
  std::vector<Pattern> patterns;
  patterns.reserve(values.size());
  for (const std::string& value : values) patterns.emplace_back(value, wildcards, variables);
  return std::make_shared<PatternTest<Pattern>>(std::move(patterns));
}

// Numbers, dates, addresses: values that are read first and compared then.
template <class Scalar, std::optional<Scalar> (*parse)(std::string_view), class Compare>
class ScalarTest final : public ConditionTest {
 public:
  explicit ScalarTest(const Values& values) {
    for (const std::string& value : values) {
      if (const std::optional<Scalar> scalar = parse(value)) scalars_.push_back(*scalar);
    }
  }
  bool matches(std::string_view value, RequestContext&) const override {
    const std::optional<Scalar> given = parse(value);
    return given && std::any_of(scalars_.begin(), scalars_.end(),
                                [&](const Scalar& scalar) { return Compare()(*given, scalar); });
  }

 private:
  std::vector<Scalar> scalars_;
};

template <class Compare>
TestPtr numeric_test(const Values& values) {
  return std::make_shared<ScalarTest<double, &policy::parse_number, Compare>>(values);
}

template <class Compare>
TestPtr date_test(const Values& values) {
  return std::make_shared<ScalarTest<Time, &policy::parse_date, Compare>>(values);
}

struct InBlock {
  bool operator()(const policy::IpBlock& address, const policy::IpBlock& block) const {
    return block.contains(address);
  }
};

}  // namespace

TestPtr make_string_equals(const Values& values, Variables variables) {
  return string_test(values, Wildcards::kLiteral, variables);
}

TestPtr make_string_equals_ignore_case(const Values& values, Variables variables) {
  return std::make_shared<IgnoreCaseTest>(values, variables);
}

TestPtr make_string_like(const Values& values, Variables variables) {
  return string_test(values, Wildcards::kActive, variables);
}

TestPtr make_arn_like(const Values& values, Variables variables) {
  std::vector<ArnPattern> patterns;
  patterns.reserve(values.size());
  for (const std::string& value : values)
    patterns.emplace_back(value, ArnStars::kOfConditions, variables);
  return std::make_shared<PatternTest<ArnPattern>>(std::move(patterns));
}

TestPtr make_numeric_equals(const Values& values, Variables) {
  return numeric_test<std::equal_to<>>(values);
}
TestPtr make_numeric_less(const Values& values, Variables) {
  return numeric_test<std::less<>>(values);
}
TestPtr make_numeric_at_most(const Values& values, Variables) {
  return numeric_test<std::less_equal<>>(values);
}
TestPtr make_numeric_greater(const Values& values, Variables) {
  return numeric_test<std::greater<>>(values);
}
TestPtr make_numeric_at_least(const Values& values, Variables) {
  return numeric_test<std::greater_equal<>>(values);
}

TestPtr make_date_equals(const Values& values, Variables) {
  return date_test<std::equal_to<>>(values);
}
TestPtr make_date_less(const Values& values, Variables) { return date_test<std::less<>>(values); }
TestPtr make_date_at_most(const Values& values, Variables) {
  return date_test<std::less_equal<>>(values);
}
TestPtr make_date_greater(const Values& values, Variables) {
  return date_test<std::greater<>>(values);
}
TestPtr make_date_at_least(const Values& values, Variables) {
  return date_test<std::greater_equal<>>(values);
}

TestPtr make_ip_address(const Values& values, Variables) {
  return std::make_shared<ScalarTest<policy::IpBlock, &policy::parse_ip_block, InBlock>>(values);
}

}  // namespace emu::iam
