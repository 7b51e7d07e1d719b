#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Status check_values(const Item& item) {
  for (const auto& [name, value] : item) {
    EMU_CHECK(check_value(value));
  }
  return {};
}

Error item_too_large() { return validation("Item size has exceeded the maximum allowed size"); }

}  // namespace

Result<PutItemResult> Dynamodb::put_item(Call& call, const PutItem& in) {
  EMU_CHECK(check_values(in.item));
  EMU_CHECK(check_write(in));
  Expressions expressions({.condition = &in.condition_expression,
                           .names = in.expression_attribute_names,
                           .values = in.expression_attribute_values});
  EMU_CHECK(expressions_.read(expressions));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  KeyDigits digits;
  EMU_TRY(const ItemKey key, key_of_item(*table, in.item, digits));
  append_key(*table, key, call.subject);
  const std::size_t size = item_size(in.item);
  if (size > kItemBytesMax) return item_too_large();

  const Record* record = table->items.find(key);
  const Item none;
  const Item& old = record != nullptr ? record->item : none;
  if (!expressions.condition_holds(old)) return condition_failed(in, old);

  PutItemResult result;
  if (returns(in, return_values::kAllOld)) result.attributes = old;
  const std::size_t old_size = record != nullptr ? record->size : 0;
  Item stored;
  for (const auto& [name, value] : in.item) {
    stored.emplace_hint(stored.end(), name, stored_value(value));
  }
  table->items.put(key, std::move(stored), size);

  result.consumed_capacity =
      consumed(in.return_consumed_capacity, in.table_name, write_units(std::max(size, old_size)));
  return result;
}

}  // namespace emu::dynamodb
