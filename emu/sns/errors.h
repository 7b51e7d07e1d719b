// What SNS answers when it refuses: what several operations answer, and the functions by which an
// operation words an error of its own. README.md lists the texts whose wording is not known.
#pragma once

#include <emu/result.h>
#include <emu/sns/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::sns {

inline constexpr int kForbidden = 403;
inline constexpr int kNotFoundStatus = 404;

Error error(std::string_view code, std::string message, int status = 400);
// "Invalid parameter: {what}"
Error invalid_parameter(std::string_view what);
// "Invalid parameter: {name} Reason: {reason}"
Error invalid_parameter(std::string_view name, std::string_view reason);
// Of an attribute of a message.
Error invalid_value(std::string message);

Error topic_does_not_exist();
Error subscription_does_not_exist();
Error resource_does_not_exist();

// Of the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

}  // namespace emu::sns
