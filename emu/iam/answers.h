// Entities as IAM describes them in answers.
#pragma once

#include <emu/iam/types.h>

#include <string>

#include "iam/state.h"

namespace emu::iam {

// Lists leave out some members that the answer about a single entity has, and so does the answer to
// the request that makes it.
enum class Detail { kCreated, kListed, kFull };

Role describe_role(const RoleEntity& role, Detail detail);
User describe_user(const UserEntity& user, Detail detail);
Policy describe_policy(const Account& account, const ManagedPolicy& policy, Detail detail);
// "v1".
std::string version_name(int number);
PolicyVersion describe_version(const ManagedPolicy& policy, int number, Detail detail);

}  // namespace emu::iam
