// Backups of tables, and tables that are restored from one or to a point in time.
//
//   const auto backup =
//       aws.send(dynamodb::CreateBackup{.table_name = "stats", .backup_name = "daily"})
//           .value().backup_details;
//   aws.send(dynamodb::RestoreTableFromBackup{.target_table_name = "restored",
//                                             .backup_arn = backup.backup_arn}).value();
//
// A restored table has the items, key, indexes, throughput and encryption of its source; tags,
// stream, time to live, recovery and policy are set anew. Where indexes are named to override those
// of the source, the others are left out; a list that is given empty leaves out all. Source: Amazon
// DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/dynamodb/settings.h>
#include <emu/dynamodb/tables.h>
#include <emu/given_empty.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct BackupDetails {
  std::string backup_arn = {};
  std::string backup_name = {};
  std::int64_t backup_size_bytes = 0;
  std::string backup_status = {};
  std::string backup_type = {};
  Time backup_creation_date_time = {};
  std::optional<Time> backup_expiry_date_time = {};
  static void describe(StructureShape<BackupDetails>& s);
};

struct CreateBackupResult {
  BackupDetails backup_details = {};
  static void describe(StructureShape<CreateBackupResult>& s);
};

// Fails with TableNotFoundException, ContinuousBackupsUnavailableException unless the table is
// ACTIVE or UPDATING.
struct CreateBackup {
  static constexpr OperationName kOperation{"dynamodb", "CreateBackup"};
  using Result = CreateBackupResult;
  std::string table_name;
  std::string backup_name;
  static void describe(StructureShape<CreateBackup>& s);
};

struct SourceTableDetails {
  std::string table_name = {};
  std::string table_id = {};
  std::string table_arn = {};
  std::int64_t table_size_bytes = 0;
  std::vector<KeySchemaElement> key_schema = {};
  Time table_creation_date_time = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::int64_t item_count = 0;
  std::string billing_mode = {};
  static void describe(StructureShape<SourceTableDetails>& s);
};

struct LocalSecondaryIndexInfo {
  std::string index_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  Projection projection = {};
  static void describe(StructureShape<LocalSecondaryIndexInfo>& s);
};

struct GlobalSecondaryIndexInfo {
  std::string index_name = {};
  std::vector<KeySchemaElement> key_schema = {};
  Projection projection = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  static void describe(StructureShape<GlobalSecondaryIndexInfo>& s);
};

struct SourceTableFeatureDetails {
  std::vector<LocalSecondaryIndexInfo> local_secondary_indexes = {};
  std::vector<GlobalSecondaryIndexInfo> global_secondary_indexes = {};
  std::optional<StreamSpecification> stream_description = {};
  std::optional<TimeToLiveDescription> time_to_live_description = {};
  std::optional<SseDescription> sse_description = {};
  static void describe(StructureShape<SourceTableFeatureDetails>& s);
};

struct BackupDescription {
  BackupDetails backup_details = {};
  SourceTableDetails source_table_details = {};
  SourceTableFeatureDetails source_table_feature_details = {};
  static void describe(StructureShape<BackupDescription>& s);
};

struct DescribeBackupResult {
  BackupDescription backup_description = {};
  static void describe(StructureShape<DescribeBackupResult>& s);
};

// Fails with BackupNotFoundException.
struct DescribeBackup {
  static constexpr OperationName kOperation{"dynamodb", "DescribeBackup"};
  using Result = DescribeBackupResult;
  std::string backup_arn;
  static void describe(StructureShape<DescribeBackup>& s);
};

struct BackupSummary {
  std::string table_name = {};
  std::string table_id = {};
  std::string table_arn = {};
  std::string backup_arn = {};
  std::string backup_name = {};
  Time backup_creation_date_time = {};
  std::optional<Time> backup_expiry_date_time = {};
  std::string backup_status = {};
  std::string backup_type = {};
  std::int64_t backup_size_bytes = 0;
  static void describe(StructureShape<BackupSummary>& s);
};

struct ListBackupsResult {
  std::vector<BackupSummary> backup_summaries = {};
  std::string last_evaluated_backup_arn = {};
  static void describe(StructureShape<ListBackupsResult>& s);
};

// In the order of the tables' names and, for each, from the oldest to the newest.
struct ListBackups {
  static constexpr OperationName kOperation{"dynamodb", "ListBackups"};
  using Result = ListBackupsResult;
  std::optional<std::string> table_name = {};
  std::optional<std::int32_t> limit = {};
  std::optional<Time> time_range_lower_bound = {};
  std::optional<Time> time_range_upper_bound = {};
  std::optional<std::string> exclusive_start_backup_arn = {};
  std::optional<std::string> backup_type = {};
  static void describe(StructureShape<ListBackups>& s);
};

struct DeleteBackupResult {
  BackupDescription backup_description = {};
  static void describe(StructureShape<DeleteBackupResult>& s);
};

// Fails with BackupNotFoundException, BackupInUseException while the backup is CREATING.
struct DeleteBackup {
  static constexpr OperationName kOperation{"dynamodb", "DeleteBackup"};
  using Result = DeleteBackupResult;
  std::string backup_arn;
  static void describe(StructureShape<DeleteBackup>& s);
};

struct RestoreTableFromBackupResult {
  TableDescription table_description = {};
  static void describe(StructureShape<RestoreTableFromBackupResult>& s);
};

// Fails with TableAlreadyExistsException, TableInUseException, BackupNotFoundException,
// BackupInUseException, LimitExceededException.
struct RestoreTableFromBackup {
  static constexpr OperationName kOperation{"dynamodb", "RestoreTableFromBackup"};
  using Result = RestoreTableFromBackupResult;
  std::string target_table_name;
  std::string backup_arn;
  std::optional<std::string> billing_mode_override = {};
  std::vector<GlobalSecondaryIndex> global_secondary_index_override = {};
  std::vector<LocalSecondaryIndex> local_secondary_index_override = {};
  std::optional<ProvisionedThroughput> provisioned_throughput_override = {};
  std::optional<OnDemandThroughput> on_demand_throughput_override = {};
  std::optional<SseSpecification> sse_specification_override = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<RestoreTableFromBackup>& s);
};

struct RestoreTableToPointInTimeResult {
  TableDescription table_description = {};
  static void describe(StructureShape<RestoreTableToPointInTimeResult>& s);
};

// Names its source by name or ARN and the time either way. Fails with TableAlreadyExistsException,
// TableInUseException, TableNotFoundException, InvalidRestoreTimeException,
// PointInTimeRecoveryUnavailableException, LimitExceededException.
struct RestoreTableToPointInTime {
  static constexpr OperationName kOperation{"dynamodb", "RestoreTableToPointInTime"};
  using Result = RestoreTableToPointInTimeResult;
  std::optional<std::string> source_table_arn = {};
  std::optional<std::string> source_table_name = {};
  std::string target_table_name;
  std::optional<bool> use_latest_restorable_time = {};
  std::optional<Time> restore_date_time = {};
  std::optional<std::string> billing_mode_override = {};
  std::vector<GlobalSecondaryIndex> global_secondary_index_override = {};
  std::vector<LocalSecondaryIndex> local_secondary_index_override = {};
  std::optional<ProvisionedThroughput> provisioned_throughput_override = {};
  std::optional<OnDemandThroughput> on_demand_throughput_override = {};
  std::optional<SseSpecification> sse_specification_override = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<RestoreTableToPointInTime>& s);
};

}  // namespace emu::dynamodb
