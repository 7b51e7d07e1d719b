#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/backup.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"
#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

// All backups here are those of users.
bool is_listed(const Backup& backup, const ListBackups& in,
               const std::optional<std::string>& table) {
  const std::string_view type = in.backup_type ? std::string_view(*in.backup_type) : "USER";
  if (type != "USER" && type != "ALL") return false;
  if (table && backup.settings.arn != *table) return false;
  if (in.time_range_lower_bound && backup.created < *in.time_range_lower_bound) return false;
  return !in.time_range_upper_bound || backup.created < *in.time_range_upper_bound;
}

}  // namespace

// The backups of a table are listed when it is there no more, too. They are the caller's: a table
// of another account has none here.
Result<ListBackupsResult> Dynamodb::list_backups(Call& call, const ListBackups& in) {
  std::optional<std::string> table;
  if (in.table_name) {
    EMU_CHECK(address_of(call, *in.table_name));
    table = arn_of_table(call, *in.table_name);
  }
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kListBackupsLimit));
  const auto& backups = state(call).backups;
  auto at = in.exclusive_start_backup_arn ? backups.upper_bound(*in.exclusive_start_backup_arn)
                                          : backups.begin();
  ListBackupsResult result;
  for (; at != backups.end(); ++at) {
    if (!is_listed(at->second, in, table)) continue;
    if (result.backup_summaries.size() == limit) {
      result.last_evaluated_backup_arn = result.backup_summaries.back().backup_arn;
      break;
    }
    result.backup_summaries.push_back(summary_of(at->second, world_.now()));
  }
  return result;
}

}  // namespace emu::dynamodb
