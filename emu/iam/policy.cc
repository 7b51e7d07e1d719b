#include "iam/policy.h"

#include <algorithm>

#include "core/hash/canonical_user.h"
#include "iam/request_context.h"

namespace emu::iam {

namespace {

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Some policies name a service as it is in one region: "logs.eu-west-1.amazonaws.com".
// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal", "Service principals in opt-in
// Regions".
bool names_service(const std::vector<std::string>& services, const Caller& caller) {
  if (contains(services, caller.arn)) return true;
  constexpr std::string_view kDomain = ".amazonaws.com";
  const std::string_view service = caller.arn;
  if (!service.ends_with(kDomain)) return false;
  const std::string_view name = service.substr(0, service.size() - kDomain.size());
  return std::any_of(services.begin(), services.end(), [&](std::string_view regional) {
    if (regional.size() != service.size() + 1 + caller.region.size()) return false;
    return regional.starts_with(name) && regional[name.size()] == '.' &&
           regional.substr(name.size() + 1).starts_with(caller.region) &&
           regional.ends_with(kDomain);
  });
}

}  // namespace

AccessGrant Principals::grant_to(const Caller& caller) const {
  if (everyone) return AccessGrant::kDirect;
  switch (caller.kind) {
    case Caller::Kind::kAnonymous:
      return AccessGrant::kNone;
    case Caller::Kind::kService:
      return every_service || names_service(services, caller) ? AccessGrant::kDirect
                                                              : AccessGrant::kNone;
    case Caller::Kind::kUnnamed:
    case Caller::Kind::kUser:
    case Caller::Kind::kRole:
      break;
  }
  if (contains(arns, caller.arn)) return AccessGrant::kDirect;
  if (!caller.role_arn.empty() && contains(arns, caller.role_arn)) return AccessGrant::kRole;
  if (contains(accounts, caller.account)) return AccessGrant::kAccount;
  const bool is_named =
      !canonical_users.empty() && contains(canonical_users, canonical_user_id(caller.account));
  return is_named ? AccessGrant::kAccount : AccessGrant::kNone;
}

AccessGrant Statement::grant_to(const Caller& caller) const {
  if (!has_principals) return AccessGrant::kDirect;
  const AccessGrant grant = principals.grant_to(caller);
  if (!is_not_principal) return grant;
  return grant == AccessGrant::kNone ? AccessGrant::kDirect : AccessGrant::kNone;
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
