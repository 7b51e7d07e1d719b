#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::put_role_permissions_boundary(Call& call,
                                                   const PutRolePermissionsBoundary& in) {
  Account& account = this->account(call);
  RoleEntity* role = account.role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  auto boundary = find_boundary(account, in.permissions_boundary);
  if (!boundary) return std::move(boundary.error());
  set_boundary(account, *role, *boundary);
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::delete_role_permissions_boundary(Call& call,
                                                      const DeleteRolePermissionsBoundary& in) {
  Account& account = this->account(call);
  RoleEntity* role = account.role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  if (role->boundary == nullptr) return no_such_boundary(in.role_name);
  set_boundary(account, *role, nullptr);
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
