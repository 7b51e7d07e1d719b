#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "dynamodb/batches.h"
#include "dynamodb/errors.h"
#include "dynamodb/item_collection_metrics.h"
#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// As clients report of AWS, which speaks of values here, too.
Status check_kind(const WriteRequest& request) {
  if (request.put_request && request.delete_request) return value_with_several_types();
  if (!request.put_request && !request.delete_request) return value_without_type();
  return {};
}

const Item& item_of(const WriteRequest& request) {
  return request.put_request ? request.put_request->item : request.delete_request->key;
}

Status check_request(const WriteRequest& request) {
  EMU_CHECK(check_kind(request));
  const Item& item = item_of(request);
  EMU_CHECK(check_item(item));
  return request.put_request ? check_item_size(item) : Status();
}

ItemWrite::Request write_of(const std::string& table_name, const WriteRequest& request) {
  return {.kind = request.put_request ? ItemWrite::Kind::kPut : ItemWrite::Kind::kDelete,
          .table_name = table_name,
          .item = item_of(request),
          .expressions = no_expressions()};
}

// The reverse: what is given back of a write that could not be made.
WriteRequest request_of(const ItemWrite& write) {
  if (write.is_put()) return {.put_request = PutRequest{.item = write.request.item}};
  return {.delete_request = DeleteRequest{.key = write.request.item}};
}

Status read_requests(const BatchWriteItem& in, std::deque<ItemWrite>& writes) {
  if (in.request_items.empty()) return request_items_required("BatchWriteItem");
  for (const auto& [table_name, requests] : in.request_items) {
    for (const WriteRequest& request : requests) {
      EMU_CHECK(check_request(request));
      if (writes.size() == kBatchWriteMax) return too_many_batch_items("BatchWriteItem");
      writes.emplace_back(write_of(table_name, request));
    }
  }
  return {};
}

Status check_distinct(const std::deque<ItemWrite>& writes) {
  std::set<std::tuple<const Table*, std::string_view, std::string_view>> seen;
  for (const ItemWrite& write : writes) {
    if (!seen.emplace(write.table, write.key.hash, write.key.range).second) {
      return duplicate_batch_keys();
    }
  }
  return {};
}

}  // namespace

// What is wrong with one of the requests refuses them all; what only keeps a write from being made
// now gives it back, as long as any can be made.
Result<BatchWriteItemResult> Dynamodb::batch_write_item(Call& call, const BatchWriteItem& in) {
  std::deque<ItemWrite> writes;
  EMU_CHECK(read_requests(in, writes));
  for (ItemWrite& write : writes) {
    EMU_TRY(write.table, usable_table(call, write.request.table_name));
    EMU_CHECK(find_key(call, write));
  }
  EMU_CHECK(check_distinct(writes));
  for (ItemWrite& write : writes) {
    EMU_CHECK(dynamodb::plan(write));
  }

  BatchWriteItemResult result;
  std::optional<Error> refusal;
  std::vector<const ItemWrite*> made;
  std::map<std::string, ConsumedCapacity> capacities;
  for (ItemWrite& write : writes) {
    const std::string& table_name = write.request.table_name;
    Status admitted = admit(write);
    if (admitted) admitted = admit_in_indexes(write);
    if (!admitted) {
      if (!refusal) refusal = std::move(admitted.error());
      result.unprocessed_items[table_name].push_back(request_of(write));
      continue;
    }
    if (const auto capacity = consumed(in.return_consumed_capacity, write)) {
      add_capacity(*capacity, capacities[table_name]);
    }
    commit(write);
    made.push_back(&write);
  }
  if (made.empty()) return *std::move(refusal);
  for (auto& [table_name, sum] : capacities) result.consumed_capacity.push_back(std::move(sum));
  result.item_collection_metrics = collection_metrics(in.return_item_collection_metrics, made);
  return result;
}

}  // namespace emu::dynamodb
