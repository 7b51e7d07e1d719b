// What CloudWatch answers when it refuses, where several operations do.
#pragma once

#include <emu/cloudwatch/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::cloudwatch {

Error access_denied(const Call& call, const std::string& text);
// Operations on metrics and dashboards name the parameter in older words than those on alarms.
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error invalid_value(std::string message);
Error invalid_combination(std::string message);
Error missing_parameter(std::string_view name);
Error validation(std::string message);
Error invalid_token();

}  // namespace emu::cloudwatch
