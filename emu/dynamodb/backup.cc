#include "dynamodb/backup.h"

#include <emu/dynamodb/errors.h>
#include <emu/dynamodb/values.h>
#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/gate/memory_gauge.h"
#include "core/gate/service_profile.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

SourceTableDetails source_of(const Backup& backup) {
  const TableSettings& table = backup.settings;
  return {.table_name = table.name,
          .table_id = table.id,
          .table_arn = table.arn,
          .table_size_bytes = static_cast<std::int64_t>(backup.items.bytes()),
          .key_schema = table.key_schema,
          .table_creation_date_time = table.created,
          .provisioned_throughput = table.throughput,
          .on_demand_throughput = table.on_demand_throughput,
          .item_count = static_cast<std::int64_t>(backup.items.count()),
          .billing_mode =
              table.is_on_demand ? billing_modes::kPayPerRequest : billing_modes::kProvisioned};
}

void add_indexes(const TableSettings& table, SourceTableFeatureDetails& features) {
  for (const IndexSettings& index : table.indexes) {
    if (index.is_deleting()) continue;
    if (!index.is_global) {
      features.local_secondary_indexes.push_back({.index_name = index.name,
                                                  .key_schema = index.key_schema,
                                                  .projection = index.projection});
      continue;
    }
    features.global_secondary_indexes.push_back(
        {.index_name = index.name,
         .key_schema = index.key_schema,
         .projection = index.projection,
         .provisioned_throughput = index.throughput,
         .on_demand_throughput = index.on_demand_throughput});
  }
}

SourceTableFeatureDetails features_of(const TableSettings& table) {
  SourceTableFeatureDetails features{.stream_description = table.stream,
                                     .sse_description = table.encryption};
  if (table.time_to_live && table.time_to_live->is_enabled) {
    features.time_to_live_description = TimeToLiveDescription{
        .time_to_live_status = "ENABLED", .attribute_name = table.time_to_live->attribute_name};
  }
  add_indexes(table, features);
  return features;
}

}  // namespace

BackupDetails details_of(const Backup& backup, Time now) {
  return {.backup_arn = backup.arn,
          .backup_name = backup.name,
          .backup_size_bytes = static_cast<std::int64_t>(backup.items.bytes()),
          .backup_status = backup.is_available(now) ? "AVAILABLE" : "CREATING",
          .backup_type = "USER",
          .backup_creation_date_time = backup.created};
}

BackupDescription describe(const Backup& backup, Time now) {
  return {.backup_details = details_of(backup, now),
          .source_table_details = source_of(backup),
          .source_table_feature_details = features_of(backup.settings)};
}

BackupSummary summary_of(const Backup& backup, Time now) {
  BackupDetails details = details_of(backup, now);
  return {.table_name = backup.settings.name,
          .table_id = backup.settings.id,
          .table_arn = backup.settings.arn,
          .backup_arn = std::move(details.backup_arn),
          .backup_name = std::move(details.backup_name),
          .backup_creation_date_time = details.backup_creation_date_time,
          .backup_status = std::move(details.backup_status),
          .backup_type = std::move(details.backup_type),
          .backup_size_bytes = details.backup_size_bytes};
}

Error backup_not_found(std::string_view arn) {
  return {.code = errors::kBackupNotFoundException,
          .message = fmt::format("Backup not found: {}", arn)};
}

Status Dynamodb::check_room(const ItemStore& items) {
  constexpr std::size_t kBytesBesideItem = 100;
  const std::size_t bytes = items.bytes() + items.count() * kBytesBesideItem;
  if (world_.memory() == nullptr || world_.memory()->has_room(bytes)) return {};
  return too_fast(kProfile);
}

Error backup_in_use(std::string_view arn) {
  return {.code = errors::kBackupInUseException,
          .message = fmt::format("Backup is being created or deleted: {}", arn)};
}

}  // namespace emu::dynamodb
