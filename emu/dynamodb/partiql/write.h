// StatementWrite: the write that an INSERT, UPDATE, DELETE or EXISTS comes to.
#pragma once

#include <emu/result.h>

#include <optional>

#include "dynamodb/expression/parsed.h"
#include "dynamodb/item_write.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/table.h"

namespace emu::dynamodb::partiql {

// It stays where it is made, as the ItemWrite inside of it does.
class StatementWrite {
 public:
  // Fails when the condition does not give the key of an item, and for values that none may have.
  Status begin(Statement statement, const Table& table, bool shows_item_on_failure);

  ItemWrite& write() { return *write_; }
  // What RETURNING asks for, once the write is planned and before it is made; nothing when there is
  // no such item.
  std::optional<Item> returned() const;

 private:
  Status give_trees(Expressions& expressions);

  Statement statement_ = {};
  Item key_ = {};
  bool has_condition_ = false;
  expression::Parsed<expression::Condition> condition_ = {};
  expression::Parsed<expression::Update> update_ = {};
  std::optional<ItemWrite> write_ = {};
};

}  // namespace emu::dynamodb::partiql
