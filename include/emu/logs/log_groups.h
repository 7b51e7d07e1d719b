// Log groups, and how long their events are kept. Include <emu/logs.h>.
// Source: Amazon CloudWatch Logs API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

// What a group is for; here all of them work alike.
namespace log_group_classes {
inline constexpr const char* kStandard = "STANDARD";
inline constexpr const char* kInfrequentAccess = "INFREQUENT_ACCESS";
inline constexpr const char* kDelivery = "DELIVERY";
}  // namespace log_group_classes

// Refused with ResourceAlreadyExistsException when there is one of that name.
struct CreateLogGroup {
  static constexpr OperationName kOperation{"logs", "CreateLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  std::string kms_key_id = {};  // stored and told; nothing is encrypted
  std::map<std::string, std::string> tags = {};
  std::string log_group_class = {};  // one of log_group_classes; STANDARD when absent
  std::optional<bool> deletion_protection_enabled = {};
  static void describe(StructureShape<CreateLogGroup>& s);
};

// Its streams, events and filters go with it. Refused with ValidationException while it is
// protected.
struct DeleteLogGroup {
  static constexpr OperationName kOperation{"logs", "DeleteLogGroup"};
  using Result = Nothing;
  std::string log_group_name;
  static void describe(StructureShape<DeleteLogGroup>& s);
};

struct LogGroup {
  std::string log_group_name;
  std::int64_t creation_time = 0;
  std::optional<std::int32_t> retention_in_days = {};  // absent: events never expire
  std::int32_t metric_filter_count = 0;
  std::string arn = {};  // ends with ":*"
  std::int64_t stored_bytes = 0;
  std::string kms_key_id = {};
  std::string log_group_class = {};
  std::string log_group_arn = {};  // without ":*", as other operations take it
  bool deletion_protection_enabled = false;
  static void describe(StructureShape<LogGroup>& s);
};

struct DescribeLogGroupsResult {
  std::vector<LogGroup> log_groups = {};  // by name
  std::string next_token = {};
  static void describe(StructureShape<DescribeLogGroupsResult>& s);
};

struct DescribeLogGroups {
  static constexpr OperationName kOperation{"logs", "DescribeLogGroups"};
  using Result = DescribeLogGroupsResult;
  std::vector<std::string> account_identifiers = {};  // only with include_linked_accounts
  std::string log_group_name_prefix = {};
  std::string log_group_name_pattern = {};  // a part of the name; not together with a prefix
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  std::optional<bool> include_linked_accounts = {};
  std::string log_group_class = {};                     // only those of that class
  std::vector<std::string> log_group_identifiers = {};  // only these, names or ARNs; nothing else
  static void describe(StructureShape<DescribeLogGroups>& s);
};

struct PutRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "PutRetentionPolicy"};
  using Result = Nothing;
  std::string log_group_name;
  std::optional<std::int32_t> retention_in_days = {};  // one of AWS's list: 1, 3, 5, 7, 14 … 3653
  static void describe(StructureShape<PutRetentionPolicy>& s);
};

struct DeleteRetentionPolicy {
  static constexpr OperationName kOperation{"logs", "DeleteRetentionPolicy"};
  using Result = Nothing;
  std::string log_group_name;
  static void describe(StructureShape<DeleteRetentionPolicy>& s);
};

// While it is on, the group and its streams cannot be deleted.
struct PutLogGroupDeletionProtection {
  static constexpr OperationName kOperation{"logs", "PutLogGroupDeletionProtection"};
  using Result = Nothing;
  std::string log_group_identifier;  // a name or an ARN
  std::optional<bool> deletion_protection_enabled;
  static void describe(StructureShape<PutLogGroupDeletionProtection>& s);
};

// Exactly one of log_group_name and resource_identifier, the group's ARN. A record, as kms_key_id
// of CreateLogGroup.
struct AssociateKmsKey {
  static constexpr OperationName kOperation{"logs", "AssociateKmsKey"};
  using Result = Nothing;
  std::string log_group_name = {};
  std::string kms_key_id;
  std::string resource_identifier = {};
  static void describe(StructureShape<AssociateKmsKey>& s);
};

struct DisassociateKmsKey {
  static constexpr OperationName kOperation{"logs", "DisassociateKmsKey"};
  using Result = Nothing;
  std::string log_group_name = {};
  std::string resource_identifier = {};
  static void describe(StructureShape<DisassociateKmsKey>& s);
};

}  // namespace emu::logs
