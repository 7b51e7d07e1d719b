#include "secretsmanager/resource_policy.h"

#include <algorithm>

#include "core/policy/public.h"
#include "core/text/ascii.h"
#include "secretsmanager/errors.h"

namespace emu::secretsmanager {

namespace {

Error malformed_policy() {
  return {.code = errors::kMalformedPolicyDocumentException,
          .message = "This policy has invalid syntax."};
}

bool is_secret_action(std::string_view action) {
  constexpr std::string_view kVendor = "secretsmanager:";
  return action == "*" || equal_ignoring_case(action.substr(0, kVendor.size()), kVendor);
}

bool is_secret_resource(std::string_view resource) {
  return resource == "*" || resource.starts_with("arn:");
}

bool is_secret_statement(const policy::Statement& statement) {
  return statement.principal && statement.action && statement.resource &&
         std::all_of(statement.action->names.begin(), statement.action->names.end(),
                     &is_secret_action) &&
         std::all_of(statement.resource->names.begin(), statement.resource->names.end(),
                     &is_secret_resource);
}

}  // namespace

Result<policy::Document> read_policy(std::string_view json) {
  policy::Document document;
  if (policy::read(json, document) ||
      !std::all_of(document.statements.begin(), document.statements.end(), &is_secret_statement)) {
    return malformed_policy();
  }
  return document;
}

bool is_public(const policy::Document& document) {
  return std::any_of(document.statements.begin(), document.statements.end(),
                     [](const policy::Statement& statement) {
                       return policy::is_public(statement, policy::kKeysOfCallers);
                     });
}

}  // namespace emu::secretsmanager
