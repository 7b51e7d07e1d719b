// Statements in their sessions: with whose changes, behind whom, and until when.
#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/engine/failure.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/service.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

// While a call of a transaction is under way.
class BusyScope {
 public:
  explicit BusyScope(TransactionPtr transaction) : transaction_(std::move(transaction)) {
    if (transaction_) transaction_->is_busy = true;
  }
  ~BusyScope() {
    if (transaction_) transaction_->is_busy = false;
  }
  BusyScope(const BusyScope&) = delete;
  BusyScope& operator=(const BusyScope&) = delete;

 private:
  TransactionPtr transaction_;
};

// What the API itself refuses leaves a transaction as it is.
bool has_reached_database(const Error& error) {
  return error.code != errors::kBadRequestException && error.code != errors::kValidationException;
}

}  // namespace

// MySQL's definitions commit what was before them, and themselves.
// Source: MySQL Reference Manual, "Statements That Cause an Implicit Commit".
Result<std::vector<ExecuteStatementResult>> RdsData::execute(
    Session& session, const std::string& sql, const std::vector<std::vector<SqlParameter>>& sets,
    const RunOptions& options) {
  if (session.transaction) touch(state_of(session.cluster), *session.transaction);
  auto results = translate_and_execute(session, sql, sets, options);
  if (!session.transaction || session.transaction->is_over) return results;
  touch(state_of(session.cluster), *session.transaction);
  const bool aborts =
      !session.database->dialect().is_mysql() && !results && has_reached_database(results.error());
  if (aborts) session.transaction->is_aborted = true;
  return results;
}

Result<std::vector<ExecuteStatementResult>> RdsData::translate_and_execute(
    Session& session, const std::string& sql, const std::vector<std::vector<SqlParameter>>& sets,
    const RunOptions& options) {
  Database& database = *session.database;
  const Dialect& dialect = database.dialect();
  const bool owns = session.transaction && session.transaction->has_lock();
  Work work;
  const auto translated = [&] {
    Connection& connection = owns ? database.writer() : database.reader();
    const WorkScope scope(connection, work, session.facts());
    return database.translated(connection, sql);
  }();
  if (session.transaction && session.transaction->is_aborted) {
    const bool goes_back = translated && (*translated)->savepoint == Statement::Savepoint::kGoBack;
    if (!goes_back) return transaction_is_aborted(dialect);
  }
  if (!translated) return translated.error();
  const Statement& statement = **translated;
  if (statement.kind == Statement::Kind::kSavepoint) {
    EMU_CHECK(check_savepoint(session, statement));
  }
  auto results = execute_translated(session, statement, sets, options, work);
  if (results && statement.kind == Statement::Kind::kSavepoint && session.transaction) {
    note_savepoint(*session.transaction, statement);
  }
  return results;
}

// PostgreSQL's belong to transactions, and MySQL's are gone at once without one.
// Sources: PostgreSQL documentation, "SAVEPOINT"; MySQL Reference Manual, "SAVEPOINT, ROLLBACK TO
// SAVEPOINT, and RELEASE SAVEPOINT Statements".
Status RdsData::check_savepoint(const Session& session, const Statement& statement) {
  const Dialect& dialect = session.database->dialect();
  if (!session.transaction && !dialect.is_mysql()) {
    return savepoint_outside(dialect, statement.savepoint);
  }
  if (statement.savepoint == Statement::Savepoint::kSet) {
    const bool has_room =
        !session.transaction || session.transaction->savepoints.size() < kSavepointsMax;
    return has_room ? Status() : Status(no_equivalent(dialect, "more savepoints in a transaction"));
  }
  const bool is_there = session.transaction && session.transaction->has_savepoint(statement.table);
  return is_there ? Status() : Status(no_such_savepoint(dialect, statement.table));
}

// To go back to one, or to release it, ends those behind it.
void RdsData::note_savepoint(StoredTransaction& transaction, const Statement& statement) {
  std::vector<std::string>& savepoints = transaction.savepoints;
  if (statement.savepoint == Statement::Savepoint::kSet) {
    savepoints.push_back(lower_case(statement.table));
    return;
  }
  const bool stays = statement.savepoint == Statement::Savepoint::kGoBack;
  while (savepoints.back() != lower_case(statement.table)) savepoints.pop_back();
  if (!stays) savepoints.pop_back();
  if (stays) transaction.is_aborted = false;
}

