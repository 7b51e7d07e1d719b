#include "core/text/percent.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::put_role_policy(Call& call, const PutRolePolicy& in) {
  RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  Status put = put_inline_policy(*role, kRoleKind, in.policy_name, in.policy_document);
  if (!put) return std::move(put.error());
  call.subject = in.policy_name;
  directory_.changed();
  return Nothing{};
}

Result<GetRolePolicyResult> Iam::get_role_policy(Call& call, const GetRolePolicy& in) {
  const RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  auto document = find_inline_policy(*role, kRoleKind, in.policy_name);
  if (!document) return std::move(document.error());
  return GetRolePolicyResult{.role_name = role->name,
                             .policy_name = in.policy_name,
                             .policy_document = percent_encode((*document)->text)};
}

Result<ListRolePoliciesResult> Iam::list_role_policies(Call& call, const ListRolePolicies& in) {
  const RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  ListRolePoliciesResult answer;
  auto end = list_inline_policies(*role, in.marker, in.max_items, answer.policy_names);
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

Result<Nothing> Iam::delete_role_policy(Call& call, const DeleteRolePolicy& in) {
  RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  Status deleted = delete_inline_policy(*role, kRoleKind, in.policy_name);
  if (!deleted) return std::move(deleted.error());
  call.subject = in.policy_name;
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
