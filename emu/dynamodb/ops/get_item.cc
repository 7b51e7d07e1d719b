#include <utility>

#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

Result<GetItemResult> Dynamodb::get_item(Call& call, const GetItem& in) {
  EMU_CHECK(ParameterKinds()
                .legacy("AttributesToGet", was_given(in, &GetItem::attributes_to_get))
                .expression("ProjectionExpression", in.projection_expression.has_value())
                .check());
  const Item no_values;
  ExpressionParameters parameters{.projection = &in.projection_expression,
                                  .names = in.expression_attribute_names,
                                  .values = no_values};
  complete(in, parameters);
  Expressions expressions(parameters);
  EMU_CHECK(expressions.check_parameters());
  EMU_CHECK(check_item(in.key));
  EMU_CHECK(expressions_.read(expressions));

  EMU_TRY(Table* const table, usable_table(call, in.table_name));
  KeyBytes bytes;
  EMU_TRY(const ItemKey key, key_of_request(*table, in.key, bytes));
  append_key(*table, key, in.key, call.subject);
  EMU_CHECK(admit(*table, Usage::kRead));

  GetItemResult result;
  const StoredItem* item = table->items.find(key);
  if (item != nullptr) {
    result.item = expressions.projected(*item);
    give(result, &GetItemResult::item);
  }
  const double units = read_units(size_of(item), in.consistent_read);
  charge(*table, Usage::kRead, units);
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name, units);
  return result;
}

}  // namespace emu::dynamodb
