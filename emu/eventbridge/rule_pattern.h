// Event patterns as rules have them.
// Source: Amazon EventBridge User Guide, "Amazon EventBridge event patterns".
#pragma once

#include <emu/result.h>

#include <string_view>

#include "core/pattern/event_pattern.h"

namespace emu::eventbridge {

Result<pattern::Node> parse_pattern(std::string_view text);

}  // namespace emu::eventbridge
