#include <emu/dynamodb/tables.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void AttributeDefinition::describe(StructureShape<AttributeDefinition>& s) {
  s.member("AttributeName", &AttributeDefinition::attribute_name).required().range(1, 255);
  s.member("AttributeType", &AttributeDefinition::attribute_type)
      .required()
      .one_of({"B", "N", "S"});
}

void KeySchemaElement::describe(StructureShape<KeySchemaElement>& s) {
  s.member("AttributeName", &KeySchemaElement::attribute_name).required().range(1, 255);
  s.member("KeyType", &KeySchemaElement::key_type).required().one_of({"HASH", "RANGE"});
}

void ProvisionedThroughput::describe(StructureShape<ProvisionedThroughput>& s) {
  s.member("ReadCapacityUnits", &ProvisionedThroughput::read_capacity_units)
      .required()
      .range(1, detail::kLongMax);
  s.member("WriteCapacityUnits", &ProvisionedThroughput::write_capacity_units)
      .required()
      .range(1, detail::kLongMax);
}

void OnDemandThroughput::describe(StructureShape<OnDemandThroughput>& s) {
  s.member("MaxReadRequestUnits", &OnDemandThroughput::max_read_request_units);
  s.member("MaxWriteRequestUnits", &OnDemandThroughput::max_write_request_units);
}

void Projection::describe(StructureShape<Projection>& s) {
  s.member("ProjectionType", &Projection::projection_type).one_of({"ALL", "INCLUDE", "KEYS_ONLY"});
  s.member("NonKeyAttributes", &Projection::non_key_attributes)
      .range(1, 20)
      .each({.min = 1, .max = 255});
}

void LocalSecondaryIndex::describe(StructureShape<LocalSecondaryIndex>& s) {
  detail::name(s.member("IndexName", &LocalSecondaryIndex::index_name).required());
  s.member("KeySchema", &LocalSecondaryIndex::key_schema).required().range(1, 2);
  s.member("Projection", &LocalSecondaryIndex::projection).required();
}

void GlobalSecondaryIndex::describe(StructureShape<GlobalSecondaryIndex>& s) {
  detail::name(s.member("IndexName", &GlobalSecondaryIndex::index_name).required());
  s.member("KeySchema", &GlobalSecondaryIndex::key_schema).required().range(1, detail::kLongMax);
  s.member("Projection", &GlobalSecondaryIndex::projection).required();
  s.member("ProvisionedThroughput", &GlobalSecondaryIndex::provisioned_throughput);
  s.member("OnDemandThroughput", &GlobalSecondaryIndex::on_demand_throughput);
  s.member("WarmThroughput", &GlobalSecondaryIndex::warm_throughput);
}

void StreamSpecification::describe(StructureShape<StreamSpecification>& s) {
  s.member("StreamEnabled", &StreamSpecification::stream_enabled).required();
  s.member("StreamViewType", &StreamSpecification::stream_view_type)
      .one_of({"NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"});
}

void SseSpecification::describe(StructureShape<SseSpecification>& s) {
  s.member("Enabled", &SseSpecification::enabled);
  s.member("SSEType", &SseSpecification::sse_type).one_of({"AES256", "KMS"});
  s.member("KMSMasterKeyId", &SseSpecification::kms_master_key_id);
}

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).range(0, 256).always();
}

void ProvisionedThroughputDescription::describe(
    StructureShape<ProvisionedThroughputDescription>& s) {
  using Self = ProvisionedThroughputDescription;
  s.member("LastIncreaseDateTime", &Self::last_increase_date_time);
  s.member("LastDecreaseDateTime", &Self::last_decrease_date_time);
  s.member("NumberOfDecreasesToday", &Self::number_of_decreases_today);
  s.member("ReadCapacityUnits", &Self::read_capacity_units);
  s.member("WriteCapacityUnits", &Self::write_capacity_units);
}

void BillingModeSummary::describe(StructureShape<BillingModeSummary>& s) {
  s.member("BillingMode", &BillingModeSummary::billing_mode);
  s.member("LastUpdateToPayPerRequestDateTime",
           &BillingModeSummary::last_update_to_pay_per_request_date_time);
}

