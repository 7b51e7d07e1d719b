// Transactions: several items read or written in one step, all of them or none. Source: Amazon
// DynamoDB API Reference, "TransactWriteItems" and "TransactGetItems"; Developer Guide, "Amazon
// DynamoDB Transactions: How it works".
//
//   auto moved = aws.send(TransactWriteItems{
//       .transact_items = {{.update = Update{.key = {{"id", S("a")}},
//                                            .update_expression = "SET seats = seats - :n",
//                                            .table_name = "buses",
//                                            .condition_expression = "seats >= :n",
//                                            .expression_attribute_values = {{":n", N(1)}}}},
//                          {.put = Put{.item = booking, .table_name = "bookings"}}}});
//   if (!moved) cancellation_reasons(moved.error()).at(0).code;   // "ConditionalCheckFailed"
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/value.h>
#include <emu/given_empty.h>
#include <emu/result.h>
#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

// Cancels the transaction when the condition does not hold, and changes nothing.
struct ConditionCheck {
  Item key;
  std::string table_name;
  std::optional<std::string> condition_expression;  // required
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};  // NONE or ALL_OLD
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ConditionCheck>& s);
};

struct Put {
  Item item;
  std::string table_name;
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Put>& s);
};

struct Delete {
  Item key;
  std::string table_name;
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Delete>& s);
};

struct Update {
  Item key;
  std::optional<std::string> update_expression;  // required
  std::string table_name;
  std::optional<std::string> condition_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  Item expression_attribute_values = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Update>& s);
};

// Exactly one of them.
struct TransactWriteItem {
  std::optional<ConditionCheck> condition_check = {};
  std::optional<Put> put = {};
  std::optional<Delete> delete_item = {};
  std::optional<Update> update = {};
  static void describe(StructureShape<TransactWriteItem>& s);
};

struct TransactWriteItemsResult {
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one for each table
  std::map<std::string, std::vector<ItemCollectionMetrics>> item_collection_metrics = {};
  static void describe(StructureShape<TransactWriteItemsResult>& s);
};

// Up to 100 actions on items of up to 4 MB together, no two of them on the same item.
struct TransactWriteItems {
  static constexpr OperationName kOperation{"dynamodb", "TransactWriteItems"};
  using Result = TransactWriteItemsResult;
  std::vector<TransactWriteItem> transact_items;
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::string> return_item_collection_metrics = {};
  // For ten minutes after a call has succeeded, a call with its token succeeds and changes nothing.
  std::optional<std::string> client_request_token = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<TransactWriteItems>& s);
};

struct Get {
  Item key;
  std::string table_name;
  std::optional<std::string> projection_expression = {};
  std::map<std::string, std::string> expression_attribute_names = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Get>& s);
};

struct TransactGetItem {
  Get get;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<TransactGetItem>& s);
};

struct ItemResponse {
  std::optional<Item> item = {};  // none when there is no such item
  static void describe(StructureShape<ItemResponse>& s);
};

struct TransactGetItemsResult {
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one for each table
  std::vector<ItemResponse> responses = {};              // in the order of the request
  static void describe(StructureShape<TransactGetItemsResult>& s);
};

// Up to 100 items of up to 4 MB together, as they are at one moment.
struct TransactGetItems {
  static constexpr OperationName kOperation{"dynamodb", "TransactGetItems"};
  using Result = TransactGetItemsResult;
  std::vector<TransactGetItem> transact_items;
  std::optional<std::string> return_consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<TransactGetItems>& s);
};

// What an action had to do with the cancellation of its transaction.
struct CancellationReason {
  std::string code = "None";  // or ConditionalCheckFailed, ValidationError, TransactionConflict …
  Item item = {};             // for ConditionalCheckFailed, when the action asks for it
  std::optional<std::string> message = {};
  static void describe(StructureShape<CancellationReason>& s);
};

// Those of a TransactionCanceledException that a call in this process was answered with, one for
// each action in order; empty for other errors.
std::vector<CancellationReason> cancellation_reasons(const Error& error);

}  // namespace emu::dynamodb
