#include "dynamodb/partiql/write.h"

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/attributes.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/partiql/keys.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::partiql {

namespace {

using expression::Condition;

Condition of_hash_key(Condition::Type type, const Table& table) {
  Condition condition{.type = type};
  expression::Operand& operand = condition.operands.emplace_back();
  operand.path.push_back(
      {.type = expression::PathElement::Type::kName, .text = table.hash_key.name});
  return condition;
}

// What there is for a DELETE has to fulfil the condition; for the others there has to be something.
Condition with_existence(const Statement& statement, const Table& table,
                         std::optional<Condition> rest) {
  const bool is_delete = statement.kind == Statement::Kind::kDelete;
  Condition existence = of_hash_key(
      is_delete ? Condition::Type::kAttributeNotExists : Condition::Type::kAttributeExists, table);
  if (!rest) return existence;
  Condition both{.type = is_delete ? Condition::Type::kOr : Condition::Type::kAnd};
  both.children.push_back(std::move(existence));
  both.children.push_back(*std::move(rest));
  return both;
}

ItemWrite::Kind kind_of(const Statement& statement) {
  switch (statement.kind) {
    case Statement::Kind::kInsert:
      return ItemWrite::Kind::kInsert;
    case Statement::Kind::kUpdate:
      return ItemWrite::Kind::kUpdate;
    case Statement::Kind::kDelete:
      return ItemWrite::Kind::kDelete;
    default:
      return ItemWrite::Kind::kCheck;
  }
}

}  // namespace

Status StatementWrite::begin(Statement statement, const Table& table, bool shows_item_on_failure) {
  statement_ = std::move(statement);
  if (statement_.index) return writes_to_index();
  EMU_CHECK(check_item(statement_.values, Within::kTransaction));
  const bool is_insert = statement_.kind == Statement::Kind::kInsert;
  if (is_insert) {
    EMU_CHECK(check_item(statement_.item, Within::kTransaction));
    EMU_CHECK(check_item_size(statement_.item));
  } else {
    EMU_TRY(WhereClause where, split_where(std::move(statement_.where), statement_.values, table));
    key_ = std::move(where.key);
    // Without further conditions a DELETE has none.
    if (where.rest || statement_.kind != Statement::Kind::kDelete) {
      condition_.tree = with_existence(statement_, table, std::move(where.rest));
      condition_.attributes = expression::attributes_of(condition_.tree);
      has_condition_ = true;
    }
  }
  write_.emplace(ItemWrite::Request{
      .kind = kind_of(statement_),
      .table_name = statement_.table,
      .item = is_insert ? statement_.item : key_,
      .expressions = {.names = no_expressions().names, .values = statement_.values},
      .shows_item_on_failure = shows_item_on_failure});
  return give_trees(write_->expressions);
}

Status StatementWrite::give_trees(Expressions& expressions) {
  expressions.has_trees = true;
  if (has_condition_) {
    expressions.condition = &condition_;
    EMU_CHECK(in_statement(expression::check_operands(condition_.tree, expressions.placeholders)));
  }
  if (statement_.kind != Statement::Kind::kUpdate) return {};
  update_.tree = std::move(statement_.update);
  update_.attributes = expression::attributes_of(update_.tree);
  EMU_CHECK(in_statement(expression::check_operands(update_.tree, expressions.placeholders)));
  auto resolved = expression::resolve(update_.tree, expressions.placeholders);
  if (!resolved) return in_statement(std::move(resolved.error()));
  expressions.update = &update_;
  expressions.update_with_names = *std::move(resolved);
  expressions.resolved_update = &expressions.update_with_names;
  return {};
}

std::optional<Item> StatementWrite::returned() const {
  const auto modified = [&](const StoredItem& item) {
    const expression::ResolvedUpdate& update = *write_->expressions.resolved_update;
    return expression::project(item.unpack(), update.paths, update.order);
  };
  const StoredItem* old = write_->old;
  const StoredItem* next = write_->next ? &*write_->next : nullptr;
  switch (statement_.returning) {
    case Returning::kNothing:
      return std::nullopt;
    case Returning::kAllOld:
      return old == nullptr ? std::nullopt : std::optional(old->unpack());
    case Returning::kAllNew:
      return next == nullptr ? std::nullopt : std::optional(next->unpack());
    case Returning::kModifiedOld:
      return old == nullptr ? std::nullopt : std::optional(modified(*old));
    case Returning::kModifiedNew:
      return next == nullptr ? std::nullopt : std::optional(modified(*next));
  }
  return std::nullopt;
}

}  // namespace emu::dynamodb::partiql
