// Source: AWS IAM API Reference, "CreateUser".
#include <fmt/format.h>

#include "core/hash/ids.h"
#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/service.h"

namespace emu::iam {

Result<CreateUserResult> Iam::create_user(Call& call, const CreateUser& in) {
  Account& account = this->account(call);
  if (account.user(in.user_name) != nullptr) {
    return entity_exists(fmt::format("User with name {} already exists.", in.user_name));
  }
  if (account.users.size() >= kUsersMax) return quota_exceeded("UsersPerAccount", kUsersMax);
  EMU_CHECK(check_boundary(account, in.permissions_boundary));
  Tags tags;
  EMU_CHECK(add_tags(tags, in.tags, kUserKind.tags_quota));

  UserEntity& user = account.users[in.user_name];
  user.name = in.user_name;
  user.id = "AIDA" + upper_alnum_id(world_.random(), kEntityIdLength);
  user.path = in.path.empty() ? "/" : in.path;
  user.arn = fmt::format("arn:aws:iam::{}:user{}{}", account.id, user.path, user.name);
  user.created = world_.now();
  user.tags = std::move(tags);
  set_boundary(account, user, in.permissions_boundary);
  directory_.changed();
  call.subject = user.id;
  return CreateUserResult{.user = describe_user(user, Detail::kCreated)};
}

}  // namespace emu::iam