void LocalSecondaryIndexDescription::describe(StructureShape<LocalSecondaryIndexDescription>& s) {
  using Self = LocalSecondaryIndexDescription;
  s.member("IndexName", &Self::index_name);
  s.member("KeySchema", &Self::key_schema);
  s.member("Projection", &Self::projection);
  s.member("IndexSizeBytes", &Self::index_size_bytes);
  s.member("ItemCount", &Self::item_count);
  s.member("IndexArn", &Self::index_arn);
}

void GlobalSecondaryIndexDescription::describe(StructureShape<GlobalSecondaryIndexDescription>& s) {
  using Self = GlobalSecondaryIndexDescription;
  s.member("IndexName", &Self::index_name);
  s.member("KeySchema", &Self::key_schema);
  s.member("Projection", &Self::projection);
  s.member("IndexStatus", &Self::index_status);
  s.member("Backfilling", &Self::backfilling);
  s.member("ProvisionedThroughput", &Self::provisioned_throughput);
  s.member("IndexSizeBytes", &Self::index_size_bytes);
  s.member("ItemCount", &Self::item_count);
  s.member("IndexArn", &Self::index_arn);
  s.member("OnDemandThroughput", &Self::on_demand_throughput);
  s.member("WarmThroughput", &Self::warm_throughput);
}

void SseDescription::describe(StructureShape<SseDescription>& s) {
  s.member("Status", &SseDescription::status);
  s.member("SSEType", &SseDescription::sse_type);
  s.member("KMSMasterKeyArn", &SseDescription::kms_master_key_arn);
}

void TableClassSummary::describe(StructureShape<TableClassSummary>& s) {
  s.member("TableClass", &TableClassSummary::table_class);
  s.member("LastUpdateDateTime", &TableClassSummary::last_update_date_time);
}

void WarmThroughput::describe(StructureShape<WarmThroughput>& s) {
  s.member("ReadUnitsPerSecond", &WarmThroughput::read_units_per_second);
  s.member("WriteUnitsPerSecond", &WarmThroughput::write_units_per_second);
}

void TableWarmThroughputDescription::describe(StructureShape<TableWarmThroughputDescription>& s) {
  using Self = TableWarmThroughputDescription;
  s.member("ReadUnitsPerSecond", &Self::read_units_per_second);
  s.member("WriteUnitsPerSecond", &Self::write_units_per_second);
  s.member("Status", &Self::status);
}

void GlobalSecondaryIndexWarmThroughputDescription::describe(
    StructureShape<GlobalSecondaryIndexWarmThroughputDescription>& s) {
  using Self = GlobalSecondaryIndexWarmThroughputDescription;
  s.member("ReadUnitsPerSecond", &Self::read_units_per_second);
  s.member("WriteUnitsPerSecond", &Self::write_units_per_second);
  s.member("Status", &Self::status);
}

void RestoreSummary::describe(StructureShape<RestoreSummary>& s) {
  s.member("SourceBackupArn", &RestoreSummary::source_backup_arn);
  s.member("SourceTableArn", &RestoreSummary::source_table_arn);
  s.member("RestoreDateTime", &RestoreSummary::restore_date_time);
  s.member("RestoreInProgress", &RestoreSummary::restore_in_progress);
}

