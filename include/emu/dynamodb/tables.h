// Tables of DynamoDB: the operations that make, describe, change and drop them.
//
//   aws.send(dynamodb::CreateTable{
//       .attribute_definitions = {{"id", "S"}}, .table_name = "stats", .key_schema = {{"id",
//       "HASH"}}, .billing_mode = "PAY_PER_REQUEST"}).value();
//
// A table is CREATING when the call returns and ACTIVE after a step of no length in virtual time;
// UPDATING and DELETING likewise. Operations on items need an ACTIVE or UPDATING table. Source:
// Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/shape.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::dynamodb {

namespace detail {

inline constexpr std::string_view kNamePattern = "[a-zA-Z0-9_.-]+";

constexpr bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
  });
}

inline constexpr std::int64_t kLongMax = std::numeric_limits<std::int64_t>::max();

// The name of a table or index: 3 to 255 characters.
template <class Ref>
Ref name(Ref ref) {
  return ref.range(3, 255).pattern(&is_name, kNamePattern);
}

}  // namespace detail

struct AttributeDefinition {
  std::string attribute_name;  // 1 to 255 characters
  std::string attribute_type;  // S, N or B
  static void describe(StructureShape<AttributeDefinition>& s) {
    s.member("AttributeName", &AttributeDefinition::attribute_name).required().range(1, 255);
    s.member("AttributeType", &AttributeDefinition::attribute_type)
        .required()
        .one_of({"S", "N", "B"});
  }
};

struct KeySchemaElement {
  std::string attribute_name;  // 1 to 255 characters
  std::string key_type;        // HASH or RANGE
  static void describe(StructureShape<KeySchemaElement>& s) {
    s.member("AttributeName", &KeySchemaElement::attribute_name).required().range(1, 255);
    s.member("KeyType", &KeySchemaElement::key_type).required().one_of({"HASH", "RANGE"});
  }
};

struct ProvisionedThroughput {
  std::int64_t read_capacity_units = 0;
  std::int64_t write_capacity_units = 0;
  static void describe(StructureShape<ProvisionedThroughput>& s) {
    s.member("ReadCapacityUnits", &ProvisionedThroughput::read_capacity_units)
        .required()
        .range(1, detail::kLongMax);
    s.member("WriteCapacityUnits", &ProvisionedThroughput::write_capacity_units)
        .required()
        .range(1, detail::kLongMax);
  }
};

struct OnDemandThroughput {
  std::optional<std::int64_t> max_read_request_units = {};
  std::optional<std::int64_t> max_write_request_units = {};
  static void describe(StructureShape<OnDemandThroughput>& s) {
    s.member("MaxReadRequestUnits", &OnDemandThroughput::max_read_request_units);
    s.member("MaxWriteRequestUnits", &OnDemandThroughput::max_write_request_units);
  }
};

struct Projection {
  std::string projection_type = {};  // ALL, KEYS_ONLY or INCLUDE
  std::vector<std::string> non_key_attributes = {};
  static void describe(StructureShape<Projection>& s) {
    s.member("ProjectionType", &Projection::projection_type)
        .one_of({"ALL", "KEYS_ONLY", "INCLUDE"});
    s.member("NonKeyAttributes", &Projection::non_key_attributes)
        .range(1, 20)
        .each({.min = 1, .max = 255});
  }
};

struct LocalSecondaryIndex {
  std::string index_name;
  std::vector<KeySchemaElement> key_schema;
  Projection projection = {};
  static void describe(StructureShape<LocalSecondaryIndex>& s) {
    detail::name(s.member("IndexName", &LocalSecondaryIndex::index_name).required());
    s.member("KeySchema", &LocalSecondaryIndex::key_schema).required().range(1, 2);
    s.member("Projection", &LocalSecondaryIndex::projection).required();
  }
};

