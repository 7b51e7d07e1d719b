#include "rdsdata/engine/failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/ascii.h"
#include "rdsdata/engine/fields.h"
#include "rdsdata/errors.h"
#include "rdsdata/sql/token.h"

namespace emu::rdsdata {

namespace {

std::string name_of(std::string_view text) {
  const Token token = quoted(text);
  return to_sql(std::span(&token, 1));
}

// What stands behind a beginning of SQLite's message.
std::optional<std::string> behind(std::string_view message, std::string_view prefix) {
  if (!message.starts_with(prefix)) return std::nullopt;
  return std::string(message.substr(prefix.size()));
}

class Failed {
 public:
  Failed(Connection& connection, const Statement& statement,
         const std::vector<SqlParameter>& parameters)
      : connection_(connection),
        dialect_(connection.dialect()),
        mysql_(dialect_.is_mysql()),
        statement_(statement),
        parameters_(parameters),
        code_(connection.code()),
        message_(connection.message()) {}

  Error error() {
    if (connection_.has_worked_too_long()) return statement_timeout();
    switch (code_) {
      case SQLITE_CONSTRAINT_UNIQUE:
      case SQLITE_CONSTRAINT_PRIMARYKEY:
      case SQLITE_CONSTRAINT_ROWID:
        return duplicate();
      case SQLITE_CONSTRAINT_NOTNULL:
        return null_value(last_name(message_));
      case SQLITE_CONSTRAINT_CHECK:
        return check();
      case SQLITE_CONSTRAINT_FOREIGNKEY:
        return foreign_key();
      case SQLITE_MISMATCH:
        return not_a_number("id");
      case SQLITE_FULL:
        return full();
      case SQLITE_AUTH:
        return no_equivalent(dialect_, connection_.refused());
      default:
        return by_message();
    }
  }

 private:
  Error said(std::string message, int number, std::string_view mysql_state,
             std::string_view state) const {
    return database_error(dialect_, {.message = std::move(message),
                                     .mysql_number = number,
                                     .sql_state = mysql_ ? mysql_state : state});
  }

  static std::string last_name(std::string_view text) {
    return std::string(text.substr(text.rfind('.') + 1));
  }

  struct Key {
    std::string table;
    std::vector<std::string> columns;
  };

  // "UNIQUE constraint failed: stock.shop, stock.product"
  Key failed_key() const {
    Key key;
    std::string_view rest = std::string_view(message_).substr(message_.find(": ") + 2);
    while (!rest.empty()) {
      const std::string_view each = trim(take_until(rest, ','));
      const auto dot = each.rfind('.');
      key.table = std::string(each.substr(0, dot));
      key.columns.emplace_back(each.substr(dot + 1));
    }
    return key;
  }

  // Empty: the primary key.
  std::string index_of(const Key& key) const {
    const PreparedStatement indexes = connection_.prepare_own(
        "SELECT l.name, (SELECT group_concat(name, '\x01') FROM pragma_index_info(l.name)) "
        "FROM pragma_index_list(?1) l WHERE l.\"unique\" AND l.origin = 'c'");
    sqlite3_bind_text(indexes.get(), 1, key.table.c_str(), -1, SQLITE_TRANSIENT);
    const std::string columns = fmt::format("{}", fmt::join(key.columns, "\x01"));
    while (sqlite3_step(indexes.get()) == SQLITE_ROW) {
      if (column_text(indexes.get(), 1) == columns)
        return std::string(column_text(indexes.get(), 0));
    }
    return {};
  }

  Error duplicate() const {
    const Key key = failed_key();
    std::string index = index_of(key);
    const std::vector<std::string> values = duplicate_values(key);
    if (mysql_) {
      if (index.empty()) index = key.table + ".PRIMARY";
      if (!dialect_.keys_have_tables) index = last_name(index);
      return said(fmt::format("Duplicate entry '{}' for key '{}'", fmt::join(values, "-"), index),
                  1062, "23000", {});
    }
    if (index.empty()) index = key.table + "_pkey";
    std::string text = fmt::format("duplicate key value violates unique constraint \"{}\"", index);
    if (!values.empty()) {
      text += fmt::format("\n  Detail: Key ({})=({}) already exists.", fmt::join(key.columns, ", "),
                          fmt::join(values, ", "));
    }
    return said(std::move(text), 0, {}, "23505");
  }

