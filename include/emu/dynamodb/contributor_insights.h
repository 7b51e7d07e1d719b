// CloudWatch Contributor Insights for tables and indexes: whether they are on. They show nothing.
//
// Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::dynamodb {

struct UpdateContributorInsightsResult {
  std::string table_name = {};
  std::string index_name = {};
  std::string contributor_insights_status = {};
  std::string contributor_insights_mode = {};
  static void describe(StructureShape<UpdateContributorInsightsResult>& s);
};

// Fails with ResourceNotFoundException.
struct UpdateContributorInsights {
  static constexpr OperationName kOperation{"dynamodb", "UpdateContributorInsights"};
  using Result = UpdateContributorInsightsResult;
  std::string table_name;
  std::optional<std::string> index_name = {};
  std::string contributor_insights_action;
  std::optional<std::string> contributor_insights_mode = {};
  static void describe(StructureShape<UpdateContributorInsights>& s);
};

struct DescribeContributorInsightsResult {
  std::string table_name = {};
  std::string index_name = {};
  std::vector<std::string> contributor_insights_rule_list = {};
  std::string contributor_insights_status = {};
  std::optional<Time> last_update_date_time = {};
  std::string contributor_insights_mode = {};
  static void describe(StructureShape<DescribeContributorInsightsResult>& s);
};

// Fails with ResourceNotFoundException.
struct DescribeContributorInsights {
  static constexpr OperationName kOperation{"dynamodb", "DescribeContributorInsights"};
  using Result = DescribeContributorInsightsResult;
  std::string table_name;
  std::optional<std::string> index_name = {};
  static void describe(StructureShape<DescribeContributorInsights>& s);
};

struct ContributorInsightsSummary {
  std::string table_name = {};
  std::string index_name = {};
  std::string contributor_insights_status = {};
  std::string contributor_insights_mode = {};
  static void describe(StructureShape<ContributorInsightsSummary>& s);
};

struct ListContributorInsightsResult {
  std::vector<ContributorInsightsSummary> contributor_insights_summaries = {};
  std::string next_token = {};
  static void describe(StructureShape<ListContributorInsightsResult>& s);
};

// Those that have been enabled once, in the order of their tables.
struct ListContributorInsights {
  static constexpr OperationName kOperation{"dynamodb", "ListContributorInsights"};
  using Result = ListContributorInsightsResult;
  std::optional<std::string> table_name = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> max_results = {};
  static void describe(StructureShape<ListContributorInsights>& s);
};

}  // namespace emu::dynamodb
