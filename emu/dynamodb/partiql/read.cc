#include "dynamodb/partiql/read.h"

#include <fmt/format.h>

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expression/attributes.h"
#include "dynamodb/expression/check.h"
#include "dynamodb/expression/condition.h"
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

expression::Placeholders placeholders_of(const Statement& statement) {
  return {no_expressions().names, statement.values};
}

}  // namespace

Item selected(const Statement& statement, Item item) {
  if (statement.selected.empty()) return item;
  const expression::Placeholders placeholders = placeholders_of(statement);
  Item attributes;
  for (const expression::Path& path : statement.selected) {
    if (const AttributeValue* value = expression::find(item, path, placeholders)) {
      attributes.insert_or_assign(answered_name(path), *value);
    }
  }
  return attributes;
}

Status StatementRead::begin(Statement statement, Table& table) {
  statement_ = std::move(statement);
  table_ = &table;
  EMU_CHECK(check_item(statement_.values, Within::kTransaction));
  if (!statement_.index.empty()) return several_items();
  EMU_TRY(WhereClause where, split_where(std::move(statement_.where), statement_.values, table));
  key_attributes_ = std::move(where.key);
  EMU_TRY(key_, key_of_request(table, key_attributes_, key_bytes_));
  if (!where.rest) return {};
  EMU_CHECK(in_statement(expression::check_operands(*where.rest, placeholders_of(statement_))));
  rest_.emplace();
  rest_->attributes = expression::attributes_of(*where.rest);
  rest_->tree = *std::move(where.rest);
  return {};
}

std::optional<Item> StatementRead::answer() const {
  const StoredItem* stored = item();
  if (stored == nullptr) return std::nullopt;
  if (rest_) {
    Item spoken_of;
    for (const expression::PathElement& attribute : rest_->attributes) {
      if (const auto value = stored->find(attribute.text)) {
        spoken_of.emplace(attribute.text, value->unpack());
      }
    }
    if (!expression::holds(rest_->tree, spoken_of, placeholders_of(statement_))) {
      return std::nullopt;
    }
  }
  return selected(statement_, stored->unpack());
}

}  // namespace emu::dynamodb::partiql