struct GlobalSecondaryIndex {
  std::string index_name;
  std::vector<KeySchemaElement> key_schema;
  Projection projection = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  static void describe(StructureShape<GlobalSecondaryIndex>& s) {
    detail::name(s.member("IndexName", &GlobalSecondaryIndex::index_name).required());
    s.member("KeySchema", &GlobalSecondaryIndex::key_schema).required().range(1, 2);
    s.member("Projection", &GlobalSecondaryIndex::projection).required();
    s.member("ProvisionedThroughput", &GlobalSecondaryIndex::provisioned_throughput);
    s.member("OnDemandThroughput", &GlobalSecondaryIndex::on_demand_throughput);
  }
};

struct StreamSpecification {
  bool stream_enabled = false;
  std::optional<std::string> stream_view_type = {};  // with stream_enabled only
  static void describe(StructureShape<StreamSpecification>& s) {
    s.member("StreamEnabled", &StreamSpecification::stream_enabled).required();
    s.member("StreamViewType", &StreamSpecification::stream_view_type)
        .one_of({"NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"});
  }
};

struct SseSpecification {
  std::optional<bool> enabled = {};
  std::optional<std::string> sse_type = {};  // AES256 or KMS
  std::optional<std::string> kms_master_key_id = {};
  static void describe(StructureShape<SseSpecification>& s) {
    s.member("Enabled", &SseSpecification::enabled);
    s.member("SSEType", &SseSpecification::sse_type).one_of({"AES256", "KMS"});
    s.member("KMSMasterKeyId", &SseSpecification::kms_master_key_id);
  }
};

struct Tag {
  std::string key;    // 1 to 128 characters
  std::string value;  // up to 256 characters
  static void describe(StructureShape<Tag>& s) {
    s.member("Key", &Tag::key).required().range(1, 128);
    s.member("Value", &Tag::value).range(0, 256).always();
  }
};

struct ProvisionedThroughputDescription {
  std::optional<Time> last_increase_date_time = {};
  std::optional<Time> last_decrease_date_time = {};
  std::int64_t number_of_decreases_today = 0;
  std::int64_t read_capacity_units = 0;   // 0 for PAY_PER_REQUEST
  std::int64_t write_capacity_units = 0;  // 0 for PAY_PER_REQUEST
  static void describe(StructureShape<ProvisionedThroughputDescription>& s) {
    using Self = ProvisionedThroughputDescription;
    s.member("LastIncreaseDateTime", &Self::last_increase_date_time);
    s.member("LastDecreaseDateTime", &Self::last_decrease_date_time);
    s.member("NumberOfDecreasesToday", &Self::number_of_decreases_today);
    s.member("ReadCapacityUnits", &Self::read_capacity_units);
    s.member("WriteCapacityUnits", &Self::write_capacity_units);
  }
};

struct BillingModeSummary {
  std::string billing_mode;  // PROVISIONED or PAY_PER_REQUEST
  std::optional<Time> last_update_to_pay_per_request_date_time = {};
  static void describe(StructureShape<BillingModeSummary>& s) {
    s.member("BillingMode", &BillingModeSummary::billing_mode);
    s.member("LastUpdateToPayPerRequestDateTime",
             &BillingModeSummary::last_update_to_pay_per_request_date_time);
  }
};

struct SseDescription {
  std::string status;  // ENABLED, …
  std::string sse_type = {};
  std::string kms_master_key_arn = {};
  static void describe(StructureShape<SseDescription>& s) {
    s.member("Status", &SseDescription::status);
    s.member("SSEType", &SseDescription::sse_type);
    s.member("KMSMasterKeyArn", &SseDescription::kms_master_key_arn);
  }
};

struct TableClassSummary {
  std::string table_class;  // STANDARD or STANDARD_INFREQUENT_ACCESS
  std::optional<Time> last_update_date_time = {};
  static void describe(StructureShape<TableClassSummary>& s) {
    s.member("TableClass", &TableClassSummary::table_class);
    s.member("LastUpdateDateTime", &TableClassSummary::last_update_date_time);
  }
};

