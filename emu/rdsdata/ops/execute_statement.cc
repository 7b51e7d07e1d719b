#include <utility>

#include "rdsdata/service.h"

namespace emu::rdsdata {

Result<ExecuteStatementResult> RdsData::execute_statement(Call& call, const ExecuteStatement& in) {
  EMU_TRY(Session session, open_session(call, {.resource_arn = in.resource_arn,
                                             .secret_arn = in.secret_arn,
                                             .database = in.database,
                                             .schema = in.schema,
                                             .transaction_id = in.transaction_id}));
  const ResultSetOptions types = in.result_set_options.value_or(ResultSetOptions{});
  const RunOptions options{
      .types = {.decimals_as_numbers = types.decimal_return_type == "DOUBLE_OR_LONG",
                .longs_as_text = types.long_return_type == "STRING"},
      .wants_metadata = in.include_result_metadata.value_or(false),
      .as_json = in.format_records_as == "JSON"};
  EMU_TRY(auto results, execute(session, in.sql, {in.parameters}, options));
  return std::move(results.front());
}

}  // namespace emu::rdsdata
