// Source: AWS IAM API Reference, "UpdateRole", "UpdateAssumeRolePolicy".
#include "iam/limits.h"
#include "iam/lookup.h"
#include "iam/service.h"
#include "iam/trust.h"

namespace emu::iam {

Result<UpdateRoleResult> Iam::update_role(Call& call, const UpdateRole& in) {
  EMU_TRY(RoleEntity* role, find_role(account(call), in.role_name));
  role->description = in.description;
  role->max_session = in.max_session_duration.value_or(kMaxSessionDefault);
  return UpdateRoleResult{};
}

Result<Nothing> Iam::update_assume_role_policy(Call& call, const UpdateAssumeRolePolicy& in) {
  Account& account = this->account(call);
  EMU_TRY(RoleEntity* role, find_role(account, in.role_name));
  EMU_CHECK(check_trust_policy(account, in.policy_document));
  role->trust = in.policy_document;
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
