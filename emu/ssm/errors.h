// What Parameter Store answers when it refuses, where several operations do, and the functions by
// which an operation words an error of its own.
#pragma once

#include <emu/result.h>
#include <emu/ssm/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::ssm {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error validation(std::string message);
// AWS gives no text with it.
Error parameter_not_found();
Error version_not_found(std::string_view selector, std::string_view name);
Error invalid_token();

}  // namespace emu::ssm
