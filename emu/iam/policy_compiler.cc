#include "iam/policy_compiler.h"

#include <emu/arn.h>

#include <optional>
#include <string>
#include <utility>

#include "core/text/account_id.h"
#include "core/text/ascii.h"

namespace emu::iam {

namespace {

void add_aws_principal(const std::string& name, Principals& principals) {
  if (name == "*") {
    principals.everyone = true;
  } else if (is_account_id(name)) {
    principals.accounts.push_back(name);
  } else if (const std::optional<Arn> arn = Arn::parse(name); arn && arn->resource == "root") {
    principals.accounts.push_back(arn->account);
  } else {
    principals.arns.push_back(name);
  }
}

Principals compile_principals(const policy::Principal& principal) {
  Principals principals{.everyone = principal.is_everyone};
  for (const policy::PrincipalNames& of_type : principal.names) {
    for (const std::string& name : of_type.names) {
      if (of_type.type == "AWS") {
        add_aws_principal(name, principals);
      } else if (of_type.type == "Service" && name == "*") {
        principals.every_service = true;
      } else if (of_type.type == "Service") {
        principals.services.push_back(name);
      } else if (of_type.type == "CanonicalUser") {
        principals.canonical_users.push_back(name);
      }
    }
  }
  return principals;
}

// A queue's policy may name the queue as its owner and name alone: /111122223333/orders.
// Source: Amazon SQS Developer Guide, "Basic Amazon SQS policies" (older editions).
std::string full_resource(const std::string& resource) {
  const std::size_t slash = resource.starts_with('/') ? resource.find('/', 1) : resource.npos;
  if (slash == resource.npos) return resource;
  return "arn:aws:sqs:*:" + resource.substr(1, slash - 1) + ":" + resource.substr(slash + 1);
}

Statement compile_statement(const policy::Statement& source, const std::string& id,
                            Variables variables) {
  Statement statement{.id = source.sid.empty() ? id : source.sid, .effect = source.effect};
  if (source.principal) {
    statement.has_principals = true;
    statement.is_not_principal = source.principal->is_negated;
    statement.principals = compile_principals(*source.principal);
  }
  if (source.action) {
    statement.is_not_action = source.action->is_negated;
    for (const std::string& action : source.action->names) {
      statement.actions.emplace_back(lower_case(action), Wildcards::kActive, Variables::kLiteral);
    }
  }
  statement.any_resource = !source.resource;
  if (source.resource) {
    statement.is_not_resource = source.resource->is_negated;
    for (const std::string& resource : source.resource->names) {
      statement.resources.emplace_back(full_resource(resource), ArnStars::kOfResources, variables);
    }
  }
  for (const policy::Condition& condition : source.conditions) {
    statement.conditions.push_back(
        *Condition::make(condition.operator_name, condition.key, condition.values, variables));
  }
  return statement;
}

}  // namespace

std::shared_ptr<const CompiledPolicy> compile_policy(const policy::Document& document) {
  const Variables variables = document.has_variables() ? Variables::kActive : Variables::kLiteral;
  auto compiled = std::make_shared<CompiledPolicy>();
  for (const policy::Statement& statement : document.statements) {
    const std::string id = "#" + std::to_string(compiled->statements.size() + 1);
    compiled->statements.push_back(compile_statement(statement, id, variables));
  }
  return compiled;
}

std::shared_ptr<const CompiledPolicy> policy_that_denies_everything() {
  policy::Statement deny{.effect = Effect::kDeny,
                         .principal = policy::Principal{.is_everyone = true},
                         .action = policy::Names{.names = {"*"}},
                         .resource = policy::Names{.names = {"*"}}};
  return compile_policy({.statements = {std::move(deny)}});
}

}  // namespace emu::iam