  // The values of the first row of the INSERT that is there already. What UPDATE would have made
  // nobody knows.
  std::vector<std::string> duplicate_values(const Key& key) const {
    std::vector<std::string> last;
    for (const std::vector<std::string>& row : statement_.rows) {
      std::vector<std::string> values;
      for (const std::string& column : key.columns) {
        const auto place = std::find_if(
            statement_.columns.begin(), statement_.columns.end(),
            [&](const std::string& each) { return equal_ignoring_case(each, column); });
        const auto index = static_cast<std::size_t>(place - statement_.columns.begin());
        if (index >= row.size()) return last;
        values.push_back(value_of(row[index]));
      }
      last = values;
      if (is_there(key, values)) return values;
    }
    return last;
  }

  std::string value_of(const std::string& query) const {
    const PreparedStatement value = connection_.prepare(query);
    if (value == nullptr || !bind(value.get(), parameters_)) return {};
    if (sqlite3_step(value.get()) != SQLITE_ROW) return {};
    return std::string(column_text(value.get(), 0));
  }

  bool is_there(const Key& key, const std::vector<std::string>& values) const {
    std::string sql = "SELECT 1 FROM " + name_of(key.table) + " WHERE ";
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      if (i != 0) sql += " AND ";
      sql += name_of(key.columns[i]) + " = ?" + std::to_string(i + 1);
    }
    const PreparedStatement row = connection_.prepare_own(sql);
    for (std::size_t i = 0; i < values.size(); ++i) {
      sqlite3_bind_text(row.get(), static_cast<int>(i) + 1, values[i].c_str(), -1,
                        SQLITE_TRANSIENT);
    }
    return sqlite3_step(row.get()) == SQLITE_ROW;
  }

  // MySQL tells a value that was null from one that was not given.
  Error null_value(const std::string& column) const {
    if (!mysql_) {
      const std::string_view text(message_);
      const std::string table(text.substr(text.find(": ") + 2));
      return said(fmt::format("null value in column \"{}\" of relation \"{}\" violates not-null "
                              "constraint",
                              column,
                              statement_.table.empty() ? table.substr(0, table.find('.'))
                                                       : statement_.table),
                  0, {}, "23502");
    }
    const bool is_given =
        statement_.kind != Statement::Kind::kInsert ||
        std::any_of(statement_.columns.begin(), statement_.columns.end(),
                    [&](const std::string& each) { return equal_ignoring_case(each, column); });
    if (is_given) return said(fmt::format("Column '{}' cannot be null", column), 1048, "23000", {});
    return said(fmt::format("Field '{}' doesn't have a default value", column), 1364, "HY000", {});
  }

  // By the name that the translation has given to it.
  Error check() const {
    const std::string name = message_.substr(message_.find(": ") + 2);
    if (const auto column = behind(name, "null:")) return null_value(*column);
    if (const auto column = behind(name, "number:")) return not_a_number(*column);
    if (const auto column = behind(name, "range:")) {
      return mysql_ ? said(fmt::format("Out of range value for column '{}' at row 1", *column),
                           1264, "22003", {})
                    : said("integer out of range", 0, {}, "22003");
    }
    if (const auto rest = behind(name, "length:")) {
      const auto colon = rest->rfind(':');
      return mysql_ ? said(fmt::format("Data too long for column '{}' at row 1",
                                       rest->substr(0, colon)),
                           1406, "22001", {})
                    : said(fmt::format("value too long for type character varying({})",
                                       rest->substr(colon + 1)),
                           0, {}, "22001");
    }
    if (const auto column = behind(name, "enum:")) {
      return said(fmt::format("Data truncated for column '{}' at row 1", *column), 1265, "01000",
                  "22P02");
    }
    if (mysql_) {
      return said(fmt::format("Check constraint '{}' is violated.", name), 3819, "HY000", {});
    }
    return said(fmt::format("new row for relation \"{}\" violates check constraint \"{}\"",
                            statement_.table, name),
                0, {}, "23514");
  }

