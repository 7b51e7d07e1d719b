// "{{resolve:ssm:name}}" within resolved properties.
#pragma once

#include <emu/result.h>

#include <nlohmann/json_fwd.hpp>

#include "cloudformation/evaluation.h"

namespace emu::cloudformation {

Status resolve_dynamic_references(nlohmann::json& value, const Surroundings& surroundings);

}  // namespace emu::cloudformation
