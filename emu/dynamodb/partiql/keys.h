// What the condition of a statement says of keys, taken apart from what else it says.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "dynamodb/expression/ast.h"
#include "dynamodb/read_source.h"
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

// Which of several conjuncts says what a hash attribute is equal to, and to what.
struct HashTest {
  std::size_t conjunct;
  std::vector<const AttributeValue*> values;
};
// One for each hash attribute of what is read. Where there is only one such attribute it may have
// any of several values: by IN, or by OR of nothing but its values. None at all when an attribute
// is left open, so that everything has to be looked at. The values are those of the statement.
// Source: Amazon DynamoDB Developer Guide, "PartiQL select statements for DynamoDB".
std::vector<HashTest> hash_tests(const std::vector<expression::Condition>& conjuncts,
                                 const Item& values, const ReadSource& source);

}  // namespace emu::dynamodb::partiql
