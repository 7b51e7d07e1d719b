#include "dynamodb/continuous_backups.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeContinuousBackupsResult> Dynamodb::describe_continuous_backups(
    Call& call, const DescribeContinuousBackups& in) {
  const auto table = table_named(call, in.table_name);
  if (!table) return as_table_not_found(table.error(), in.table_name);
  return DescribeContinuousBackupsResult{.continuous_backups_description =
                                             describe_backups(**table, world_.now())};
}

}  // namespace emu::dynamodb
