#include <emu/dynamodb/global_table_settings.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void ReplicaGlobalSecondaryIndexSettingsDescription::describe(
    StructureShape<ReplicaGlobalSecondaryIndexSettingsDescription>& s) {
  s.member("IndexName", &ReplicaGlobalSecondaryIndexSettingsDescription::index_name);
  s.member("IndexStatus", &ReplicaGlobalSecondaryIndexSettingsDescription::index_status);
  s.member("ProvisionedReadCapacityUnits",
           &ReplicaGlobalSecondaryIndexSettingsDescription::provisioned_read_capacity_units);
  s.member("ProvisionedReadCapacityAutoScalingSettings",
           &ReplicaGlobalSecondaryIndexSettingsDescription::
               provisioned_read_capacity_auto_scaling_settings);
  s.member("ProvisionedWriteCapacityUnits",
           &ReplicaGlobalSecondaryIndexSettingsDescription::provisioned_write_capacity_units);
  s.member("ProvisionedWriteCapacityAutoScalingSettings",
           &ReplicaGlobalSecondaryIndexSettingsDescription::
               provisioned_write_capacity_auto_scaling_settings);
}

void ReplicaSettingsDescription::describe(StructureShape<ReplicaSettingsDescription>& s) {
  s.member("RegionName", &ReplicaSettingsDescription::region_name);
  s.member("ReplicaStatus", &ReplicaSettingsDescription::replica_status);
  s.member("ReplicaBillingModeSummary", &ReplicaSettingsDescription::replica_billing_mode_summary);
  s.member("ReplicaProvisionedReadCapacityUnits",
           &ReplicaSettingsDescription::replica_provisioned_read_capacity_units);
  s.member("ReplicaProvisionedReadCapacityAutoScalingSettings",
           &ReplicaSettingsDescription::replica_provisioned_read_capacity_auto_scaling_settings);
  s.member("ReplicaProvisionedWriteCapacityUnits",
           &ReplicaSettingsDescription::replica_provisioned_write_capacity_units);
  s.member("ReplicaProvisionedWriteCapacityAutoScalingSettings",
           &ReplicaSettingsDescription::replica_provisioned_write_capacity_auto_scaling_settings);
  s.member("ReplicaGlobalSecondaryIndexSettings",
           &ReplicaSettingsDescription::replica_global_secondary_index_settings);
  s.member("ReplicaTableClassSummary", &ReplicaSettingsDescription::replica_table_class_summary);
}

void DescribeGlobalTableSettingsResult::describe(
    StructureShape<DescribeGlobalTableSettingsResult>& s) {
  s.member("GlobalTableName", &DescribeGlobalTableSettingsResult::global_table_name);
  s.member("ReplicaSettings", &DescribeGlobalTableSettingsResult::replica_settings);
}

void DescribeGlobalTableSettings::describe(StructureShape<DescribeGlobalTableSettings>& s) {
  detail::name(
      s.member("GlobalTableName", &DescribeGlobalTableSettings::global_table_name).required());
}

void GlobalTableGlobalSecondaryIndexSettingsUpdate::describe(
    StructureShape<GlobalTableGlobalSecondaryIndexSettingsUpdate>& s) {
  detail::name(
      s.member("IndexName", &GlobalTableGlobalSecondaryIndexSettingsUpdate::index_name).required());
  s.member("ProvisionedWriteCapacityUnits",
           &GlobalTableGlobalSecondaryIndexSettingsUpdate::provisioned_write_capacity_units)
      .at_least(1);
  s.member("ProvisionedWriteCapacityAutoScalingSettingsUpdate",
           &GlobalTableGlobalSecondaryIndexSettingsUpdate::
               provisioned_write_capacity_auto_scaling_settings_update);
}

void ReplicaGlobalSecondaryIndexSettingsUpdate::describe(
    StructureShape<ReplicaGlobalSecondaryIndexSettingsUpdate>& s) {
  detail::name(
      s.member("IndexName", &ReplicaGlobalSecondaryIndexSettingsUpdate::index_name).required());
  s.member("ProvisionedReadCapacityUnits",
           &ReplicaGlobalSecondaryIndexSettingsUpdate::provisioned_read_capacity_units)
      .at_least(1);
  s.member("ProvisionedReadCapacityAutoScalingSettingsUpdate",
           &ReplicaGlobalSecondaryIndexSettingsUpdate::
               provisioned_read_capacity_auto_scaling_settings_update);
}

void ReplicaSettingsUpdate::describe(StructureShape<ReplicaSettingsUpdate>& s) {
  s.member("RegionName", &ReplicaSettingsUpdate::region_name).required();
  s.member("ReplicaProvisionedReadCapacityUnits",
           &ReplicaSettingsUpdate::replica_provisioned_read_capacity_units)
      .at_least(1);
  s.member("ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate",
           &ReplicaSettingsUpdate::replica_provisioned_read_capacity_auto_scaling_settings_update);
  s.member("ReplicaGlobalSecondaryIndexSettingsUpdate",
           &ReplicaSettingsUpdate::replica_global_secondary_index_settings_update)
      .range(1, 20);
  s.member("ReplicaTableClass", &ReplicaSettingsUpdate::replica_table_class)
      .one_of({"STANDARD", "STANDARD_INFREQUENT_ACCESS"});
}

void UpdateGlobalTableSettingsResult::describe(StructureShape<UpdateGlobalTableSettingsResult>& s) {
  s.member("GlobalTableName", &UpdateGlobalTableSettingsResult::global_table_name);
  s.member("ReplicaSettings", &UpdateGlobalTableSettingsResult::replica_settings);
}

void UpdateGlobalTableSettings::describe(StructureShape<UpdateGlobalTableSettings>& s) {
  detail::name(
      s.member("GlobalTableName", &UpdateGlobalTableSettings::global_table_name).required());
  s.member("GlobalTableBillingMode", &UpdateGlobalTableSettings::global_table_billing_mode)
      .one_of({"PROVISIONED", "PAY_PER_REQUEST"});
  s.member("GlobalTableProvisionedWriteCapacityUnits",
           &UpdateGlobalTableSettings::global_table_provisioned_write_capacity_units)
      .at_least(1);
  s.member("GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate",
           &UpdateGlobalTableSettings::
               global_table_provisioned_write_capacity_auto_scaling_settings_update);
  s.member("GlobalTableGlobalSecondaryIndexSettingsUpdate",
           &UpdateGlobalTableSettings::global_table_global_secondary_index_settings_update)
      .range(1, 20);
  s.member("ReplicaSettingsUpdate", &UpdateGlobalTableSettings::replica_settings_update)
      .range(1, 50);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::ReplicaGlobalSecondaryIndexSettingsDescription);
EMU_DESCRIBED(dynamodb::ReplicaSettingsDescription);
EMU_DESCRIBED(dynamodb::DescribeGlobalTableSettingsResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeGlobalTableSettings);
EMU_DESCRIBED(dynamodb::GlobalTableGlobalSecondaryIndexSettingsUpdate);
EMU_DESCRIBED(dynamodb::ReplicaGlobalSecondaryIndexSettingsUpdate);
EMU_DESCRIBED(dynamodb::ReplicaSettingsUpdate);
EMU_DESCRIBED(dynamodb::UpdateGlobalTableSettingsResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateGlobalTableSettings);
}  // namespace emu
