// Policies of advanced parameters: when a parameter expires, and when to tell of it.
// Source: AWS Systems Manager User Guide, "Assigning parameter policies in Parameter Store".
#pragma once

#include <emu/result.h>
#include <emu/ssm/types.h>
#include <emu/time.h>

#include <optional>
#include <string_view>
#include <vector>

namespace emu::ssm {

struct ParameterPolicies {
  std::vector<ParameterInlinePolicy> policies = {};
  std::optional<Time> expires = {};
};

// A JSON list of policies. An empty one, [{}] and the empty text stand for none.
Result<ParameterPolicies> read_policies(std::string_view json);

}  // namespace emu::ssm
