// What the RDS Data API answers when it refuses: its own words, and those of MySQL and PostgreSQL
// as it passes them on.
#pragma once

#include <emu/rdsdata/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"
#include "rdsdata/sql/engine.h"
#include "rdsdata/sql/statement.h"

namespace emu::rdsdata {

inline constexpr int kForbidden = 403;

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error error(std::string_view code, std::string message, int status = 400);

// Of the API.
// Source: Amazon Aurora User Guide, "Troubleshooting Amazon RDS Data API".
Error no_such_cluster(std::string_view arn);
Error endpoint_is_off(std::string_view cluster_id);
Error cluster_is_not_available(std::string_view status);
Error no_such_transaction(std::string_view id);
Error transaction_is_busy();
Error multi_statements();
Error schema_parameter();
Error array_parameters();
Error response_too_large();
Error row_too_large();
Error statement_timeout();

// What the database says, with its number (MySQL's alone) and its SQLSTATE.
struct DatabaseText {
  std::string message;
  int mysql_number = 0;
  std::string_view sql_state = {};
};
Error database_error(const Dialect& dialect, const DatabaseText& text);

Error syntax_error(const Dialect& dialect, std::string_view near);
Error empty_statement(const Dialect& dialect);
// Something that SQLite cannot do, by its name.
Error no_equivalent(const Dialect& dialect, std::string_view construct);
Error no_such_table(const Dialect& dialect, std::string_view database, std::string_view table);
Error no_such_database(const Dialect& dialect, std::string_view database);
Error no_database_selected(const Dialect& dialect);
Error database_exists(const Dialect& dialect, std::string_view database);
Error lock_timeout(const Dialect& dialect);
Error lock_not_available(const Dialect& dialect, std::string_view table);
Error transaction_is_aborted(const Dialect& dialect);
Error no_such_savepoint(const Dialect& dialect, std::string_view name);
// PostgreSQL's alone.
Error savepoint_outside(const Dialect& dialect, Statement::Savepoint savepoint);
Error missing_parameter(std::string_view name);

}  // namespace emu::rdsdata
