#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::attach_role_policy(Call& call, const AttachRolePolicy& in) {
  Account& account = this->account(call);
  RoleEntity* role = account.role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  Status attached = attach_policy(account, *role, kRoleKind, in.policy_arn);
  if (!attached) return std::move(attached.error());
  call.subject = in.policy_arn;
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::detach_role_policy(Call& call, const DetachRolePolicy& in) {
  Account& account = this->account(call);
  RoleEntity* role = account.role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  Status detached = detach_policy(account, *role, in.policy_arn);
  if (!detached) return std::move(detached.error());
  call.subject = in.policy_arn;
  directory_.changed();
  return Nothing{};
}

Result<ListAttachedRolePoliciesResult> Iam::list_attached_role_policies(
    Call& call, const ListAttachedRolePolicies& in) {
  const RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  ListAttachedRolePoliciesResult answer;
  auto end = list_attached_policies(*role, in.path_prefix, in.marker, in.max_items,
                                    answer.attached_policies);
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

}  // namespace emu::iam
