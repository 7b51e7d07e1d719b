// Source: AWS IAM API Reference, "CreateRole".
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
  EMU_CHECK(check_trust_policy(account, in.assume_role_policy_document));
  if (account.role(in.role_name) != nullptr) {
    return entity_exists(fmt::format("Role with name {} already exists.", in.role_name));
  }
  if (account.roles.size() >= kRolesMax) return quota_exceeded("RolesPerAccount", kRolesMax);
  EMU_CHECK(check_boundary(account, in.permissions_boundary));
  Tags tags;
  EMU_CHECK(add_tags(tags, in.tags, kRoleKind.tags_quota));

  RoleEntity& role = account.roles[in.role_name];
  role.name = in.role_name;
  role.id = "AROA" + upper_alnum_id(world_.random(), kEntityIdLength);
  role.path = in.path.empty() ? "/" : in.path;
  role.arn = fmt::format("arn:aws:iam::{}:role{}{}", account.id, role.path, role.name);
  role.created = world_.now();
  role.tags = std::move(tags);
  role.trust = in.assume_role_policy_document;
  role.description = in.description;
  role.max_session = in.max_session_duration.value_or(kMaxSessionDefault);
  set_boundary(account, role, in.permissions_boundary);
  directory_.changed();
  call.subject = role.id;
  return CreateRoleResult{.role = describe_role(role, Detail::kCreated)};
}

}  // namespace emu::iam
