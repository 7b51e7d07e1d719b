#include <emu/description.h>

#include <deque>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/item_collection_metrics.h"
#include "dynamodb/item_write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/transaction.h"

namespace emu::dynamodb {

namespace {

ExpressionParameters in_transaction(ExpressionParameters parameters) {
  parameters.within = Within::kTransaction;
  return parameters;
}

ItemWrite::Request request_of(const ConditionCheck& action) {
  return {.kind = ItemWrite::Kind::kCheck,
          .table_name = action.table_name,
          .item = action.key,
          .expressions = in_transaction(condition_of(action)),
          .shows_item_on_failure = shows_item_on_failure(action)};
}

ItemWrite::Request request_of(const Put& action) {
  return {.kind = ItemWrite::Kind::kPut,
          .table_name = action.table_name,
          .item = action.item,
          .expressions = in_transaction(condition_of(action)),
          .shows_item_on_failure = shows_item_on_failure(action)};
}

ItemWrite::Request request_of(const Delete& action) {
  return {.kind = ItemWrite::Kind::kDelete,
          .table_name = action.table_name,
          .item = action.key,
          .expressions = in_transaction(condition_of(action)),
          .shows_item_on_failure = shows_item_on_failure(action)};
}

ItemWrite::Request request_of(const Update& action) {
  return {.kind = ItemWrite::Kind::kUpdate,
          .table_name = action.table_name,
          .item = action.key,
          .expressions = in_transaction(update_of(action)),
          .shows_item_on_failure = shows_item_on_failure(action)};
}

Error not_one_action() {
  return validation("TransactItems can only contain one of Check, Put, Update or Delete");
}

// The actions of an entry, of which there has to be one.
Status add_action(const TransactWriteItem& entry, std::deque<ItemWrite>& writes) {
  const std::size_t before = writes.size();
  if (entry.condition_check) writes.emplace_back(request_of(*entry.condition_check));
  if (entry.put) writes.emplace_back(request_of(*entry.put));
  if (entry.delete_item) writes.emplace_back(request_of(*entry.delete_item));
  if (entry.update) writes.emplace_back(request_of(*entry.update));
  if (writes.size() != before + 1) return not_one_action();
  return {};
}

std::vector<const ItemWrite*> without_checks(const std::deque<ItemWrite>& writes) {
  std::vector<const ItemWrite*> list;
  for (const ItemWrite& write : writes) {
    if (write.request.kind != ItemWrite::Kind::kCheck) list.push_back(&write);
  }
  return list;
}

}  // namespace

Result<TransactWriteItemsResult> Dynamodb::transact_write_items(Call& call,
                                                                const TransactWriteItems& in) {
  std::deque<ItemWrite> writes;
  for (const TransactWriteItem& entry : in.transact_items) {
    EMU_CHECK(add_action(entry, writes));
  }
  WriteTransaction transaction{.token = in.client_request_token};
  for (ItemWrite& write : writes) transaction.writes.push_back(&write);
  if (in.client_request_token) {
    transaction.request = digest_of(shape_of<TransactWriteItems>(), &in);
  }
  EMU_TRY(const TransactionCost cost, transact(call, transaction));
  TransactWriteItemsResult result;
  result.consumed_capacity = cost.answer(in.return_consumed_capacity);
  // A repetition has written nothing.
  if (!cost.is_of_reading) {
    result.item_collection_metrics =
        collection_metrics(in.return_item_collection_metrics, without_checks(writes));
  }
  return result;
}

}  // namespace emu::dynamodb
