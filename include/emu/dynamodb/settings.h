// What is set for tables and accounts beside UpdateTable: time to live, point-in-time recovery,
// quotas and endpoints.
//
//   aws.send(dynamodb::UpdateTimeToLive{
//       .table_name = "sessions",
//       .time_to_live_specification = {.enabled = true, .attribute_name = "expires"}}).value();
//
// Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/given_empty.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct Endpoint {
  std::string address = {};  // "dynamodb.us-east-1.amazonaws.com"
  std::int64_t cache_period_in_minutes = 0;
  static void describe(StructureShape<Endpoint>& s);
};

struct DescribeEndpointsResult {
  std::vector<Endpoint> endpoints = {};
  static void describe(StructureShape<DescribeEndpointsResult>& s);
};

// Anybody may call it.
struct DescribeEndpoints {
  static constexpr OperationName kOperation{"dynamodb", "DescribeEndpoints"};
  using Result = DescribeEndpointsResult;
  static void describe(StructureShape<DescribeEndpoints>& s);
};

struct DescribeLimitsResult {
  std::int64_t account_max_read_capacity_units = 0;
  std::int64_t account_max_write_capacity_units = 0;
  std::int64_t table_max_read_capacity_units = 0;
  std::int64_t table_max_write_capacity_units = 0;
  static void describe(StructureShape<DescribeLimitsResult>& s);
};

// The quotas of an account that never asked for others.
struct DescribeLimits {
  static constexpr OperationName kOperation{"dynamodb", "DescribeLimits"};
  using Result = DescribeLimitsResult;
  static void describe(StructureShape<DescribeLimits>& s);
};

struct TimeToLiveDescription {
  std::string time_to_live_status = {};  // ENABLING, ENABLED, DISABLING or DISABLED
  std::string attribute_name = {};       // empty when DISABLED
  static void describe(StructureShape<TimeToLiveDescription>& s);
};

struct DescribeTimeToLiveResult {
  TimeToLiveDescription time_to_live_description = {};
  static void describe(StructureShape<DescribeTimeToLiveResult>& s);
};

// Fails with ResourceNotFoundException.
struct DescribeTimeToLive {
  static constexpr OperationName kOperation{"dynamodb", "DescribeTimeToLive"};
  using Result = DescribeTimeToLiveResult;
  std::string table_name;
  static void describe(StructureShape<DescribeTimeToLive>& s);
};

struct TimeToLiveSpecification {
  bool enabled = false;
  std::string attribute_name = {};  // 1 to 255 characters
  GivenEmpty given_empty = {};
  static void describe(StructureShape<TimeToLiveSpecification>& s);
};

struct UpdateTimeToLiveResult {
  TimeToLiveSpecification time_to_live_specification = {};
  static void describe(StructureShape<UpdateTimeToLiveResult>& s);
};

// An item whose attribute is a number of seconds since 1970, at most five years ago, is deleted at
// the first whole second after it, and after the item was written; AWS takes up to a few days.
// Fails with ValidationException when it changes nothing, when another attribute is in use, and
// within an hour after the last change.
struct UpdateTimeToLive {
  static constexpr OperationName kOperation{"dynamodb", "UpdateTimeToLive"};
  using Result = UpdateTimeToLiveResult;
  std::string table_name;
  TimeToLiveSpecification time_to_live_specification;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<UpdateTimeToLive>& s);
};

struct PointInTimeRecoveryDescription {
  std::string point_in_time_recovery_status = {};  // ENABLED or DISABLED
  // When it is ENABLED only.
  std::optional<std::int32_t> recovery_period_in_days = {};
  std::optional<Time> earliest_restorable_date_time = {};
  std::optional<Time> latest_restorable_date_time = {};
  static void describe(StructureShape<PointInTimeRecoveryDescription>& s);
};

struct ContinuousBackupsDescription {
  std::string continuous_backups_status = {};  // ENABLED, of every table
  PointInTimeRecoveryDescription point_in_time_recovery_description = {};
  static void describe(StructureShape<ContinuousBackupsDescription>& s);
};

struct DescribeContinuousBackupsResult {
  ContinuousBackupsDescription continuous_backups_description = {};
  static void describe(StructureShape<DescribeContinuousBackupsResult>& s);
};

// Fails with TableNotFoundException.
struct DescribeContinuousBackups {
  static constexpr OperationName kOperation{"dynamodb", "DescribeContinuousBackups"};
  using Result = DescribeContinuousBackupsResult;
  std::string table_name;
  static void describe(StructureShape<DescribeContinuousBackups>& s);
};

struct PointInTimeRecoverySpecification {
  bool point_in_time_recovery_enabled = false;
  std::optional<std::int32_t> recovery_period_in_days = {};  // 1 to 35 (default)
  GivenEmpty given_empty = {};
  static void describe(StructureShape<PointInTimeRecoverySpecification>& s);
};

struct UpdateContinuousBackupsResult {
  ContinuousBackupsDescription continuous_backups_description = {};
  static void describe(StructureShape<UpdateContinuousBackupsResult>& s);
};

// Fails with TableNotFoundException, ContinuousBackupsUnavailableException while the table is
// being created or deleted.
struct UpdateContinuousBackups {
  static constexpr OperationName kOperation{"dynamodb", "UpdateContinuousBackups"};
  using Result = UpdateContinuousBackupsResult;
  std::string table_name;
  PointInTimeRecoverySpecification point_in_time_recovery_specification = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<UpdateContinuousBackups>& s);
};

}  // namespace emu::dynamodb
