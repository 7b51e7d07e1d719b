#include "dynamodb/contributor_insights.h"

#include <algorithm>

namespace emu::dynamodb {

ContributorInsightsSettings* find_insights(TableSettings& table,
                                           const std::optional<std::string>& index) {
  const std::string_view name = index ? std::string_view(*index) : std::string_view();
  auto& all = table.contributor_insights;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& settings) { return settings.index == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view insights_status(const ContributorInsightsSettings& settings, Time now,
                                 Duration step) {
  const bool is_changing = now < settings.changed + step;
  if (settings.is_enabled) return is_changing ? "ENABLING" : "ENABLED";
  return is_changing ? "DISABLING" : "DISABLED";
}

}  // namespace emu::dynamodb
