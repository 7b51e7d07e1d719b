// Policies of queues: which ones a queue takes, and the statements that AddPermission and
// RemovePermission write.
// Sources: Amazon SQS API Reference, "AddPermission"; Amazon SQS Developer Guide, "Using custom
// policies with the Amazon SQS Access Policy Language".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu::sqs {

// Whether a queue may have that policy: a well-formed document whose statements have principals,
// actions of SQS and resources.
bool is_queue_policy(std::string_view json);

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
