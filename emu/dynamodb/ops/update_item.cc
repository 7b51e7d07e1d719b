#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/expression/update.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

using expression::AttributeChange;
using expression::ResolvedUpdate;

Status check_parameters(const UpdateItem& in) {
  return ParameterKinds()
      .legacy("AttributeUpdates", !in.attribute_updates.empty())
      .legacy("Expected", !in.expected.empty())
      .legacy("ConditionalOperator", in.conditional_operator.has_value())
      .expression("UpdateExpression", in.update_expression.has_value())
      .expression("ConditionExpression", in.condition_expression.has_value())
      .check();
}

Error key_cannot_be_updated(std::string_view name) {
  return invalid_parameter(
      fmt::format("Cannot update attribute {}. This attribute is part of the key", name));
}

Status check_leaves_key_alone(const Table& table, const ResolvedUpdate& update) {
  for (const expression::Steps& path : update.paths) {
    const std::string& attribute = *path.front().name;
    if (table.is_key(attribute)) return key_cannot_be_updated(attribute);
  }
  return {};
}

// The size of an item after the changes, from its size before them.
std::size_t changed_size(std::size_t size, const std::vector<AttributeChange>& changes) {
  for (const AttributeChange& change : changes) {
    if (change.current != nullptr) size -= change.name->size() + value_size(*change.current);
    if (change.value) size += change.name->size() + value_size(*change.value);
  }
  return size;
}

void apply(std::vector<AttributeChange>& changes, Item& item) {
  for (AttributeChange& change : changes) {
    if (!change.value) {
      item.erase(*change.name);
    } else if (change.current != nullptr) {
      *change.current = std::move(*change.value);
    } else {
      item.emplace(*change.name, std::move(*change.value));
    }
  }
}

Item updated_part(const Item& item, const ResolvedUpdate& update) {
  return expression::project(item, update.paths, update.order);
}

Item stored_key(const Item& key) {
  Item item;
  for (const auto& [name, value] : key) item.emplace_hint(item.end(), name, stored_value(value));
  return item;
}

Error updated_item_too_large() {
  return validation("Item size to update has exceeded the maximum allowed size");
}

}  // namespace

Result<UpdateItemResult> Dynamodb::update_item(Call& call, const UpdateItem& in) {
  EMU_CHECK(check_parameters(in));
  Expressions expressions({.update = &in.update_expression,
                           .condition = &in.condition_expression,
                           .names = in.expression_attribute_names,
                           .values = in.expression_attribute_values});
  EMU_CHECK(expressions_.read(expressions));
  static const ResolvedUpdate kNoUpdate;
  const ResolvedUpdate& update =
      expressions.resolved_update != nullptr ? *expressions.resolved_update : kNoUpdate;

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  KeyDigits digits;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, digits));
  append_key(*table, key, call.subject);
  EMU_CHECK(check_leaves_key_alone(*table, update));

  ItemStore& items = table->items;
  Record* record = items.find(key);
  Item none;
  Item& old = record != nullptr ? record->item : none;
  if (!expressions.condition_holds(old)) return condition_failed(in, old);
  std::vector<AttributeChange> changes;
  if (update.update != nullptr) {
    EMU_TRY(changes, expression::evaluate(update, old, expressions.placeholders));
  }
  const std::size_t old_size = record != nullptr ? record->size : 0;
  const std::size_t new_size =
      changed_size(record != nullptr ? old_size : item_size(in.key), changes);
  if (new_size > kItemBytesMax) return updated_item_too_large();

  UpdateItemResult result;
  if (returns(in, return_values::kAllOld)) result.attributes = old;
  if (returns(in, return_values::kUpdatedOld)) result.attributes = updated_part(old, update);
  if (record == nullptr) {
    items.put(key, stored_key(in.key), new_size);
    record = items.find(key);
  }
  apply(changes, record->item);
  items.resize(*record, new_size);
  if (returns(in, return_values::kAllNew)) result.attributes = record->item;
  if (returns(in, return_values::kUpdatedNew)) {
    result.attributes = updated_part(record->item, update);
  }
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      write_units(std::max(old_size, new_size)));
  return result;
}

}  // namespace emu::dynamodb
