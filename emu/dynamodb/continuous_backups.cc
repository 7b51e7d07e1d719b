#include "dynamodb/continuous_backups.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

RestorableTimes restorable_times(const Table& table, Time now) {
  const std::chrono::days days(table.settings.point_in_time_recovery->days);
  const Time since = table.changes->complete_since();
  return {.earliest = std::max(since, now - days), .latest = std::max(since, now - kRestorableLag)};
}

ContinuousBackupsDescription describe_backups(const Table& table, Time now) {
  ContinuousBackupsDescription described{.continuous_backups_status = "ENABLED"};
  PointInTimeRecoveryDescription& recovery = described.point_in_time_recovery_description;
  const auto& stored = table.settings.point_in_time_recovery;
  if (!stored) {
    recovery.point_in_time_recovery_status = "DISABLED";
    return described;
  }
  const RestorableTimes times = restorable_times(table, now);
  recovery = {.point_in_time_recovery_status = "ENABLED",
              .recovery_period_in_days = stored->days,
              .earliest_restorable_date_time = times.earliest,
              .latest_restorable_date_time = times.latest};
  return described;
}

Error as_table_not_found(const Error& error, std::string_view table) {
  if (error.code != errors::kResourceNotFoundException) return error;
  return {.code = errors::kTableNotFoundException,
          .message = fmt::format("Table not found: {}", table)};
}

Error backups_being_enabled() {
  return {.code = errors::kContinuousBackupsUnavailableException,
          .message = "Backups are being enabled for the table. Please retry later"};
}

}  // namespace emu::dynamodb
