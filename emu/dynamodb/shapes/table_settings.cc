#include <emu/describe.h>

#include "dynamodb/table.h"

namespace emu::dynamodb {

void TimeToLiveSettings::describe(StructureShape<TimeToLiveSettings>& s) {
  s.member("Enabled", &TimeToLiveSettings::is_enabled);
  s.member("AttributeName", &TimeToLiveSettings::attribute_name);
  s.member("LastChangeDateTime", &TimeToLiveSettings::changed);
}

void PointInTimeRecoverySettings::describe(StructureShape<PointInTimeRecoverySettings>& s) {
  s.member("RecoveryPeriodInDays", &PointInTimeRecoverySettings::days);
}

void RestoreSettings::describe(StructureShape<RestoreSettings>& s) {
  s.member("SourceBackupArn", &RestoreSettings::backup_arn);
  s.member("SourceTableArn", &RestoreSettings::table_arn);
  s.member("RestoreDateTime", &RestoreSettings::at);
}

void IndexSettings::describe(StructureShape<IndexSettings>& s) {
  s.member("IndexName", &IndexSettings::name).required();
  s.member("IsGlobal", &IndexSettings::is_global);
  s.member("KeySchema", &IndexSettings::key_schema).required();
  s.member("Projection", &IndexSettings::projection);
  s.member("ProvisionedThroughput", &IndexSettings::throughput);
  s.member("LastIncreaseDateTime", &IndexSettings::last_increase);
  s.member("LastDecreaseDateTime", &IndexSettings::last_decrease);
  s.member("OnDemandThroughput", &IndexSettings::on_demand_throughput);
  s.member("WarmThroughput", &IndexSettings::warm);
  s.member("ChangingStatus", &IndexSettings::changing);
  s.member("SettledDateTime", &IndexSettings::settled);
  s.member("IsBackfilled", &IndexSettings::is_backfilled);
}

void ContributorInsightsSettings::describe(StructureShape<ContributorInsightsSettings>& s) {
  using Self = ContributorInsightsSettings;
  s.member("IndexName", &Self::index);
  s.member("Enabled", &Self::is_enabled);
  s.member("ContributorInsightsMode", &Self::mode);
  s.member("LastUpdateDateTime", &Self::changed);
}

void KinesisDestinationSettings::describe(StructureShape<KinesisDestinationSettings>& s) {
  using Self = KinesisDestinationSettings;
  s.member("StreamArn", &Self::stream_arn);
  s.member("Enabled", &Self::is_enabled);
  s.member("ApproximateCreationDateTimePrecision", &Self::precision);
  s.member("ChangingStatus", &Self::changing);
  s.member("LastChangeDateTime", &Self::changed);
}

void ReplicaSettings::describe(StructureShape<ReplicaSettings>& s) {
  s.member("RegionName", &ReplicaSettings::region);
  s.member("KMSMasterKeyId", &ReplicaSettings::kms_key);
  s.member("TableClassOverride", &ReplicaSettings::table_class);
  s.member("ProvisionedThroughputOverride", &ReplicaSettings::provisioned);
  s.member("OnDemandThroughputOverride", &ReplicaSettings::on_demand);
}

// Names as DescribeTable has them where it shows the same.
void TableSettings::describe(StructureShape<TableSettings>& s) {
  using T = TableSettings;
  s.member("TableName", &T::name).required();
  s.member("TableArn", &T::arn);
  s.member("TableId", &T::id);
  s.member("CreationDateTime", &T::created);
  s.member("KeySchema", &T::key_schema).required();
  s.member("AttributeDefinitions", &T::attribute_definitions).required();
  s.member("Indexes", &T::indexes);
  s.member("Tags", &T::tags);
  s.member("IsOnDemand", &T::is_on_demand);
  s.member("ProvisionedThroughput", &T::throughput);
  s.member("ProvisionedThroughputBefore", &T::throughput_before);
  s.member("LastUpdateToPayPerRequestDateTime", &T::last_on_demand);
  s.member("LastIncreaseDateTime", &T::last_increase);
  s.member("LastDecreaseDateTime", &T::last_decrease);
  s.member("NumberOfDecreasesToday", &T::decreases_today);
  s.member("OnDemandThroughput", &T::on_demand_throughput);
  s.member("StreamSpecification", &T::stream);
  s.member("LatestStreamLabel", &T::stream_label);
  s.member("SSEDescription", &T::encryption);
  s.member("TableClassSummary", &T::table_class);
  s.member("DeletionProtectionEnabled", &T::is_protected);
  s.member("TimeToLive", &T::time_to_live);
  s.member("PointInTimeRecovery", &T::point_in_time_recovery);
  s.member("Restore", &T::restored);
  s.member("WarmThroughput", &T::warm);
  s.member("ContributorInsights", &T::contributor_insights);
  s.member("Replicas", &T::replicas);
  s.member("KinesisDestinations", &T::kinesis_destinations);
  s.member("ChangingStatus", &T::changing);
  s.member("SettledDateTime", &T::settled);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::TimeToLiveSettings);
EMU_DESCRIBED(dynamodb::PointInTimeRecoverySettings);
EMU_DESCRIBED(dynamodb::RestoreSettings);
EMU_DESCRIBED(dynamodb::IndexSettings);
EMU_DESCRIBED(dynamodb::ContributorInsightsSettings);
EMU_DESCRIBED(dynamodb::KinesisDestinationSettings);
EMU_DESCRIBED(dynamodb::ReplicaSettings);
EMU_DESCRIBED(dynamodb::TableSettings);
}  // namespace emu
