#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/pattern.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::tag_role(Call& call, const TagRole& in) {
  RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  if (Status added = add_tags(role->tags, in.tags, kRoleKind.tags_quota); !added) {
    return std::move(added.error());
  }
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::untag_role(Call& call, const UntagRole& in) {
  RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  for (const std::string& key : in.tag_keys) {
    std::erase_if(role->tags, [&](const auto& tag) { return equal_ignoring_case(tag.first, key); });
  }
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
