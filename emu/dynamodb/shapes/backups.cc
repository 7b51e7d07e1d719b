#include <emu/dynamodb/backups.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void BackupDetails::describe(StructureShape<BackupDetails>& s) {
  s.member("BackupArn", &BackupDetails::backup_arn);
  s.member("BackupName", &BackupDetails::backup_name);
  s.member("BackupSizeBytes", &BackupDetails::backup_size_bytes);
  s.member("BackupStatus", &BackupDetails::backup_status);
  s.member("BackupType", &BackupDetails::backup_type);
  s.member("BackupCreationDateTime", &BackupDetails::backup_creation_date_time);
  s.member("BackupExpiryDateTime", &BackupDetails::backup_expiry_date_time);
}

void CreateBackupResult::describe(StructureShape<CreateBackupResult>& s) {
  s.member("BackupDetails", &CreateBackupResult::backup_details);
}

void CreateBackup::describe(StructureShape<CreateBackup>& s) {
  detail::table_name(s.member("TableName", &CreateBackup::table_name).required());
  detail::name(s.member("BackupName", &CreateBackup::backup_name).required());
}

void SourceTableDetails::describe(StructureShape<SourceTableDetails>& s) {
  s.member("TableName", &SourceTableDetails::table_name);
  s.member("TableId", &SourceTableDetails::table_id);
  s.member("TableArn", &SourceTableDetails::table_arn);
  s.member("TableSizeBytes", &SourceTableDetails::table_size_bytes);
  s.member("KeySchema", &SourceTableDetails::key_schema);
  s.member("TableCreationDateTime", &SourceTableDetails::table_creation_date_time);
  s.member("ProvisionedThroughput", &SourceTableDetails::provisioned_throughput);
  s.member("OnDemandThroughput", &SourceTableDetails::on_demand_throughput);
  s.member("ItemCount", &SourceTableDetails::item_count);
  s.member("BillingMode", &SourceTableDetails::billing_mode);
}

void LocalSecondaryIndexInfo::describe(StructureShape<LocalSecondaryIndexInfo>& s) {
  s.member("IndexName", &LocalSecondaryIndexInfo::index_name);
  s.member("KeySchema", &LocalSecondaryIndexInfo::key_schema);
  s.member("Projection", &LocalSecondaryIndexInfo::projection);
}

void GlobalSecondaryIndexInfo::describe(StructureShape<GlobalSecondaryIndexInfo>& s) {
  s.member("IndexName", &GlobalSecondaryIndexInfo::index_name);
  s.member("KeySchema", &GlobalSecondaryIndexInfo::key_schema);
  s.member("Projection", &GlobalSecondaryIndexInfo::projection);
  s.member("ProvisionedThroughput", &GlobalSecondaryIndexInfo::provisioned_throughput);
  s.member("OnDemandThroughput", &GlobalSecondaryIndexInfo::on_demand_throughput);
}

void SourceTableFeatureDetails::describe(StructureShape<SourceTableFeatureDetails>& s) {
  s.member("LocalSecondaryIndexes", &SourceTableFeatureDetails::local_secondary_indexes);
  s.member("GlobalSecondaryIndexes", &SourceTableFeatureDetails::global_secondary_indexes);
  s.member("StreamDescription", &SourceTableFeatureDetails::stream_description);
  s.member("TimeToLiveDescription", &SourceTableFeatureDetails::time_to_live_description);
  s.member("SSEDescription", &SourceTableFeatureDetails::sse_description);
}

void BackupDescription::describe(StructureShape<BackupDescription>& s) {
  s.member("BackupDetails", &BackupDescription::backup_details);
  s.member("SourceTableDetails", &BackupDescription::source_table_details);
  s.member("SourceTableFeatureDetails", &BackupDescription::source_table_feature_details);
}

void DescribeBackupResult::describe(StructureShape<DescribeBackupResult>& s) {
  s.member("BackupDescription", &DescribeBackupResult::backup_description);
}

void DescribeBackup::describe(StructureShape<DescribeBackup>& s) {
  s.member("BackupArn", &DescribeBackup::backup_arn).required().range(37, 1024);
}

void BackupSummary::describe(StructureShape<BackupSummary>& s) {
  s.member("TableName", &BackupSummary::table_name);
  s.member("TableId", &BackupSummary::table_id);
  s.member("TableArn", &BackupSummary::table_arn);
  s.member("BackupArn", &BackupSummary::backup_arn);
  s.member("BackupName", &BackupSummary::backup_name);
  s.member("BackupCreationDateTime", &BackupSummary::backup_creation_date_time);
  s.member("BackupExpiryDateTime", &BackupSummary::backup_expiry_date_time);
  s.member("BackupStatus", &BackupSummary::backup_status);
  s.member("BackupType", &BackupSummary::backup_type);
  s.member("BackupSizeBytes", &BackupSummary::backup_size_bytes);
}

void ListBackupsResult::describe(StructureShape<ListBackupsResult>& s) {
  s.member("BackupSummaries", &ListBackupsResult::backup_summaries).always();
  s.member("LastEvaluatedBackupArn", &ListBackupsResult::last_evaluated_backup_arn);
}

