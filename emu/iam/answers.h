// Entities as IAM tells of them.
#pragma once

#include <emu/iam/types.h>

#include "iam/state.h"

namespace emu::iam {

// Lists leave out what only a look at one entity tells.
enum class Detail { kListed, kFull };

Role describe_role(const RoleEntity& role, Detail detail);
User describe_user(const UserEntity& user, Detail detail);
Policy describe_policy(const Account& account, const ManagedPolicy& policy, Detail detail);
PolicyVersion describe_version(const ManagedPolicy& policy, int number, Detail detail);

}  // namespace emu::iam
