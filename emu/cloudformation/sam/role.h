// The role that SAM makes for a function.
#pragma once

#include <emu/result.h>

#include <string_view>
#include <vector>

#include "cloudformation/sam/building.h"

namespace emu::cloudformation::sam {

struct RoleNeeds {
  std::vector<std::string_view> managed = {};  // names below arn:aws:iam::aws:policy/
  std::vector<Node> inline_policies = {};      // what SAM adds to those of the template
};

// {"PolicyName": …, "PolicyDocument": …} with one statement.
Node inline_policy(std::string_view name, std::string_view action, const Node& resource);

// <id>Role, with Policies of the function: names and ARNs of managed policies, documents and policy
// templates.
Status make_role(Building& building, const Source& source, RoleNeeds needs);

}  // namespace emu::cloudformation::sam
