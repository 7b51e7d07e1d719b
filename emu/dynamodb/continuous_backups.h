// What the operations on continuous backups and point-in-time recovery have in common.
#pragma once

#include <emu/dynamodb/settings.h>
#include <emu/result.h>
#include <emu/time.h>

#include <string_view>

#include "dynamodb/table.h"

namespace emu::dynamodb {

ContinuousBackupsDescription describe_backups(const TableSettings& settings, Time now);

// These operations have another code for a table that is not there: TableNotFoundException.
Error as_table_not_found(const Error& error, std::string_view table);

}  // namespace emu::dynamodb
