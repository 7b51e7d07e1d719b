// What the condition of a statement says of a key, taken apart from what else it says.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <optional>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/table.h"

namespace emu::dynamodb::partiql {

struct WhereClause {
  Item key = {};
  std::optional<expression::Condition> rest = {};
};

// Fails unless equality with one value is asked of each attribute of the table's key.
Result<WhereClause> split_where(std::optional<expression::Condition> where, const Item& values,
                                const Table& table);

// What AND joins, in order, whatever stands in parentheses.
std::vector<expression::Condition> conjuncts_of(expression::Condition condition);
// The reverse; nothing of none.
std::optional<expression::Condition> joined(std::vector<expression::Condition> conjuncts);

// The attribute that a condition compares with a value, and the value: "a = 1" or "1 = a".
struct AttributeTest {
  const std::string* attribute;
  const AttributeValue* value;
};
std::optional<AttributeTest> equality(const expression::Condition& condition, const Item& values);

}  // namespace emu::dynamodb::partiql
