#include <emu/dynamodb/partiql.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

namespace {

// What the three operations have in common in a statement.
template <class Op>
void describe_statement(StructureShape<Op>& s) {
  s.member("Statement", &Op::statement).required().range(1, 8192);
  s.member("Parameters", &Op::parameters).at_least(1);
}

template <class Op>
void describe_return_values_on_failure(StructureShape<Op>& s) {
  s.member("ReturnValuesOnConditionCheckFailure", &Op::return_values_on_condition_check_failure)
      .one_of({"ALL_OLD", "NONE"});
}

}  // namespace

void ExecuteStatementResult::describe(StructureShape<ExecuteStatementResult>& s) {
  s.member("Items", &ExecuteStatementResult::items).always();
  s.member("NextToken", &ExecuteStatementResult::next_token);
  s.member("ConsumedCapacity", &ExecuteStatementResult::consumed_capacity);
  s.member("LastEvaluatedKey", &ExecuteStatementResult::last_evaluated_key);
}

void ExecuteStatement::describe(StructureShape<ExecuteStatement>& s) {
  describe_statement(s);
  s.member("ConsistentRead", &ExecuteStatement::consistent_read);
  s.member("NextToken", &ExecuteStatement::next_token).range(1, 32768);
  detail::describe_return_consumed_capacity(s);
  s.member("Limit", &ExecuteStatement::limit).at_least(1);
  describe_return_values_on_failure(s);
}

void BatchStatementRequest::describe(StructureShape<BatchStatementRequest>& s) {
  describe_statement(s);
  s.member("ConsistentRead", &BatchStatementRequest::consistent_read);
  describe_return_values_on_failure(s);
}

void BatchStatementError::describe(StructureShape<BatchStatementError>& s) {
  s.member("Code", &BatchStatementError::code);
  s.member("Message", &BatchStatementError::message);
  s.member("Item", &BatchStatementError::item);
}

void BatchStatementResponse::describe(StructureShape<BatchStatementResponse>& s) {
  s.member("Error", &BatchStatementResponse::error);
  s.member("TableName", &BatchStatementResponse::table_name);
  s.member("Item", &BatchStatementResponse::item);
}

void BatchExecuteStatementResult::describe(StructureShape<BatchExecuteStatementResult>& s) {
  s.member("Responses", &BatchExecuteStatementResult::responses);
  s.member("ConsumedCapacity", &BatchExecuteStatementResult::consumed_capacity);
}

void BatchExecuteStatement::describe(StructureShape<BatchExecuteStatement>& s) {
  s.member("Statements", &BatchExecuteStatement::statements).required().range(1, 25);
  detail::describe_return_consumed_capacity(s);
}

void ParameterizedStatement::describe(StructureShape<ParameterizedStatement>& s) {
  describe_statement(s);
  describe_return_values_on_failure(s);
}

void ExecuteTransactionResult::describe(StructureShape<ExecuteTransactionResult>& s) {
  s.member("Responses", &ExecuteTransactionResult::responses);
  s.member("ConsumedCapacity", &ExecuteTransactionResult::consumed_capacity);
}

void ExecuteTransaction::describe(StructureShape<ExecuteTransaction>& s) {
  s.member("TransactStatements", &ExecuteTransaction::transact_statements).required().range(1, 100);
  s.member("ClientRequestToken", &ExecuteTransaction::client_request_token).range(1, 36);
  detail::describe_return_consumed_capacity(s);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::ExecuteStatementResult);
EMU_DESCRIBED_OPERATION(dynamodb::ExecuteStatement);
EMU_DESCRIBED(dynamodb::BatchStatementRequest);
EMU_DESCRIBED(dynamodb::BatchStatementError);
EMU_DESCRIBED(dynamodb::BatchStatementResponse);
EMU_DESCRIBED(dynamodb::BatchExecuteStatementResult);
EMU_DESCRIBED_OPERATION(dynamodb::BatchExecuteStatement);
EMU_DESCRIBED(dynamodb::ParameterizedStatement);
EMU_DESCRIBED(dynamodb::ExecuteTransactionResult);
EMU_DESCRIBED_OPERATION(dynamodb::ExecuteTransaction);
}  // namespace emu
