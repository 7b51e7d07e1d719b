#include <emu/dynamodb/contributor_insights.h>

#include <limits>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void UpdateContributorInsightsResult::describe(StructureShape<UpdateContributorInsightsResult>& s) {
  s.member("TableName", &UpdateContributorInsightsResult::table_name);
  s.member("IndexName", &UpdateContributorInsightsResult::index_name);
  s.member("ContributorInsightsStatus",
           &UpdateContributorInsightsResult::contributor_insights_status);
  s.member("ContributorInsightsMode", &UpdateContributorInsightsResult::contributor_insights_mode);
}

void UpdateContributorInsights::describe(StructureShape<UpdateContributorInsights>& s) {
  detail::table_name(s.member("TableName", &UpdateContributorInsights::table_name).required());
  detail::name(s.member("IndexName", &UpdateContributorInsights::index_name));
  s.member("ContributorInsightsAction", &UpdateContributorInsights::contributor_insights_action)
      .required()
      .one_of({"ENABLE", "DISABLE"});
  s.member("ContributorInsightsMode", &UpdateContributorInsights::contributor_insights_mode)
      .one_of({"ACCESSED_AND_THROTTLED_KEYS", "THROTTLED_KEYS"});
}

void DescribeContributorInsightsResult::describe(
    StructureShape<DescribeContributorInsightsResult>& s) {
  s.member("TableName", &DescribeContributorInsightsResult::table_name);
  s.member("IndexName", &DescribeContributorInsightsResult::index_name);
  s.member("ContributorInsightsRuleList",
           &DescribeContributorInsightsResult::contributor_insights_rule_list);
  s.member("ContributorInsightsStatus",
           &DescribeContributorInsightsResult::contributor_insights_status);
  s.member("LastUpdateDateTime", &DescribeContributorInsightsResult::last_update_date_time);
  s.member("ContributorInsightsMode",
           &DescribeContributorInsightsResult::contributor_insights_mode);
}

void DescribeContributorInsights::describe(StructureShape<DescribeContributorInsights>& s) {
  detail::table_name(s.member("TableName", &DescribeContributorInsights::table_name).required());
  detail::name(s.member("IndexName", &DescribeContributorInsights::index_name));
}

void ContributorInsightsSummary::describe(StructureShape<ContributorInsightsSummary>& s) {
  s.member("TableName", &ContributorInsightsSummary::table_name);
  s.member("IndexName", &ContributorInsightsSummary::index_name);
  s.member("ContributorInsightsStatus", &ContributorInsightsSummary::contributor_insights_status);
  s.member("ContributorInsightsMode", &ContributorInsightsSummary::contributor_insights_mode);
}

void ListContributorInsightsResult::describe(StructureShape<ListContributorInsightsResult>& s) {
  s.member("ContributorInsightsSummaries",
           &ListContributorInsightsResult::contributor_insights_summaries)
      .always();
  s.member("NextToken", &ListContributorInsightsResult::next_token);
}

void ListContributorInsights::describe(StructureShape<ListContributorInsights>& s) {
  detail::table_name(s.member("TableName", &ListContributorInsights::table_name));
  s.member("NextToken", &ListContributorInsights::next_token);
  s.member("MaxResults", &ListContributorInsights::max_results)
      .range(std::numeric_limits<std::int64_t>::min(), 100);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::UpdateContributorInsightsResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateContributorInsights);
EMU_DESCRIBED(dynamodb::DescribeContributorInsightsResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeContributorInsights);
EMU_DESCRIBED(dynamodb::ContributorInsightsSummary);
EMU_DESCRIBED(dynamodb::ListContributorInsightsResult);
EMU_DESCRIBED_OPERATION(dynamodb::ListContributorInsights);
}  // namespace emu
