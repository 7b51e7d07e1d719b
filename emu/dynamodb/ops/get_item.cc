#include <utility>

#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<GetItemResult> Dynamodb::get_item(Call& call, const GetItem& in) {
  EMU_CHECK(ParameterKinds()
                .legacy("AttributesToGet", !in.attributes_to_get.empty())
                .expression("ProjectionExpression", in.projection_expression.has_value())
                .check());
  const Item no_values;
  Expressions expressions({.projection = &in.projection_expression,
                           .names = in.expression_attribute_names,
                           .values = no_values});
  EMU_CHECK(expressions_.read(expressions));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  KeyBytes bytes;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, bytes));
  append_key(*table, in.key, call.subject);

  GetItemResult result;
  const StoredItem* item = table->items.find(key);
  if (item != nullptr) result.item = expressions.projected(*item);
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name,
                                      read_units(size_of(item), in.consistent_read));
  return result;
}

}  // namespace emu::dynamodb
