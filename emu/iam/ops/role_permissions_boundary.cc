// Source: AWS IAM API Reference, "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary".
#include <fmt/format.h>

#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/lookup.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::put_role_permissions_boundary(Call& call,
                                                   const PutRolePermissionsBoundary& in) {
  Account& account = this->account(call);
  EMU_TRY(RoleEntity* role, find_role(account, in.role_name));
  EMU_CHECK(find_attachable_policy(account, in.permissions_boundary));
  set_boundary(account, *role, in.permissions_boundary);
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::delete_role_permissions_boundary(Call& call,
                                                      const DeleteRolePermissionsBoundary& in) {
  Account& account = this->account(call);
  EMU_TRY(RoleEntity* role, find_role(account, in.role_name));
  if (role->boundary.empty()) {
    return no_such_entity(
        fmt::format("The role with name {} has no permissions boundary.", in.role_name));
  }
  set_boundary(account, *role, "");
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
