#include <string>

#include "dynamodb/contributor_insights.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<UpdateContributorInsightsResult> Dynamodb::update_contributor_insights(
    Call& call, const UpdateContributorInsights& in) {
  EMU_TRY(Table* const table, table_named(call, in.table_name));
  EMU_CHECK(check_index(*table, in.index_name));

  ContributorInsightsSettings* settings = find_insights(table->settings, in.index_name);
  if (settings == nullptr) {
    settings = &table->settings.contributor_insights.emplace_back();
    settings->index = in.index_name.value_or("");
    settings->mode = "ACCESSED_AND_THROTTLED_KEYS";
  }
  settings->is_enabled = in.contributor_insights_action == "ENABLE";
  settings->mode = in.contributor_insights_mode.value_or(settings->mode);
  settings->changed = world_.now();
  return UpdateContributorInsightsResult{
      .table_name = table->settings.name,
      .index_name = settings->index,
      .contributor_insights_status = settings->is_enabled ? "ENABLING" : "DISABLING",
      .contributor_insights_mode = settings->mode};
}

}  // namespace emu::dynamodb
