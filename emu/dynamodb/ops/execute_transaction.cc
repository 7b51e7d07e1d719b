#include <emu/description.h>

#include <deque>
#include <utility>
#include <vector>

#include "dynamodb/partiql/read.h"
#include "dynamodb/partiql/statement.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/partiql/write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"
#include "dynamodb/transaction.h"

namespace emu::dynamodb {

namespace {

Result<std::vector<partiql::Statement>> parse_all(const ExecuteTransaction& in) {
  std::vector<partiql::Statement> statements;
  for (const ParameterizedStatement& request : in.transact_statements) {
    EMU_TRY(partiql::Statement statement, partiql::parse(request.statement, request.parameters));
    if (!statements.empty() && statements.front().is_read() != statement.is_read()) {
      return partiql::reads_and_writes_mixed();
    }
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace

Result<ExecuteTransactionResult> Dynamodb::execute_transaction(Call& call,
                                                               const ExecuteTransaction& in) {
  EMU_TRY(std::vector<partiql::Statement> statements, parse_all(in));
  if (statements.front().is_read()) return read_in_transaction(call, in, std::move(statements));
  return write_in_transaction(call, in, std::move(statements));
}

Result<ExecuteTransactionResult> Dynamodb::read_in_transaction(
    Call& call, const ExecuteTransaction& in, std::vector<partiql::Statement> statements) {
  std::deque<partiql::StatementRead> reads;
  std::vector<ItemAddress> addresses;
  for (partiql::Statement& statement : statements) {
    EMU_TRY(Table* const table, usable_table(call, statement.table));
    partiql::StatementRead& read = reads.emplace_back();
    EMU_CHECK(read.begin(std::move(statement), *table));
    add_subject(call, *table, read.key(), read.key_attributes());
    addresses.push_back({.table = table, .key = read.key()});
  }
  EMU_CHECK(check_readable(addresses, Cancellation(reads.size())));

  ExecuteTransactionResult result;
  Consumption consumption;
  for (const partiql::StatementRead& read : reads) {
    result.responses.push_back({.item = read.answer()});
    const double units = 2 * read_units(size_of(read.item()), true);
    charge(read.table(), Usage::kRead, units);
    consumption.add(read.statement().table, units);
  }
  result.consumed_capacity = consumption.read(in.return_consumed_capacity);
  return result;
}

Result<ExecuteTransactionResult> Dynamodb::write_in_transaction(
    Call& call, const ExecuteTransaction& in, std::vector<partiql::Statement> statements) {
  std::deque<partiql::StatementWrite> planned;
  WriteTransaction transaction{.token = in.client_request_token};
  for (std::size_t i = 0; i < statements.size(); ++i) {
    EMU_TRY(Table* const table, usable_table(call, statements[i].table));
    partiql::StatementWrite& write = planned.emplace_back();
    EMU_CHECK(write.begin(std::move(statements[i]), *table,
                          shows_item_on_failure(in.transact_statements[i])));
    transaction.writes.push_back(&write.write());
  }
  if (in.client_request_token) {
    transaction.request = digest_of(shape_of<ExecuteTransaction>(), &in);
  }
  EMU_TRY(const TransactionCost cost, transact(call, transaction));
  ExecuteTransactionResult result;
  result.responses.resize(statements.size());
  result.consumed_capacity = cost.answer(in.return_consumed_capacity);
  return result;
}

}  // namespace emu::dynamodb
