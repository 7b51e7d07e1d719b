// Subscription filters: events of a group that match a pattern go to a Lambda function as they come
// in. Include <emu/logs.h>.
//
// The function gets {"awslogs": {"data": …}}: base64 of gzip of a JSON document with messageType,
// owner, logGroup, logStream, subscriptionFilters and logEvents. Its policy must let
// logs.amazonaws.com invoke it; aws:SourceArn is the group's ARN with ":*" behind it.
// Sources: Amazon CloudWatch Logs API Reference, the page of each operation; CloudWatch Logs User
// Guide, "Subscription filters with AWS Lambda".
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

// Makes a filter, or changes the one of that name. A group has at most two. Refused with
// InvalidParameterException when the function cannot be invoked, is not one of this account and
// region, or writes its own logs to the group; destinations other than functions are refused, too.
struct PutSubscriptionFilter {
  static constexpr OperationName kOperation{"logs", "PutSubscriptionFilter"};
  using Result = Nothing;
  std::string log_group_name;
  std::string filter_name;
  std::optional<std::string> filter_pattern;  // as FilterLogEvents takes it; empty: every event
  std::string destination_arn;
  std::string role_arn = {};      // not for functions
  std::string distribution = {};  // "Random" or "ByLogStream" (default): a record
  // The rest are records: logs are not transformed, and come from one account and region.
  std::optional<bool> apply_on_transformed_logs = {};
  std::string field_selection_criteria = {};
  std::vector<std::string> emit_system_fields = {};
  static void describe(StructureShape<PutSubscriptionFilter>& s);
};

struct SubscriptionFilter {
  std::string filter_name = {};
  std::string log_group_name = {};
  std::string filter_pattern = {};
  std::string destination_arn = {};
  std::string role_arn = {};
  std::string distribution = {};
  std::optional<bool> apply_on_transformed_logs = {};
  std::int64_t creation_time = 0;
  std::string field_selection_criteria = {};
  std::vector<std::string> emit_system_fields = {};
  static void describe(StructureShape<SubscriptionFilter>& s);
};

struct DescribeSubscriptionFiltersResult {
  std::vector<SubscriptionFilter> subscription_filters = {};  // by name
  std::string next_token = {};
  static void describe(StructureShape<DescribeSubscriptionFiltersResult>& s);
};

struct DescribeSubscriptionFilters {
  static constexpr OperationName kOperation{"logs", "DescribeSubscriptionFilters"};
  using Result = DescribeSubscriptionFiltersResult;
  std::string log_group_name;
  std::string filter_name_prefix = {};
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  static void describe(StructureShape<DescribeSubscriptionFilters>& s);
};

struct DeleteSubscriptionFilter {
  static constexpr OperationName kOperation{"logs", "DeleteSubscriptionFilter"};
  using Result = Nothing;
  std::string log_group_name;
  std::string filter_name;
  static void describe(StructureShape<DeleteSubscriptionFilter>& s);
};

}  // namespace emu::logs
