// Sessions of roles.
#pragma once

#include <emu/time.h>

#include <string_view>

#include "core/gate/caller.h"
#include "iam/state.h"

namespace emu::iam {

// Who a session of the role is: arn:aws:sts::A:assumed-role/R/SESSION, without a region. Notes when
// and where the role was last used.
Caller begin_role_session(RoleEntity& role, std::string_view session_name, std::string_view region,
                          Time now);

}  // namespace emu::iam
