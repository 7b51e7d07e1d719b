#include "rdsdata/engine/connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/assert.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

// Settings that only tell something. Views of information_schema read them.
constexpr std::array<std::string_view, 4> kReadingPragmas = {"table_info", "table_xinfo",
                                                             "index_list", "index_info"};

// SQLite reads JSON by recursion, deeper than the stack of a task.
bool is_refused_function(std::string_view name) {
  return name.starts_with("json") || name.starts_with("->") || name.starts_with("fts") ||
         name == "load_extension" || name == "regexp" || name == "glob";
}

bool reads_only(const char* pragma) {
  return std::find(kReadingPragmas.begin(), kReadingPragmas.end(), pragma) != kReadingPragmas.end();
}

// What the authorizer is asked for CREATE, ALTER and DROP.
bool is_definition(int action) {
  return (action >= SQLITE_CREATE_INDEX && action <= SQLITE_CREATE_VIEW) ||
         (action >= SQLITE_DROP_INDEX && action <= SQLITE_DROP_VIEW) ||
         action == SQLITE_ALTER_TABLE;
}

}  // namespace

std::string_view column_text(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

Connection::Connection(MemoryVfs& files, const std::string& file, const Dialect& dialect,
                       Random& random, SchemaWatch& schema)
    : dialect_(dialect), random_(random), schema_(schema) {
  const int opened = sqlite3_open_v2(file.c_str(), &handle_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, files.name());
  EMU_ASSERT(opened == SQLITE_OK, "a database in memory can be opened");
  sqlite3_extended_result_codes(handle_, 1);
  for (const char* setting :
       {"PRAGMA journal_mode = MEMORY", "PRAGMA temp_store = MEMORY", "PRAGMA synchronous = OFF",
        "PRAGMA cache_spill = OFF", "PRAGMA foreign_keys = ON", "PRAGMA recursive_triggers = OFF",
        "PRAGMA secure_delete = OFF", "PRAGMA threads = 0"}) {
    run_own(setting);
  }
  run_own(fmt::format("PRAGMA max_page_count = {}", kDatabaseBytesMax / 4096));
  limit();
  add_functions(*this);
  sqlite3_set_authorizer(handle_, &Connection::authorize, this);
  sqlite3_progress_handler(handle_, kStepsBetweenLooks, &Connection::look_at_work, this);
}

Connection::~Connection() {
  kept_.clear();
  kept_own_.clear();
  sqlite3_close_v2(handle_);
}

void Connection::limit() {
  sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, kValueBytesMax);
  sqlite3_limit(handle_, SQLITE_LIMIT_EXPR_DEPTH, kExpressionDepthMax);
  sqlite3_limit(handle_, SQLITE_LIMIT_COMPOUND_SELECT, kCompoundMax);
  sqlite3_limit(handle_, SQLITE_LIMIT_COLUMN, kColumnsMax);
  sqlite3_limit(handle_, SQLITE_LIMIT_VARIABLE_NUMBER, kParametersMax);
  sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle_, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
  sqlite3_limit(handle_, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, static_cast<int>(kPatternBytesMax));
  for (const int setting :
       {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION}) {
    sqlite3_db_config(handle_, setting, 0, nullptr);
  }
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
}

PreparedStatement Connection::prepare(std::string_view sql) {
  refused_.clear();
  if (!count_steps(static_cast<std::int64_t>(sql.size()))) return nullptr;
  if (may_keep()) {
    if (auto kept = kept_.take(sql)) return {kept->release(), {.connection = this}};
  }
  is_own_ = false;
  is_altering_ = false;
  PreparedStatement statement = prepare(sql, false);
  is_own_ = true;
  return statement;
}

PreparedStatement Connection::prepare(std::string_view sql, bool is_own) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  return {statement, {.connection = this, .is_own = is_own, .is_new = true}};
}

