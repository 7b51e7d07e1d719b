// What Secrets Manager answers when it refuses, where several operations do, and the functions by
// which an operation words an error of its own.
#pragma once

#include <emu/result.h>
#include <emu/secretsmanager/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::secretsmanager {

Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

Error invalid_parameter(std::string message);
Error invalid_request(std::string message);
Error limit_exceeded(std::string message);
Error not_found(std::string message);

Error no_such_secret();
Error no_such_version(std::string_view version_id);
Error marked_for_deletion();
Error invalid_token();

}  // namespace emu::secretsmanager
