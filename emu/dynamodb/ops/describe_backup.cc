#include "dynamodb/backup.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeBackupResult> Dynamodb::describe_backup(Call& call, const DescribeBackup& in) {
  const Backup* backup = find_backup(call, in.backup_arn);
  if (backup == nullptr) return backup_not_found(in.backup_arn);
  return DescribeBackupResult{.backup_description = describe(*backup, world_.now())};
}

}  // namespace emu::dynamodb
