// What SQLite refuses, in the words of MySQL and PostgreSQL, which programs look at.
#pragma once

#include <emu/rdsdata.h>
#include <emu/result.h>

#include <vector>

#include "rdsdata/engine/connection.h"
#include "rdsdata/sql/statement.h"

namespace emu::rdsdata {

// The error of what has just failed on the connection.
Error failure_of(Connection& connection, const Statement& statement,
                 const std::vector<SqlParameter>& parameters);

}  // namespace emu::rdsdata
