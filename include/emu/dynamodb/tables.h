// Tables of DynamoDB: the operations that make, describe, change and drop them.
//
//   aws.send(dynamodb::CreateTable{.attribute_definitions = {{"id", "S"}}, .table_name = "stats",
//                                  .key_schema = {{"id", "HASH"}},
//                                  .billing_mode = "PAY_PER_REQUEST"}).value();
//
// A table is CREATING when the call returns and ACTIVE after a step of no length in virtual time;
// UPDATING and DELETING likewise. Operations on items need an ACTIVE or UPDATING table. Source:
// Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/dynamodb/replicas.h>
#include <emu/given_empty.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct AttributeDefinition {
  std::string attribute_name;  // 1 to 255 characters
  std::string attribute_type;  // S, N or B
  GivenEmpty given_empty = {};
  static void describe(StructureShape<AttributeDefinition>& s);
};

struct KeySchemaElement {
  std::string attribute_name;  // 1 to 255 characters
  std::string key_type;        // HASH or RANGE
  GivenEmpty given_empty = {};
  static void describe(StructureShape<KeySchemaElement>& s);
};

struct ProvisionedThroughput {
  std::int64_t read_capacity_units = 0;
  std::int64_t write_capacity_units = 0;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ProvisionedThroughput>& s);
};

struct OnDemandThroughput {
  std::optional<std::int64_t> max_read_request_units = {};
  std::optional<std::int64_t> max_write_request_units = {};
  static void describe(StructureShape<OnDemandThroughput>& s);
};

struct WarmThroughput {
  std::optional<std::int64_t> read_units_per_second = {};
  std::optional<std::int64_t> write_units_per_second = {};
  static void describe(StructureShape<WarmThroughput>& s);
};

struct Projection {
  std::string projection_type = {};  // ALL, KEYS_ONLY or INCLUDE
  std::vector<std::string> non_key_attributes = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<Projection>& s);
};

struct LocalSecondaryIndex {
  std::string index_name;
  std::vector<KeySchemaElement> key_schema;
  Projection projection = {};
  static void describe(StructureShape<LocalSecondaryIndex>& s);
};

struct GlobalSecondaryIndex {
  std::string index_name;
  std::vector<KeySchemaElement> key_schema;
  Projection projection = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<WarmThroughput> warm_throughput = {};
  static void describe(StructureShape<GlobalSecondaryIndex>& s);
};

struct StreamSpecification {
  bool stream_enabled = false;
  std::optional<std::string> stream_view_type = {};  // with stream_enabled only
  GivenEmpty given_empty = {};
  static void describe(StructureShape<StreamSpecification>& s);
};

struct SseSpecification {
  std::optional<bool> enabled = {};
  std::optional<std::string> sse_type = {};  // AES256 or KMS
  std::optional<std::string> kms_master_key_id = {};
  static void describe(StructureShape<SseSpecification>& s);
};

struct Tag {
  std::string key;    // 1 to 128 characters
  std::string value;  // up to 256 characters
  static void describe(StructureShape<Tag>& s);
};

struct ProvisionedThroughputDescription {
  std::optional<Time> last_increase_date_time = {};
  std::optional<Time> last_decrease_date_time = {};
  std::int64_t number_of_decreases_today = 0;
  std::int64_t read_capacity_units = 0;   // 0 for PAY_PER_REQUEST
  std::int64_t write_capacity_units = 0;  // 0 for PAY_PER_REQUEST
  static void describe(StructureShape<ProvisionedThroughputDescription>& s);
};

struct BillingModeSummary {
  std::string billing_mode;  // PROVISIONED or PAY_PER_REQUEST
  std::optional<Time> last_update_to_pay_per_request_date_time = {};
  static void describe(StructureShape<BillingModeSummary>& s);
};

// An index shows the items that are in it at all times; AWS refreshes counts and sizes about every
// six hours.
struct LocalSecondaryIndexDescription {
  std::string index_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  Projection projection = {};
  std::int64_t index_size_bytes = 0;
  std::int64_t item_count = 0;
  std::string index_arn = {};
  static void describe(StructureShape<LocalSecondaryIndexDescription>& s);
};

struct GlobalSecondaryIndexWarmThroughputDescription {
  std::int64_t read_units_per_second = 0;
  std::int64_t write_units_per_second = 0;
  std::string status = {};  // UPDATING or ACTIVE
  static void describe(StructureShape<GlobalSecondaryIndexWarmThroughputDescription>& s);
};

struct GlobalSecondaryIndexDescription {
  std::string index_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  Projection projection = {};
  std::string index_status = {};         // CREATING, UPDATING, DELETING or ACTIVE
  std::optional<bool> backfilling = {};  // while UpdateTable makes it
  ProvisionedThroughputDescription provisioned_throughput = {};
  std::int64_t index_size_bytes = 0;
  std::int64_t item_count = 0;
  std::string index_arn = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<GlobalSecondaryIndexWarmThroughputDescription> warm_throughput = {};
  static void describe(StructureShape<GlobalSecondaryIndexDescription>& s);
};

struct SseDescription {
  std::string status;  // ENABLED, …
  std::string sse_type = {};
  std::string kms_master_key_arn = {};
  static void describe(StructureShape<SseDescription>& s);
};

struct TableClassSummary {
  std::string table_class;  // STANDARD or STANDARD_INFREQUENT_ACCESS
  std::optional<Time> last_update_date_time = {};
  static void describe(StructureShape<TableClassSummary>& s);
};

struct RestoreSummary {
  std::string source_backup_arn = {};  // empty when the table was restored to a point in time
  std::string source_table_arn = {};
  Time restore_date_time = {};
  bool restore_in_progress = false;
  static void describe(StructureShape<RestoreSummary>& s);
};

