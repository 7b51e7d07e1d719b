// The policies that AWS gives to every account.
#pragma once

#include <string_view>
#include <vector>

#include "iam/state.h"

namespace emu::iam {

// In the order of their ARNs.
const std::vector<const ManagedPolicy*>& aws_managed_policies();

// Null when AWS gives none of that ARN.
const ManagedPolicy* aws_managed_policy(std::string_view arn);

}  // namespace emu::iam