bool Connection::may_keep() {
  if (!schema_.is_stable()) return false;
  if (schema_version_ == schema_.version()) return true;
  schema_version_ = schema_.version();
  const UncountedScope uncounted(*this);
  kept_.clear();
  // SQLite looks whether the other connection has changed the schema when a statement runs, not
  // when it is prepared: the columns that it tells before are those of the old one.
  run_own("SELECT 1 FROM main.sqlite_schema LIMIT 1");
  return true;
}

void GiveBack::operator()(sqlite3_stmt* statement) const {
  connection->give_back(statement, is_own, is_new);
}

// The engine's own mean the same whatever the schema is; SQLite prepares them anew by itself.
void Connection::give_back(sqlite3_stmt* statement, bool is_own, bool is_new) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  std::unique_ptr<sqlite3_stmt, Finalize> owned(statement);
  if (is_own ? !schema_.has_begun() : !may_keep()) return;
  const UncountedScope uncounted(*this);
  if (is_new && sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_MEMUSED, 0) > kKeptBytesMax) {
    owned.reset();
    return;
  }
  (is_own ? kept_own_ : kept_).put(sqlite3_sql(statement), std::move(owned));
}

PreparedStatement Connection::prepare_own(std::string_view sql) {
  const UncountedScope uncounted(*this);
  if (auto kept = kept_own_.take(sql)) {
    return {kept->release(), {.connection = this, .is_own = true}};
  }
  PreparedStatement statement = prepare(sql, true);
  EMU_ASSERT(statement != nullptr, "the engine's own statements are right");
  return statement;
}

bool Connection::run_own(std::string_view sql) {
  const UncountedScope uncounted(*this);
  const PreparedStatement statement = prepare_own(sql);
  int result = SQLITE_ROW;
  while (result == SQLITE_ROW) result = sqlite3_step(statement.get());
  return result == SQLITE_DONE;
}

WorkScope::WorkScope(Connection& connection, Work& work, SessionFacts& facts)
    : connection_(connection),
      counted_before_(count_memory_for(&work)),
      work_before_(std::exchange(connection.work_, &work)),
      facts_before_(std::exchange(connection.facts_, &facts)) {}

WorkScope::~WorkScope() {
  connection_.facts_ = facts_before_;
  connection_.work_ = work_before_;
  count_memory_for(counted_before_);
}

UncountedScope::UncountedScope(Connection& connection)
    : connection_(connection),
      counted_before_(count_memory_for(nullptr)),
      work_before_(std::exchange(connection.work_, nullptr)) {}

UncountedScope::~UncountedScope() {
  connection_.work_ = work_before_;
  count_memory_for(counted_before_);
}

int Connection::authorize(void* self, int action, const char* first, const char* second,
                          const char*, const char*) {
  auto& connection = *static_cast<Connection*>(self);
  // SQLite 3.40 looks at nothing else while it prepares, which takes long where views and common
  // tables name each other often.
  if (!connection.count_steps(kStepsOfName)) return SQLITE_DENY;
  if (connection.is_own_) return SQLITE_OK;
  if (is_definition(action)) connection.schema_.note_definition();
  connection.is_altering_ = connection.is_altering_ || action == SQLITE_ALTER_TABLE;
  switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
    case SQLITE_TRANSACTION:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_VTABLE:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_CREATE_TEMP_VIEW:
    case SQLITE_CREATE_TEMP_INDEX:
      connection.refused_ = "this statement";
      return SQLITE_DENY;
    case SQLITE_PRAGMA:
      if (first != nullptr && reads_only(first)) return SQLITE_OK;
      connection.refused_ = "PRAGMA";
      return SQLITE_DENY;
    case SQLITE_FUNCTION:
      if (second == nullptr || !is_refused_function(second)) return SQLITE_OK;
      // With it SQLite itself looks whether the rows that are there fit a column that is added.
      if (connection.is_altering_ && std::string_view(second) == "glob") return SQLITE_OK;
      connection.refused_ = fmt::format("the function {}", second);
      return SQLITE_DENY;
    default:
      return SQLITE_OK;
  }
}

int Connection::look_at_work(void* self) {
  return static_cast<Connection*>(self)->count_steps(kStepsBetweenLooks) ? 0 : 1;
}

}  // namespace emu::rdsdata
