#include "dynamodb/errors.h"
#include "dynamodb/item_collection_metrics.h"
#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

// Parameters, values and expressions come before the table is looked up, in this order. Source: as
// recorded from AWS.
Result<PutItemResult> Dynamodb::put_item(Call& call, const PutItem& in) {
  EMU_CHECK(check_kinds(in));
  ItemWrite write({.kind = ItemWrite::Kind::kPut,
                   .table_name = in.table_name,
                   .item = in.item,
                   .expressions = condition_of(in),
                   .shows_item_on_failure = shows_item_on_failure(in)});
  EMU_CHECK(write.expressions.check_parameters());
  EMU_CHECK(check_item(in.item));
  EMU_CHECK(check_returns_old_or_none(in.return_values));
  EMU_CHECK(check_item_size(in.item));
  EMU_CHECK(expressions_.read(write.expressions));
  EMU_CHECK(locate(call, write));
  EMU_CHECK(plan(write));

  PutItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, write);
  const std::optional<StoredItem> old = commit(write);
  result.item_collection_metrics = collection_metrics(in.return_item_collection_metrics, write);
  if (old && returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  return result;
}

}  // namespace emu::dynamodb
