#include <fmt/format.h>

#include "core/hash/ids.h"
#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/service.h"
#include "iam/trust.h"

namespace emu::iam {

Result<CreateRoleResult> Iam::create_role(Call& call, const CreateRole& in) {
  Account& account = this->account(call);
  auto trust = compile_trust(account, in.assume_role_policy_document);
  if (!trust) return std::move(trust.error());
  if (account.role(in.role_name) != nullptr) return role_exists(in.role_name);
  if (account.roles.size() >= kRolesMax) return quota_exceeded("RolesPerAccount", kRolesMax);
  auto boundary = find_boundary(account, in.permissions_boundary);
  if (!boundary) return std::move(boundary.error());
  Tags tags;
  if (Status added = add_tags(tags, in.tags, kRoleKind.tags_quota); !added) {
    return std::move(added.error());
  }

  RoleEntity& role = account.roles[in.role_name];
  role.name = in.role_name;
  role.id = "AROA" + upper_alnum_id(world_.random(), kEntityIdLength);
  role.path = in.path.empty() ? "/" : in.path;
  role.arn = fmt::format("arn:aws:iam::{}:role{}{}", account.id, role.path, role.name);
  role.created = world_.now();
  role.tags = std::move(tags);
  role.trust = std::move(*trust);
  role.description = in.description;
  role.max_session = in.max_session_duration.value_or(kSessionDefault);
  set_boundary(account, role, *boundary);
  directory_.changed();
  call.subject = role.id;
  return CreateRoleResult{.role = describe_role(role, Detail::kFull)};
}

}  // namespace emu::iam
