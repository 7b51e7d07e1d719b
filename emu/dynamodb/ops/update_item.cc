#include "dynamodb/expression/update.h"
#include "dynamodb/item_collection_metrics.h"
#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Status check_parameters(const UpdateItem& in) {
  return ParameterKinds()
      .legacy("AttributeUpdates", was_given(in, &UpdateItem::attribute_updates))
      .legacy("Expected", was_given(in, &UpdateItem::expected))
      .legacy("ConditionalOperator", in.conditional_operator.has_value())
      .expression("UpdateExpression", in.update_expression.has_value())
      .expression("ConditionExpression", in.condition_expression.has_value())
      .check();
}

// Nothing of an update without an expression.
Item updated_part(const Item& item, const Expressions& expressions) {
  if (expressions.resolved_update == nullptr) return {};
  const expression::ResolvedUpdate& update = *expressions.resolved_update;
  return expression::project(item, update.paths, update.order);
}

}  // namespace

Result<UpdateItemResult> Dynamodb::update_item(Call& call, const UpdateItem& in) {
  EMU_CHECK(check_parameters(in));
  ItemWrite write({.kind = ItemWrite::Kind::kUpdate,
                   .table_name = in.table_name,
                   .item = in.key,
                   .expressions = update_of(in),
                   .shows_item_on_failure = shows_item_on_failure(in)});
  EMU_CHECK(write.expressions.check_parameters());
  EMU_CHECK(check_item(in.key));
  EMU_CHECK(expressions_.read(write.expressions));
  EMU_CHECK(locate(call, write));
  EMU_CHECK(plan(write));

  UpdateItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, write);
  if (write.next && returns(in, return_values::kAllNew)) result.attributes = write.next->unpack();
  if (write.next && returns(in, return_values::kUpdatedNew)) {
    result.attributes = updated_part(write.next->unpack(), write.expressions);
  }
  const std::optional<StoredItem> old = commit(write);
  result.item_collection_metrics = collection_metrics(in.return_item_collection_metrics, write);
  if (old && returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  if (old && returns(in, return_values::kUpdatedOld)) {
    result.attributes = updated_part(old->unpack(), write.expressions);
  }
  return result;
}

}  // namespace emu::dynamodb
