// A connection to a database in memory, and its statements.
//
// Statements of callers are held to what a client of MySQL or PostgreSQL could do: no other files,
// no settings of SQLite's, and what a call may cost. Those of the engine itself are not, but for
// what they cost when they look something up for a call.
#pragma once

#include <emu/result.h>
#include <emu/time.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/hash/random.h"
#include "rdsdata/engine/kept.h"
#include "rdsdata/engine/memory_vfs.h"
#include "rdsdata/engine/schema_watch.h"
#include "rdsdata/engine/work.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/engine.h"

namespace emu::rdsdata {

// What functions such as NOW() and LAST_INSERT_ID() give.
struct SessionFacts {
  Time now = {};
  std::string database = {};
  std::string user = {};
  std::int64_t last_insert_id = 0;
  std::int64_t row_count = 0;
};

class Connection;

// Gives a statement back to the connection, which keeps those that are short for the next time.
struct GiveBack {
  Connection* connection = nullptr;
  bool is_own = false;
  bool is_new = false;  // not kept before
  void operator()(sqlite3_stmt* statement) const;
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, GiveBack>;

// Of the row that a statement stands at; until the next step. NULL is empty.
std::string_view column_text(sqlite3_stmt* statement, int column);

class Connection {
 public:
  // The file must be there, and stay.
  Connection(MemoryVfs& files, const std::string& file, const Dialect& dialect, Random& random,
             SchemaWatch& schema);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() { return handle_; }
  Random& random() { return random_; }
  const Dialect& dialect() const { return dialect_; }

  // A statement of a caller's; null when SQLite refuses it, as message() says.
  PreparedStatement prepare(std::string_view sql);
  // One of the engine's own, which must be right.
  PreparedStatement prepare_own(std::string_view sql);
  // Runs one of the engine's own to its end. False: SQLite has refused it.
  bool run_own(std::string_view sql);
  // Not any more when SQLite has undone the transaction by itself.
  bool is_in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

  bool has_worked_too_long() const { return work_ != nullptr && work_->is_exhausted(); }
  // Counts steps of a function for the call. False: it was too much.
  bool count_steps(std::int64_t steps) { return work_ == nullptr || work_->count_steps(steps); }
  // Of the call that SQLite works for; empty ones otherwise.
  SessionFacts& facts() { return facts_ != nullptr ? *facts_ : no_facts_; }

  std::string_view message() const { return sqlite3_errmsg(handle_); }
  int code() const { return sqlite3_extended_errcode(handle_); }
  // What the last refusal of a statement was about, when it was for a word or a function.
  const std::string& refused() const { return refused_; }

 private:
  static int authorize(void* self, int action, const char* first, const char* second, const char*,
                       const char*);
  static int look_at_work(void* self);
  void limit();
  PreparedStatement prepare(std::string_view sql, bool is_own);
  // Forgets what callers' statements meant before a definition. False: keep none now.
  bool may_keep();
  void give_back(sqlite3_stmt* statement, bool is_own, bool is_new);
  friend struct GiveBack;
  friend class WorkScope;
  friend class UncountedScope;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using KeptStatements = Kept<std::unique_ptr<sqlite3_stmt, Finalize>>;

  Dialect dialect_;
  Random& random_;
  SchemaWatch& schema_;
  std::uint64_t schema_version_ = 0;  // that `kept_` is of
  KeptStatements kept_{kStatementsKept};
  KeptStatements kept_own_{kStatementsKept};
  sqlite3* handle_ = nullptr;
  SessionFacts no_facts_;
  SessionFacts* facts_ = nullptr;
  Work* work_ = nullptr;
  bool is_own_ = true;
  bool is_altering_ = false;  // what is being prepared is ALTER TABLE
  std::string refused_;
};

// While SQLite works for a call, on one connection. Nothing in it may wait.
class WorkScope {
 public:
  WorkScope(Connection& connection, Work& work, SessionFacts& facts);
  ~WorkScope();
  WorkScope(const WorkScope&) = delete;
  WorkScope& operator=(const WorkScope&) = delete;

 private:
  Connection& connection_;
  Work* const counted_before_;
  Work* const work_before_;
  SessionFacts* const facts_before_;
};

// While the engine does what must not fail, such as the end of a transaction.
class UncountedScope {
 public:
  explicit UncountedScope(Connection& connection);
  ~UncountedScope();
  UncountedScope(const UncountedScope&) = delete;
  UncountedScope& operator=(const UncountedScope&) = delete;

 private:
  Connection& connection_;
  Work* const counted_before_;
  Work* const work_before_;
};

// Enters the functions that MySQL and PostgreSQL have and SQLite has not, or has in another way.
void add_functions(Connection& connection);

}  // namespace emu::rdsdata
