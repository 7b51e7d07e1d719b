// A connection to a database in memory, and its statements.
//
// Statements of callers are held to what a client of MySQL or PostgreSQL could do: no other files,
// no settings of SQLite's, so many steps and so much memory. Those of the engine itself are not.
#pragma once

#include <emu/result.h>
#include <emu/time.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/hash/random.h"
#include "rdsdata/engine/memory_vfs.h"
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

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// Of the row that a statement stands at; until the next step. NULL is empty.
std::string_view column_text(sqlite3_stmt* statement, int column);

class Connection {
 public:
  // The file must be there, and stay.
  Connection(MemoryVfs& files, const std::string& file, const Dialect& dialect, Random& random);
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

  // Begins to count what a statement costs.
  void begin_work(SessionFacts& facts);
  bool has_worked_too_long() const { return is_exhausted_; }
  SessionFacts& facts() { return *facts_; }

  std::string_view message() const { return sqlite3_errmsg(handle_); }
  int code() const { return sqlite3_extended_errcode(handle_); }
  // What the last refusal of a statement was about, when it was for a word or a function.
  const std::string& refused() const { return refused_; }

 private:
  static int authorize(void* self, int action, const char* first, const char* second, const char*,
                       const char*);
  static int count_steps(void* self);
  void limit();

  Dialect dialect_;
  Random& random_;
  sqlite3* handle_ = nullptr;
  SessionFacts no_facts_;
  SessionFacts* facts_ = &no_facts_;
  bool is_own_ = true;
  std::string refused_;
  std::int64_t steps_ = 0;
  std::int64_t bytes_before_ = 0;
  bool is_exhausted_ = false;
};

// Enters the functions that MySQL and PostgreSQL have and SQLite has not, or has in another way.
void add_functions(Connection& connection);

}  // namespace emu::rdsdata
