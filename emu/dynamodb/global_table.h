// Global tables of version 2017.11.29, as they are kept: plain data of an account, which all of its
// regions see.
#pragma once

#include <emu/dynamodb/auto_scaling.h>
#include <emu/dynamodb/global_table_settings.h>
#include <emu/dynamodb/global_tables.h>
#include <emu/dynamodb/values.h>
#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// Of a replica or one of its indexes, as far as it was set.
struct ReplicaCapacity {
  std::optional<std::int64_t> reads = {};
  std::optional<std::int64_t> writes = {};
  std::optional<AutoScalingSettingsDescription> read_scaling = {};
  std::optional<AutoScalingSettingsDescription> write_scaling = {};
};

struct GlobalReplicaSettings {
  std::string region = {};
  ReplicaCapacity capacity = {};
  std::map<std::string, ReplicaCapacity, std::less<>> indexes = {};  // of those that the table has
  std::string billing_mode = {};                                     // empty: the table's
  std::optional<Time> last_on_demand = {};
  std::optional<TableClassSummary> table_class = {};  // none: the table's
};

struct GlobalTableSettings {
  std::string name = {};
  Time created = {};
  std::vector<GlobalReplicaSettings> replicas = {};  // one in a region; none while it is DELETING

  // The status until `settled`; from then on it is ACTIVE, or gone when it was DELETING.
  std::string changing = {};
  Time settled = {};

  std::string_view status(Time now) const {
    return now < settled || is_deleting() ? std::string_view(changing) : table_statuses::kActive;
  }
  bool is_deleting() const { return changing == table_statuses::kDeleting; }
  bool is_gone(Time now) const { return now >= settled && is_deleting(); }
  // Null when there is none.
  GlobalReplicaSettings* find(std::string_view region);
};

// By their names.
using GlobalTables = std::map<std::string, GlobalTableSettings, std::less<>>;

std::string global_table_arn(std::string_view account, std::string_view name);
GlobalTableDescription describe(const GlobalTableSettings& global, std::string_view account,
                                Time now);
// What is not set is taken from the replica's table, as far as it is still there.
ReplicaSettingsDescription describe(const GlobalReplicaSettings& replica, const Table* table,
                                    std::string_view status, Time now);

// Whether the table can become a replica beside another one, if there is one already. Errors:
// ValidationException.
Status check_can_replicate(const Table& table, std::string_view region, const Table* other);

// Brings the settings of all replicas up to date. `table_in` finds the table of a region, or null.
// Errors: see UpdateGlobalTableSettings; after one, `replicas` are of no use.
Status apply(const UpdateGlobalTableSettings& update, GlobalTableSettings& global, Time now,
             const std::function<Table*(std::string_view region)>& table_in);

// Errors.
Error global_table_exists(std::string_view name);
Error global_table_not_found(std::string_view name);
Error global_table_in_use(std::string_view name, std::string_view status);
Error too_many_global_tables();
Error table_not_found_in(std::string_view name, std::string_view region);
Error replica_exists(std::string_view name, std::string_view region);
Error replica_not_found(std::string_view name, std::string_view region);

}  // namespace emu::dynamodb
