// What UpdateGlobalTableSettings sets, and DescribeGlobalTableSettings shows.
#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "dynamodb/auto_scaling.h"
#include "dynamodb/errors.h"
#include "dynamodb/global_table.h"

namespace emu::dynamodb {

namespace {

Error no_such_index(std::string_view index, std::string_view region) {
  return {.code = errors::kIndexNotFoundException,
          .message = fmt::format("Index not found: {} in region '{}'", index, region)};
}

// Units and auto scaling, of reads or of writes.
Status set(const std::optional<std::int64_t>& units,
           const std::optional<AutoScalingSettingsUpdate>& scaling,
           std::optional<std::int64_t>& kept_units,
           std::optional<AutoScalingSettingsDescription>& kept_scaling) {
  if (units) kept_units = units;
  return scaling ? apply(*scaling, kept_scaling) : Status();
}

bool has_global_index(const Table& table, std::string_view name, Time now) {
  for (const IndexSettings& index : table.settings.indexes) {
    if (index.is_global && index.name == name) return !index.is_gone(now);
  }
  return false;
}

// The settings of an index of the replica's table. What is kept of others goes: there are never
// more than the table has indexes.
Result<ReplicaCapacity*> capacity_of(const std::string& index, GlobalReplicaSettings& replica,
                                     const Table* table, Time now) {
  std::erase_if(replica.indexes, [&](const auto& entry) {
    return table == nullptr || !has_global_index(*table, entry.first, now);
  });
  if (table == nullptr || !has_global_index(*table, index, now)) {
    return no_such_index(index, replica.region);
  }
  return &replica.indexes[index];
}

void set_billing(const std::string& mode, GlobalReplicaSettings& replica, Time now) {
  replica.billing_mode = mode;
  if (mode == billing_modes::kPayPerRequest) replica.last_on_demand = now;
}

// What is set for all replicas.
Status set(const UpdateGlobalTableSettings& update, GlobalReplicaSettings& replica,
           const Table* table, Time now) {
  if (update.global_table_billing_mode) {
    set_billing(*update.global_table_billing_mode, replica, now);
  }
  EMU_CHECK(set(update.global_table_provisioned_write_capacity_units,
                update.global_table_provisioned_write_capacity_auto_scaling_settings_update,
                replica.capacity.writes, replica.capacity.write_scaling));
  for (const auto& index : update.global_table_global_secondary_index_settings_update) {
    EMU_TRY(ReplicaCapacity* const kept, capacity_of(index.index_name, replica, table, now));
    EMU_CHECK(set(index.provisioned_write_capacity_units,
                  index.provisioned_write_capacity_auto_scaling_settings_update, kept->writes,
                  kept->write_scaling));
  }
  return {};
}

// What is set for one of them.
Status set(const ReplicaSettingsUpdate& update, GlobalReplicaSettings& replica, const Table* table,
           Time now) {
  if (update.replica_table_class) {
    replica.table_class =
        TableClassSummary{.table_class = *update.replica_table_class, .last_update_date_time = now};
  }
  EMU_CHECK(set(update.replica_provisioned_read_capacity_units,
                update.replica_provisioned_read_capacity_auto_scaling_settings_update,
                replica.capacity.reads, replica.capacity.read_scaling));
  for (const auto& index : update.replica_global_secondary_index_settings_update) {
    EMU_TRY(ReplicaCapacity* const kept, capacity_of(index.index_name, replica, table, now));
    EMU_CHECK(set(index.provisioned_read_capacity_units,
                  index.provisioned_read_capacity_auto_scaling_settings_update, kept->reads,
                  kept->read_scaling));
  }
  return {};
}

bool sets_capacity(const UpdateGlobalTableSettings& update) {
  if (update.global_table_provisioned_write_capacity_units) return true;
  for (const auto& index : update.global_table_global_secondary_index_settings_update) {
    if (index.provisioned_write_capacity_units) return true;
  }
  for (const ReplicaSettingsUpdate& replica : update.replica_settings_update) {
    if (replica.replica_provisioned_read_capacity_units) return true;
    for (const auto& index : replica.replica_global_secondary_index_settings_update) {
      if (index.provisioned_read_capacity_units) return true;
    }
  }
  return false;
}

bool is_on_demand(const GlobalReplicaSettings& replica, const Table* table) {
  if (!replica.billing_mode.empty()) return replica.billing_mode == billing_modes::kPayPerRequest;
  return table != nullptr && table->settings.is_on_demand;
}

// Nothing is provisioned on demand.
std::int64_t units(bool is_on_demand, const std::optional<std::int64_t>& set,
                   std::int64_t of_table) {
  return is_on_demand ? 0 : set.value_or(of_table);
}

ReplicaGlobalSecondaryIndexSettingsDescription described(const IndexSettings& index,
                                                         const ReplicaCapacity& set,
                                                         bool is_on_demand, Time now) {
  ReplicaGlobalSecondaryIndexSettingsDescription d{
      .index_name = index.name,
      .index_status = std::string(index.status(now)),
      .provisioned_read_capacity_auto_scaling_settings = shown(set.read_scaling),
      .provisioned_write_capacity_auto_scaling_settings = shown(set.write_scaling)};
  if (is_on_demand) return d;
  d.provisioned_read_capacity_units = set.reads.value_or(index.throughput.read_capacity_units);
  d.provisioned_write_capacity_units = set.writes.value_or(index.throughput.write_capacity_units);
  return d;
}

void show_indexes(const GlobalReplicaSettings& replica, const Table& table, bool is_on_demand,
                  Time now, ReplicaSettingsDescription& description) {
  static const ReplicaCapacity kNothingSet;
  for (const IndexSettings& index : table.settings.indexes) {
    if (!index.is_global || index.is_gone(now)) continue;
    const auto set = replica.indexes.find(index.name);
    description.replica_global_secondary_index_settings.push_back(described(
        index, set == replica.indexes.end() ? kNothingSet : set->second, is_on_demand, now));
  }
}

}  // namespace

Status apply(const UpdateGlobalTableSettings& update, GlobalTableSettings& global, Time now,
             const std::function<Table*(std::string_view region)>& table_in) {
  if (update.global_table_billing_mode == billing_modes::kPayPerRequest && sets_capacity(update)) {
    return throughput_not_allowed();
  }
  for (GlobalReplicaSettings& replica : global.replicas) {
    EMU_CHECK(set(update, replica, table_in(replica.region), now));
  }
  for (const ReplicaSettingsUpdate& one : update.replica_settings_update) {
    GlobalReplicaSettings* const replica = global.find(one.region_name);
    if (replica == nullptr) return replica_not_found(global.name, one.region_name);
    EMU_CHECK(set(one, *replica, table_in(replica->region), now));
  }
  return {};
}

ReplicaSettingsDescription describe(const GlobalReplicaSettings& replica, const Table* table,
                                    std::string_view status, Time now) {
  static const TableSettings kNoTable;
  const TableSettings& of_table = table == nullptr ? kNoTable : table->settings;
  const bool on_demand = is_on_demand(replica, table);
  ReplicaSettingsDescription d{
      .region_name = replica.region,
      .replica_status = std::string(status),
      .replica_provisioned_read_capacity_units =
          units(on_demand, replica.capacity.reads, of_table.throughput.read_capacity_units),
      .replica_provisioned_read_capacity_auto_scaling_settings =
          shown(replica.capacity.read_scaling),
      .replica_provisioned_write_capacity_units =
          units(on_demand, replica.capacity.writes, of_table.throughput.write_capacity_units),
      .replica_provisioned_write_capacity_auto_scaling_settings =
          shown(replica.capacity.write_scaling),
      .replica_table_class_summary =
          replica.table_class ? replica.table_class : of_table.table_class};
  const std::optional<Time> last_on_demand =
      replica.last_on_demand ? replica.last_on_demand : of_table.last_on_demand;
  if (on_demand || last_on_demand) {
    d.replica_billing_mode_summary = BillingModeSummary{
        .billing_mode = on_demand ? billing_modes::kPayPerRequest : billing_modes::kProvisioned,
        .last_update_to_pay_per_request_date_time = last_on_demand};
  }
  if (table != nullptr) show_indexes(replica, *table, on_demand, now, d);
  return d;
}

}  // namespace emu::dynamodb
