#include "rdsdata/engine/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/json/json_writer.h"
#include "rdsdata/engine/failure.h"
#include "rdsdata/engine/schema_depth.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/token.h"

namespace emu::rdsdata {

namespace {

constexpr std::int64_t kGeneratedMax = 1000;

void write_field(const Field& field, JsonWriter& json) {
  if (field.string_value) return json.string(*field.string_value);
  if (field.blob_value) return json.bytes(field.blob_value->view());
  if (field.boolean_value) return json.boolean(*field.boolean_value);
  if (field.long_value) return json.integer(*field.long_value);
  if (field.double_value) return json.real(*field.double_value);
  json.null();
}

class Run {
 public:
  Run(Connection& connection, const Statement& statement,
      const std::vector<SqlParameter>& parameters, const RunOptions& options)
      : connection_(connection),
        statement_(statement),
        parameters_(parameters),
        options_(options),
        facts_(connection.facts()) {}

  Result<ExecuteStatementResult> all() {
    sqlite3_set_last_insert_rowid(connection_.handle(), 0);
    EMU_CHECK(first());
    for (std::size_t i = 1; i < statement_.sql.size(); ++i) EMU_CHECK(another(statement_.sql[i]));
    if (statement_.kind == Statement::Kind::kDefinition) {
      EMU_CHECK(check_schema_depth(connection_));
    }
    return std::move(out_);
  }

 private:
  Error failure() const { return failure_of(connection_, statement_, parameters_); }

  Status first() {
    const PreparedStatement prepared = connection_.prepare(statement_.sql.front());
    if (prepared == nullptr) return failure();
    if (!statement_.takes_lock && sqlite3_stmt_readonly(prepared.get()) == 0) {
      return no_equivalent(connection_.dialect(), "a change inside of a query");
    }
    EMU_CHECK(bind(prepared.get(), parameters_));
    const std::int64_t before = sqlite3_total_changes64(connection_.handle());
    read_columns(prepared.get());
    std::string json;
    JsonWriter writer(json);
    if (!types_.empty() && options_.as_json) writer.begin_array();
    int result = sqlite3_step(prepared.get());
    for (; result == SQLITE_ROW; result = sqlite3_step(prepared.get())) {
      if (options_.wants_records) EMU_CHECK(read_row(prepared.get(), json, writer));
    }
    if (result != SQLITE_DONE) return failure();
    if (!types_.empty() && options_.as_json) {
      writer.end_array();
      out_.formatted_records = std::move(json);
    } else if (!types_.empty()) {
      give(out_, &ExecuteStatementResult::records);
    }
    count_changes(sqlite3_total_changes64(connection_.handle()) != before);
    return {};
  }

  Status another(const std::string& sql) {
    const PreparedStatement prepared = connection_.prepare(sql);
    if (prepared == nullptr) return failure();
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW) result = sqlite3_step(prepared.get());
    return result == SQLITE_DONE ? Status() : Status(failure());
  }

  void read_columns(sqlite3_stmt* prepared) {
    const int count = sqlite3_column_count(prepared);
    for (int column = 0; column < count; ++column) {
      const char* declared = sqlite3_column_decltype(prepared, column);
      types_.push_back(column_type(connection_.dialect(), declared == nullptr ? "" : declared));
    }
    if (!options_.wants_metadata || options_.as_json) return;
    for (int column = 0; column < count; ++column) {
      out_.column_metadata.push_back(
          metadata_of(connection_, prepared, column, types_[static_cast<std::size_t>(column)]));
    }
  }

  Status read_row(sqlite3_stmt* prepared, std::string& json, JsonWriter& writer) {
    std::vector<Field> row;
    std::size_t bytes = 0;
    for (std::size_t column = 0; column < types_.size(); ++column) {
      if (size_of(prepared, static_cast<int>(column)) > kRowBytesMax) return row_too_large();
      row.push_back(field_of(prepared, static_cast<int>(column), types_[column], options_.types));
      bytes += bytes_of(row.back());
      if (bytes > kRowBytesMax) return row_too_large();
    }
    bytes_ += bytes;
    if (options_.as_json) {
      write_row(prepared, row, writer);
      return json.size() > kFormattedBytesMax ? Status(response_too_large()) : Status();
    }
    if (bytes_ > kResponseBytesMax) return response_too_large();
    out_.records.push_back(std::move(row));
    return {};
  }

  static void write_row(sqlite3_stmt* prepared, const std::vector<Field>& row, JsonWriter& writer) {
    writer.begin_object();
    for (std::size_t column = 0; column < row.size(); ++column) {
      writer.key(sqlite3_column_name(prepared, static_cast<int>(column)));
      write_field(row[column], writer);
    }
    writer.end_object();
  }

  void count_changes(bool has_changed) {
    const bool is_change =
        statement_.kind == Statement::Kind::kInsert || statement_.kind == Statement::Kind::kChange;
    const std::int64_t count =
        is_change && has_changed ? sqlite3_changes64(connection_.handle()) : 0;
    out_.number_of_records_updated = count;
    facts_.row_count = is_change ? count : types_.empty() ? 0 : -1;
    if (!is_change && !types_.empty()) return;
    give(out_, &ExecuteStatementResult::generated_fields);
    if (statement_.kind == Statement::Kind::kInsert && count > 0) read_generated(count);
  }

  // The automatic keys of MySQL's. Aurora PostgreSQL answers none: there is RETURNING.
  // Source: RDS Data API Reference, "ExecuteStatement", generatedFields.
  void read_generated(std::int64_t count) {
    const std::int64_t last = sqlite3_last_insert_rowid(connection_.handle());
    if (last == 0 || !has_automatic_key()) return;
    const std::int64_t first = std::max<std::int64_t>(last - count + 1, 1);
    facts_.last_insert_id = first;
    if (!connection_.dialect().is_mysql()) return;
    for (std::int64_t id = first; id <= last && id - first < kGeneratedMax; ++id) {
      out_.generated_fields.push_back({.long_value = id});
    }
  }

  bool has_automatic_key() const {
    const PreparedStatement table = connection_.prepare_own(
        "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE AND "
        "sql GLOB '*INTEGER PRIMARY KEY AUTOINCREMENT*'");
    sqlite3_bind_text(table.get(), 1, statement_.table.c_str(), -1, SQLITE_STATIC);
    return sqlite3_step(table.get()) == SQLITE_ROW;
  }

  Connection& connection_;
  const Statement& statement_;
  const std::vector<SqlParameter>& parameters_;
  const RunOptions& options_;
  SessionFacts& facts_;
  std::vector<ColumnType> types_;
  std::size_t bytes_ = 0;
  ExecuteStatementResult out_;
};

}  // namespace

// What a statement does before it fails is undone by SQLite, but not what those before it did that
// belong to it, nor an answer that is too large.
Result<ExecuteStatementResult> run(Connection& connection, const Statement& statement,
                                   const std::vector<SqlParameter>& parameters,
                                   const RunOptions& options) {
  if (statement.kind == Statement::Kind::kSavepoint || !statement.takes_lock) {
    return Run(connection, statement, parameters, options).all();
  }
  connection.run_own("SAVEPOINT statement");
  Result<ExecuteStatementResult> result = Run(connection, statement, parameters, options).all();
  if (!result) connection.run_own("ROLLBACK TO statement");
  connection.run_own("RELEASE statement");
  return result;
}

}  // namespace emu::rdsdata
