// Batches: many items of several tables in one call. Source: Amazon DynamoDB API Reference,
// "BatchGetItem" and "BatchWriteItem".
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/value.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

// What to read of one table.
struct KeysAndAttributes {
  std::vector<Item> keys;                           // 1 to 100, each once
  std::vector<std::string> attributes_to_get = {};  // or projection_expression
  std::optional<bool> consistent_read = {};
  std::optional<std::string> projection_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<KeysAndAttributes>& s);
};

struct BatchGetItemResult {
  std::map<std::string, std::vector<Item>> responses = {};  // by table; items that there are
  // What did not fit into 16 MB or found no throughput, as a request for the next call; empty when
  // all was read.
  std::map<std::string, KeysAndAttributes> unprocessed_keys = {};
  std::vector<ConsumedCapacity> consumed_capacity = {};  // of each table
  static void describe(StructureShape<BatchGetItemResult>& s);
};

// Reads up to 100 items. Each costs as if it was read alone.
struct BatchGetItem {
  static constexpr OperationName kOperation{"dynamodb", "BatchGetItem"};
  using Result = BatchGetItemResult;
  std::map<std::string, KeysAndAttributes> request_items;  // by table
  std::optional<std::string> return_consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<BatchGetItem>& s);
};

// What for_each_page() of <emu/pages.h> needs to know.
inline bool turn_page(BatchGetItem& request, const BatchGetItemResult& page) {
  request.request_items = page.unprocessed_keys;
  return !page.unprocessed_keys.empty();
}

struct PutRequest {
  Item item;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<PutRequest>& s);
};

struct DeleteRequest {
  Item key;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<DeleteRequest>& s);
};

// One of the two.
struct WriteRequest {
  std::optional<PutRequest> put_request = {};
  std::optional<DeleteRequest> delete_request = {};
  static void describe(StructureShape<WriteRequest>& s);
};

struct BatchWriteItemResult {
  // What found no throughput, or an item that a transaction has in hand; empty when all is written.
  std::map<std::string, std::vector<WriteRequest>> unprocessed_items = {};
  std::map<std::string, std::vector<ItemCollectionMetrics>> item_collection_metrics = {};
  std::vector<ConsumedCapacity> consumed_capacity = {};  // of each table
  static void describe(StructureShape<BatchWriteItemResult>& s);
};

// Puts and deletes up to 25 items, each named once. What is wrong with one of the requests refuses
// them all; otherwise each is carried out for itself, or left in unprocessed_items.
struct BatchWriteItem {
  static constexpr OperationName kOperation{"dynamodb", "BatchWriteItem"};
  using Result = BatchWriteItemResult;
  std::map<std::string, std::vector<WriteRequest>> request_items;  // by table
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> return_item_collection_metrics = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<BatchWriteItem>& s);
};

}  // namespace emu::dynamodb
