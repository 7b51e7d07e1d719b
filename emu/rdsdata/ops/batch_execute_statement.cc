#include <utility>

#include "rdsdata/service.h"

namespace emu::rdsdata {

Result<BatchExecuteStatementResult> RdsData::batch_execute_statement(
    Call& call, const BatchExecuteStatement& in) {
  EMU_TRY(Session session, open_session(call, {.resource_arn = in.resource_arn,
                                             .secret_arn = in.secret_arn,
                                             .database = in.database,
                                             .schema = in.schema,
                                             .transaction_id = in.transaction_id}));
  const auto& sets = in.parameter_sets;
  EMU_TRY(auto results,
          execute(session, in.sql,
                  sets.empty() ? std::vector<std::vector<SqlParameter>>{{}} : sets,
                  {.wants_records = false}));
  BatchExecuteStatementResult out;
  give(out, &BatchExecuteStatementResult::update_results);
  for (ExecuteStatementResult& result : results) {
    if (sets.empty()) break;
    UpdateResult& update = out.update_results.emplace_back();
    update.generated_fields = std::move(result.generated_fields);
    give(update, &UpdateResult::generated_fields);
  }
  return out;
}

}  // namespace emu::rdsdata
