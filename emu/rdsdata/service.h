// A fake RDS Data API: the databases of RDS's clusters, in every account and region.
//
// A call finds its cluster with RDS, reads its secret as its caller, and runs its statement. It may
// wait for the lock of a database; whoever has waited looks its transaction up again.
#pragma once

#include <emu/rdsdata.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/database_clusters.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "rdsdata/engine/memory_vfs.h"
#include "rdsdata/engine/run.h"
#include "rdsdata/state.h"

namespace emu::rdsdata {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class RdsData final : public Service, private DatabaseHost {
 public:
  explicit RdsData(World& world);

  Result<ExecuteStatementResult> execute_statement(Call& call, const ExecuteStatement& in);
  Result<BatchExecuteStatementResult> batch_execute_statement(Call& call,
                                                              const BatchExecuteStatement& in);
  Result<BeginTransactionResult> begin_transaction(Call& call, const BeginTransaction& in);
  Result<CommitTransactionResult> commit_transaction(Call& call, const CommitTransaction& in);
  Result<RollbackTransactionResult> rollback_transaction(Call& call, const RollbackTransaction& in);

  PeekDatabaseResult peek_database(const PeekDatabase& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

 private:
  // What a statement runs in.
  struct Session {
    DatabaseCluster cluster;
    std::shared_ptr<Database> database = {};
    TransactionPtr transaction = {};  // null without one
    SessionFacts own_facts = {};

    SessionFacts& facts() { return transaction ? transaction->facts : own_facts; }
  };

  struct SessionRequest {
    const std::string& resource_arn;
    const std::string& secret_arn;
    const std::optional<std::string>& database;
    const std::optional<std::string>& schema;
    const std::optional<std::string>& transaction_id;
  };

  State& state_of(const DatabaseCluster& cluster);
  // Ends the transactions whose time has come.
  void settle(State& state);
  void end(State& state, StoredTransaction& transaction, bool commits);
  void touch(State& state, StoredTransaction& transaction);
  Result<TransactionPtr> find_transaction(State& state, std::string_view id,
                                          const DatabaseCluster& cluster);

  // Errors: DatabaseNotFoundException, HttpEndpointNotEnabledException,
  // InvalidResourceStateException; those of the secret.
  Result<DatabaseCluster> open_cluster(const Call& call, std::string_view resource_arn,
                                       const std::string& secret_arn);
  Status check_secret(const Call& call, const DatabaseCluster& cluster,
                      const std::string& secret_arn);
  // Errors: DatabaseErrorException for one that is not there.
  Result<std::shared_ptr<Database>> open_database(const DatabaseCluster& cluster,
                                                  std::string_view name);
  // Errors: DatabaseErrorException where the account has no room.
  Result<std::shared_ptr<Database>> add_database(const DatabaseCluster& cluster,
                                                 std::string_view name);
  Result<Session> open_session(const Call& call, const SessionRequest& in);

  // Translates and runs a statement, once for each set of parameters, in the session's transaction
  // or in one of its own.
  Result<std::vector<ExecuteStatementResult>> execute(
      Session& session, const std::string& sql, const std::vector<std::vector<SqlParameter>>& sets,
      const RunOptions& options);
  Result<std::vector<ExecuteStatementResult>> translate_and_execute(
      Session& session, const std::string& sql, const std::vector<std::vector<SqlParameter>>& sets,
      const RunOptions& options);
  Result<std::vector<ExecuteStatementResult>> execute_translated(
      Session& session, const Statement& statement,
      const std::vector<std::vector<SqlParameter>>& sets, const RunOptions& options, Work& work);
  static Status check_savepoint(const Session& session, const Statement& statement);
  static void note_savepoint(StoredTransaction& transaction, const Statement& statement);
  Status change_databases(Session& session, const Statement& statement);
  // False: others hold it and the statement does without.
  Result<bool> take_lock(Session& session, const Statement& statement);

  void drop_cluster(std::string_view account, std::string_view region,
                    std::string_view resource_id) override;
  void end_sessions(std::string_view account, std::string_view region,
                    std::string_view resource_id) override;
  void drop(State& state, ClusterDatabases& cluster);

  World& world_;
  Random random_;
  MemoryVfs files_;
  std::int64_t last_file_ = 0;
  Regional<State> states_;
  // What the databases of each account may still take.
  std::map<std::string, std::shared_ptr<StorageRoom>, std::less<>> rooms_;
};

}  // namespace emu::rdsdata
