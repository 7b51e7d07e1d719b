#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "dynamodb/continuous_backups.h"
#include "dynamodb/errors.h"
#include "dynamodb/restore.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error source_required() {
  return validation("One of SourceTableName and SourceTableArn must be specified");
}

Error time_required() {
  return validation("One of UseLatestRestorableTime and RestoreDateTime must be specified");
}

Error recovery_not_enabled(std::string_view table) {
  return {.code = errors::kPointInTimeRecoveryUnavailableException,
          .message = fmt::format("Point in time recovery is not enabled for table '{}'", table)};
}

Error invalid_restore_time() {
  return {.code = errors::kInvalidRestoreTimeException,
          .message =
              "The restore time is not between the earliest and the latest restorable time "
              "of the table"};
}

// The time that the request asks for, within those that the table can be restored to.
Result<Time> restore_time(const RestoreTableToPointInTime& in, const Table& source, Time now) {
  const RestorableTimes times = restorable_times(source, now);
  if (in.use_latest_restorable_time.value_or(false)) return times.latest;
  if (*in.restore_date_time < times.earliest || *in.restore_date_time > times.latest) {
    return invalid_restore_time();
  }
  return *in.restore_date_time;
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "RestoreTableToPointInTime".
Result<RestoreTableToPointInTimeResult> Dynamodb::restore_table_to_point_in_time(
    Call& call, const RestoreTableToPointInTime& in) {
  if (in.source_table_name.has_value() == in.source_table_arn.has_value()) return source_required();
  if (in.use_latest_restorable_time.value_or(false) == in.restore_date_time.has_value()) {
    return time_required();
  }
  const std::string& name = in.source_table_name ? *in.source_table_name : *in.source_table_arn;
  const auto source = table_named(call, name);
  if (!source) return as_table_not_found(source.error(), name);
  const Table& table = **source;
  if (!table.changes) return recovery_not_enabled(table.settings.name);
  EMU_TRY(const Time at, restore_time(in, table, world_.now()));

  EMU_TRY(TableSettings settings, restored_settings(table.settings, overrides_of(in)));
  settings.restored = RestoreSettings{.table_arn = table.settings.arn, .at = at};
  EMU_TRY(Table* const made, restored_table(call, in.target_table_name, std::move(settings),
                                            overrides_of(in), table.items));
  const auto& changes = table.changes->changes();
  for (auto change = changes.rbegin(); change != changes.rend() && change->at > at; ++change) {
    write(*made, change->key(), made->items.find(change->key()), change->before);
  }
  return RestoreTableToPointInTimeResult{.table_description = description_of_new(*made)};
}

}  // namespace emu::dynamodb
