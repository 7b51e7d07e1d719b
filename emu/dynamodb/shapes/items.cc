#include <emu/dynamodb/items.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void Capacity::describe(StructureShape<Capacity>& s) {
  s.member("ReadCapacityUnits", &Capacity::read_capacity_units);
  s.member("WriteCapacityUnits", &Capacity::write_capacity_units);
  s.member("CapacityUnits", &Capacity::capacity_units);
}

void ConsumedCapacity::describe(StructureShape<ConsumedCapacity>& s) {
  s.member("TableName", &ConsumedCapacity::table_name);
  s.member("CapacityUnits", &ConsumedCapacity::capacity_units);
  s.member("ReadCapacityUnits", &ConsumedCapacity::read_capacity_units);
  s.member("WriteCapacityUnits", &ConsumedCapacity::write_capacity_units);
  s.member("Table", &ConsumedCapacity::table);
  s.member("LocalSecondaryIndexes", &ConsumedCapacity::local_secondary_indexes);
  s.member("GlobalSecondaryIndexes", &ConsumedCapacity::global_secondary_indexes);
}

void ItemCollectionMetrics::describe(StructureShape<ItemCollectionMetrics>& s) {
  s.member("ItemCollectionKey", &ItemCollectionMetrics::item_collection_key);
  s.member("SizeEstimateRangeGB", &ItemCollectionMetrics::size_estimate_range_gb);
}

namespace {

template <class Ref>
Ref comparison(Ref ref) {
  return ref.one_of({"IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE",
                     "LE", "BEGINS_WITH", "GE", "CONTAINS"});
}

}  // namespace

void ExpectedAttributeValue::describe(StructureShape<ExpectedAttributeValue>& s) {
  s.member("Value", &ExpectedAttributeValue::value);
  s.member("Exists", &ExpectedAttributeValue::exists);
  comparison(s.member("ComparisonOperator", &ExpectedAttributeValue::comparison_operator));
  s.member("AttributeValueList", &ExpectedAttributeValue::attribute_value_list);
}

void Condition::describe(StructureShape<Condition>& s) {
  s.member("AttributeValueList", &Condition::attribute_value_list);
  comparison(s.member("ComparisonOperator", &Condition::comparison_operator).required());
}

void AttributeValueUpdate::describe(StructureShape<AttributeValueUpdate>& s) {
  s.member("Value", &AttributeValueUpdate::value);
  s.member("Action", &AttributeValueUpdate::action).one_of({"ADD", "PUT", "DELETE"});
}

void PutItemResult::describe(StructureShape<PutItemResult>& s) { detail::describe_write_result(s); }

void PutItem::describe(StructureShape<PutItem>& s) {
  detail::table_name(s.member("TableName", &PutItem::table_name).required());
  s.member("Item", &PutItem::item).required();
  detail::describe_write(s);
}

void GetItemResult::describe(StructureShape<GetItemResult>& s) {
  s.member("Item", &GetItemResult::item);
  s.member("ConsumedCapacity", &GetItemResult::consumed_capacity);
}

void GetItem::describe(StructureShape<GetItem>& s) {
  detail::table_name(s.member("TableName", &GetItem::table_name).required());
  s.member("Key", &GetItem::key).required();
  s.member("AttributesToGet", &GetItem::attributes_to_get).at_least(1).each({.max = 65535});
  s.member("ConsistentRead", &GetItem::consistent_read);
  detail::describe_return_consumed_capacity(s);
  s.member("ProjectionExpression", &GetItem::projection_expression);
  s.member("ExpressionAttributeNames", &GetItem::expression_attribute_names);
}

void UpdateItemResult::describe(StructureShape<UpdateItemResult>& s) {
  detail::describe_write_result(s);
}

void UpdateItem::describe(StructureShape<UpdateItem>& s) {
  detail::table_name(s.member("TableName", &UpdateItem::table_name).required());
  s.member("Key", &UpdateItem::key).required();
  s.member("AttributeUpdates", &UpdateItem::attribute_updates);
  s.member("UpdateExpression", &UpdateItem::update_expression);
  detail::describe_write(s);
}

void DeleteItemResult::describe(StructureShape<DeleteItemResult>& s) {
  detail::describe_write_result(s);
}

void DeleteItem::describe(StructureShape<DeleteItem>& s) {
  detail::table_name(s.member("TableName", &DeleteItem::table_name).required());
  s.member("Key", &DeleteItem::key).required();
  detail::describe_write(s);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::Capacity);
EMU_DESCRIBED(dynamodb::ConsumedCapacity);
EMU_DESCRIBED(dynamodb::ItemCollectionMetrics);
EMU_DESCRIBED(dynamodb::ExpectedAttributeValue);
EMU_DESCRIBED(dynamodb::AttributeValueUpdate);
EMU_DESCRIBED(dynamodb::Condition);
EMU_DESCRIBED(dynamodb::PutItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::PutItem);
EMU_DESCRIBED(dynamodb::GetItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::GetItem);
EMU_DESCRIBED(dynamodb::UpdateItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateItem);
EMU_DESCRIBED(dynamodb::DeleteItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::DeleteItem);
}  // namespace emu
