#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/service.h"
#include "iam/trust.h"

namespace emu::iam {

Result<UpdateRoleResult> Iam::update_role(Call& call, const UpdateRole& in) {
  RoleEntity* role = account(call).role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  role->description = in.description;
  role->max_session = in.max_session_duration.value_or(kSessionDefault);
  return UpdateRoleResult{};
}

Result<Nothing> Iam::update_assume_role_policy(Call& call, const UpdateAssumeRolePolicy& in) {
  Account& account = this->account(call);
  RoleEntity* role = account.role(in.role_name);
  if (role == nullptr) return no_such_role(in.role_name);
  auto trust = compile_trust(account, in.policy_document);
  if (!trust) return std::move(trust.error());
  role->trust = std::move(*trust);
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
