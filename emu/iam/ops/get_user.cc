// Source: AWS IAM API Reference, "GetUser", "ListUsers".
#include "iam/answers.h"
#include "iam/lookup.h"
#include "iam/own_user.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetUserResult> Iam::get_user(Call& call, const GetUser& in) {
  Account& account = this->account(call);
  EMU_TRY(const std::string name, user_name_or_own(call, in.user_name));
  if (name.empty()) {
    // The account itself has an id and no name.
    return GetUserResult{.user = {.path = "/", .user_id = account.id, .arn = call.caller.arn}};
  }
  EMU_TRY(const UserEntity* user, find_user(account, name));
  return GetUserResult{.user = describe_user(*user, Detail::kFull)};
}

Result<ListUsersResult> Iam::list_users(Call& call, const ListUsers& in) {
  ListUsersResult answer;
  EMU_CHECK(list_page(
      account(call).users, in, answer,
      [&](const std::string&, const UserEntity& user) {
        return user.path.starts_with(in.path_prefix);
      },
      [&](const std::string&, const UserEntity& user) {
        answer.users.push_back(describe_user(user, Detail::kListed));
      }));
  return answer;
}

}  // namespace emu::iam
