// What the operations on continuous backups and point-in-time recovery have in common.
#pragma once

#include <emu/dynamodb/settings.h>
#include <emu/result.h>
#include <emu/time.h>

#include <string_view>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// The times that a table with recovery can be restored to.
struct RestorableTimes {
  Time earliest;
  Time latest;
};
RestorableTimes restorable_times(const Table& table, Time now);

ContinuousBackupsDescription describe_backups(const Table& table, Time now);

// These operations have another code for a table that is not there: TableNotFoundException.
Error as_table_not_found(const Error& error, std::string_view table);
// While the table is being created or deleted.
Error backups_being_enabled();

}  // namespace emu::dynamodb
