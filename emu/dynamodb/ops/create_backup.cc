#include <fmt/format.h>

#include <string>
#include <utility>

#include "dynamodb/backup.h"
#include "dynamodb/continuous_backups.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

// An ARN begins with the table's and a time, so that the order of ARNs is that of tables and times.
Result<CreateBackupResult> Dynamodb::create_backup(Call& call, const CreateBackup& in) {
  const Time now = world_.now();
  const auto table = table_named(call, in.table_name);
  if (!table) return as_table_not_found(table.error(), in.table_name);
  const TableSettings& settings = (*table)->settings;
  if (!settings.is_usable(now)) return backups_being_enabled();
  EMU_CHECK(check_room((*table)->items));

  Backup backup{.arn = fmt::format("{}/backup/{:014}-{}", settings.arn, epoch_millis(now),
                                   world_.uuid().substr(0, 8)),
                .name = in.backup_name,
                .created = now,
                .available = now + options_.table_step,
                .settings = settings,
                .items = (*table)->items};
  CreateBackupResult result{.backup_details = details_of(backup, now)};
  result.backup_details.backup_status = "CREATING";
  std::string arn = backup.arn;
  state_of(settings).backups.try_emplace(std::move(arn), std::move(backup));
  return result;
}

}  // namespace emu::dynamodb
