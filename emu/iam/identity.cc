#include "iam/identity.h"

#include "iam/limits.h"

namespace emu::iam {

const IdentityKind kRoleKind{.word = "role",
                             .attached_policies_quota = "PoliciesPerRole",
                             .tags_quota = "TagsPerRole",
                             .inline_policies_max = kRoleInlinePoliciesMax};
const IdentityKind kUserKind{.word = "user",
                             .attached_policies_quota = "PoliciesPerUser",
                             .tags_quota = "TagsPerUser",
                             .inline_policies_max = kUserInlinePoliciesMax};

Status check_boundary(const Account& account, const std::string& arn) {
  if (arn.empty()) return {};
  EMU_CHECK(find_attachable_policy(account, arn));
  return {};
}

void set_boundary(Account& account, Identity& identity, const std::string& arn) {
  if (!identity.boundary.empty()) --account.policy_uses[identity.boundary].boundaries;
  if (!arn.empty()) ++account.policy_uses[arn].boundaries;
  identity.boundary = arn;
}

std::optional<AttachedPermissionsBoundary> boundary_of(const Identity& identity) {
  if (identity.boundary.empty()) return std::nullopt;
  return AttachedPermissionsBoundary{.permissions_boundary_type = "Policy",
                                     .permissions_boundary_arn = identity.boundary};
}

}  // namespace emu::iam
