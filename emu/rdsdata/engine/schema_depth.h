// How deep views lie in views, and foreign keys lead to foreign keys. SQLite follows both by
// recursion, once for each place that names them, on the small stack of a task.
#pragma once

#include <emu/result.h>

#include "rdsdata/engine/connection.h"

namespace emu::rdsdata {

// Of the tables and views as they are now, so behind each definition and before it is committed.
// Errors: DatabaseErrorException.
Status check_schema_depth(Connection& connection);

}  // namespace emu::rdsdata
