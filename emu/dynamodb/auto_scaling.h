// Settings of auto scaling, as they are kept.
#pragma once

#include <emu/dynamodb/auto_scaling.h>
#include <emu/result.h>

#include <optional>

namespace emu::dynamodb {

// Brings what is kept up to date; nothing is kept when it is disabled. Errors: ValidationException,
// after which `kept` is of no use.
Status apply(const AutoScalingSettingsUpdate& update,
             std::optional<AutoScalingSettingsDescription>& kept);

// What is answered: AutoScalingDisabled when nothing is kept.
AutoScalingSettingsDescription shown(const std::optional<AutoScalingSettingsDescription>& kept);

}  // namespace emu::dynamodb