struct TableDescription {
  std::vector<AttributeDefinition> attribute_definitions = {};
  std::string table_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  std::string table_status = {};  // CREATING, UPDATING, DELETING or ACTIVE
  Time creation_date_time = {};
  ProvisionedThroughputDescription provisioned_throughput = {};
  std::int64_t table_size_bytes = 0;  // exact and current; AWS refreshes it about every six hours
  std::int64_t item_count = 0;        // likewise
  std::string table_arn = {};
  std::string table_id = {};
  std::optional<BillingModeSummary> billing_mode_summary = {};
  std::optional<StreamSpecification> stream_specification = {};
  std::string latest_stream_label = {};
  std::string latest_stream_arn = {};
  std::optional<SseDescription> sse_description = {};
  std::optional<TableClassSummary> table_class_summary = {};
  bool deletion_protection_enabled = false;
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  static void describe(StructureShape<TableDescription>& s) {
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
    s.member("StreamSpecification", &TableDescription::stream_specification);
    s.member("LatestStreamLabel", &TableDescription::latest_stream_label);
    s.member("LatestStreamArn", &TableDescription::latest_stream_arn);
    s.member("SSEDescription", &TableDescription::sse_description);
    s.member("TableClassSummary", &TableDescription::table_class_summary);
    s.member("DeletionProtectionEnabled", &TableDescription::deletion_protection_enabled);
    s.member("OnDemandThroughput", &TableDescription::on_demand_throughput);
  }
};

struct CreateTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<CreateTableResult>& s) {
    s.member("TableDescription", &CreateTableResult::table_description);
  }
};

// Fails with ResourceInUseException when the table exists, LimitExceededException beyond 2,500
// tables. Secondary indexes are refused with ValidationException.
struct CreateTable {
  static constexpr OperationName kOperation{"dynamodb", "CreateTable"};
  using Result = CreateTableResult;
  std::vector<AttributeDefinition> attribute_definitions;  // of the key's attributes, no others
  std::string table_name;                                  // 3 to 255 of [a-zA-Z0-9_.-]
  std::vector<KeySchemaElement> key_schema;                // HASH, then at most one RANGE
  std::vector<LocalSecondaryIndex> local_secondary_indexes = {};
  std::vector<GlobalSecondaryIndex> global_secondary_indexes = {};
  std::optional<std::string> billing_mode = {};  // PROVISIONED (default) or PAY_PER_REQUEST
  std::optional<ProvisionedThroughput> provisioned_throughput = {};  // with PROVISIONED, and only
  std::optional<StreamSpecification> stream_specification = {};
  std::optional<SseSpecification> sse_specification = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> table_class = {};
  std::optional<bool> deletion_protection_enabled = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  static void describe(StructureShape<CreateTable>& s) {
    s.member("AttributeDefinitions", &CreateTable::attribute_definitions).required();
    detail::name(s.member("TableName", &CreateTable::table_name).required());
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
  }
};

struct DescribeTableResult {
  TableDescription table = {};
  static void describe(StructureShape<DescribeTableResult>& s) {
    s.member("Table", &DescribeTableResult::table);
  }
};

// Fails with ResourceNotFoundException.
struct DescribeTable {
  static constexpr OperationName kOperation{"dynamodb", "DescribeTable"};
  using Result = DescribeTableResult;
  std::string table_name;
  static void describe(StructureShape<DescribeTable>& s) {
    detail::name(s.member("TableName", &DescribeTable::table_name).required());
  }
};

struct ListTablesResult {
  std::vector<std::string> table_names = {};   // in the order of the names
  std::string last_evaluated_table_name = {};  // empty on the last page
  static void describe(StructureShape<ListTablesResult>& s) {
    s.member("TableNames", &ListTablesResult::table_names).always();
    s.member("LastEvaluatedTableName", &ListTablesResult::last_evaluated_table_name);
  }
};

