// Policies of topics: which ones a topic takes, the one that it begins with, and the statements
// that AddPermission and RemovePermission write.
// Sources: Amazon SNS API Reference, "AddPermission"; Amazon SNS Developer Guide, "Example cases
// for Amazon SNS access control".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace emu::sns {

// That of a topic which has been given none.
std::string default_policy(std::string_view topic_arn, std::string_view account);

Status check_policy(std::string_view json);

struct Permission {
  const std::string& label;
  const std::vector<std::string>& accounts;
  const std::vector<std::string>& actions;
  const std::string& topic_arn;
};

// The policy with another statement.
Result<std::string> with_statement(const std::string& policy, const Permission& permission);
// The policy without the statement of that label.
Result<std::string> without_statement(const std::string& policy, std::string_view label);

}  // namespace emu::sns
