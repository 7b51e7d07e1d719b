#include "iam/role_session.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <string>

namespace emu::iam {

Caller begin_role_session(RoleEntity& role, std::string_view session_name, std::string_view region,
                          Time now) {
  role.last_used = now;
  role.last_used_region = region;
  const std::string account = Arn::parse(role.arn)->account;
  return {
      .kind = Caller::Kind::kRole,
      .account = account,
      .region = {},
      .arn = fmt::format("arn:aws:sts::{}:assumed-role/{}/{}", account, role.name, session_name),
      .principal_id = fmt::format("{}:{}", role.id, session_name),
      .role_arn = role.arn};
}

}  // namespace emu::iam
