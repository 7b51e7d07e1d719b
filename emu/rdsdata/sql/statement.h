// A statement of MySQL or PostgreSQL, as SQLite can carry it out.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rdsdata {

struct Statement {
  enum class Kind : std::uint8_t {
    kQuery,
    kInsert,
    kChange,      // UPDATE and DELETE
    kDefinition,  // of tables and indexes
    kSavepoint,
    kSetting,   // of the session: nothing runs
    kDatabase,  // CREATE and DROP DATABASE: nothing runs
  };
  enum class Savepoint : std::uint8_t { kNone, kSet, kGoBack, kRelease };
  // What happens while another transaction has the lock.
  enum class Wait : std::uint8_t { kUntilFree, kNot, kSkip };

  Kind kind = Kind::kQuery;
  // They run one after the other; the first is the one that is answered for.
  std::vector<std::string> sql = {};

  bool takes_lock = false;
  Wait wait = Wait::kUntilFree;
  // A setting of how long the session waits for a lock.
  std::optional<std::chrono::milliseconds> lock_timeout = {};

  Savepoint savepoint = Savepoint::kNone;

  std::string table = {};  // of an INSERT; the name of a savepoint
  // The values of an INSERT as expressions, for the texts of errors: for each row, queries that
  // give the value of each column.
  std::vector<std::string> columns = {};
  std::vector<std::vector<std::string>> rows = {};

  std::string database = {};  // of kDatabase
  bool creates = false;       // CREATE DATABASE, not DROP
  bool if_needed = false;     // IF EXISTS, IF NOT EXISTS
};

}  // namespace emu::rdsdata