void ListBackups::describe(StructureShape<ListBackups>& s) {
  detail::table_name(s.member("TableName", &ListBackups::table_name));
  s.member("Limit", &ListBackups::limit).range(1, 100);
  s.member("TimeRangeLowerBound", &ListBackups::time_range_lower_bound);
  s.member("TimeRangeUpperBound", &ListBackups::time_range_upper_bound);
  s.member("ExclusiveStartBackupArn", &ListBackups::exclusive_start_backup_arn).range(37, 1024);
  s.member("BackupType", &ListBackups::backup_type).one_of({"USER", "SYSTEM", "AWS_BACKUP", "ALL"});
}

void DeleteBackupResult::describe(StructureShape<DeleteBackupResult>& s) {
  s.member("BackupDescription", &DeleteBackupResult::backup_description);
}

void DeleteBackup::describe(StructureShape<DeleteBackup>& s) {
  s.member("BackupArn", &DeleteBackup::backup_arn).required().range(37, 1024);
}

void RestoreTableFromBackupResult::describe(StructureShape<RestoreTableFromBackupResult>& s) {
  s.member("TableDescription", &RestoreTableFromBackupResult::table_description);
}

void RestoreTableFromBackup::describe(StructureShape<RestoreTableFromBackup>& s) {
  detail::name(s.member("TargetTableName", &RestoreTableFromBackup::target_table_name).required());
  s.member("BackupArn", &RestoreTableFromBackup::backup_arn).required().range(37, 1024);
  s.member("BillingModeOverride", &RestoreTableFromBackup::billing_mode_override)
      .one_of({"PROVISIONED", "PAY_PER_REQUEST"});
  s.member("GlobalSecondaryIndexOverride",
           &RestoreTableFromBackup::global_secondary_index_override);
  s.member("LocalSecondaryIndexOverride", &RestoreTableFromBackup::local_secondary_index_override);
  s.member("ProvisionedThroughputOverride",
           &RestoreTableFromBackup::provisioned_throughput_override);
  s.member("OnDemandThroughputOverride", &RestoreTableFromBackup::on_demand_throughput_override);
  s.member("SSESpecificationOverride", &RestoreTableFromBackup::sse_specification_override);
}

void RestoreTableToPointInTimeResult::describe(StructureShape<RestoreTableToPointInTimeResult>& s) {
  s.member("TableDescription", &RestoreTableToPointInTimeResult::table_description);
}

void RestoreTableToPointInTime::describe(StructureShape<RestoreTableToPointInTime>& s) {
  s.member("SourceTableArn", &RestoreTableToPointInTime::source_table_arn).range(1, 1024);
  detail::name(s.member("SourceTableName", &RestoreTableToPointInTime::source_table_name));
  detail::name(
      s.member("TargetTableName", &RestoreTableToPointInTime::target_table_name).required());
  s.member("UseLatestRestorableTime", &RestoreTableToPointInTime::use_latest_restorable_time);
  s.member("RestoreDateTime", &RestoreTableToPointInTime::restore_date_time);
  s.member("BillingModeOverride", &RestoreTableToPointInTime::billing_mode_override)
      .one_of({"PROVISIONED", "PAY_PER_REQUEST"});
  s.member("GlobalSecondaryIndexOverride",
           &RestoreTableToPointInTime::global_secondary_index_override);
  s.member("LocalSecondaryIndexOverride",
           &RestoreTableToPointInTime::local_secondary_index_override);
  s.member("ProvisionedThroughputOverride",
           &RestoreTableToPointInTime::provisioned_throughput_override);
  s.member("OnDemandThroughputOverride", &RestoreTableToPointInTime::on_demand_throughput_override);
  s.member("SSESpecificationOverride", &RestoreTableToPointInTime::sse_specification_override);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::BackupDetails);
EMU_DESCRIBED(dynamodb::CreateBackupResult);
EMU_DESCRIBED_OPERATION(dynamodb::CreateBackup);
EMU_DESCRIBED(dynamodb::SourceTableDetails);
EMU_DESCRIBED(dynamodb::LocalSecondaryIndexInfo);
EMU_DESCRIBED(dynamodb::GlobalSecondaryIndexInfo);
EMU_DESCRIBED(dynamodb::SourceTableFeatureDetails);
EMU_DESCRIBED(dynamodb::BackupDescription);
EMU_DESCRIBED(dynamodb::DescribeBackupResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeBackup);
EMU_DESCRIBED(dynamodb::BackupSummary);
EMU_DESCRIBED(dynamodb::ListBackupsResult);
EMU_DESCRIBED_OPERATION(dynamodb::ListBackups);
EMU_DESCRIBED(dynamodb::DeleteBackupResult);
EMU_DESCRIBED_OPERATION(dynamodb::DeleteBackup);
EMU_DESCRIBED(dynamodb::RestoreTableFromBackupResult);
EMU_DESCRIBED_OPERATION(dynamodb::RestoreTableFromBackup);
EMU_DESCRIBED(dynamodb::RestoreTableToPointInTimeResult);
EMU_DESCRIBED_OPERATION(dynamodb::RestoreTableToPointInTime);
}  // namespace emu
