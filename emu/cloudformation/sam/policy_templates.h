// SAM's policy templates, by "AWS SAM policy template list": those of services that are here.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace emu::cloudformation::sam {

struct PolicyStatement {
  std::string_view actions = {};    // separated by spaces
  std::string_view resources = {};  // separated by spaces; texts of Fn::Sub
};

struct PolicyTemplate {
  std::string_view name;
  std::string_view parameters;  // separated by spaces
  std::array<PolicyStatement, 2> statements;
};

std::span<const PolicyTemplate> policy_templates();

}  // namespace emu::cloudformation::sam
