// Source: AWS IAM API Reference, "DeleteRole".
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/lookup.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::delete_role(Call& call, const DeleteRole& in) {
  Account& account = this->account(call);
  EMU_TRY(RoleEntity* role, find_role(account, in.role_name));
  if (!role->attached_policies.empty()) return must_detach_policies();
  if (!role->inline_policies.empty()) return must_delete_policies();
  call.subject = role->id;
  set_boundary(account, *role, "");
  account.roles.erase(role->name);
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
