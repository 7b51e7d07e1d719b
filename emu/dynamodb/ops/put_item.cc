#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<PutItemResult> Dynamodb::put_item(Call& call, const PutItem& in) {
  EMU_CHECK(check_values(in.item));
  EMU_CHECK(check_write(in));
  ItemWrite write({.kind = ItemWrite::Kind::kPut,
                   .table_name = in.table_name,
                   .item = in.item,
                   .expressions = condition_of(in),
                   .shows_item_on_failure = shows_item_on_failure(in)});
  EMU_CHECK(expressions_.read(write.expressions));
  EMU_CHECK(locate(call, write));
  EMU_CHECK(plan(write));

  PutItemResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, in.table_name, write.units());
  const std::optional<StoredItem> old = commit(write);
  if (old && returns(in, return_values::kAllOld)) result.attributes = old->unpack();
  return result;
}

}  // namespace emu::dynamodb
