#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/own_user.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetUserResult> Iam::get_user(Call& call, const GetUser& in) {
  Account& account = this->account(call);
  auto name = user_name_or_own(call, in.user_name);
  if (!name) return std::move(name.error());
  if (name->empty()) {
    // The account itself has an id and no name.
    return GetUserResult{.user = {.path = "/", .user_id = account.id, .arn = call.caller.arn}};
  }
  const UserEntity* user = account.user(*name);
  if (user == nullptr) return no_such_user(*name);
  return GetUserResult{.user = describe_user(*user, Detail::kFull)};
}

Result<ListUsersResult> Iam::list_users(Call& call, const ListUsers& in) {
  ListUsersResult answer;
  auto end = list_page(
      account(call).users, in.marker, in.max_items,
      [&](const std::string&, const UserEntity& user) {
        return user.path.starts_with(in.path_prefix);
      },
      [&](const std::string&, const UserEntity& user) {
        answer.users.push_back(describe_user(user, Detail::kListed));
      });
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

}  // namespace emu::iam
