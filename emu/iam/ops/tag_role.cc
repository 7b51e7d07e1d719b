// Source: AWS IAM API Reference, "TagRole", "UntagRole".
#include "iam/identity.h"
#include "iam/lookup.h"
#include "iam/pattern.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::tag_role(Call& call, const TagRole& in) {
  EMU_TRY(RoleEntity* role, find_role(account(call), in.role_name));
  EMU_CHECK(add_tags(role->tags, in.tags, kRoleKind.tags_quota));
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::untag_role(Call& call, const UntagRole& in) {
  EMU_TRY(RoleEntity* role, find_role(account(call), in.role_name));
  for (const std::string& key : in.tag_keys) {
    std::erase_if(role->tags, [&](const auto& tag) { return equal_ignoring_case(tag.first, key); });
  }
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
