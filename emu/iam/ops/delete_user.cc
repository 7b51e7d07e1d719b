// Source: AWS IAM API Reference, "DeleteUser".
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/lookup.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::delete_user(Call& call, const DeleteUser& in) {
  Account& account = this->account(call);
  EMU_TRY(UserEntity* user, find_user(account, in.user_name));
  if (!user->access_keys.empty()) {
    return delete_conflict("Cannot delete entity, must delete access keys first.");
  }
  if (!user->attached_policies.empty()) return must_detach_policies();
  if (!user->inline_policies.empty()) return must_delete_policies();
  call.subject = user->id;
  set_boundary(account, *user, "");
  account.users.erase(user->name);
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
