#include <utility>

#include "dynamodb/backup.h"
#include "dynamodb/restore.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<RestoreTableFromBackupResult> Dynamodb::restore_table_from_backup(
    Call& call, const RestoreTableFromBackup& in) {
  const Backup* backup = find_backup(call, in.backup_arn);
  if (backup == nullptr) return backup_not_found(in.backup_arn);
  if (!backup->is_available(world_.now())) return backup_in_use(in.backup_arn);

  EMU_TRY(TableSettings settings, restored_settings(backup->settings, overrides_of(in)));
  settings.restored = RestoreSettings{
      .backup_arn = backup->arn, .table_arn = backup->settings.arn, .at = backup->created};
  EMU_TRY(Table* const table, restored_table(call, in.target_table_name, std::move(settings),
                                             overrides_of(in), backup->items));
  return RestoreTableFromBackupResult{.table_description = description_of_new(*table)};
}

}  // namespace emu::dynamodb
