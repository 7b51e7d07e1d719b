// PartiQL: items read and written by statements in a language like SQL. Source: Amazon DynamoDB API
// Reference, the pages of the operations; Developer Guide, "PartiQL - a SQL-compatible query
// language for Amazon DynamoDB".
//
//   aws.send(ExecuteStatement{.statement = R"(INSERT INTO "stats" VALUE {'id': ?, 'n': 1})",
//                             .parameters = {S("total")}}).value();
//   aws.send(ExecuteStatement{.statement = R"(SELECT n FROM "stats" WHERE id = 'total')"})
//       .value().items;   // one with n = 1
#pragma once

#include <emu/dynamodb/items.h>
#include <emu/dynamodb/transactions.h>
#include <emu/dynamodb/value.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct ExecuteStatementResult {
  std::vector<Item> items = {};  // of a SELECT, or what RETURNING asks for
  std::optional<std::string> next_token = {};
  std::optional<ConsumedCapacity> consumed_capacity = {};
  Item last_evaluated_key = {};
  static void describe(StructureShape<ExecuteStatementResult>& s);
};

// A SELECT, or an INSERT, UPDATE or DELETE of one item.
struct ExecuteStatement {
  static constexpr OperationName kOperation{"dynamodb", "ExecuteStatement"};
  using Result = ExecuteStatementResult;
  std::string statement;
  std::vector<AttributeValue> parameters = {};  // one for each `?`
  bool consistent_read = false;
  std::optional<std::string> next_token = {};  // of the page before
  std::optional<std::string> return_consumed_capacity = {};
  std::optional<std::int32_t> limit = {};  // items to look at
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ExecuteStatement>& s);
};

struct BatchStatementRequest {
  std::string statement;
  std::vector<AttributeValue> parameters = {};
  bool consistent_read = false;
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<BatchStatementRequest>& s);
};

struct BatchStatementError {
  std::string code = {};  // ConditionalCheckFailed, ValidationError, DuplicateItem …
  std::string message = {};
  Item item = {};
  static void describe(StructureShape<BatchStatementError>& s);
};

struct BatchStatementResponse {
  std::optional<BatchStatementError> error = {};
  std::string table_name = {};
  std::optional<Item> item = {};
  static void describe(StructureShape<BatchStatementResponse>& s);
};

struct BatchExecuteStatementResult {
  std::vector<BatchStatementResponse> responses = {};
  std::vector<ConsumedCapacity> consumed_capacity = {};
  static void describe(StructureShape<BatchExecuteStatementResult>& s);
};

// Up to 25 statements on one item each, all of which read or all of which write. One that fails
// stops no other.
struct BatchExecuteStatement {
  static constexpr OperationName kOperation{"dynamodb", "BatchExecuteStatement"};
  using Result = BatchExecuteStatementResult;
  std::vector<BatchStatementRequest> statements;
  std::optional<std::string> return_consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<BatchExecuteStatement>& s);
};

struct ParameterizedStatement {
  std::string statement;
  std::vector<AttributeValue> parameters = {};
  std::optional<std::string> return_values_on_condition_check_failure = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ParameterizedStatement>& s);
};

struct ExecuteTransactionResult {
  std::vector<ItemResponse> responses = {};
  std::vector<ConsumedCapacity> consumed_capacity = {};
  static void describe(StructureShape<ExecuteTransactionResult>& s);
};

// Up to 100 statements on one item each in one transaction, all of which read or all of which write
// or check: EXISTS(SELECT …) checks.
struct ExecuteTransaction {
  static constexpr OperationName kOperation{"dynamodb", "ExecuteTransaction"};
  using Result = ExecuteTransactionResult;
  std::vector<ParameterizedStatement> transact_statements;
  std::optional<std::string> client_request_token = {};
  std::optional<std::string> return_consumed_capacity = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ExecuteTransaction>& s);
};

}  // namespace emu::dynamodb
