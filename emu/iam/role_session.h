// Who a session of a role is.
#pragma once

#include <string_view>

#include "core/gate/caller.h"
#include "iam/state.h"

namespace emu::iam {

// arn:aws:sts::A:assumed-role/R/SESSION, without a region.
Caller role_session(const RoleEntity& role, std::string_view account, std::string_view name);

}  // namespace emu::iam
