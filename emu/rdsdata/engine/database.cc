#include "rdsdata/engine/database.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/assert.h"

namespace emu::rdsdata {

namespace {

constexpr std::string_view kTables =
    "CREATE TEMP VIEW \"information_schema.tables\" AS SELECT 'def' AS table_catalog, {0} AS "
    "table_schema, name AS table_name, iif(type = 'view', 'VIEW', 'BASE TABLE') AS table_type FROM "
    "main.sqlite_schema WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_'";
constexpr std::string_view kColumns =
    "CREATE TEMP VIEW \"information_schema.columns\" AS SELECT 'def' AS table_catalog, {0} AS "
    "table_schema, t.name AS table_name, c.name AS column_name, c.cid + 1 AS ordinal_position, "
    "c.dflt_value AS column_default, iif(c.\"notnull\" OR c.pk, 'NO', 'YES') AS is_nullable, "
    "lower(c.type) AS data_type, lower(c.type) AS column_type, iif(c.pk, 'PRI', '') AS column_key "
    "FROM main.sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type IN ('table', 'view') "
    "AND substr(t.name, 1, 7) <> 'sqlite_'";
constexpr std::string_view kSchemata =
    "CREATE TEMP VIEW \"information_schema.schemata\" AS SELECT 'def' AS catalog_name, "
    "'information_schema' AS schema_name UNION SELECT 'def', {0}";

std::size_t bytes_of(const Statement& statement) {
  std::size_t bytes = 0;
  for (const std::string& sql : statement.sql) bytes += sql.size();
  for (const auto& row : statement.rows) {
    for (const std::string& query : row) bytes += query.size();
  }
  return bytes;
}

}  // namespace

Database::Database(MemoryVfs& files, std::string name, std::string file, const Dialect& dialect,
                   Random& random, Scheduler& scheduler, std::shared_ptr<StorageRoom> room)
    : files_(files),
      name_(std::move(name)),
      file_(std::move(file)),
      dialect_(dialect),
      lock_(scheduler) {
  files_.add(file_, std::move(room));
  writer_ = std::make_unique<Connection>(files_, file_, dialect_, random, schema_);
  // SQLite makes its table of automatic keys with the first table that has one.
  writer_->run_own("CREATE TABLE first_key (id INTEGER PRIMARY KEY AUTOINCREMENT)");
  writer_->run_own("DROP TABLE first_key");
  reader_ = std::make_unique<Connection>(files_, file_, dialect_, random, schema_);
  add_views(*writer_);
  add_views(*reader_);
  schema_.begin(writer_->handle());
}

Database::~Database() {
  reader_.reset();
  writer_.reset();
  files_.remove(file_);
}

Result<Database::Translation> Database::translated(Connection& connection, std::string_view sql) {
  const bool may_keep = schema_.is_stable();
  if (may_keep && schema_version_ != schema_.version()) {
    translations_.clear();
    schema_version_ = schema_.version();
  }
  if (may_keep) {
    if (const Translation* kept = translations_.find(sql)) return *kept;
  }
  const ConnectionTables tables(connection);
  EMU_TRY(Statement statement,
          translate({.dialect = dialect_, .database = name_, .tables = tables}, sql));
  auto translation = std::make_shared<const Statement>(std::move(statement));
  if (may_keep && sql.size() + bytes_of(*translation) <= kKeptBytesMax) {
    translations_.put(sql, translation);
  }
  return Translation(std::move(translation));
}

void Database::add_views(Connection& connection) {
  const Token schema = string_token(dialect_.is_mysql() ? name_ : "public");
  const std::string text = to_sql(std::span(&schema, 1));
  for (const std::string_view view : {kTables, kColumns, kSchemata}) {
    const bool made = connection.run_own(fmt::format(fmt::runtime(view), text));
    EMU_ASSERT(made, "the views are right");
  }
}

std::vector<std::string> ConnectionTables::columns_of(std::string_view table) const {
  const PreparedStatement rows =
      connection_.prepare_own("SELECT name FROM pragma_table_info(?1) ORDER BY cid");
  sqlite3_bind_text64(rows.get(), 1, table.data(), table.size(), SQLITE_STATIC, SQLITE_UTF8);
  std::vector<std::string> names;
  while (sqlite3_step(rows.get()) == SQLITE_ROW) names.emplace_back(column_text(rows.get(), 0));
  return names;
}

std::string ConnectionTables::default_of(std::string_view table, std::string_view column) const {
  const PreparedStatement rows = connection_.prepare_own(
      "SELECT dflt_value FROM pragma_table_info(?1) WHERE name = ?2 COLLATE NOCASE");
  sqlite3_bind_text64(rows.get(), 1, table.data(), table.size(), SQLITE_STATIC, SQLITE_UTF8);
  sqlite3_bind_text64(rows.get(), 2, column.data(), column.size(), SQLITE_STATIC, SQLITE_UTF8);
  const bool is_there = sqlite3_step(rows.get()) == SQLITE_ROW;
  const std::string text = is_there ? std::string(column_text(rows.get(), 0)) : std::string();
  return text.empty() ? "NULL" : text;
}

}  // namespace emu::rdsdata
