#include <utility>

#include "core/hash/ids.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/service.h"

namespace emu::rdsdata {

Result<BeginTransactionResult> RdsData::begin_transaction(Call& call, const BeginTransaction& in) {
  if (in.schema) return schema_parameter();
  EMU_TRY(const DatabaseCluster cluster, open_cluster(call, in.resource_arn, in.secret_arn));
  EMU_TRY(const auto database, open_database(cluster, in.database.value_or("")));
  State& state = state_of(cluster);
  if (state.transactions.size() >= kTransactionsMax) {
    return error(errors::kDatabaseErrorException,
                 "Too many connections; Error code: 1040; "
                 "SQLState: 08004");
  }
  constexpr std::size_t kIdLength = 92;
  auto transaction = std::make_shared<StoredTransaction>();
  transaction->id = base62_id(random_, kIdLength);
  transaction->cluster_resource_id = cluster.resource_id;
  transaction->database = database;
  transaction->began = world_.now();
  transaction->ends = world_.now();
  transaction->facts = {
      .now = world_.now(), .database = database->name(), .user = cluster.master_username};
  touch(state, *transaction);
  state.transactions.emplace(transaction->id, transaction);
  call.subject = transaction->id;
  return BeginTransactionResult{.transaction_id = transaction->id};
}

// One that has failed on PostgreSQL cannot be committed.
// Source: PostgreSQL JDBC Driver, "raiseExceptionOnSilentRollback".
Result<CommitTransactionResult> RdsData::commit_transaction(Call& call,
                                                            const CommitTransaction& in) {
  EMU_TRY(const DatabaseCluster cluster, open_cluster(call, in.resource_arn, in.secret_arn));
  State& state = state_of(cluster);
  EMU_TRY(const TransactionPtr transaction,
          find_transaction(state, in.transaction_id, cluster));
  call.subject = transaction->id;
  end(state, *transaction, !transaction->is_aborted);
  if (transaction->is_aborted) {
    return error(errors::kDatabaseErrorException,
                 "The database returned ROLLBACK, so the transaction cannot be committed.");
  }
  return CommitTransactionResult{.transaction_status = "Transaction Committed"};
}

Result<RollbackTransactionResult> RdsData::rollback_transaction(Call& call,
                                                                const RollbackTransaction& in) {
  EMU_TRY(const DatabaseCluster cluster, open_cluster(call, in.resource_arn, in.secret_arn));
  State& state = state_of(cluster);
  EMU_TRY(const TransactionPtr transaction,
          find_transaction(state, in.transaction_id, cluster));
  call.subject = transaction->id;
  end(state, *transaction, false);
  return RollbackTransactionResult{.transaction_status = "Rollback Complete"};
}

}  // namespace emu::rdsdata
