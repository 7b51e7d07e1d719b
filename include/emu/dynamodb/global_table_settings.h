// The settings of global tables of version 2017.11.29, region by region: kept and described. The
// tables stay as they are. Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/dynamodb/auto_scaling.h>
#include <emu/dynamodb/tables.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct ReplicaGlobalSecondaryIndexSettingsDescription {
  std::string index_name = {};
  std::string index_status = {};
  std::optional<std::int64_t> provisioned_read_capacity_units = {};
  std::optional<AutoScalingSettingsDescription> provisioned_read_capacity_auto_scaling_settings =
      {};
  std::optional<std::int64_t> provisioned_write_capacity_units = {};
  std::optional<AutoScalingSettingsDescription> provisioned_write_capacity_auto_scaling_settings =
      {};
  static void describe(StructureShape<ReplicaGlobalSecondaryIndexSettingsDescription>& s);
};

// What was not set is the table's.
struct ReplicaSettingsDescription {
  std::string region_name = {};
  std::string replica_status = {};
  std::optional<BillingModeSummary> replica_billing_mode_summary = {};
  std::optional<std::int64_t> replica_provisioned_read_capacity_units = {};
  std::optional<AutoScalingSettingsDescription>
      replica_provisioned_read_capacity_auto_scaling_settings = {};
  std::optional<std::int64_t> replica_provisioned_write_capacity_units = {};
  std::optional<AutoScalingSettingsDescription>
      replica_provisioned_write_capacity_auto_scaling_settings = {};
  std::vector<ReplicaGlobalSecondaryIndexSettingsDescription>
      replica_global_secondary_index_settings = {};
  std::optional<TableClassSummary> replica_table_class_summary = {};
  static void describe(StructureShape<ReplicaSettingsDescription>& s);
};

struct DescribeGlobalTableSettingsResult {
  std::string global_table_name = {};
  std::vector<ReplicaSettingsDescription> replica_settings = {};
  static void describe(StructureShape<DescribeGlobalTableSettingsResult>& s);
};

// Fails with GlobalTableNotFoundException.
struct DescribeGlobalTableSettings {
  static constexpr OperationName kOperation{"dynamodb", "DescribeGlobalTableSettings"};
  using Result = DescribeGlobalTableSettingsResult;
  std::string global_table_name;
  static void describe(StructureShape<DescribeGlobalTableSettings>& s);
};

struct GlobalTableGlobalSecondaryIndexSettingsUpdate {
  std::string index_name;
  std::optional<std::int64_t> provisioned_write_capacity_units = {};
  std::optional<AutoScalingSettingsUpdate> provisioned_write_capacity_auto_scaling_settings_update =
      {};
  static void describe(StructureShape<GlobalTableGlobalSecondaryIndexSettingsUpdate>& s);
};

struct ReplicaGlobalSecondaryIndexSettingsUpdate {
  std::string index_name;
  std::optional<std::int64_t> provisioned_read_capacity_units = {};
  std::optional<AutoScalingSettingsUpdate> provisioned_read_capacity_auto_scaling_settings_update =
      {};
  static void describe(StructureShape<ReplicaGlobalSecondaryIndexSettingsUpdate>& s);
};

struct ReplicaSettingsUpdate {
  std::string region_name;
  std::optional<std::int64_t> replica_provisioned_read_capacity_units = {};
  std::optional<AutoScalingSettingsUpdate>
      replica_provisioned_read_capacity_auto_scaling_settings_update = {};
  std::vector<ReplicaGlobalSecondaryIndexSettingsUpdate>
      replica_global_secondary_index_settings_update = {};
  std::optional<std::string> replica_table_class = {};
  static void describe(StructureShape<ReplicaSettingsUpdate>& s);
};

struct UpdateGlobalTableSettingsResult {
  std::string global_table_name = {};
  std::vector<ReplicaSettingsDescription> replica_settings = {};
  static void describe(StructureShape<UpdateGlobalTableSettingsResult>& s);
};

// All of the settings are made, or none. The answer shows them as they were, and UPDATING. Fails
// with GlobalTableNotFoundException, ReplicaNotFoundException, IndexNotFoundException, with
// ResourceInUseException unless the global table is ACTIVE, and with ValidationException for
// capacity beside PAY_PER_REQUEST and bounds of auto scaling that do not fit.
struct UpdateGlobalTableSettings {
  static constexpr OperationName kOperation{"dynamodb", "UpdateGlobalTableSettings"};
  using Result = UpdateGlobalTableSettingsResult;
  std::string global_table_name;
  std::optional<std::string> global_table_billing_mode = {};
  std::optional<std::int64_t> global_table_provisioned_write_capacity_units = {};
  std::optional<AutoScalingSettingsUpdate>
      global_table_provisioned_write_capacity_auto_scaling_settings_update = {};
  std::vector<GlobalTableGlobalSecondaryIndexSettingsUpdate>
      global_table_global_secondary_index_settings_update = {};
  std::vector<ReplicaSettingsUpdate> replica_settings_update = {};
  static void describe(StructureShape<UpdateGlobalTableSettings>& s);
};

}  // namespace emu::dynamodb