Result<std::vector<ExecuteStatementResult>> RdsData::execute_translated(
    Session& session, const Statement& statement,
    const std::vector<std::vector<SqlParameter>>& sets, const RunOptions& options, Work& work) {
  const std::shared_ptr<Database> database = session.database;
  const Dialect& dialect = database->dialect();
  std::vector<ExecuteStatementResult> results(sets.size());
  if (statement.kind == Statement::Kind::kDatabase) {
    EMU_CHECK(change_databases(session, statement));
    return results;
  }
  if (statement.kind == Statement::Kind::kSetting) {
    if (session.transaction && statement.lock_timeout) {
      session.transaction->lock_timeout = statement.lock_timeout;
    }
    for (ExecuteStatementResult& result : results) result.number_of_records_updated = 0;
    return results;
  }
  if (database->name().empty() && statement.takes_lock) return no_database_selected(dialect);
  const BusyScope busy(session.transaction);
  bool has_lock = session.transaction && session.transaction->has_lock();
  if (statement.takes_lock && !has_lock) {
    EMU_TRY(has_lock, take_lock(session, statement));
    if (!has_lock) {
      for (auto& result : results) give(result, &ExecuteStatementResult::records);
      return results;
    }
  }
  Connection& connection = has_lock ? database->writer() : database->reader();
  session.facts().now =
      dialect.is_mysql() || !session.transaction ? world_.now() : session.transaction->began;
  const bool commits = statement.kind == Statement::Kind::kDefinition && dialect.is_mysql();
  if (commits && session.transaction) connection.run_own("COMMIT");
  if (commits && session.transaction) connection.run_own("BEGIN IMMEDIATE");
  if (commits && session.transaction) session.transaction->savepoints.clear();
  const WorkScope scope(connection, work, session.facts());
  Status status;
  for (std::size_t i = 0; i < sets.size() && status.ok(); ++i) {
    auto result = run(connection, statement, sets[i], options);
    if (!result) {
      status = std::move(result).failure();
    } else {
      results[i] = std::move(*result);
    }
  }
  if (has_lock && (!session.transaction || commits)) {
    // Keys that are looked at last may refuse it.
    if (status.ok() && !connection.run_own("COMMIT")) {
      status = failure_of(connection, statement, {});
    }
    if (!status.ok()) connection.run_own("ROLLBACK");
    database->lock().release();
  } else if (has_lock && !status.ok() && !connection.is_in_transaction()) {
    // SQLite has undone all of it, and what follows is not to be committed by itself.
    connection.run_own("BEGIN IMMEDIATE");
    session.transaction->is_aborted = true;
    session.transaction->savepoints.clear();
  }
  if (!status) return std::move(status).failure();
  return results;
}

// Its own transaction begins with it.
Result<bool> RdsData::take_lock(Session& session, const Statement& statement) {
  Database& database = *session.database;
  const Dialect& dialect = database.dialect();
  WriteLock& lock = database.lock();
  const Time call_ends = world_.now() + kCallTimeout;
  const auto timeout = session.transaction ? session.transaction->lock_timeout
                                           : std::optional<std::chrono::milliseconds>();
  const bool lock_gives_up =
      timeout && timeout->count() > 0 && Duration(*timeout) < Duration(kCallTimeout);
  const Time ends = lock_gives_up ? world_.now() + *timeout : call_ends;
  const bool is_free = lock.owner().empty() && !lock.has_waiters();
  if (!is_free) {
    if (statement.wait == Statement::Wait::kSkip) return false;
    if (statement.wait == Statement::Wait::kNot) {
      return lock_not_available(dialect, statement.table);
    }
    WriteLock::Place place(lock);
    while (!lock.owner().empty() || !place.is_first()) {
      if (world_.now() >= ends) return lock_gives_up ? lock_timeout(dialect) : statement_timeout();
      Time look = ends;
      if (State& state = state_of(session.cluster); !lock.owner().empty()) {
        const auto owner = state.transactions.find(lock.owner());
        if (owner != state.transactions.end()) look = std::min(look, owner->second->ends);
      }
      if (lock.owner().empty() && place.is_first()) break;
      place.wait_until(look);
      if (database.is_gone) return no_such_cluster(session.cluster.arn);
    }
    if (session.transaction && session.transaction->is_over) {
      return no_such_transaction(session.transaction->id);
    }
    if (session.transaction) lock.give_to(session.transaction->id);
  }
  if (session.transaction) lock.give_to(session.transaction->id);
  database.writer().run_own("BEGIN IMMEDIATE");
  return true;
}

Status RdsData::change_databases(Session& session, const Statement& statement) {
  const Dialect& dialect = session.database->dialect();
  auto& databases = state_of(session.cluster).clusters[session.cluster.resource_id].by_name;
  const bool is_there = open_database(session.cluster, statement.database).ok();
  if (statement.creates) {
    if (is_there) {
      return statement.if_needed ? Status() : Status(database_exists(dialect, statement.database));
    }
    if (databases.size() >= kDatabasesMax) {
      return no_equivalent(dialect, "more databases in a cluster");
    }
    EMU_CHECK(add_database(session.cluster, statement.database));
    return {};
  }
  if (!is_there) {
    return statement.if_needed ? Status() : Status(no_such_database(dialect, statement.database));
  }
  return no_equivalent(dialect, "DROP DATABASE");
}

}  // namespace emu::rdsdata