  Error not_a_number(const std::string& column) const {
    if (mysql_) {
      return said(fmt::format("Incorrect integer value for column '{}' at row 1", column), 1366,
                  "HY000", {});
    }
    return said(fmt::format("invalid input syntax for type integer in column \"{}\"", column), 0,
                {}, "22P02");
  }

  // SQLite does not say which.
  Error foreign_key() const {
    const bool is_child = statement_.kind == Statement::Kind::kInsert;
    if (!mysql_) {
      return said(is_child ? fmt::format("insert or update on table \"{}\" violates foreign key "
                                         "constraint",
                                         statement_.table)
                           : std::string("update or delete violates foreign key constraint"),
                  0, {}, "23503");
    }
    return is_child ? said("Cannot add or update a child row: a foreign key constraint fails", 1452,
                           "23000", {})
                    : said("Cannot delete or update a parent row: a foreign key constraint fails",
                           1451, "23000", {});
  }

  Error full() const {
    return mysql_ ? said(fmt::format("The table '{}' is full", statement_.table), 1114, "HY000", {})
                  : said("could not extend file: No space left on device", 0, {}, "53100");
  }

  // "Unknown column 'x' in 'field list'" would name another clause for other places.
  Error by_message() const {
    const std::string& database = connection_.facts().database;
    if (const auto table = behind(message_, "no such table: ")) {
      return no_such_table(dialect_, database, last_name(*table));
    }
    if (const auto column = behind(message_, "no such column: ")) return no_column(*column);
    if (const auto at = message_.find(" has no column named "); at != message_.npos) {
      return no_column(last_name(message_.substr(at + 21)));
    }
    if (const auto function = behind(message_, "no such function: ")) {
      return mysql_ ? said(fmt::format("FUNCTION {}.{} does not exist", database, *function), 1305,
                           "42000", {})
                    : said(fmt::format("function {} does not exist", *function), 0, {}, "42883");
    }
    if (const auto index = behind(message_, "no such index: ")) {
      return mysql_ ? said(fmt::format("Can't DROP '{}'; check that column/key exists",
                                       last_name(*index)),
                           1091, "42000", {})
                    : said(fmt::format("index \"{}\" does not exist", *index), 0, {}, "42704");
    }
    if (const auto rest = behind(message_, "near \"")) {
      return syntax_error(dialect_, rest->substr(0, rest->rfind('"')));
    }
    if (message_.starts_with("not authorized")) {
      return no_equivalent(dialect_, connection_.refused());
    }
    if (message_ == "incomplete input") return syntax_error(dialect_, "");
    return already_there();
  }

  Error no_column(const std::string& column) const {
    return mysql_
               ? said(fmt::format("Unknown column '{}' in 'field list'", column), 1054, "42S22", {})
               : said(fmt::format("column \"{}\" does not exist", last_name(column)), 0, {},
                      "42703");
  }

  Error already_there() const {
    if (!message_.ends_with(" already exists")) {
      if (message_.find(" values for ") != message_.npos) {
        return said(mysql_ ? "Column count doesn't match value count at row 1"
                           : "INSERT has more expressions than target columns",
                    1136, "21S01", "42601");
      }
      return said(message_, 1105, "HY000", "XX000");
    }
    std::string name = message_.substr(0, message_.size() - 15);
    name = name.substr(name.find(' ') + 1);
    if (name.starts_with('"') && name.size() > 1) name = name.substr(1, name.size() - 2);
    const bool is_index = message_.starts_with("index");
    if (!mysql_) {
      return said(fmt::format("relation \"{}\" already exists", name), 0, {}, "42P07");
    }
    return is_index
               ? said(fmt::format("Duplicate key name '{}'", last_name(name)), 1061, "42000", {})
               : said(fmt::format("Table '{}' already exists", name), 1050, "42S01", {});
  }

  Connection& connection_;
  const Dialect& dialect_;
  const bool mysql_;
  const Statement& statement_;
  const std::vector<SqlParameter>& parameters_;
  const int code_;
  const std::string message_;
};

}  // namespace

Error failure_of(Connection& connection, const Statement& statement,
                 const std::vector<SqlParameter>& parameters) {
  return Failed(connection, statement, parameters).error();
}

}  // namespace emu::rdsdata
