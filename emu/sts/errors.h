// STS's errors: those that several operations share, and the kinds that the others are made of.
#pragma once

#include <emu/result.h>

#include <string>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::sts {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid_request(const Call& call, const std::vector<Violation>& violations);

// AWS's codes with a text of the caller's.
Error not_authorized(const std::string& text);  // AccessDenied
Error validation_error(std::string text);       // ValidationError
Error invalid_parameter_value(std::string text);

Error missing_token();

}  // namespace emu::sts
