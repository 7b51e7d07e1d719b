// What EventBridge Scheduler answers when it refuses.
#pragma once

#include <emu/result.h>
#include <emu/scheduler/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::scheduler {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error validation(std::string message);
Error schedule_does_not_exist(std::string_view name);
Error group_does_not_exist(std::string_view name);
Error conflict(std::string message);
Error too_many(std::string_view what);
Error invalid_token();

}  // namespace emu::scheduler