struct ListTables {
  static constexpr OperationName kOperation{"dynamodb", "ListTables"};
  using Result = ListTablesResult;
  std::optional<std::string> exclusive_start_table_name = {};
  std::optional<std::int32_t> limit = {};  // 1 to 100 (default)
  static void describe(StructureShape<ListTables>& s) {
    detail::name(s.member("ExclusiveStartTableName", &ListTables::exclusive_start_table_name));
    s.member("Limit", &ListTables::limit).range(1, 100);
  }
};

struct UpdateGlobalSecondaryIndexAction {
  std::string index_name;
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  static void describe(StructureShape<UpdateGlobalSecondaryIndexAction>& s) {
    using Self = UpdateGlobalSecondaryIndexAction;
    detail::name(s.member("IndexName", &Self::index_name).required());
    s.member("ProvisionedThroughput", &Self::provisioned_throughput);
  }
};

struct DeleteGlobalSecondaryIndexAction {
  std::string index_name;
  static void describe(StructureShape<DeleteGlobalSecondaryIndexAction>& s) {
    detail::name(s.member("IndexName", &DeleteGlobalSecondaryIndexAction::index_name).required());
  }
};

struct GlobalSecondaryIndexUpdate {
  std::optional<UpdateGlobalSecondaryIndexAction> update = {};
  std::optional<GlobalSecondaryIndex> create = {};
  std::optional<DeleteGlobalSecondaryIndexAction> delete_index = {};
  static void describe(StructureShape<GlobalSecondaryIndexUpdate>& s) {
    s.member("Update", &GlobalSecondaryIndexUpdate::update);
    s.member("Create", &GlobalSecondaryIndexUpdate::create);
    s.member("Delete", &GlobalSecondaryIndexUpdate::delete_index);
  }
};

struct UpdateTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<UpdateTableResult>& s) {
    s.member("TableDescription", &UpdateTableResult::table_description);
  }
};

// Fails with ResourceInUseException unless the table is ACTIVE. Changes of secondary indexes are
// refused with ValidationException.
struct UpdateTable {
  static constexpr OperationName kOperation{"dynamodb", "UpdateTable"};
  using Result = UpdateTableResult;
  std::vector<AttributeDefinition> attribute_definitions = {};
  std::string table_name;
  std::optional<std::string> billing_mode = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::vector<GlobalSecondaryIndexUpdate> global_secondary_index_updates = {};
  std::optional<StreamSpecification> stream_specification = {};
  std::optional<SseSpecification> sse_specification = {};
  std::optional<std::string> table_class = {};
  std::optional<bool> deletion_protection_enabled = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  static void describe(StructureShape<UpdateTable>& s) {
    s.member("AttributeDefinitions", &UpdateTable::attribute_definitions);
    detail::name(s.member("TableName", &UpdateTable::table_name).required());
    s.member("BillingMode", &UpdateTable::billing_mode).one_of({"PROVISIONED", "PAY_PER_REQUEST"});
    s.member("ProvisionedThroughput", &UpdateTable::provisioned_throughput);
    s.member("GlobalSecondaryIndexUpdates", &UpdateTable::global_secondary_index_updates);
    s.member("StreamSpecification", &UpdateTable::stream_specification);
    s.member("SSESpecification", &UpdateTable::sse_specification);
    s.member("TableClass", &UpdateTable::table_class)
        .one_of({"STANDARD", "STANDARD_INFREQUENT_ACCESS"});
    s.member("DeletionProtectionEnabled", &UpdateTable::deletion_protection_enabled);
    s.member("OnDemandThroughput", &UpdateTable::on_demand_throughput);
  }
};

struct DeleteTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<DeleteTableResult>& s) {
    s.member("TableDescription", &DeleteTableResult::table_description);
  }
};

// Fails with ResourceInUseException while the table is CREATING or UPDATING, ValidationException
// under deletion protection.
struct DeleteTable {
  static constexpr OperationName kOperation{"dynamodb", "DeleteTable"};
  using Result = DeleteTableResult;
  std::string table_name;
  static void describe(StructureShape<DeleteTable>& s) {
    detail::name(s.member("TableName", &DeleteTable::table_name).required());
  }
};

}  // namespace emu::dynamodb
