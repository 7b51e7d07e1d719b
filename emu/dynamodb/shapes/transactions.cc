#include <emu/dynamodb/transactions.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

namespace {

// What the four actions have in common but for their item.
template <class Action>
void describe_action(StructureShape<Action>& s) {
  detail::table_name(s.member("TableName", &Action::table_name).required());
  auto condition = s.member("ConditionExpression", &Action::condition_expression);
  if constexpr (std::is_same_v<Action, ConditionCheck>) condition.required();
  s.member("ExpressionAttributeNames", &Action::expression_attribute_names).each({.max = 65535});
  s.member("ExpressionAttributeValues", &Action::expression_attribute_values);
  s.member("ReturnValuesOnConditionCheckFailure", &Action::return_values_on_condition_check_failure)
      .one_of({"ALL_OLD", "NONE"});
}

}  // namespace

void ConditionCheck::describe(StructureShape<ConditionCheck>& s) {
  s.member("Key", &ConditionCheck::key).required();
  describe_action(s);
}

void Put::describe(StructureShape<Put>& s) {
  s.member("Item", &Put::item).required();
  describe_action(s);
}

void Delete::describe(StructureShape<Delete>& s) {
  s.member("Key", &Delete::key).required();
  describe_action(s);
}

void Update::describe(StructureShape<Update>& s) {
  s.member("Key", &Update::key).required();
  s.member("UpdateExpression", &Update::update_expression).required();
  describe_action(s);
}

void TransactWriteItem::describe(StructureShape<TransactWriteItem>& s) {
  s.member("ConditionCheck", &TransactWriteItem::condition_check);
  s.member("Put", &TransactWriteItem::put);
  s.member("Delete", &TransactWriteItem::delete_item);
  s.member("Update", &TransactWriteItem::update);
}

void TransactWriteItemsResult::describe(StructureShape<TransactWriteItemsResult>& s) {
  s.member("ConsumedCapacity", &TransactWriteItemsResult::consumed_capacity);
  s.member("ItemCollectionMetrics", &TransactWriteItemsResult::item_collection_metrics);
}

void TransactWriteItems::describe(StructureShape<TransactWriteItems>& s) {
  s.member("TransactItems", &TransactWriteItems::transact_items).required().range(1, 100);
  detail::describe_return_consumed_capacity(s);
  s.member("ReturnItemCollectionMetrics", &TransactWriteItems::return_item_collection_metrics)
      .one_of({"SIZE", "NONE"});
  s.member("ClientRequestToken", &TransactWriteItems::client_request_token).range(1, 36);
}

void Get::describe(StructureShape<Get>& s) {
  s.member("Key", &Get::key).required();
  detail::table_name(s.member("TableName", &Get::table_name).required());
  s.member("ProjectionExpression", &Get::projection_expression);
  s.member("ExpressionAttributeNames", &Get::expression_attribute_names).each({.max = 65535});
}

void TransactGetItem::describe(StructureShape<TransactGetItem>& s) {
  s.member("Get", &TransactGetItem::get).required();
}

void ItemResponse::describe(StructureShape<ItemResponse>& s) {
  s.member("Item", &ItemResponse::item);
}

void TransactGetItemsResult::describe(StructureShape<TransactGetItemsResult>& s) {
  s.member("ConsumedCapacity", &TransactGetItemsResult::consumed_capacity);
  s.member("Responses", &TransactGetItemsResult::responses);
}

void TransactGetItems::describe(StructureShape<TransactGetItems>& s) {
  s.member("TransactItems", &TransactGetItems::transact_items).required().range(1, 100);
  detail::describe_return_consumed_capacity(s);
}

void CancellationReason::describe(StructureShape<CancellationReason>& s) {
  s.member("Code", &CancellationReason::code);
  s.member("Item", &CancellationReason::item);
  s.member("Message", &CancellationReason::message);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::ConditionCheck);
EMU_DESCRIBED(dynamodb::Put);
EMU_DESCRIBED(dynamodb::Delete);
EMU_DESCRIBED(dynamodb::Update);
EMU_DESCRIBED(dynamodb::TransactWriteItem);
EMU_DESCRIBED(dynamodb::TransactWriteItemsResult);
EMU_DESCRIBED_OPERATION(dynamodb::TransactWriteItems);
EMU_DESCRIBED(dynamodb::Get);
EMU_DESCRIBED(dynamodb::TransactGetItem);
EMU_DESCRIBED(dynamodb::ItemResponse);
EMU_DESCRIBED(dynamodb::TransactGetItemsResult);
EMU_DESCRIBED_OPERATION(dynamodb::TransactGetItems);
EMU_DESCRIBED(dynamodb::CancellationReason);
}  // namespace emu
