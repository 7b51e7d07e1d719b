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
  KeyDigits digits;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, digits));
  append_key(*table, key, call.subject);

  Record* record = table->items.find(key);
  const Item none;
  const Item& old = record != nullptr ? record->item : none;
  if (!expressions.condition_holds(old)) return condition_failed(in, old);

  DeleteItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      write_units(record != nullptr ? record->size : 0));
  if (record == nullptr) return result;
  if (returns(in, return_values::kAllOld)) result.attributes = std::move(record->item);
  table->items.erase(key);
  return result;
}

}  // namespace emu::dynamodb
