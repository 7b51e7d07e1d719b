// Tags of alarms and dashboards.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/result.h>

#include <vector>

#include "cloudwatch/alarm.h"

namespace emu::cloudwatch {

// The tags with others added, which take the place of those with the same key.
// Errors: InvalidParameterValue.
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added);

}  // namespace emu::cloudwatch
