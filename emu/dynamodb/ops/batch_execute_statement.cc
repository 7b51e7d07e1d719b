#include <algorithm>
#include <utility>

#include "dynamodb/consumption.h"
#include "dynamodb/errors.h"
#include "dynamodb/partiql/read.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/partiql/write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/transaction.h"

namespace emu::dynamodb {

namespace {

// Source: Amazon DynamoDB API Reference, "BatchStatementError".
std::string_view batch_error_code(std::string_view code) {
  if (code == errors::kResourceNotFoundException) return "ResourceNotFound";
  if (code == errors::kAccessDeniedException) return "AccessDenied";
  return reason_code(code);
}

BatchStatementError batch_error(const Error& error) {
  return {.code = std::string(batch_error_code(error.code)),
          .message = error.message,
          .item = item_of_failed_condition(error)};
}

}  // namespace

Result<BatchExecuteStatementResult> Dynamodb::batch_execute_statement(
    Call& call, const BatchExecuteStatement& in) {
  std::vector<Result<partiql::Statement>> statements;
  for (const BatchStatementRequest& request : in.statements) {
    statements.push_back(partiql::parse(request.statement, request.parameters));
  }
  bool any_read = false;
  bool any_write = false;
  for (const Result<partiql::Statement>& statement : statements) {
    if (!statement) continue;
    any_read = any_read || statement->is_read();
    any_write = any_write || !statement->is_read();
  }
  if (any_read && any_write) return partiql::reads_and_writes_mixed();

  BatchExecuteStatementResult result;
  Consumption consumption;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    BatchStatementResponse& response = result.responses.emplace_back();
    if (statements[i]) response.table_name = statements[i]->table;
    Status status = statements[i]
                        ? execute_in_batch(call, in.statements[i], std::move(*statements[i]),
                                           response, consumption)
                        : Status(std::move(statements[i].error()));
    if (!status) response.error = batch_error(status.error());
  }
  result.consumed_capacity = any_write ? consumption.written(in.return_consumed_capacity)
                                       : consumption.read(in.return_consumed_capacity);
  return result;
}

Status Dynamodb::execute_in_batch(Call& call, const BatchStatementRequest& request,
                                  partiql::Statement statement, BatchStatementResponse& response,
                                  Consumption& consumption) {
  if (statement.kind == partiql::Statement::Kind::kExists) {
    return partiql::exists_outside_transaction();
  }
  EMU_CHECK(check_permitted(call, statement));
  EMU_TRY(Table* const table, usable_table(call, statement.table));
  const std::string table_name = statement.table;
  if (statement.is_read()) {
    EMU_CHECK(admit(*table, Usage::kRead));
    partiql::StatementRead read;
    EMU_CHECK(read.begin(std::move(statement), *table));
    add_subject(call, *table, read.key(), read.key_attributes());
    response.item = read.answer();
    const double units = read_units(size_of(read.item()), request.consistent_read);
    charge(*table, Usage::kRead, units);
    consumption.add(table_name, units);
    return {};
  }
  partiql::StatementWrite planned;
  EMU_CHECK(planned.begin(std::move(statement), *table, shows_item_on_failure(request)));
  ItemWrite& write = planned.write();
  EMU_CHECK(locate(call, write));
  EMU_CHECK(plan(write));
  consumption.add(write, 1);
  response.item = planned.returned();
  commit(write);
  return {};
}

}  // namespace emu::dynamodb
