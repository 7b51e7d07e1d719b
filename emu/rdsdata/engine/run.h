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
  bool wants_records = true;  // not those of a batch
};

// Either all of it happens or nothing. The connection works for a call: WorkScope.
// Errors: DatabaseErrorException, BadRequestException, StatementTimeoutException,
// UnsupportedResultException.
Result<ExecuteStatementResult> run(Connection& connection, const Statement& statement,
                                   const std::vector<SqlParameter>& parameters,
                                   const RunOptions& options);

}  // namespace emu::rdsdata
