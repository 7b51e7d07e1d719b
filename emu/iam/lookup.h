// Finds what a request names, or fails in IAM's words.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

#include "iam/state.h"

namespace emu::iam {

// Errors: NoSuchEntity.
Result<RoleEntity*> find_role(Account& account, const std::string& name);
Result<UserEntity*> find_user(Account& account, const std::string& name);

// Errors: InvalidInput for what is not the ARN of a policy.
Status check_policy_arn(const std::string& arn);

// A managed policy, the account's own or one of AWS's.
// Errors: InvalidInput, NoSuchEntity.
Result<const ManagedPolicy*> find_policy(const Account& account, const std::string& arn);
// The same for a call that attaches it, or makes it a boundary, which is refused in other words.
Result<const ManagedPolicy*> find_attachable_policy(const Account& account, const std::string& arn);
// The policy if it is the account's own.
// Errors: as before, and AccessDenied for one of AWS's, which nobody can change.
Result<ManagedPolicy*> find_own_policy(Account& account, const std::string& arn);

}  // namespace emu::iam
