#include "rdsdata/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::rdsdata {

namespace {

constexpr int kNotFound = 404;

}  // namespace

Error error(std::string_view code, std::string message, int status) {
  return {.code = std::string(code), .message = std::move(message), .status = status};
}

Error access_denied(const Call&, const std::string& text) {
  return error(errors::kAccessDeniedException, text, kForbidden);
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return error(errors::kValidationException, validation_text(violations));
}

Error no_such_cluster(std::string_view arn) {
  return error(errors::kDatabaseNotFoundException, fmt::format("DBCluster {} not found.", arn),
               kNotFound);
}

Error endpoint_is_off(std::string_view cluster_id) {
  return error(errors::kHttpEndpointNotEnabledException,
               fmt::format("HttpEndpoint isn't enabled for cluster {}", cluster_id));
}

Error cluster_is_not_available(std::string_view status) {
  return error(errors::kInvalidResourceStateException,
               fmt::format("The DB cluster is in the state {}.", status));
}

Error no_such_transaction(std::string_view id) {
  return error(errors::kTransactionNotFoundException,
               fmt::format("Transaction {} is not found", id), kNotFound);
}

Error transaction_is_busy() {
  return error(errors::kDatabaseErrorException, "Transaction is still running a query");
}

Error multi_statements() {
  return error(errors::kValidationException, "Multi-statements aren't supported");
}

Error schema_parameter() {
  return error(errors::kValidationException, "Schema parameter isn't supported");
}

Error array_parameters() {
  return error(errors::kValidationException, "Array parameters are not supported.");
}

Error response_too_large() {
  return error(errors::kUnsupportedResultException, "Database response exceeded size limit");
}

Error row_too_large() {
  return error(errors::kUnsupportedResultException, "Packet for query is too large");
}

Error statement_timeout() { return error(errors::kStatementTimeoutException, "Request timed out"); }

Error missing_parameter(std::string_view name) {
  return error(errors::kBadRequestException, fmt::format("Cannot find parameter: {}", name));
}

Error database_error(const Dialect& dialect, const DatabaseText& text) {
  return error(errors::kDatabaseErrorException,
               dialect.is_mysql()
                   ? fmt::format("{}; Error code: {}; SQLState: {}", text.message,
                                 text.mysql_number, text.sql_state)
                   : fmt::format("ERROR: {}; SQLState: {}", text.message, text.sql_state));
}

Error syntax_error(const Dialect& dialect, std::string_view near) {
  if (!dialect.is_mysql()) {
    return database_error(
        dialect, {.message = near.empty() ? std::string("syntax error at end of input")
                                          : fmt::format("syntax error at or near \"{}\"", near),
                  .sql_state = "42601"});
  }
  return database_error(
      dialect, {.message = fmt::format(
                    "You have an error in your SQL syntax; check the manual that corresponds to "
                    "your MySQL server version for the right syntax to use near '{}' at line 1",
                    near),
                .mysql_number = 1064,
                .sql_state = "42000"});
}

Error empty_statement(const Dialect& dialect) {
  if (!dialect.is_mysql()) return syntax_error(dialect, {});
  return database_error(dialect,
                        {.message = "Query was empty", .mysql_number = 1065, .sql_state = "42000"});
}

Error no_equivalent(const Dialect& dialect, std::string_view construct) {
  return database_error(
      dialect,
      {.message = fmt::format("emu does not support {}: its databases are SQLite's, see the README "
                              "of the RDS Data API",
                              construct),
       .mysql_number = 1235,
       .sql_state = dialect.is_mysql() ? "42000" : "0A000"});
}

Error no_such_table(const Dialect& dialect, std::string_view database, std::string_view table) {
  if (!dialect.is_mysql()) {
    return database_error(dialect, {.message = fmt::format("relation \"{}\" does not exist", table),
                                    .sql_state = "42P01"});
  }
  return database_error(dialect,
                        {.message = fmt::format("Table '{}.{}' doesn't exist", database, table),
                         .mysql_number = 1146,
                         .sql_state = "42S02"});
}

Error no_such_database(const Dialect& dialect, std::string_view database) {
  if (!dialect.is_mysql()) {
    return error(errors::kDatabaseErrorException,
                 fmt::format("FATAL: database \"{}\" does not exist; SQLState: 3D000", database));
  }
  return database_error(dialect, {.message = fmt::format("Unknown database '{}'", database),
                                  .mysql_number = 1049,
                                  .sql_state = "42000"});
}

Error no_database_selected(const Dialect& dialect) {
  return database_error(
      dialect, {.message = "No database selected", .mysql_number = 1046, .sql_state = "3D000"});
}

Error database_exists(const Dialect& dialect, std::string_view database) {
  if (!dialect.is_mysql()) {
    return database_error(
        dialect,
        {.message = fmt::format("database \"{}\" already exists", database), .sql_state = "42P04"});
  }
  return database_error(
      dialect, {.message = fmt::format("Can't create database '{}'; database exists", database),
                .mysql_number = 1007,
                .sql_state = "HY000"});
}

Error lock_timeout(const Dialect& dialect) {
  if (!dialect.is_mysql()) {
    return database_error(
        dialect, {.message = "canceling statement due to lock timeout", .sql_state = "55P03"});
  }
  return database_error(dialect,
                        {.message = "Lock wait timeout exceeded; try restarting transaction",
                         .mysql_number = 1205,
                         .sql_state = "40001"});
}

Error lock_not_available(const Dialect& dialect, std::string_view table) {
  if (!dialect.is_mysql()) {
    return database_error(
        dialect,
        {.message = table.empty()
                        ? std::string("could not obtain lock on row")
                        : fmt::format("could not obtain lock on row in relation \"{}\"", table),
         .sql_state = "55P03"});
  }
  return database_error(
      dialect,
      {.message = "Statement aborted because lock(s) could not be acquired immediately and "
                  "NOWAIT is set.",
       .mysql_number = 3572,
       .sql_state = "HY000"});
}

Error no_such_savepoint(const Dialect& dialect, std::string_view name) {
  if (!dialect.is_mysql()) {
    return database_error(dialect, {.message = fmt::format("savepoint \"{}\" does not exist", name),
                                    .sql_state = "3B001"});
  }
  return database_error(dialect, {.message = fmt::format("SAVEPOINT {} does not exist", name),
                                  .mysql_number = 1305,
                                  .sql_state = "42000"});
}

Error savepoint_outside(const Dialect& dialect, Statement::Savepoint savepoint) {
  const std::string_view command = savepoint == Statement::Savepoint::kSet ? "SAVEPOINT"
                                   : savepoint == Statement::Savepoint::kGoBack
                                       ? "ROLLBACK TO SAVEPOINT"
                                       : "RELEASE SAVEPOINT";
  return database_error(
      dialect, {.message = fmt::format("{} can only be used in transaction blocks", command),
                .sql_state = "25P01"});
}

Error transaction_is_aborted(const Dialect& dialect) {
  return database_error(dialect, {.message = "current transaction is aborted, commands ignored "
                                             "until end of transaction block",
                                  .sql_state = "25P02"});
}

}  // namespace emu::rdsdata
