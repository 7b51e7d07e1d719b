#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetRoleResult> Iam::get_role(Call& call, const GetRole& in) {
  const RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  return GetRoleResult{.role = describe_role(*role, Detail::kFull)};
}

Result<ListRolesResult> Iam::list_roles(Call& call, const ListRoles& in) {
  ListRolesResult answer;
  auto end = list_page(
      account(call).roles, in.marker, in.max_items,
      [&](const std::string&, const RoleEntity& role) {
        return role.path.starts_with(in.path_prefix);
      },
      [&](const std::string&, const RoleEntity& role) {
        answer.roles.push_back(describe_role(role, Detail::kListed));
      });
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

}  // namespace emu::iam
