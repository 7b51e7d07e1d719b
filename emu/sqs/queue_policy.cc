#include "sqs/queue_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/policy/document.h"
#include "core/text/ascii.h"
#include "sqs/errors.h"
#include "sqs/limits.h"

namespace emu::sqs {

namespace {

bool is_policy_action(std::string_view action) {
  constexpr std::string_view kVendor = "sqs:";
  return action == "*" || (action.size() > kVendor.size() &&
                           equal_ignoring_case(action.substr(0, kVendor.size()), kVendor));
}

// An ARN, or the queue as its owner and name alone: /111122223333/orders.
bool is_policy_resource(std::string_view resource) {
  return resource == "*" || resource.starts_with("arn:") || resource.starts_with('/');
}

bool is_queue_statement(const policy::Statement& statement) {
  return statement.principal && statement.action && statement.resource &&
         std::all_of(statement.action->names.begin(), statement.action->names.end(),
                     &is_policy_action) &&
         std::all_of(statement.resource->names.begin(), statement.resource->names.end(),
                     &is_policy_resource);
}

// Policies are checked when they are set.
policy::Document parse(const std::string& json) {
  policy::Document document;
  policy::read(json, document);
  return document;
}

policy::Document empty_policy(const std::string& queue_arn) {
  return {.version = "2008-10-17", .id = queue_arn + "/SQSDefaultPolicy"};
}

policy::Statement statement_of(const Permission& permission) {
  policy::PrincipalNames accounts{.type = "AWS"};
  for (const std::string& account : permission.accounts) {
    accounts.names.push_back("arn:aws:iam::" + account + ":root");
  }
  policy::Names actions;
  for (const std::string& action : permission.actions) actions.names.push_back("SQS:" + action);
  return {.sid = permission.label,
          .effect = policy::Effect::kAllow,
          .principal = policy::Principal{.names = {std::move(accounts)}},
          .action = std::move(actions),
          .resource = policy::Names{.names = {permission.queue_arn}}};
}

auto find_label(std::vector<policy::Statement>& statements, std::string_view label) {
  return std::find_if(statements.begin(), statements.end(),
                      [&](const policy::Statement& statement) { return statement.sid == label; });
}

Error label_unknown(std::string_view label) {
  return invalid_parameter("Label", label, "can't find label.");
}

Error too_many_statements() {
  return error(errors::kOverLimit,
               fmt::format("The policy can have at most {} statements.", kPermissionStatementsMax),
               kForbidden);
}

}  // namespace

bool is_queue_policy(std::string_view json) {
  policy::Document document;
  return !policy::read(json, document) &&
         std::all_of(document.statements.begin(), document.statements.end(), &is_queue_statement);
}

// Checks: Amazon SQS API Reference, "AddPermission".
Result<std::string> with_statement(const std::string& policy, const Permission& permission) {
  policy::Document document = policy.empty() ? empty_policy(permission.queue_arn) : parse(policy);
  auto& statements = document.statements;
  if (find_label(statements, permission.label) != statements.end()) {
    return invalid_parameter("Label", permission.label, "Already exists.");
  }
  if (statements.size() >= kPermissionStatementsMax) return too_many_statements();
  statements.push_back(statement_of(permission));
  return policy::write(document);
}

Result<std::string> without_statement(const std::string& policy, std::string_view label) {
  if (policy.empty()) return label_unknown(label);
  policy::Document document = parse(policy);
  const auto found = find_label(document.statements, label);
  if (label.empty() || found == document.statements.end()) return label_unknown(label);
  document.statements.erase(found);
  return document.statements.empty() ? std::string() : policy::write(document);
}

}  // namespace emu::sqs