// Of a table in another region; nothing is replicated.
struct ReplicaDescription {
  std::string region_name = {};
  std::string replica_status = {};  // ACTIVE
  std::string replica_arn = {};
  std::string kms_master_key_id = {};
  std::optional<ProvisionedThroughputOverride> provisioned_throughput_override = {};
  std::optional<OnDemandThroughputOverride> on_demand_throughput_override = {};
  std::optional<TableClassSummary> replica_table_class_summary = {};
  static void describe(StructureShape<ReplicaDescription>& s);
};

struct TableWarmThroughputDescription {
  std::int64_t read_units_per_second = 0;
  std::int64_t write_units_per_second = 0;
  std::string status = {};  // the table's
  static void describe(StructureShape<TableWarmThroughputDescription>& s);
};

// Of a table that is DELETING there are no attributes, key and creation date.
struct TableDescription {
  std::vector<AttributeDefinition> attribute_definitions = {};
  std::string table_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  std::string table_status = {};  // CREATING, UPDATING, DELETING or ACTIVE
  std::optional<Time> creation_date_time = {};
  ProvisionedThroughputDescription provisioned_throughput = {};
  std::int64_t table_size_bytes = 0;  // exact and current; AWS refreshes it about every six hours
  std::int64_t item_count = 0;        // likewise
  std::string table_arn = {};
  std::string table_id = {};
  std::optional<BillingModeSummary> billing_mode_summary = {};
  std::vector<LocalSecondaryIndexDescription> local_secondary_indexes = {};
  std::vector<GlobalSecondaryIndexDescription> global_secondary_indexes = {};
  std::optional<StreamSpecification> stream_specification = {};
  std::string latest_stream_label = {};
  std::string latest_stream_arn = {};
  std::optional<SseDescription> sse_description = {};
  std::optional<TableClassSummary> table_class_summary = {};
  bool deletion_protection_enabled = false;
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<RestoreSummary> restore_summary = {};
  std::optional<TableWarmThroughputDescription> warm_throughput = {};
  std::string global_table_version = {};  // when there are replicas
  std::vector<ReplicaDescription> replicas = {};
  static void describe(StructureShape<TableDescription>& s);
};

struct CreateTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<CreateTableResult>& s);
};

// Fails with ResourceInUseException when the table exists, LimitExceededException beyond 2,500
// tables.
struct CreateTable {
  static constexpr OperationName kOperation{"dynamodb", "CreateTable"};
  using Result = CreateTableResult;
  std::vector<AttributeDefinition> attribute_definitions;  // of the keys' attributes, no others
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
  std::optional<std::string> resource_policy = {};     // as PutResourcePolicy takes it
  std::optional<WarmThroughput> warm_throughput = {};  // may grow only
  GivenEmpty given_empty = {};
  static void describe(StructureShape<CreateTable>& s);
};

struct DescribeTableResult {
  TableDescription table = {};
  static void describe(StructureShape<DescribeTableResult>& s);
};

// Fails with ResourceNotFoundException.
struct DescribeTable {
  static constexpr OperationName kOperation{"dynamodb", "DescribeTable"};
  using Result = DescribeTableResult;
  std::string table_name;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<DescribeTable>& s);
};

struct ListTablesResult {
  std::vector<std::string> table_names = {};   // in the order of the names
  std::string last_evaluated_table_name = {};  // empty on the last page
  static void describe(StructureShape<ListTablesResult>& s);
};

struct ListTables {
  static constexpr OperationName kOperation{"dynamodb", "ListTables"};
  using Result = ListTablesResult;
  std::optional<std::string> exclusive_start_table_name = {};
  std::optional<std::int32_t> limit = {};  // 1 to 100 (default)
  static void describe(StructureShape<ListTables>& s);
};

// What for_each_page() of <emu/pages.h> needs to know.
inline bool turn_page(ListTables& request, const ListTablesResult& page) {
  request.exclusive_start_table_name = page.last_evaluated_table_name;
  return !page.last_evaluated_table_name.empty();
}

struct UpdateGlobalSecondaryIndexAction {
  std::string index_name;
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<WarmThroughput> warm_throughput = {};  // may grow only
  static void describe(StructureShape<UpdateGlobalSecondaryIndexAction>& s);
};

struct DeleteGlobalSecondaryIndexAction {
  std::string index_name;
  static void describe(StructureShape<DeleteGlobalSecondaryIndexAction>& s);
};

struct GlobalSecondaryIndexUpdate {
  std::optional<UpdateGlobalSecondaryIndexAction> update = {};
  std::optional<GlobalSecondaryIndex> create = {};
  std::optional<DeleteGlobalSecondaryIndexAction> delete_index = {};
  static void describe(StructureShape<GlobalSecondaryIndexUpdate>& s);
};

struct UpdateTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<UpdateTableResult>& s);
};

// Fails with ResourceInUseException unless the table is ACTIVE, LimitExceededException when more
// than one global secondary index is created or deleted.
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
  std::optional<WarmThroughput> warm_throughput = {};  // may grow only
  GivenEmpty given_empty = {};
  std::vector<ReplicationGroupUpdate> replica_updates = {};
  static void describe(StructureShape<UpdateTable>& s);
};

struct DeleteTableResult {
  TableDescription table_description = {};
  static void describe(StructureShape<DeleteTableResult>& s);
};

// Fails with ResourceInUseException while the table is CREATING or UPDATING, ValidationException
// under deletion protection.
struct DeleteTable {
  static constexpr OperationName kOperation{"dynamodb", "DeleteTable"};
  using Result = DeleteTableResult;
  std::string table_name;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<DeleteTable>& s);
};

}  // namespace emu::dynamodb
