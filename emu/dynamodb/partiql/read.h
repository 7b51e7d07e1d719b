// What the ways to carry out a SELECT have in common, and StatementRead: a SELECT of one item by
// its whole key, as batches and transactions have them.
#pragma once

#include <emu/result.h>

#include <optional>

#include "dynamodb/expression/parsed.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/expressions.h"
#include "dynamodb/key.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/table.h"

namespace emu::dynamodb::partiql {

// What the statement asks for of an item. An attribute is called as the last name of its path.
Item selected(const Statement& statement, Item item);

// What a SELECT filters and projects by: the attributes that it selects paths of are taken out of
// an item whole, for selected() to go on with. It stays where it is, and refers to the statement.
class SelectExpressions {
 public:
  explicit SelectExpressions(const Statement& statement);

  const Expressions& expressions() const { return expressions_; }
  const expression::Placeholders& placeholders() const { return expressions_.placeholders; }
  // Fails for operands that no item could make right.
  Status check(const expression::Condition& condition) const;
  void filter_by(expression::Condition condition);

 private:
  Expressions expressions_;
  expression::Parsed<expression::Condition> filter_ = {};
  expression::Parsed<expression::Projection> projection_ = {};
};

// It stays where it is made, since the key refers to its bytes.
class StatementRead {
 public:
  StatementRead() = default;
  StatementRead(const StatementRead&) = delete;
  StatementRead& operator=(const StatementRead&) = delete;

  // Fails when the condition does not give the key of an item.
  Status begin(Statement statement, Table& table);

  const Statement& statement() const { return statement_; }
  Table& table() const { return *table_; }
  const ItemKey& key() const { return key_; }
  const Item& key_attributes() const { return key_attributes_; }

  // Null when there is none.
  const StoredItem* item() const { return table_->items.find(key_); }
  // The item's part that is wanted; nothing when it is not there or does not fulfil the condition.
  std::optional<Item> answer() const;

 private:
  Statement statement_ = {};
  Table* table_ = nullptr;
  Item key_attributes_ = {};
  KeyBytes key_bytes_ = {};
  ItemKey key_ = {};
  std::optional<SelectExpressions> expressions_ = {};
};

}  // namespace emu::dynamodb::partiql
