#include "dynamodb/replicas.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "dynamodb/errors.h"

namespace emu::dynamodb {

namespace {

constexpr const char* kVersion = "2019.11.21";

Error one_action() {
  return invalid_parameter("A replica update must have exactly one of Create, Update and Delete");
}

// AWS does not document the texts.
Error own_region_not_allowed() {
  return validation(
      "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable, "
      "DeleteTable, or UpdateTable as required.");
}

Error replica_not_found() {
  return validation(
      "Replica specified in the Replica Update or Replica Delete action of the request was not "
      "found.");
}

Error replica_exists(std::string_view region) {
  return validation(fmt::format("The table already has a replica in {}", region));
}

template <class Action>
void set(ReplicaSettings& replica, const Action& action) {
  replica.region = action.region_name;
  replica.kms_key = action.kms_master_key_id.value_or(replica.kms_key);
  replica.table_class = action.table_class_override.value_or(replica.table_class);
  if (action.provisioned_throughput_override) {
    replica.provisioned = action.provisioned_throughput_override;
  }
  if (action.on_demand_throughput_override) {
    replica.on_demand = action.on_demand_throughput_override;
  }
}

const std::string& region_of(const ReplicationGroupUpdate& update) {
  if (update.create) return update.create->region_name;
  return update.update ? update.update->region_name : update.delete_replica->region_name;
}

Status apply(const ReplicationGroupUpdate& update, std::vector<ReplicaSettings>& replicas) {
  const std::string& region = region_of(update);
  const auto replica = std::find_if(replicas.begin(), replicas.end(),
                                    [&](const auto& other) { return other.region == region; });
  if (update.create) {
    if (replica != replicas.end()) return replica_exists(region);
    set(replicas.emplace_back(), *update.create);
    return {};
  }
  if (replica == replicas.end()) return replica_not_found();
  if (update.update) {
    set(*replica, *update.update);
  } else {
    replicas.erase(replica);
  }
  return {};
}

}  // namespace

Result<std::vector<ReplicaSettings>> with_replicas(
    std::vector<ReplicaSettings> replicas, const std::vector<ReplicationGroupUpdate>& updates,
    std::string_view own_region) {
  for (const ReplicationGroupUpdate& update : updates) {
    const int actions =
        (update.create ? 1 : 0) + (update.update ? 1 : 0) + (update.delete_replica ? 1 : 0);
    if (actions != 1) return one_action();
    if (region_of(update) == own_region) return own_region_not_allowed();
    EMU_CHECK(apply(update, replicas));
  }
  return replicas;
}

void show_replicas(const TableSettings& settings, TableDescription& description) {
  if (settings.replicas.empty()) return;
  description.global_table_version = kVersion;
  Arn arn = *Arn::parse(settings.arn);
  for (const ReplicaSettings& replica : settings.replicas) {
    arn.region = replica.region;
    ReplicaDescription& shown = description.replicas.emplace_back();
    shown = {.region_name = replica.region,
             .replica_status = "ACTIVE",
             .replica_arn = arn.str(),
             .kms_master_key_id = replica.kms_key,
             .provisioned_throughput_override = replica.provisioned,
             .on_demand_throughput_override = replica.on_demand};
    if (!replica.table_class.empty()) {
      shown.replica_table_class_summary = TableClassSummary{.table_class = replica.table_class};
    }
  }
}

}  // namespace emu::dynamodb