void TableDescription::describe(StructureShape<TableDescription>& s) {
  s.member("AttributeDefinitions", &TableDescription::attribute_definitions);
  s.member("TableName", &TableDescription::table_name);
  s.member("KeySchema", &TableDescription::key_schema);
  s.member("TableStatus", &TableDescription::table_status);
  s.member("CreationDateTime", &TableDescription::creation_date_time);
  s.member("ProvisionedThroughput", &TableDescription::provisioned_throughput);
  s.member("TableSizeBytes", &TableDescription::table_size_bytes);
  s.member("ItemCount", &TableDescription::item_count);
  s.member("TableArn", &TableDescription::table_arn);
  s.member("TableId", &TableDescription::table_id);
  s.member("BillingModeSummary", &TableDescription::billing_mode_summary);
  s.member("LocalSecondaryIndexes", &TableDescription::local_secondary_indexes);
  s.member("GlobalSecondaryIndexes", &TableDescription::global_secondary_indexes);
  s.member("StreamSpecification", &TableDescription::stream_specification);
  s.member("LatestStreamLabel", &TableDescription::latest_stream_label);
  s.member("LatestStreamArn", &TableDescription::latest_stream_arn);
  s.member("SSEDescription", &TableDescription::sse_description);
  s.member("TableClassSummary", &TableDescription::table_class_summary);
  s.member("DeletionProtectionEnabled", &TableDescription::deletion_protection_enabled);
  s.member("OnDemandThroughput", &TableDescription::on_demand_throughput);
  s.member("GlobalTableVersion", &TableDescription::global_table_version);
  s.member("Replicas", &TableDescription::replicas);
  s.member("WarmThroughput", &TableDescription::warm_throughput);
  s.member("RestoreSummary", &TableDescription::restore_summary);
}

void CreateTableResult::describe(StructureShape<CreateTableResult>& s) {
  s.member("TableDescription", &CreateTableResult::table_description);
}

void CreateTable::describe(StructureShape<CreateTable>& s) {
  s.member("AttributeDefinitions", &CreateTable::attribute_definitions).required();
  detail::table_name(s.member("TableName", &CreateTable::table_name).required());
  s.member("KeySchema", &CreateTable::key_schema).required().range(1, 2);
  s.member("LocalSecondaryIndexes", &CreateTable::local_secondary_indexes);
  s.member("GlobalSecondaryIndexes", &CreateTable::global_secondary_indexes);
  s.member("BillingMode", &CreateTable::billing_mode).one_of({"PROVISIONED", "PAY_PER_REQUEST"});
  s.member("ProvisionedThroughput", &CreateTable::provisioned_throughput);
  s.member("StreamSpecification", &CreateTable::stream_specification);
  s.member("SSESpecification", &CreateTable::sse_specification);
  s.member("Tags", &CreateTable::tags);
  s.member("TableClass", &CreateTable::table_class)
      .one_of({"STANDARD", "STANDARD_INFREQUENT_ACCESS"});
  s.member("DeletionProtectionEnabled", &CreateTable::deletion_protection_enabled);
  s.member("OnDemandThroughput", &CreateTable::on_demand_throughput);
  s.member("WarmThroughput", &CreateTable::warm_throughput);
  s.member("ResourcePolicy", &CreateTable::resource_policy);
}

void DescribeTableResult::describe(StructureShape<DescribeTableResult>& s) {
  s.member("Table", &DescribeTableResult::table);
}

void DescribeTable::describe(StructureShape<DescribeTable>& s) {
  detail::table_name(s.member("TableName", &DescribeTable::table_name).required());
}

void ListTablesResult::describe(StructureShape<ListTablesResult>& s) {
  s.member("TableNames", &ListTablesResult::table_names).always();
  s.member("LastEvaluatedTableName", &ListTablesResult::last_evaluated_table_name);
}

void ListTables::describe(StructureShape<ListTables>& s) {
  detail::name(s.member("ExclusiveStartTableName", &ListTables::exclusive_start_table_name));
  s.member("Limit", &ListTables::limit).range(1, 100);
}

void UpdateGlobalSecondaryIndexAction::describe(
    StructureShape<UpdateGlobalSecondaryIndexAction>& s) {
  using Self = UpdateGlobalSecondaryIndexAction;
  detail::name(s.member("IndexName", &Self::index_name).required());
  s.member("ProvisionedThroughput", &Self::provisioned_throughput);
  s.member("OnDemandThroughput", &Self::on_demand_throughput);
  s.member("WarmThroughput", &Self::warm_throughput);
}

void DeleteGlobalSecondaryIndexAction::describe(
    StructureShape<DeleteGlobalSecondaryIndexAction>& s) {
  detail::name(s.member("IndexName", &DeleteGlobalSecondaryIndexAction::index_name).required());
}

void GlobalSecondaryIndexUpdate::describe(StructureShape<GlobalSecondaryIndexUpdate>& s) {
  s.member("Update", &GlobalSecondaryIndexUpdate::update);
  s.member("Create", &GlobalSecondaryIndexUpdate::create);
  s.member("Delete", &GlobalSecondaryIndexUpdate::delete_index);
}

