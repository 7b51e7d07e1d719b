#include "dynamodb/partiql/keys.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "dynamodb/partiql/texts.h"

namespace emu::dynamodb::partiql {

namespace {

using expression::Condition;
using expression::Operand;

void take_apart(Condition condition, std::vector<Condition>& out) {
  if (condition.type != Condition::Type::kAnd) {
    out.push_back(std::move(condition));
    return;
  }
  for (Condition& child : condition.children) take_apart(std::move(child), out);
}

bool is_attribute(const Operand& operand) {
  return operand.type == Operand::Type::kPath && operand.path.size() == 1;
}

std::optional<AttributeTest> test_of(const Operand& attribute, const Operand& value,
                                     const Item& values) {
  if (!is_attribute(attribute) || value.type != Operand::Type::kValue) return std::nullopt;
  return AttributeTest{.attribute = &attribute.path.front().text, .value = &values.at(value.value)};
}

bool is_named(const Operand& operand, const std::string& attribute) {
  return is_attribute(operand) && operand.path.front().text == attribute;
}

using ValuesOf = std::vector<const AttributeValue*>;

// Adds the values that an attribute has where the condition holds. False when it may have others.
bool add_values(const Condition& condition, const std::string& attribute, const Item& values,
                ValuesOf& out) {
  if (const auto test = equality(condition, values)) {
    out.push_back(test->value);
    return *test->attribute == attribute;
  }
  if (condition.type == Condition::Type::kOr) {
    return std::all_of(
        condition.children.begin(), condition.children.end(),
        [&](const Condition& child) { return add_values(child, attribute, values, out); });
  }
  if (condition.type != Condition::Type::kIn) return false;
  if (!is_named(condition.operands.front(), attribute)) return false;
  for (const Operand& candidate : std::span(condition.operands).subspan(1)) {
    if (candidate.type != Operand::Type::kValue) return false;
    out.push_back(&values.at(candidate.value));
  }
  return true;
}

// The first conjunct that gives the attribute one value, or else the first that gives it several.
std::optional<HashTest> hash_test(const std::vector<Condition>& conjuncts,
                                  const std::string& attribute, const Item& values) {
  std::optional<HashTest> several;
  for (std::size_t i = 0; i < conjuncts.size(); ++i) {
    ValuesOf found;
    if (!add_values(conjuncts[i], attribute, values, found)) continue;
    if (found.size() == 1) return HashTest{.conjunct = i, .values = std::move(found)};
    if (!several) several = HashTest{.conjunct = i, .values = std::move(found)};
  }
  return several;
}

}  // namespace

std::vector<Condition> conjuncts_of(Condition condition) {
  std::vector<Condition> conjuncts;
  take_apart(std::move(condition), conjuncts);
  return conjuncts;
}

std::optional<Condition> joined(std::vector<Condition> conjuncts) {
  if (conjuncts.empty()) return std::nullopt;
  if (conjuncts.size() == 1) return std::move(conjuncts.front());
  return Condition{.type = Condition::Type::kAnd, .children = std::move(conjuncts)};
}

std::optional<AttributeTest> equality(const Condition& condition, const Item& values) {
  if (condition.type != Condition::Type::kEqual) return std::nullopt;
  const Operand& left = condition.operands[0];
  const Operand& right = condition.operands[1];
  if (auto test = test_of(left, right, values)) return test;
  return test_of(right, left, values);
}

Result<WhereClause> split_where(std::optional<Condition> where, const Item& values,
                                const Table& table) {
  WhereClause clause;
  if (!where) return keys_missing_in_where();
  std::vector<Condition> rest;
  for (Condition& conjunct : conjuncts_of(*std::move(where))) {
    const auto test = equality(conjunct, values);
    const bool is_of_key = test && table.is_key(*test->attribute) &&
                           clause.key.emplace(*test->attribute, *test->value).second;
    if (!is_of_key) rest.push_back(std::move(conjunct));
  }
  if (clause.key.size() != (table.range_key ? 2U : 1U)) return keys_missing_in_where();
  clause.rest = joined(std::move(rest));
  return clause;
}

std::vector<HashTest> hash_tests(const std::vector<Condition>& conjuncts, const Item& values,
                                 const ReadSource& source) {
  const std::span<const KeyAttribute> keys = source.hash_keys();
  std::vector<HashTest> tests;
  for (const KeyAttribute& key : keys) {
    std::optional<HashTest> test = hash_test(conjuncts, key.name, values);
    if (!test || (keys.size() > 1 && test->values.size() > 1)) return {};
    tests.push_back(*std::move(test));
  }
  return tests;
}

}  // namespace emu::dynamodb::partiql
