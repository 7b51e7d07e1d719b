#include "iam/policy.h"

#include <algorithm>

#include "iam/request_context.h"

namespace emu::iam {

namespace {

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

Grant Principals::grant_to(const Caller& caller) const {
  if (everyone) return Grant::kDirect;
  switch (caller.kind) {
    case Caller::Kind::kAnonymous:
      return Grant::kNone;
    case Caller::Kind::kService:
      return every_service || contains(services, caller.arn) ? Grant::kDirect : Grant::kNone;
    case Caller::Kind::kUnnamed:
    case Caller::Kind::kUser:
    case Caller::Kind::kRole:
      break;
  }
  if (contains(arns, caller.arn)) return Grant::kDirect;
  if (!caller.role_arn.empty() && contains(arns, caller.role_arn)) return Grant::kRole;
  return contains(accounts, caller.account) ? Grant::kAccount : Grant::kNone;
}

Grant Statement::grant_to(const Caller& caller) const {
  if (!has_principals) return Grant::kDirect;
  const Grant grant = principals.grant_to(caller);
  if (!is_not_principal) return grant;
  return grant == Grant::kNone ? Grant::kDirect : Grant::kNone;
}

bool Statement::applies(std::string_view action, std::string_view resource,
                        RequestContext& context) const {
  const bool names_action =
      std::any_of(actions.begin(), actions.end(),
                  [&](const Pattern& pattern) { return pattern.matches(action, context); });
  if (names_action == is_not_action) return false;
  if (!any_resource) {
    const bool names_resource =
        std::any_of(resources.begin(), resources.end(),
                    [&](const ArnPattern& pattern) { return pattern.matches(resource, context); });
    if (names_resource == is_not_resource) return false;
  }
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const Condition& condition) { return condition.holds(context); });
}

}  // namespace emu::iam
