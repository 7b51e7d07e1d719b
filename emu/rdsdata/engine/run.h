// Carries out a statement that was translated.
#pragma once

#include <emu/rdsdata.h>
#include <emu/result.h>

#include <vector>

#include "rdsdata/engine/connection.h"
#include "rdsdata/engine/fields.h"
#include "rdsdata/sql/statement.h"

namespace emu::rdsdata {

struct RunOptions {
  ReturnTypes types = {};
  bool wants_metadata = false;
  bool as_json = false;
};

// Either all of it happens or nothing.
// Errors: DatabaseErrorException, BadRequestException, StatementTimeoutException,
// UnsupportedResultException.
Result<ExecuteStatementResult> run(Connection& connection, const Statement& statement,
                                   const std::vector<SqlParameter>& parameters,
                                   const RunOptions& options, SessionFacts& facts);

}  // namespace emu::rdsdata
