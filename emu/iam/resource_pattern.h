// The form of the resources that IAM's own policies name.
#pragma once

#include <emu/result.h>

#include <string_view>

namespace emu::iam {

// Errors: MalformedPolicyDocument for what is no pattern of ARNs, for a partition that does not
// exist, a service with wildcards, and regions where ARNs have none.
Status check_resource_pattern(std::string_view resource);

}  // namespace emu::iam
