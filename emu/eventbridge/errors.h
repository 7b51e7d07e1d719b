// What EventBridge answers when it refuses.
#pragma once

#include <emu/eventbridge/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::eventbridge {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error validation(std::string message);
// "Parameter Arn is not valid. Reason: …"
Error invalid_parameter(std::string_view name, std::string_view reason);
Error invalid_pattern(std::string_view why);
Error not_found(std::string message);
Error bus_does_not_exist(std::string_view name);
Error rule_does_not_exist(std::string_view name, std::string_view bus);
Error too_many();
Error invalid_token();
Error arn_not_in_format(std::string_view arn);

}  // namespace emu::eventbridge
