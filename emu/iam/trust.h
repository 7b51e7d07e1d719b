// Trust policies of roles.
#pragma once

#include <emu/result.h>

#include <string>

#include "iam/state.h"

namespace emu::iam {

// Errors: MalformedPolicyDocument, also when it trusts a user or role of this account that does not
// exist; LimitExceeded.
Status check_trust_policy(Account& account, const std::string& document);

}  // namespace emu::iam
