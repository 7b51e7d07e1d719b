// Source: AWS IAM API Reference, "GetRole", "ListRoles".
#include "iam/answers.h"
#include "iam/lookup.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetRoleResult> Iam::get_role(Call& call, const GetRole& in) {
  EMU_TRY(const RoleEntity* role, find_role(account(call), in.role_name));
  return GetRoleResult{.role = describe_role(*role, Detail::kFull)};
}

Result<ListRolesResult> Iam::list_roles(Call& call, const ListRoles& in) {
  ListRolesResult answer;
  EMU_CHECK(list_page(
      account(call).roles, in, answer,
      [&](const std::string&, const RoleEntity& role) {
        return role.path.starts_with(in.path_prefix);
      },
      [&](const std::string&, const RoleEntity& role) {
        answer.roles.push_back(describe_role(role, Detail::kListed));
      }));
  return answer;
}

}  // namespace emu::iam
