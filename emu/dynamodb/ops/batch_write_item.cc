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
  std::map<std::string, double> units;
  for (ItemWrite& write : writes) {
    units[write.request.table_name] += write.units();
    commit(write);
  }
  for (const auto& [table_name, sum] : units) {
    if (auto capacity = consumed(in.return_consumed_capacity, table_name, sum)) {
      result.consumed_capacity.push_back(*std::move(capacity));
    }
  }
  return result;
}

}  // namespace emu::dynamodb