void UpdateTableResult::describe(StructureShape<UpdateTableResult>& s) {
  s.member("TableDescription", &UpdateTableResult::table_description);
}

void UpdateTable::describe(StructureShape<UpdateTable>& s) {
  s.member("AttributeDefinitions", &UpdateTable::attribute_definitions);
  detail::table_name(s.member("TableName", &UpdateTable::table_name).required());
  s.member("BillingMode", &UpdateTable::billing_mode).one_of({"PROVISIONED", "PAY_PER_REQUEST"});
  s.member("ProvisionedThroughput", &UpdateTable::provisioned_throughput);
  s.member("GlobalSecondaryIndexUpdates", &UpdateTable::global_secondary_index_updates);
  s.member("StreamSpecification", &UpdateTable::stream_specification);
  s.member("SSESpecification", &UpdateTable::sse_specification);
  s.member("TableClass", &UpdateTable::table_class)
      .one_of({"STANDARD", "STANDARD_INFREQUENT_ACCESS"});
  s.member("DeletionProtectionEnabled", &UpdateTable::deletion_protection_enabled);
  s.member("OnDemandThroughput", &UpdateTable::on_demand_throughput);
  s.member("ReplicaUpdates", &UpdateTable::replica_updates).at_least(1);
  s.member("WarmThroughput", &UpdateTable::warm_throughput);
}

void DeleteTableResult::describe(StructureShape<DeleteTableResult>& s) {
  s.member("TableDescription", &DeleteTableResult::table_description);
}

void DeleteTable::describe(StructureShape<DeleteTable>& s) {
  detail::table_name(s.member("TableName", &DeleteTable::table_name).required());
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::AttributeDefinition);
EMU_DESCRIBED(dynamodb::KeySchemaElement);
EMU_DESCRIBED(dynamodb::ProvisionedThroughput);
EMU_DESCRIBED(dynamodb::OnDemandThroughput);
EMU_DESCRIBED(dynamodb::Projection);
EMU_DESCRIBED(dynamodb::LocalSecondaryIndex);
EMU_DESCRIBED(dynamodb::GlobalSecondaryIndex);
EMU_DESCRIBED(dynamodb::StreamSpecification);
EMU_DESCRIBED(dynamodb::SseSpecification);
EMU_DESCRIBED(dynamodb::Tag);
EMU_DESCRIBED(dynamodb::ProvisionedThroughputDescription);
EMU_DESCRIBED(dynamodb::BillingModeSummary);
EMU_DESCRIBED(dynamodb::LocalSecondaryIndexDescription);
EMU_DESCRIBED(dynamodb::GlobalSecondaryIndexDescription);
EMU_DESCRIBED(dynamodb::SseDescription);
EMU_DESCRIBED(dynamodb::TableClassSummary);
EMU_DESCRIBED(dynamodb::WarmThroughput);
EMU_DESCRIBED(dynamodb::TableWarmThroughputDescription);
EMU_DESCRIBED(dynamodb::GlobalSecondaryIndexWarmThroughputDescription);
EMU_DESCRIBED(dynamodb::RestoreSummary);
EMU_DESCRIBED(dynamodb::TableDescription);
EMU_DESCRIBED(dynamodb::CreateTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::CreateTable);
EMU_DESCRIBED(dynamodb::DescribeTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeTable);
EMU_DESCRIBED(dynamodb::ListTablesResult);
EMU_DESCRIBED_OPERATION(dynamodb::ListTables);
EMU_DESCRIBED(dynamodb::UpdateGlobalSecondaryIndexAction);
EMU_DESCRIBED(dynamodb::DeleteGlobalSecondaryIndexAction);
EMU_DESCRIBED(dynamodb::GlobalSecondaryIndexUpdate);
EMU_DESCRIBED(dynamodb::UpdateTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateTable);
EMU_DESCRIBED(dynamodb::DeleteTableResult);
EMU_DESCRIBED_OPERATION(dynamodb::DeleteTable);
}  // namespace emu
