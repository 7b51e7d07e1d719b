#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::delete_user(Call& call, const DeleteUser& in) {
  Account& account = this->account(call);
  UserEntity* user = account.user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  if (!user->access_keys.empty()) return must_delete_access_keys();
  if (!user->attached_policies.empty()) return must_detach_policies();
  if (!user->inline_policies.empty()) return must_delete_policies();
  call.subject = user->id;
  set_boundary(account, *user, nullptr);
  account.users.erase(user->name);
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
