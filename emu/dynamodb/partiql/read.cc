#include "dynamodb/partiql/read.h"

#include <fmt/format.h>

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/attributes.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/paths.h"
#include "dynamodb/item_write.h"
#include "dynamodb/partiql/keys.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::partiql {

namespace {

// "c" of a.b.c, "c[0]" of a.b.c[0].
std::string answered_name(const expression::Path& path) {
  std::string name;
  for (const expression::PathElement& element : path) {
    if (element.type == expression::PathElement::Type::kIndex) {
      name += fmt::format("[{}]", element.index);
    } else {
      name = element.text;
    }
  }
  return name;
}

}  // namespace

Item selected(const Statement& statement, Item item) {
  if (statement.selected.empty()) return item;
  const expression::Placeholders placeholders{no_expressions().names, statement.values};
  Item attributes;
  for (const expression::Path& path : statement.selected) {
    if (const AttributeValue* value = expression::find(item, path, placeholders)) {
      attributes.insert_or_assign(answered_name(path), *value);
    }
  }
  return attributes;
}

SelectExpressions::SelectExpressions(const Statement& statement)
    : expressions_({.names = no_expressions().names, .values = statement.values}) {
  expressions_.has_trees = true;
  if (statement.selected.empty()) return;
  projection_.attributes = expression::attributes_of(statement.selected);
  for (const expression::PathElement& attribute : projection_.attributes) {
    projection_.tree.paths.push_back({attribute});
  }
  // Different attributes cannot be in each other's way.
  ExpressionReader::use_projection(projection_, expressions_).value();
}

Status SelectExpressions::check(const expression::Condition& condition) const {
  return in_statement(expression::check_operands(condition, placeholders()));
}

void SelectExpressions::filter_by(expression::Condition condition) {
  filter_.attributes = expression::attributes_of(condition);
  filter_.tree = std::move(condition);
  expressions_.filter = &filter_;
}

Status StatementRead::begin(Statement statement, Table& table) {
  statement_ = std::move(statement);
  table_ = &table;
  EMU_CHECK(check_item(statement_.values, Within::kTransaction));
  if (statement_.index) return several_items();
  EMU_TRY(WhereClause where, split_where(std::move(statement_.where), statement_.values, table));
  key_attributes_ = std::move(where.key);
  EMU_TRY(key_, key_of_request(table, key_attributes_, key_bytes_));
  expressions_.emplace(statement_);
  if (!where.rest) return {};
  EMU_CHECK(expressions_->check(*where.rest));
  expressions_->filter_by(*std::move(where.rest));
  return {};
}

std::optional<Item> StatementRead::answer() const {
  const StoredItem* stored = item();
  const Expressions& expressions = expressions_->expressions();
  if (stored == nullptr || !expressions.filter_holds(*stored)) return std::nullopt;
  return selected(statement_, expressions.projected(*stored));
}

}  // namespace emu::dynamodb::partiql
