// What Amazon SES answers when it refuses: what several operations answer, in the words of both
// APIs and the codes of the first, which the second one has names of its own for. README.md says
// which texts are not known.
#pragma once

#include <emu/result.h>
#include <emu/ses/errors.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::ses {

// Of what is not there, where the first API has no code: nobody sees it as it is.
inline constexpr const char* kNotFound = "NotFound";

Error error(std::string_view code, std::string message);
Error invalid_parameter(std::string message);
Error not_found(std::string message);
Error limit_exceeded(std::string message);

Error template_does_not_exist(std::string_view name);
Error configuration_set_does_not_exist(std::string_view name);
Error invalid_token();

// "User `arn' is not authorized to perform `ses:SendEmail' on resource `arn'", as SES words it.
std::string access_denied_text(const std::string& text);

// Of the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid(const Call& call, const std::vector<Violation>& violations);

}  // namespace emu::ses
