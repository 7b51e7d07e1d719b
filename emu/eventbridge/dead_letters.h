// What may be the dead-letter queue of a bus or of a target.
// Source: Amazon EventBridge User Guide, "Using dead-letter queues to process undelivered events".
#pragma once

#include <emu/eventbridge.h>
#include <emu/result.h>

#include <optional>

namespace emu::eventbridge {

Status check_dead_letters(const std::optional<DeadLetterConfig>& config);

}  // namespace emu::eventbridge
