#include "iam/policy_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/text/ascii.h"
#include "iam/errors.h"
#include "iam/resource_pattern.h"

namespace emu::iam {

namespace {

Error syntax_error() { return malformed("Syntax errors in policy."); }
Error no_actions() { return malformed("Policy statement must contain actions."); }
Error no_resources() { return malformed("Policy statement must contain resources."); }
Error wrong_version() {
  return malformed("Policy document must be version 2012-10-17 or greater.");
}
Error no_vendor() {
  return malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
}
Error not_about_assuming() {
  return malformed("AssumeRole policy may only specify STS AssumeRole actions.");
}

// IAM writes SERVICE where the document says Service.
Error invalid_principal(std::string_view type_and_name) {
  constexpr std::string_view kService = R"("Service")";
  std::string text(type_and_name);
  if (text.starts_with(kService)) text.replace(0, kService.size(), R"("SERVICE")");
  return malformed("Invalid principal in policy: " + text);
}

bool is_vendor(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-'; });
}

Status check_sid(const std::string& sid) {
  if (std::all_of(sid.begin(), sid.end(), is_alphanumeric)) return {};
  return malformed(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular "
      "expression [0-9A-Za-z]*");
}

Status check_action(DocumentKind kind, std::string_view action) {
  const bool is_trust = kind == DocumentKind::kTrust;
  if (action == "*") return is_trust ? Status(not_about_assuming()) : Status();
  const std::size_t colon = action.find(':');
  if (colon == action.npos || colon == 0 || colon + 1 == action.size()) return no_vendor();
  if (action.find(':', colon + 1) != action.npos) {
    return malformed("Actions/Condition can contain only one colon.");
  }
  const std::string_view vendor = action.substr(0, colon);
  if (!is_vendor(vendor)) return malformed(fmt::format("Vendor {} is not valid", vendor));
  // Older policies write STS:AssumeRole.
  if (is_trust && !equal_ignoring_case(vendor, "sts")) return not_about_assuming();
  return {};
}

// Which elements a statement must have, and which it must not.
Status check_elements(DocumentKind kind, const policy::Statement& statement) {
  const bool is_trust = kind == DocumentKind::kTrust;
  if (!is_trust && statement.principal) {
    return malformed("Policy document should not specify a principal.");
  }
  if (is_trust && statement.resource) return malformed("Has prohibited field Resource");
  if (!statement.action) return no_actions();
  if (!is_trust && !statement.resource) return no_resources();
  if (is_trust && !statement.principal) return malformed("Missing required field Principal");
  return {};
}

Status check_statement(DocumentKind kind, const policy::Statement& statement) {
  EMU_CHECK(check_elements(kind, statement));
  EMU_CHECK(check_sid(statement.sid));
  for (const std::string& action : statement.action->names) {
    EMU_CHECK(check_action(kind, action));
  }
  if (statement.resource) {
    for (const std::string& resource : statement.resource->names) {
      EMU_CHECK(check_resource_pattern(resource));
    }
  }
  for (const policy::Condition& condition : statement.conditions) {
    if (condition.key.find(':') == condition.key.npos) return no_vendor();
  }
  return {};
}

bool is_about_dates(const policy::Refusal& refusal) {
  if (!refusal.condition_operator) return false;
  const policy::Comparison comparison = refusal.condition_operator->comparison;
  return comparison >= policy::Comparison::kDateEquals &&
         comparison <= policy::Comparison::kDateGreaterThanEquals;
}

}  // namespace

Status check_document(DocumentKind kind, const policy::Document& document) {
  if (kind == DocumentKind::kManaged && document.version != policy::kVersionNow)
    return wrong_version();
  for (const policy::Statement& statement : document.statements) {
    EMU_CHECK(check_statement(kind, statement));
  }
  return {};
}

Error malformed_by(DocumentKind kind, const policy::Refusal& refusal) {
  using policy::Problem;
  switch (refusal.problem) {
    case Problem::kNotJson:
      return malformed(kind == DocumentKind::kTrust
                           ? "This policy contains invalid Json"
                           : "The policy is not in the valid JSON format.");
    case Problem::kVersion:
      return refusal.subject.empty() ? syntax_error() : wrong_version();
    case Problem::kRepeatedSid:
      return malformed("Statement IDs (SID) in a single policy must be unique.");
    case Problem::kNoActions:
      return no_actions();
    case Problem::kNoResources:
      return no_resources();
    case Problem::kPrincipalName:
      return invalid_principal(refusal.subject);
    case Problem::kConditionOperator:
      return malformed(fmt::format("Invalid Condition type : {}.", refusal.subject));
    case Problem::kConditionValue:
      return is_about_dates(refusal) ? policy_failed_legacy_parsing() : syntax_error();
    case Problem::kNotAnObject:
    case Problem::kUnknownElement:
    case Problem::kRepeatedMember:
    case Problem::kId:
    case Problem::kNoStatements:
    case Problem::kEmptyStatements:
    case Problem::kStatement:
    case Problem::kSid:
    case Problem::kNoEffect:
    case Problem::kEffect:
    case Problem::kBothForms:
    case Problem::kActions:
    case Problem::kResources:
    case Problem::kPrincipal:
    case Problem::kCondition:
    case Problem::kConditionKey:
      break;
  }
  return syntax_error();
}

}  // namespace emu::iam
