// What roles and users do alike: policies and boundaries.
#pragma once

#include <emu/iam/types.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "iam/lookup.h"
#include "iam/state.h"

namespace emu::iam {

// How a kind of identity is named in errors, and its limits.
struct IdentityKind {
  std::string_view word;                     // "role"
  std::string_view attached_policies_quota;  // "PoliciesPerRole"
  std::string_view tags_quota;               // "TagsPerRole"
  std::size_t inline_policies_max;           // characters, white space not counted
};
extern const IdentityKind kRoleKind;
extern const IdentityKind kUserKind;

// The role or user whose policies a request is about.
struct Principal {
  Identity& identity;
  const IdentityKind& kind;
};

// Errors: NoSuchEntity.
template <class In>
Result<Principal> find_principal(Account& account, const In& in) {
  if constexpr (requires { in.role_name; }) {
    EMU_TRY(RoleEntity* role, find_role(account, in.role_name));
    return Principal{.identity = *role, .kind = kRoleKind};
  } else {
    EMU_TRY(UserEntity* user, find_user(account, in.user_name));
    return Principal{.identity = *user, .kind = kUserKind};
  }
}

// Whether a policy of that ARN exists to be a boundary; an empty ARN stands for no boundary.
// Errors: InvalidInput, NoSuchEntity.
Status check_boundary(const Account& account, const std::string& arn);
void set_boundary(Account& account, Identity& identity, const std::string& arn);
std::optional<AttachedPermissionsBoundary> boundary_of(const Identity& identity);

}  // namespace emu::iam
