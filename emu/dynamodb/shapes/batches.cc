#include <emu/describe.h>
#include <emu/dynamodb/batches.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void KeysAndAttributes::describe(StructureShape<KeysAndAttributes>& s) {
  s.member("Keys", &KeysAndAttributes::keys).required().range(1, 100);
  s.member("AttributesToGet", &KeysAndAttributes::attributes_to_get)
      .at_least(1)
      .each({.max = 65535});
  s.member("ConsistentRead", &KeysAndAttributes::consistent_read);
  s.member("ProjectionExpression", &KeysAndAttributes::projection_expression);
  s.member("ExpressionAttributeNames", &KeysAndAttributes::expression_attribute_names);
}

void BatchGetItemResult::describe(StructureShape<BatchGetItemResult>& s) {
  s.member("Responses", &BatchGetItemResult::responses).always();
  s.member("UnprocessedKeys", &BatchGetItemResult::unprocessed_keys).always();
  s.member("ConsumedCapacity", &BatchGetItemResult::consumed_capacity);
}

// That there are none is refused by the operations, in words of their own.
void BatchGetItem::describe(StructureShape<BatchGetItem>& s) {
  s.member("RequestItems", &BatchGetItem::request_items).required().range(0, 100);
  detail::describe_return_consumed_capacity(s);
}

void PutRequest::describe(StructureShape<PutRequest>& s) {
  s.member("Item", &PutRequest::item).required();
}

void DeleteRequest::describe(StructureShape<DeleteRequest>& s) {
  s.member("Key", &DeleteRequest::key).required();
}

void WriteRequest::describe(StructureShape<WriteRequest>& s) {
  s.member("PutRequest", &WriteRequest::put_request);
  s.member("DeleteRequest", &WriteRequest::delete_request);
}

void BatchWriteItemResult::describe(StructureShape<BatchWriteItemResult>& s) {
  s.member("UnprocessedItems", &BatchWriteItemResult::unprocessed_items).always();
  s.member("ItemCollectionMetrics", &BatchWriteItemResult::item_collection_metrics);
  s.member("ConsumedCapacity", &BatchWriteItemResult::consumed_capacity);
}

void BatchWriteItem::describe(StructureShape<BatchWriteItem>& s) {
  s.member("RequestItems", &BatchWriteItem::request_items)
      .required()
      .range(0, 25)
      .each({.min = 1, .max = 25});
  detail::describe_return_consumed_capacity(s);
  s.member("ReturnItemCollectionMetrics", &BatchWriteItem::return_item_collection_metrics)
      .one_of({"SIZE", "NONE"});
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::KeysAndAttributes);
EMU_DESCRIBED(dynamodb::BatchGetItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::BatchGetItem);
EMU_DESCRIBED(dynamodb::PutRequest);
EMU_DESCRIBED(dynamodb::DeleteRequest);
EMU_DESCRIBED(dynamodb::WriteRequest);
EMU_DESCRIBED(dynamodb::BatchWriteItemResult);
EMU_DESCRIBED_OPERATION(dynamodb::BatchWriteItem);
}  // namespace emu
