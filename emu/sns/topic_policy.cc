#include "sns/topic_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/policy/document.h"
#include "core/text/ascii.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

constexpr std::string_view kVendor = "sns:";

// What a topic's policy may be about.
// Source: Amazon SNS Developer Guide, "Amazon SNS API permissions: Actions and resources
// reference".
constexpr std::array<std::string_view, 12> kActions = {
    "AddPermission",
    "DeleteTopic",
    "GetDataProtectionPolicy",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "ListTagsForResource",
    "Publish",
    "PutDataProtectionPolicy",
    "Receive",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
};

bool is_topic_action(std::string_view name) {
  return std::any_of(kActions.begin(), kActions.end(),
                     [&](std::string_view action) { return equal_ignoring_case(action, name); });
}

// "SNS:Publish", also with wildcards.
bool is_policy_action(std::string_view action) {
  if (action == "*") return true;
  if (action.size() <= kVendor.size() ||
      !equal_ignoring_case(action.substr(0, kVendor.size()), kVendor)) {
    return false;
  }
  action.remove_prefix(kVendor.size());
  return action.find_first_of("*?") != action.npos || is_topic_action(action);
}

Error action_out_of_scope() {
  return invalid_parameter("Policy statement action out of service scope!");
}

Error invalid_policy() { return invalid_parameter("Policy Error: null"); }

// Policies are checked when they are set.
policy::Document parse(const std::string& json) {
  policy::Document document;
  policy::read(json, document);
  return document;
}

policy::Statement statement_of(const Permission& permission) {
  policy::PrincipalNames accounts{.type = "AWS"};
  for (const std::string& account : permission.accounts) {
    accounts.names.push_back("arn:aws:iam::" + account + ":root");
  }
  policy::Names actions;
  for (const std::string& action : permission.actions) actions.names.push_back("SNS:" + action);
  return {.sid = permission.label,
          .effect = policy::Effect::kAllow,
          .principal = policy::Principal{.names = {std::move(accounts)}},
          .action = std::move(actions),
          .resource = policy::Names{.names = {permission.topic_arn}}};
}

auto find_label(std::vector<policy::Statement>& statements, std::string_view label) {
  return std::find_if(statements.begin(), statements.end(),
                      [&](const policy::Statement& statement) { return statement.sid == label; });
}

}  // namespace

std::string default_policy(std::string_view topic_arn, std::string_view account) {
  return fmt::format(
      R"({{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{{)"
      R"("Sid":"__default_statement_ID","Effect":"Allow","Principal":{{"AWS":"*"}},"Action":[)"
      R"("SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission",)"
      R"("SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",)"
      R"("SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"{}",)"
      R"("Condition":{{"StringEquals":{{"AWS:SourceOwner":"{}"}}}}}}]}})",
      topic_arn, account);
}

Status check_policy(std::string_view json) {
  policy::Document document;
  if (json.size() > kPolicyMax || policy::read(json, document)) return invalid_policy();
  for (const policy::Statement& statement : document.statements) {
    if (!statement.principal || !statement.action || !statement.resource) return invalid_policy();
    const auto& names = statement.action->names;
    if (!std::all_of(names.begin(), names.end(), &is_policy_action)) return action_out_of_scope();
  }
  return {};
}

// Checks: Amazon SNS API Reference, "AddPermission".
Result<std::string> with_statement(const std::string& policy, const Permission& permission) {
  policy::Document document = parse(policy);
  auto& statements = document.statements;
  if (find_label(statements, permission.label) != statements.end()) {
    return invalid_parameter("Statement already exists");
  }
  const auto& actions = permission.actions;
  if (!std::all_of(actions.begin(), actions.end(), [](const std::string& action) {
        return action == "*" || is_topic_action(action);
      })) {
    return action_out_of_scope();
  }
  statements.push_back(statement_of(permission));
  std::string text = policy::write(document);
  if (statements.size() > kPermissionStatementsMax || text.size() > kPolicyMax) {
    return invalid_parameter("Policy", "the policy is too long");
  }
  return text;
}

Result<std::string> without_statement(const std::string& policy, std::string_view label) {
  policy::Document document = parse(policy);
  const auto found = find_label(document.statements, label);
  if (label.empty() || found == document.statements.end()) return invalid_parameter("Label");
  document.statements.erase(found);
  // A policy has a statement at least: without any, the topic has the one that it began with.
  return document.statements.empty() ? std::string() : policy::write(document);
}

}  // namespace emu::sns
