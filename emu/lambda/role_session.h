// Sessions of execution roles: as whom Lambda acts on behalf of a function.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "core/gate/world.h"

namespace emu::lambda {

struct Revision;

// Who assumes which role, and for which function: its name becomes the session's.
struct RoleUse {
  std::string_view role_arn;
  std::string_view function_name;
  std::string_view account;
  std::string_view region;
};

// A new session, or AWS's refusal when the role does not exist or does not trust Lambda. In an
// account without IAM: a caller to whom everything is allowed.
Result<CallerPtr> assume_role(World& world, const RoleUse& use);
Result<CallerPtr> assume_role(World& world, const Revision& revision);

// Whether a session may do something, as far as the role's policies say it beforehand.
bool may(World& world, const Caller& session, std::string_view action, std::string_view resource);

}  // namespace emu::lambda
