// DynamoDB: items in tables, read and changed one at a time by their keys.
//
//   using namespace emu::dynamodb;
//   aws.send(UpdateItem{.table_name = "stats", .key = {{"id", S("total")}},
//                       .update_expression = "ADD requests :one",
//                       .expression_attribute_values = {{":one", N(1)}}}).value();
//   auto read = aws.send(GetItem{.table_name = "stats", .key = {{"id", S("total")}}}).value();
//   read.item.at("requests").integer();   // an empty item when there is none with that key
//
// Every operation is atomic, and every read sees the latest write, ConsistentRead or not. Errors:
// ValidationException, ResourceNotFoundException, ConditionalCheckFailedException (with the item as
// detail() when ReturnValuesOnConditionCheckFailure asks for it). Source: Amazon DynamoDB API
// Reference, the pages of the operations; Developer Guide, "Using expressions in DynamoDB".
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
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
  static void describe(StructureShape<Capacity>& s) {
    s.member("ReadCapacityUnits", &Capacity::read_capacity_units);
    s.member("WriteCapacityUnits", &Capacity::write_capacity_units);
    s.member("CapacityUnits", &Capacity::capacity_units);
  }
};

// What a call cost: writes count each started KB, reads each started 4 KB, and half when eventually
// consistent.
struct ConsumedCapacity {
  std::string table_name = {};
  std::optional<double> capacity_units = {};
  std::optional<double> read_capacity_units = {};
  std::optional<double> write_capacity_units = {};
  std::optional<Capacity> table = {};  // for INDEXES
  static void describe(StructureShape<ConsumedCapacity>& s) {
    s.member("TableName", &ConsumedCapacity::table_name);
    s.member("CapacityUnits", &ConsumedCapacity::capacity_units);
    s.member("ReadCapacityUnits", &ConsumedCapacity::read_capacity_units);
    s.member("WriteCapacityUnits", &ConsumedCapacity::write_capacity_units);
    s.member("Table", &ConsumedCapacity::table);
  }
};

// Never given: it concerns tables with local secondary indexes.
struct ItemCollectionMetrics {
  Item item_collection_key = {};
  std::vector<double> size_estimate_range_gb = {};
  static void describe(StructureShape<ItemCollectionMetrics>& s) {
    s.member("ItemCollectionKey", &ItemCollectionMetrics::item_collection_key);
    s.member("SizeEstimateRangeGB", &ItemCollectionMetrics::size_estimate_range_gb);
  }
};

// A condition of the time before expressions.
struct ExpectedAttributeValue {
  std::optional<AttributeValue> value = {};
  std::optional<bool> exists = {};
  std::optional<std::string> comparison_operator = {};
  std::vector<AttributeValue> attribute_value_list = {};
  static void describe(StructureShape<ExpectedAttributeValue>& s) {
    s.member("Value", &ExpectedAttributeValue::value);
    s.member("Exists", &ExpectedAttributeValue::exists);
    s.member("ComparisonOperator", &ExpectedAttributeValue::comparison_operator)
        .one_of({"EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL",
                 "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"});
    s.member("AttributeValueList", &ExpectedAttributeValue::attribute_value_list);
  }
};

// A change of the time before expressions.
struct AttributeValueUpdate {
  std::optional<AttributeValue> value = {};
  std::optional<std::string> action = {};  // PUT (default), ADD or DELETE
  static void describe(StructureShape<AttributeValueUpdate>& s) {
    s.member("Value", &AttributeValueUpdate::value);
    s.member("Action", &AttributeValueUpdate::action).one_of({"ADD", "PUT", "DELETE"});
  }
};

namespace detail {

template <class Op>
void describe_return_consumed_capacity(StructureShape<Op>& s) {
  s.member("ReturnConsumedCapacity", &Op::return_consumed_capacity)
      .one_of({"INDEXES", "TOTAL", "NONE"});
}

// What the three writes have in common.
template <class Op>
void describe_write(StructureShape<Op>& s) {
  s.member("Expected", &Op::expected);
  s.member("ConditionalOperator", &Op::conditional_operator).one_of({"AND", "OR"});
  s.member("ReturnValues", &Op::return_values)
      .one_of({"NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"});
  describe_return_consumed_capacity(s);
  s.member("ReturnItemCollectionMetrics", &Op::return_item_collection_metrics)
      .one_of({"SIZE", "NONE"});
  s.member("ConditionExpression", &Op::condition_expression);
  s.member("ExpressionAttributeNames", &Op::expression_attribute_names).each({.max = 65535});
  s.member("ExpressionAttributeValues", &Op::expression_attribute_values);
  s.member("ReturnValuesOnConditionCheckFailure", &Op::return_values_on_condition_check_failure)
      .one_of({"ALL_OLD", "NONE"});
}

template <class R>
void describe_write_result(StructureShape<R>& s) {
  s.member("Attributes", &R::attributes);
  s.member("ConsumedCapacity", &R::consumed_capacity);
  s.member("ItemCollectionMetrics", &R::item_collection_metrics);
}

}  // namespace detail

struct PutItemResult {
  Item attributes = {};  // the item that was replaced, for ALL_OLD
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<PutItemResult>& s) { detail::describe_write_result(s); }
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
  static void describe(StructureShape<PutItem>& s) {
    detail::name(s.member("TableName", &PutItem::table_name).required());
    s.member("Item", &PutItem::item).required();
    detail::describe_write(s);
  }
};

struct GetItemResult {
  Item item = {};  // empty when there is none
  std::optional<ConsumedCapacity> consumed_capacity = {};
  static void describe(StructureShape<GetItemResult>& s) {
    s.member("Item", &GetItemResult::item);
    s.member("ConsumedCapacity", &GetItemResult::consumed_capacity);
  }
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
  static void describe(StructureShape<GetItem>& s) {
    detail::name(s.member("TableName", &GetItem::table_name).required());
    s.member("Key", &GetItem::key).required();
    s.member("AttributesToGet", &GetItem::attributes_to_get).at_least(1).each({.max = 65535});
    s.member("ConsistentRead", &GetItem::consistent_read);
    detail::describe_return_consumed_capacity(s);
    s.member("ProjectionExpression", &GetItem::projection_expression);
    s.member("ExpressionAttributeNames", &GetItem::expression_attribute_names).each({.max = 65535});
  }
};

struct UpdateItemResult {
  Item attributes = {};  // as ReturnValues asks
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<UpdateItemResult>& s) { detail::describe_write_result(s); }
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
  static void describe(StructureShape<UpdateItem>& s) {
    detail::name(s.member("TableName", &UpdateItem::table_name).required());
    s.member("Key", &UpdateItem::key).required();
    s.member("AttributeUpdates", &UpdateItem::attribute_updates);
    s.member("UpdateExpression", &UpdateItem::update_expression);
    detail::describe_write(s);
  }
};

struct DeleteItemResult {
  Item attributes = {};  // the item that was deleted, for ALL_OLD
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
  static void describe(StructureShape<DeleteItemResult>& s) { detail::describe_write_result(s); }
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
  static void describe(StructureShape<DeleteItem>& s) {
    detail::name(s.member("TableName", &DeleteItem::table_name).required());
    s.member("Key", &DeleteItem::key).required();
    detail::describe_write(s);
  }
};

}  // namespace emu::dynamodb
