// The statements of a queue's policy that AddPermission and RemovePermission write.
// Source: Amazon SQS API Reference, "AddPermission".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu::sqs {

struct Permission {
  const std::string& label;
  const std::vector<std::string>& accounts;
  const std::vector<std::string>& actions;
  const std::string& queue_arn;
};

// The policy with another statement. `policy` may be empty: there is none yet.
Result<std::string> with_statement(const std::string& policy, const Permission& permission);
// The policy without the statement of that label; empty when none is left.
Result<std::string> without_statement(const std::string& policy, std::string_view label);

}  // namespace emu::sqs
