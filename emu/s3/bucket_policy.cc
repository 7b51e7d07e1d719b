#include "s3/bucket_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/policy/document.h"
#include "core/text/ascii.h"
#include "s3/arn.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/policy_conditions.h"
#include "s3/policy_public.h"

namespace emu::s3 {

namespace {

using policy::Problem;
using Texts = std::vector<std::string>;

bool is_action(std::string_view action) {
  return action == "*" || equal_ignoring_case(action.substr(0, 3), "s3:");
}

// The bucket itself or something in it.
bool is_resource_of(std::string_view resource, std::string_view bucket) {
  const std::string arn = bucket_arn_of(bucket);
  if (!resource.starts_with(arn)) return false;
  resource.remove_prefix(arn.size());
  return resource.empty() || resource.front() == '/' || resource.front() == '*';
}

// Whether an action can concern any of the resources; an action with wildcards always can.
bool applies(std::string_view action, const Texts& resources) {
  if (action.find_first_of("*?") != action.npos) return true;
  const bool of_objects = is_object_action(action);
  return std::any_of(resources.begin(), resources.end(), [&](std::string_view resource) {
    const bool names_objects = resource.find('/') != resource.npos;
    return names_objects == of_objects || (!names_objects && resource.ends_with('*'));
  });
}

std::string refusal_text(const policy::Refusal& refusal) {
  switch (refusal.problem) {
    case Problem::kNotJson:
    case Problem::kNotAnObject:
    case Problem::kRepeatedMember:
      return "Policies must be valid JSON and the first byte must be '{'";
    case Problem::kUnknownElement:
      return fmt::format("Unknown field {}", refusal.subject);
    case Problem::kVersion:
      return "The policy must contain a valid version string";
    case Problem::kNoStatements:
      return "Missing required field Statement";
    case Problem::kEmptyStatements:
      return "Could not parse the policy: Statement is empty!";
    case Problem::kStatement:
      return "Policy statement must be an object";
    case Problem::kRepeatedSid:
      return "Statement IDs (SID) in a single policy must be unique.";
    case Problem::kNoEffect:
      return "Missing required field Effect";
    case Problem::kEffect:
      return fmt::format("Invalid effect: {}", refusal.subject);
    case Problem::kPrincipal:
    case Problem::kPrincipalName:
      return "Invalid principal in policy";
    case Problem::kActions:
    case Problem::kNoActions:
      return "Policy has invalid action";
    case Problem::kResources:
    case Problem::kNoResources:
      return "Policy has invalid resource";
    case Problem::kConditionOperator:
      return fmt::format("Invalid Condition type : {}", refusal.subject);
    case Problem::kConditionKey:
      return "Policy has an invalid condition key";
    case Problem::kId:
    case Problem::kSid:
    case Problem::kBothForms:
    case Problem::kCondition:
    case Problem::kConditionValue:
      break;
  }
  return "Invalid policy syntax.";
}

Status check_actions(const policy::Statement& statement) {
  if (!statement.action) return malformed_policy("Missing required field Action");
  const Texts& actions = statement.action->names;
  if (std::all_of(actions.begin(), actions.end(), &is_action)) return {};
  return malformed_policy("Policy has invalid action");
}

Status check_resources(const policy::Statement& statement, std::string_view bucket) {
  if (!statement.resource) return malformed_policy("Missing required field Resource");
  const Texts& resources = statement.resource->names;
  const bool concerns = std::all_of(resources.begin(), resources.end(), [&](std::string_view name) {
    return is_resource_of(name, bucket);
  });
  if (!concerns) return malformed_policy("Policy has invalid resource");
  if (statement.action->is_negated || statement.resource->is_negated) return {};
  for (const std::string_view name : statement.action->names) {
    if (!applies(name, resources)) {
      return malformed_policy("Action does not apply to any resource(s) in statement");
    }
  }
  return {};
}

Status check_statement(const policy::Statement& statement, std::string_view bucket) {
  if (!statement.principal) return malformed_policy("Missing required field Principal");
  EMU_CHECK(check_actions(statement));
  EMU_CHECK(check_resources(statement, bucket));
  return check_conditions(statement);
}

}  // namespace

Result<PolicyFacts> check_policy(std::string_view json, std::string_view bucket) {
  if (json.size() > kPolicyBytesMax) {
    return malformed_policy("Policy exceeds the maximum allowed document size.");
  }
  if (!json.starts_with('{')) return malformed_policy(refusal_text({Problem::kNotJson}));
  policy::Document document;
  if (const auto refusal = policy::read(json, document)) {
    return malformed_policy(refusal_text(*refusal));
  }
  PolicyFacts facts;
  for (const policy::Statement& statement : document.statements) {
    EMU_CHECK(check_statement(statement, bucket));
    facts.is_public = facts.is_public || is_public_statement(statement);
  }
  return facts;
}

}  // namespace emu::s3
