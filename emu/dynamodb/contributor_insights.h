// What the operations on contributor insights have in common.
#pragma once

#include <emu/dynamodb/contributor_insights.h>
#include <emu/result.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// The settings of the table or the index; null when none were made.
ContributorInsightsSettings* find_insights(TableSettings& table,
                                           const std::optional<std::string>& index);
// For `step` after the change, it is on its way.
std::string_view insights_status(const ContributorInsightsSettings& settings, Time now,
                                 Duration step);

}  // namespace emu::dynamodb
