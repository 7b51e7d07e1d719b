#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "dynamodb/batches.h"
#include "dynamodb/errors.h"
#include "dynamodb/item_write.h"
#include "dynamodb/limits.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// As recorded from AWS, which speaks of values here, too.
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

// Of each collection once, with all of the call's writes in it.
std::map<std::string, std::vector<ItemCollectionMetrics>> all_metrics(
    const std::optional<std::string>& mode, const std::deque<ItemWrite>& writes) {
  std::map<std::string, std::vector<ItemCollectionMetrics>> all;
  std::set<std::pair<const Table*, std::string_view>> seen;
  for (const ItemWrite& write : writes) {
    if (!seen.emplace(write.table, write.key.hash).second) continue;
    if (auto metrics = collection_metrics(mode, write)) {
      all[write.request.table_name].push_back(*std::move(metrics));
    }
  }
  return all;
}

}  // namespace

Result<BatchWriteItemResult> Dynamodb::batch_write_item(Call& call, const BatchWriteItem& in) {
  if (in.request_items.empty()) return request_items_required("BatchWriteItem");
  std::deque<ItemWrite> writes;
  for (const auto& [table_name, requests] : in.request_items) {
    for (const WriteRequest& request : requests) {
      EMU_CHECK(check_request(request));
      if (writes.size() == kBatchWriteMax) return too_many_batch_items("BatchWriteItem");
      writes.emplace_back(write_of(table_name, request));
    }
  }
  std::set<std::tuple<const Table*, std::string_view, std::string_view>> seen;
  for (ItemWrite& write : writes) {
    EMU_CHECK(locate(call, write));
    if (!seen.emplace(write.table, write.key.hash, write.key.range).second) {
      return duplicate_batch_keys();
    }
  }
  for (ItemWrite& write : writes) {
    EMU_CHECK(plan(write));
  }

  BatchWriteItemResult result;
  std::map<std::string, ConsumedCapacity> capacities;
  for (ItemWrite& write : writes) {
    if (const auto capacity = consumed(in.return_consumed_capacity, write)) {
      add_capacity(*capacity, capacities[write.request.table_name]);
    }
    commit(write);
  }
  for (auto& [table_name, sum] : capacities) result.consumed_capacity.push_back(std::move(sum));
  result.item_collection_metrics = all_metrics(in.return_item_collection_metrics, writes);
  return result;
}

}  // namespace emu::dynamodb
