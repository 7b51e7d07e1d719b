// The statements of a queue's policy that AddPermission and RemovePermission write.
// Source: Amazon SQS API Reference, "AddPermission".
#pragma once

#include <emu/result.h>

#include <memory>
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

using PolicyPtr = std::shared_ptr<const std::string>;

// The policy with one more statement. `policy` may be null: there is none yet.
Result<PolicyPtr> with_statement(const PolicyPtr& policy, const Permission& permission);
// The policy without the statement of that label; null when none is left.
Result<PolicyPtr> without_statement(const PolicyPtr& policy, std::string_view label);

}  // namespace emu::sqs
