#include "eventbridge/bus_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/policy/document.h"
#include "eventbridge/errors.h"
#include "eventbridge/limits.h"

namespace emu::eventbridge {

namespace {

Error policy_too_long() {
  return {.code = errors::kPolicyLengthExceededException,
          .message = "The event bus policy is too long. For more information, see the limits."};
}

Result<PolicyPtr> checked(std::string text) {
  if (text.size() > kPolicyMax) return policy_too_long();
  return std::make_shared<const std::string>(std::move(text));
}

// Policies are checked when they are set.
policy::Document document_of(const PolicyPtr& policy) {
  policy::Document document;
  if (policy != nullptr) policy::read(*policy, document);
  return document;
}

Result<PolicyPtr> whole_policy(const std::string& text) {
  policy::Document document;
  if (policy::read(text, document)) {
    return invalid_parameter("Policy", "The policy is not a valid policy document.");
  }
  for (const policy::Statement& statement : document.statements) {
    if (statement.principal && statement.action && statement.resource) continue;
    return invalid_parameter("Policy", "A statement needs Principal, Action and Resource.");
  }
  return checked(text);
}

policy::Statement statement_of(std::string_view bus_arn, const PutPermission& in) {
  policy::Statement statement{.sid = *in.statement_id, .effect = policy::Effect::kAllow};
  if (*in.principal == "*") {
    statement.principal = policy::Principal{.is_everyone = true};
  } else {
    statement.principal = policy::Principal{
        .names = {{.type = "AWS", .names = {fmt::format("arn:aws:iam::{}:root", *in.principal)}}}};
  }
  statement.action = policy::Names{.names = {*in.action}};
  statement.resource = policy::Names{.names = {std::string(bus_arn)}};
  if (in.condition) {
    statement.conditions.push_back({.operator_name = in.condition->type,
                                    .key = in.condition->key,
                                    .values = {in.condition->value}});
  }
  return statement;
}

Status check_statement(const PutPermission& in) {
  const auto missing = [](std::string_view name) {
    return validation(fmt::format("Parameter {} must be specified.", name));
  };
  if (!in.action) return missing("Action");
  if (!in.principal) return missing("Principal");
  if (!in.statement_id) return missing("StatementId");
  if (*in.action != "events:PutEvents") {
    return invalid_parameter("Action", "Provided value in parameter 'action' is not supported.");
  }
  if (!in.condition) return {};
  const bool is_organization =
      in.condition->type == "StringEquals" && in.condition->key == "aws:PrincipalOrgID";
  if (is_organization) return {};
  return invalid_parameter("Condition", "Only StringEquals of aws:PrincipalOrgID is supported.");
}

}  // namespace

Result<PolicyPtr> with_permission(const PolicyPtr& policy, std::string_view bus_arn,
                                  const PutPermission& in) {
  if (in.policy) {
    if (in.action || in.principal || in.statement_id || in.condition) {
      return validation("Policy cannot be specified together with other parameters.");
    }
    return whole_policy(*in.policy);
  }
  EMU_CHECK(check_statement(in));
  policy::Document document = document_of(policy);
  if (document.version.empty()) document.version = policy::kVersionNow;
  std::erase_if(document.statements, [&](const policy::Statement& statement) {
    return statement.sid == *in.statement_id;
  });
  document.statements.push_back(statement_of(bus_arn, in));
  return checked(policy::write(document));
}

Result<PolicyPtr> without_permission(const PolicyPtr& policy, std::string_view statement_id) {
  if (policy == nullptr) return not_found("EventBus does not have a policy.");
  policy::Document document = document_of(policy);
  const auto removed = std::erase_if(document.statements, [&](const policy::Statement& statement) {
    return statement.sid == statement_id;
  });
  if (removed == 0) return not_found("Statement with the provided id does not exist.");
  if (document.statements.empty()) return PolicyPtr();
  return checked(policy::write(document));
}

}  // namespace emu::eventbridge
