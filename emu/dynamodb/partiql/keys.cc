#include "dynamodb/partiql/keys.h"

#include <iterator>
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

}  // namespace emu::dynamodb::partiql
