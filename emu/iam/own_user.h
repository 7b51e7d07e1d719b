// Operations on users and keys are about the caller when they name nobody.
#pragma once

#include <emu/result.h>

#include <string>

#include "core/gate/call.h"

namespace emu::iam {

// The given name, or the caller's; empty for the account itself.
Result<std::string> user_name_or_own(const Call& call, const std::string& given);

}  // namespace emu::iam
