#include "iam/role_session.h"

#include <fmt/format.h>

namespace emu::iam {

Caller role_session(const RoleEntity& role, std::string_view account, std::string_view name) {
  return {.kind = Caller::Kind::kRole,
          .account = std::string(account),
          .region = {},
          .arn = fmt::format("arn:aws:sts::{}:assumed-role/{}/{}", account, role.name, name),
          .principal_id = fmt::format("{}:{}", role.id, name),
          .role_arn = role.arn};
}

}  // namespace emu::iam
