#include "sns/filter_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "core/policy/scalars.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

using pattern::Node;
using pattern::Scalar;
using pattern::Test;
using Type = JsonView::Type;

constexpr pattern::Dialect kDialect = {
    .has_cidr = true, .has_wildcard = true, .has_lists = true, .or_is_two_objects = true};

Error invalid_filter(std::string_view why) {
  return invalid_parameter(fmt::format("FilterPolicy: {}", why));
}

bool is_nested(const Node& node) {
  const auto has_inside = [](const auto& member) { return member.second.tests.empty(); };
  return std::any_of(node.members.begin(), node.members.end(), has_inside) ||
         std::any_of(node.any_of.begin(), node.any_of.end(), &is_nested);
}

std::size_t keys_in(const Node& node) {
  std::size_t keys = node.members.size();
  for (const Node& other : node.any_of) keys += keys_in(other);
  return keys;
}

// Values of anything-but are values of the array like others.
std::size_t values_in(const std::vector<Test>& tests) {
  std::size_t values = 0;
  for (const Test& test : tests) values += std::max<std::size_t>(1, test.others.size());
  return values;
}

// How many combinations of values a message could have, where a value counts once for each level
// that it lies deep. It stops at the first number above the bound.
std::size_t combinations_in(const Node& node, std::size_t depth) {
  std::size_t product = 1;
  const auto multiply = [&](std::size_t factor) {
    product = std::min(product * factor, kFilterCombinationsMax + 1);
  };
  for (const auto& [name, member] : node.members) {
    multiply(member.tests.empty() ? combinations_in(member, depth + 1)
                                  : values_in(member.tests) * depth);
  }
  std::size_t sum = 0;
  for (const Node& other : node.any_of) sum += combinations_in(other, depth);
  if (sum > 0) multiply(sum);
  return product;
}

bool is_in_range(double number) {
  return number >= -kFilterNumberMax && number <= kFilterNumberMax;
}

Status check_test(const Test& test) {
  const auto& bounds = test.comparisons;
  const bool fits = is_in_range(test.number) &&
                    std::all_of(bounds.begin(), bounds.end(), [](const Test::Comparison& bound) {
                      return is_in_range(bound.number);
                    });
  if (!fits) return invalid_filter("Value must be between -1.0E9 and 1.0E9, inclusive");
  if (test.kind == Test::Kind::kWildcard &&
      std::count(test.text.begin(), test.text.end(), pattern::kAnyText) > kFilterWildcardsMax) {
    return invalid_filter("Rule is too complex - try using fewer wildcard characters");
  }
  for (const Test& other : test.others) EMU_CHECK(check_test(other));
  return {};
}

Status check_tests(const Node& node) {
  for (const Test& test : node.tests) EMU_CHECK(check_test(test));
  for (const auto& [name, member] : node.members) EMU_CHECK(check_tests(member));
  for (const Node& other : node.any_of) EMU_CHECK(check_tests(other));
  return {};
}

template <class Value>
bool passes_any(const std::vector<Test>& tests, const Value& value) {
  return std::any_of(tests.begin(), tests.end(),
                     [&](const Test& test) { return pattern::passes(test, value); });
}

bool is_list(const MessageAttributeValue& attribute) {
  return attribute.data_type == "String.Array";
}

// Of a list, one element is enough; a text that is no list stands for itself. What is binary is as
// good as not there.
bool passes_attribute(const std::vector<Test>& tests, FilteredMessage& message,
                      const std::string& name) {
  const auto found = message.attributes().find(name);
  if (found == message.attributes().end() || !found->second.string_value) {
    return passes_any(tests, std::optional<JsonView>());
  }
  const MessageAttributeValue& attribute = found->second;
  if (is_list(attribute)) {
    const std::optional<JsonDocument>& list = message.list(name);
    if (list) return passes_any(tests, std::optional(list->root()));
  }
  const std::string& text = *attribute.string_value;
  if (!attribute.data_type.starts_with("Number")) {
    return passes_any(tests, Scalar{.type = Type::kString, .text = text});
  }
  const std::optional<double> number = policy::parse_number(text);
  return number && passes_any(tests, Scalar{.type = Type::kReal, .number = *number});
}

}  // namespace

const std::optional<JsonDocument>& FilteredMessage::body() {
  if (!is_parsed_) {
    std::string why;
    body_ = JsonDocument::parse(message_.text, why);
    is_parsed_ = true;
  }
  return body_;
}

const std::optional<JsonDocument>& FilteredMessage::list(const std::string& name) {
  const auto kept = lists_.find(name);
  if (kept != lists_.end()) return kept->second;
  std::string why;
  return lists_.emplace(name, JsonDocument::parse(*attributes().at(name).string_value, why))
      .first->second;
}

// Checks: Amazon SNS Developer Guide, "Filter policy constraints in Amazon SNS".
Result<FilterPolicy> FilterPolicy::parse(std::string_view json, Scope scope) {
  if (json.size() > kFilterPolicyBytesMax) return invalid_filter("Filter policy is too long");
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(json, why);
  if (!document) return invalid_filter(fmt::format("failed to parse JSON. {}", why));
  std::optional<Node> root = pattern::parse(document->root(), kDialect, why);
  if (!root) return invalid_filter(why);
  if (scope == Scope::kAttributes && is_nested(*root)) {
    return invalid_filter(
        "Filter policy scope MessageAttributes does not support nested filter policy");
  }
  if (keys_in(*root) > kFilterKeysMax) {
    return invalid_filter("Filter policy can not have more than 5 keys");
  }
  if (combinations_in(*root, 1) > kFilterCombinationsMax) {
    return invalid_filter("Filter policy is too complex");
  }
  EMU_CHECK(check_tests(*root));
  FilterPolicy policy;
  policy.scope_ = scope;
  policy.root_ = *std::move(root);
  return policy;
}

bool FilterPolicy::accepts(FilteredMessage& message) const {
  if (scope_ == Scope::kBody) {
    const std::optional<JsonDocument>& body = message.body();
    return body && pattern::passes(root_, std::optional(body->root()));
  }
  return pattern::passes_inside(root_, [&](const std::string& name, const Node& wanted) {
    return passes_attribute(wanted.tests, message, name);
  });
}

}  // namespace emu::sns
