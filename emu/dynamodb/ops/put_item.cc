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
  KeyBytes bytes;
  EMU_TRY(const ItemKey key, key_of_item(*table, in.item, bytes));
  append_key(*table, in.item, call.subject);
  if (item_size(in.item) > kItemBytesMax) return item_too_large();

  const StoredItem* item = table->items.find(key);
  if (!expressions.condition_holds(item)) return condition_failed(in, item);

  PutItemResult result;
  StoredItem next = StoredItem::pack(in.item);
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      write_units(std::max(next.size(), size_of(item))));
  const std::optional<StoredItem> old = write(*table, key, std::move(next));
  if (old && returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  return result;
}

}  // namespace emu::dynamodb
