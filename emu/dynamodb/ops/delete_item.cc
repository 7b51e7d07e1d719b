#include <utility>

#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DeleteItemResult> Dynamodb::delete_item(Call& call, const DeleteItem& in) {
  EMU_CHECK(check_write(in));
  Expressions expressions({.condition = &in.condition_expression,
                           .names = in.expression_attribute_names,
                           .values = in.expression_attribute_values});
  EMU_CHECK(expressions_.read(expressions));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  KeyBytes bytes;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, bytes));
  append_key(*table, in.key, call.subject);

  const StoredItem* item = table->items.find(key);
  if (!expressions.condition_holds(item)) return condition_failed(in, item);

  DeleteItemResult result;
  result.consumed_capacity =
      consumed(in.return_consumed_capacity, in.table_name, write_units(size_of(item)));
  if (item == nullptr) return result;
  const std::optional<StoredItem> old = write(*table, key, std::nullopt);
  if (returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  return result;
}

}  // namespace emu::dynamodb
