// Tags of buses and rules.
#pragma once

#include <emu/eventbridge/tagging.h>
#include <emu/result.h>

#include <vector>

#include "eventbridge/state.h"

namespace emu::eventbridge {

// The tags with more of them, or what is wrong with those.
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& more);

}  // namespace emu::eventbridge
