#include "dynamodb/item_write.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/expression/update.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/table.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

using expression::ResolvedUpdate;

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

// Source: Amazon DynamoDB Developer Guide, "PartiQL insert statements for DynamoDB".
Error duplicate_item() {
  return {.code = errors::kDuplicateItemException,
          .message = "Duplicate primary key exists in table"};
}

// Whether an update has actions all of which take something away. Source: as clients report; the
// "UpdateItem" page says only that an item is made.
bool only_removes(const expression::Update& update) {
  using Type = expression::UpdateAction::Type;
  return !update.actions.empty() && std::all_of(update.actions.begin(), update.actions.end(),
                                                [](const expression::UpdateAction& action) {
                                                  return action.type == Type::kRemove ||
                                                         action.type == Type::kDelete;
                                                });
}

// An operand of AttributeUpdates is refused in older words.
Error in_words_of(const ExpressionParameters& parameters, Error error) {
  if (parameters.attribute_updates == nullptr || !expression::is_wrong_operand_type(error)) {
    return error;
  }
  return validation("Type mismatch for attribute to update");
}

// What the update makes of `item`, which `seen` shows.
Status apply_update(ItemWrite& write, const StoredItem& item, SeenItem& seen,
                    expression::Target target) {
  static const ResolvedUpdate kNoUpdate;
  const Expressions& expressions = write.expressions;
  const ResolvedUpdate& update =
      expressions.resolved_update != nullptr ? *expressions.resolved_update : kNoUpdate;
  std::vector<StoredItem::Change> changes;
  if (update.update != nullptr) {
    auto evaluated = expression::evaluate(update, seen, expressions.placeholders, target);
    if (!evaluated) return in_words_of(expressions.parameters, std::move(evaluated.error()));
    changes = *std::move(evaluated);
    if (target == expression::Target::kNewItem && only_removes(*update.update)) return {};
  }
  write.next = item.with(std::move(changes));
  if (write.next->size() > kItemBytesMax) return updated_item_too_large();
  return check_index_keys(*write.table, *write.next,
                          expressions.parameters.attribute_updates != nullptr
                              ? IndexKeySource::kAttributeUpdates
                              : IndexKeySource::kUpdateExpression);
}

// `seen` shows the item that is there.
Status plan_update(ItemWrite& write, SeenItem& seen) {
  if (write.old != nullptr) {
    return apply_update(write, *write.old, seen, expression::Target::kExistingItem);
  }
  // An item that is new has its key, which the update may speak of.
  const StoredItem made = StoredItem::pack(write.request.item);
  SeenItem seen_made(&made);
  return apply_update(write, made, seen_made, expression::Target::kNewItem);
}

// Source: Amazon DynamoDB Developer Guide, "Local secondary indexes", Item collections.
Error collection_too_large() {
  return {.code = errors::kItemCollectionSizeLimitExceededException,
          .message = "Collection size exceeded."};
}

Status check_collection(const ItemWrite& write) {
  const Table& table = *write.table;
  if (!table.collections || !write.next) return {};
  const std::size_t before = table.collection_bytes_of(write.old);
  const std::size_t after = table.collection_bytes_of(&*write.next);
  if (!table.collections->takes(write.key.hash, before, after)) return collection_too_large();
  return {};
}

}  // namespace

std::vector<IndexUnits> ItemWrite::index_units() const {
  std::vector<IndexUnits> list;
  if (!changes()) return list;
  for (const Index& index : table->indexes) {
    const double units = index.units_of(old, next ? &*next : nullptr);
    if (units > 0) list.push_back({.index = &index, .units = units});
  }
  return list;
}

std::optional<ConsumedCapacity> consumed(const std::optional<std::string>& mode,
                                         const ItemWrite& write) {
  std::optional<ConsumedCapacity> capacity =
      consumed(mode, write.request.table_name, write.units());
  if (!capacity) return capacity;
  for (const IndexUnits& touched : write.index_units()) {
    *capacity->capacity_units += touched.units;
    if (!capacity->table) continue;
    auto& by_index = touched.index->is_global ? capacity->global_secondary_indexes
                                              : capacity->local_secondary_indexes;
    by_index[touched.index->name] = Capacity{.capacity_units = touched.units};
  }
  return capacity;
}

double ItemWrite::units() const {
  return write_units(std::max(size_of(old), next ? next->size() : 0));
}

ExpressionParameters no_expressions() {
  static const std::map<std::string, std::string> kNoNames;
  static const Item kNoValues;
  return {.names = kNoNames, .values = kNoValues};
}

Status plan(ItemWrite& write) {
  write.next.reset();
  const bool is_update = write.request.kind == ItemWrite::Kind::kUpdate;
  if (is_update && write.expressions.resolved_update != nullptr) {
    EMU_CHECK(check_leaves_key_alone(*write.table, *write.expressions.resolved_update));
  }
  if (write.is_put()) {
    EMU_CHECK(check_index_keys(*write.table, write.request.item));
  }
  write.old = write.table->items.find(write.key);
  if (write.old != nullptr && write.request.kind == ItemWrite::Kind::kInsert) {
    return duplicate_item();
  }
  SeenItem seen(write.old);
  if (!write.expressions.condition_holds(seen)) {
    return condition_failed(write.old, write.request.shows_item_on_failure);
  }
  if (is_update) EMU_CHECK(plan_update(write, seen));
  if (write.is_put()) write.next = StoredItem::pack(write.request.item);
  return check_collection(write);
}

}  // namespace emu::dynamodb
