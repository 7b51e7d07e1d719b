#include "dynamodb/continuous_backups.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

namespace emu::dynamodb {

ContinuousBackupsDescription describe_backups(const TableSettings& settings, Time now) {
  ContinuousBackupsDescription described{.continuous_backups_status = "ENABLED"};
  PointInTimeRecoveryDescription& recovery = described.point_in_time_recovery_description;
  const auto& stored = settings.point_in_time_recovery;
  if (!stored) {
    recovery.point_in_time_recovery_status = "DISABLED";
    return described;
  }
  recovery = {.point_in_time_recovery_status = "ENABLED",
              .recovery_period_in_days = stored->days,
              .earliest_restorable_date_time = stored->earliest(now),
              .latest_restorable_date_time = stored->latest(now)};
  return described;
}

Error as_table_not_found(const Error& error, std::string_view table) {
  if (error.code != errors::kResourceNotFoundException) return error;
  return {.code = errors::kTableNotFoundException,
          .message = fmt::format("Table not found: {}", table)};
}

}  // namespace emu::dynamodb
