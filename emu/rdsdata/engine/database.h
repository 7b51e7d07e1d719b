// One database: two connections to one file in memory. Who has the lock for changes uses the one
// that writes; everybody else reads what is committed through the other.
#pragma once

#include <memory>
#include <string>

#include "core/hash/random.h"
#include "core/task/scheduler.h"
#include "rdsdata/engine/connection.h"
#include "rdsdata/engine/memory_vfs.h"
#include "rdsdata/engine/write_lock.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

class Database {
 public:
  Database(MemoryVfs& files, std::string name, std::string file, const Dialect& dialect,
           Random& random, Scheduler& scheduler, std::shared_ptr<StorageRoom> room);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& name() const { return name_; }
  const Dialect& dialect() const { return dialect_; }
  Connection& reader() { return *reader_; }
  Connection& writer() { return *writer_; }
  WriteLock& lock() { return lock_; }

  using Translation = std::shared_ptr<const Statement>;
  // What translate() gives, as the connection sees the tables.
  Result<Translation> translated(Connection& connection, std::string_view sql);

  // Whether it was dropped while somebody still looks at it.
  bool is_gone = false;

 private:
  void add_views(Connection& connection);

  MemoryVfs& files_;
  const std::string name_;
  const std::string file_;
  const Dialect dialect_;
  SchemaWatch schema_;
  Kept<Translation> translations_{kStatementsKept};
  std::uint64_t schema_version_ = 0;  // that `translations_` is of
  std::unique_ptr<Connection> writer_;
  std::unique_ptr<Connection> reader_;
  WriteLock lock_;
};

// The tables as a connection sees them.
class ConnectionTables final : public TableLookup {
 public:
  explicit ConnectionTables(Connection& connection) : connection_(connection) {}
  std::vector<std::string> columns_of(std::string_view table) const override;
  std::string default_of(std::string_view table, std::string_view column) const override;

 private:
  Connection& connection_;
};

}  // namespace emu::rdsdata
