#include <utility>

#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DeleteItemResult> Dynamodb::delete_item(Call& call, const DeleteItem& in) {
  if (Status fine = check_write(in); !fine) return std::move(fine.error());
  Expressions expressions({.condition = &in.condition_expression,
                           .names = in.expression_attribute_names,
                           .values = in.expression_attribute_values});
  if (Status fine = expressions_.read(expressions); !fine) return std::move(fine.error());

  Result<Table*> table = usable_table(call, in.table_name);
  if (!table) return std::move(table.error());
  KeyDigits digits;
  Result<ItemKey> key = key_of_request(**table, in.key, digits);
  if (!key) return std::move(key.error());
  append_key(**table, *key, call.subject);

  Record* record = (*table)->items.find(*key);
  const Item none;
  const Item& old = record != nullptr ? record->item : none;
  if (!expressions.condition_holds(old)) return condition_failure(in, old);

  DeleteItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      write_units(record != nullptr ? record->size : 0));
  if (record == nullptr) return result;
  if (returns(in, "ALL_OLD")) result.attributes = std::move(record->item);
  (*table)->items.erase(*key);
  return result;
}

}  // namespace emu::dynamodb
