// A backup as it is stored: a table's settings and items as they were.
#pragma once

#include <emu/dynamodb/backups.h>
#include <emu/result.h>
#include <emu/time.h>

#include <string>
#include <string_view>

#include "dynamodb/item_store.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

struct Backup {
  std::string arn;
  std::string name;
  Time created = {};
  Time available = {};  // CREATING until then
  TableSettings settings = {};
  ItemStore items = {};

  bool is_available(Time now) const { return now >= available; }
};

BackupDetails details_of(const Backup& backup, Time now);
BackupDescription describe(const Backup& backup, Time now);
BackupSummary summary_of(const Backup& backup, Time now);

Error backup_not_found(std::string_view arn);
Error backup_in_use(std::string_view arn);

}  // namespace emu::dynamodb
