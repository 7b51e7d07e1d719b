#include "dynamodb/backup.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DeleteBackupResult> Dynamodb::delete_backup(Call& call, const DeleteBackup& in) {
  const Backup* backup = find_backup(call, in.backup_arn);
  if (backup == nullptr) return backup_not_found(in.backup_arn);
  if (!backup->is_available(world_.now())) return backup_in_use(in.backup_arn);

  DeleteBackupResult result{.backup_description = describe(*backup, world_.now())};
  result.backup_description.backup_details.backup_status = "DELETED";
  state_of(backup->settings).backups.erase(in.backup_arn);
  return result;
}

}  // namespace emu::dynamodb
