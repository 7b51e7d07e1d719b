#include "dynamodb/continuous_backups.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

// Source: Amazon DynamoDB API Reference, "UpdateContinuousBackups".
Result<UpdateContinuousBackupsResult> Dynamodb::update_continuous_backups(
    Call& call, const UpdateContinuousBackups& in) {
  const Time now = world_.now();
  const auto table = table_named(call, in.table_name);
  if (!table) return as_table_not_found(table.error(), in.table_name);
  TableSettings& settings = (*table)->settings;
  if (!settings.is_usable(now)) return backups_being_enabled();

  auto& recovery = settings.point_in_time_recovery;
  const PointInTimeRecoverySpecification& wanted = in.point_in_time_recovery_specification;
  if (wanted.point_in_time_recovery_enabled) {
    const std::int32_t days = recovery ? recovery->days : kRecoveryDays;
    recovery = PointInTimeRecoverySettings{.days = wanted.recovery_period_in_days.value_or(days)};
    // A table that is already restorable stays so from where it was.
    if (!(*table)->changes) (*table)->changes.emplace(now);
  } else {
    recovery.reset();
    (*table)->changes.reset();
  }
  return UpdateContinuousBackupsResult{.continuous_backups_description =
                                           describe_backups(**table, now)};
}

}  // namespace emu::dynamodb
