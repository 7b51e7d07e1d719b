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

std::vector<StoredItem::Change> to_store(const std::vector<AttributeChange>& changes) {
  std::vector<StoredItem::Change> list;
  list.reserve(changes.size());
  for (const AttributeChange& change : changes) {
    list.push_back({.name = *change.name, .value = change.value ? &*change.value : nullptr});
  }
  return list;
}

Item updated_part(const Item& item, const ResolvedUpdate& update) {
  return expression::project(item, update.paths, update.order);
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
  KeyBytes bytes;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, bytes));
  append_key(*table, in.key, call.subject);
  EMU_CHECK(check_leaves_key_alone(*table, update));

  const StoredItem* item = table->items.find(key);
  Item seen = expressions.spoken_of(item);
  if (!expressions.condition_holds(seen)) return condition_failed(in, item);
  // An item that is new has its key, which the update may speak of.
  if (item == nullptr) seen = in.key;
  std::vector<AttributeChange> changes;
  if (update.update != nullptr) {
    EMU_TRY(changes, expression::evaluate(update, seen, expressions.placeholders));
  }
  StoredItem next = (item != nullptr ? item->with(to_store(changes))
                                     : StoredItem::pack(in.key).with(to_store(changes)));
  if (next.size() > kItemBytesMax) return updated_item_too_large();

  UpdateItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      write_units(std::max(size_of(item), next.size())));
  if (returns(in, return_values::kAllNew)) result.attributes = next.unpack();
  if (returns(in, return_values::kUpdatedNew)) {
    result.attributes = updated_part(next.unpack(), update);
  }
  const std::optional<StoredItem> old = write(*table, key, std::move(next));
  if (old && returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  if (old && returns(in, return_values::kUpdatedOld)) {
    result.attributes = updated_part(old->unpack(), update);
  }
  return result;
}

}  // namespace emu::dynamodb
