#include "dynamodb/continuous_backups.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error backups_being_enabled() {
  return {.code = errors::kContinuousBackupsUnavailableException,
          .message = "Backups are being enabled for the table. Please retry later"};
}

}  // namespace

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
    // A table that is already restorable stays so from where it was.
    recovery = PointInTimeRecoverySettings{
        .enabled = recovery ? recovery->enabled : now,
        .days = wanted.recovery_period_in_days.value_or(recovery ? recovery->days : kRecoveryDays)};
  } else {
    recovery.reset();
  }
  return UpdateContinuousBackupsResult{.continuous_backups_description =
                                           describe_backups(settings, now)};
}

}  // namespace emu::dynamodb
