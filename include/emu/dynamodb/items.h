// Items: read and changed one at a time, by their keys. Source: Amazon DynamoDB API Reference, the
// pages of the operations; Developer Guide, "Using expressions in DynamoDB".
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct Capacity {
  std::optional<double> read_capacity_units = {};
  std::optional<double> write_capacity_units = {};
  std::optional<double> capacity_units = {};
  static void describe(StructureShape<Capacity>& s);
};

// What a call cost: writes count each started KB, reads each started 4 KB, and half when eventually
// consistent.
struct ConsumedCapacity {
  std::string table_name = {};
  std::optional<double> capacity_units = {};
  std::optional<double> read_capacity_units = {};
  std::optional<double> write_capacity_units = {};
  std::optional<Capacity> table = {};  // for INDEXES, as are the next ones
  std::map<std::string, Capacity> local_secondary_indexes = {};
  std::map<std::string, Capacity> global_secondary_indexes = {};
  static void describe(StructureShape<ConsumedCapacity>& s);
};

// Of the items with one hash key, in a table with local secondary indexes.
struct ItemCollectionMetrics {
  Item item_collection_key = {};
  std::vector<double> size_estimate_range_gb = {};  // lower and upper bound
  static void describe(StructureShape<ItemCollectionMetrics>& s);
};

// A condition of the time before expressions.
struct ExpectedAttributeValue {
  std::optional<AttributeValue> value = {};
  std::optional<bool> exists = {};
  std::optional<std::string> comparison_operator = {};
  std::vector<AttributeValue> attribute_value_list = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ExpectedAttributeValue>& s);
};

// A condition of the time before expressions, of KeyConditions, QueryFilter and ScanFilter.
struct Condition {
  std::vector<AttributeValue> attribute_value_list = {};
  std::string comparison_operator = {};  // EQ, NE, IN, …
  static void describe(StructureShape<Condition>& s);
};

// A change of the time before expressions.
struct AttributeValueUpdate {
  std::optional<AttributeValue> value = {};
  std::optional<std::string> action = {};  // PUT (default), ADD or DELETE
  static void describe(StructureShape<AttributeValueUpdate>& s);
};

struct PutItemResult {
  Item attributes = {};  // the item that was replaced, for ALL_OLD
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<PutItemResult>& s);
};

// Writes an item whole, over one with the same key. An item has up to 400 KB.
struct PutItem {
  static constexpr OperationName kOperation{"dynamodb", "PutItem"};
  using Result = PutItemResult;
  std::string table_name;
  Item item;
  std::map<std::string, ExpectedAttributeValue> expected = {};  // or condition_expression
  std::optional<std::string> return_values = {};                // NONE (default) or ALL_OLD
  std::optional<std::string> return_consumed_capacity = {};     // NONE (default), TOTAL or INDEXES
  std::optional<std::string> return_item_collection_metrics = {};
  std::optional<std::string> conditional_operator = {};
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<PutItem>& s);
};

struct GetItemResult {
  Item item = {};  // empty when there is none, or nothing in it that the projection names
  std::optional<ConsumedCapacity> consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<GetItemResult>& s);
};

struct GetItem {
  static constexpr OperationName kOperation{"dynamodb", "GetItem"};
  using Result = GetItemResult;
  std::string table_name;
  Item key;
  std::vector<std::string> attributes_to_get = {};  // or projection_expression
  bool consistent_read = false;                     // costs twice as much
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> projection_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<GetItem>& s);
};

struct UpdateItemResult {
  Item attributes = {};  // as ReturnValues asks
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<UpdateItemResult>& s);
};

// Changes attributes of an item, which is made when it does not exist.
struct UpdateItem {
  static constexpr OperationName kOperation{"dynamodb", "UpdateItem"};
  using Result = UpdateItemResult;
  std::string table_name;
  Item key;
  std::map<std::string, AttributeValueUpdate> attribute_updates = {};  // or update_expression
  std::map<std::string, ExpectedAttributeValue> expected = {};         // or condition_expression
  std::optional<std::string> conditional_operator = {};
  std::optional<std::string> return_values = {};  // NONE (default), ALL_OLD, UPDATED_OLD, …
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> return_item_collection_metrics = {};
  std::optional<std::string> update_expression = {};
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<UpdateItem>& s);
};

struct DeleteItemResult {
  Item attributes = {};  // the item that was deleted, for ALL_OLD
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<DeleteItemResult>& s);
};

// Succeeds also when there is no such item, unless a condition asks for one.
struct DeleteItem {
  static constexpr OperationName kOperation{"dynamodb", "DeleteItem"};
  using Result = DeleteItemResult;
  std::string table_name;
  Item key;
  std::map<std::string, ExpectedAttributeValue> expected = {};  // or condition_expression
  std::optional<std::string> conditional_operator = {};
  std::optional<std::string> return_values = {};  // NONE (default) or ALL_OLD
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> return_item_collection_metrics = {};
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<DeleteItem>& s);
};

}  // namespace emu::dynamodb
