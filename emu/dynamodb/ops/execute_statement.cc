#include <utility>

#include "dynamodb/partiql/statement.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/partiql/write.h"
#include "dynamodb/request.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<ExecuteStatementResult> Dynamodb::execute_statement(Call& call, const ExecuteStatement& in) {
  EMU_TRY(partiql::Statement statement, partiql::parse(in.statement, in.parameters));
  if (statement.kind == partiql::Statement::Kind::kExists) {
    return partiql::exists_outside_transaction();
  }
  if (statement.is_read()) return select(call, in, statement);

  EMU_TRY(Table* const table, usable_table(call, statement.table));
  partiql::StatementWrite planned;
  EMU_CHECK(planned.begin(std::move(statement), *table, shows_item_on_failure(in)));
  ItemWrite& write = planned.write();
  EMU_CHECK(locate(call, write));
  EMU_CHECK(plan(write));

  ExecuteStatementResult result;
  result.consumed_capacity = consumed(in.return_consumed_capacity, write);
  if (std::optional<Item> returned = planned.returned()) {
    result.items.push_back(*std::move(returned));
  }
  commit(write);
  return result;
}

}  // namespace emu::dynamodb
