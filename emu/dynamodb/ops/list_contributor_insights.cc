#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "core/text/base64.h"
#include "dynamodb/contributor_insights.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error invalid_insights_token() { return validation("The provided NextToken is not valid"); }

}  // namespace

// A token names the last table of the page before; the entries of a table stay together.
Result<ListContributorInsightsResult> Dynamodb::list_contributor_insights(
    Call& call, const ListContributorInsights& in) {
  const Time now = world_.now();
  ListContributorInsightsResult result;
  auto& summaries = result.contributor_insights_summaries;
  const auto add = [&](const TableSettings& table) {
    for (const ContributorInsightsSettings& settings : table.contributor_insights) {
      summaries.push_back({.table_name = table.name,
                           .index_name = settings.index,
                           .contributor_insights_status =
                               std::string(insights_status(settings, now, options_.table_step)),
                           .contributor_insights_mode = settings.mode});
    }
  };
  if (in.table_name) {
    EMU_TRY(const Table* table, table_named(call, *in.table_name));
    add(table->settings);
    return result;
  }
  State& here = state(call);
  here.drop_deleted(now);
  auto at = here.tables.begin();
  if (in.next_token) {
    const std::optional<std::string> last = base64_decode(*in.next_token);
    if (!last) return invalid_insights_token();
    at = here.tables.upper_bound(*last);
  }
  const auto limit =
      static_cast<std::size_t>(std::max(in.max_results.value_or(kListContributorInsightsLimit), 1));
  for (; at != here.tables.end(); ++at) {
    if (at->second.settings.contributor_insights.empty()) continue;
    if (summaries.size() >= limit) {
      result.next_token = base64_encode(summaries.back().table_name);
      break;
    }
    add(at->second.settings);
  }
  return result;
}

}  // namespace emu::dynamodb
