// What CloudWatch Logs answers when it refuses: what several operations answer, and the functions
// by which an operation words an error of its own.
#pragma once

#include <emu/logs/errors.h>
#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::logs {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error invalid_parameter(std::string message);
Error not_found(std::string message);
Error already_exists(std::string message);
Error limit_exceeded();
Error invalid_filter_pattern(std::string_view why);

Error name_and_identifier();
Error group_does_not_exist();
Error stream_does_not_exist();
Error filter_does_not_exist();
Error is_protected();
Error invalid_token();

}  // namespace emu::logs
