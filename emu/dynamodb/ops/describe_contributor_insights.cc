#include <fmt/format.h>

#include <string>
#include <vector>

#include "dynamodb/contributor_insights.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// The names of the rules in CloudWatch: for partition keys and, where there are any, sort keys.
std::vector<std::string> rules_of(const Table& table, const ContributorInsightsSettings& settings) {
  std::vector<std::string> rules;
  const std::string of =
      settings.index.empty() ? table.settings.name : table.settings.name + "-" + settings.index;
  for (const char* kind : {"PKC", "SKC", "PKT", "SKT"}) {
    const bool is_accessed = kind[2] == 'C';
    if (is_accessed && settings.mode == "THROTTLED_KEYS") continue;
    if (kind[0] == 'S' && !table.range_key) continue;
    rules.push_back(fmt::format("DynamoDBContributorInsights-{}-{}-{}", kind, of,
                                epoch_millis(settings.changed)));
  }
  return rules;
}

}  // namespace

Result<DescribeContributorInsightsResult> Dynamodb::describe_contributor_insights(
    Call& call, const DescribeContributorInsights& in) {
  EMU_TRY(Table* const table, table_named(call, in.table_name));
  EMU_CHECK(check_index(*table, in.index_name));

  DescribeContributorInsightsResult result{.table_name = table->settings.name,
                                           .index_name = in.index_name.value_or(""),
                                           .contributor_insights_status = "DISABLED"};
  const ContributorInsightsSettings* settings = find_insights(table->settings, in.index_name);
  if (settings == nullptr) return result;
  result.contributor_insights_status =
      insights_status(*settings, world_.now(), options_.table_step);
  result.last_update_date_time = settings->changed;
  if (!settings->is_enabled) return result;
  result.contributor_insights_mode = settings->mode;
  result.contributor_insights_rule_list = rules_of(*table, *settings);
  return result;
}

}  // namespace emu::dynamodb
