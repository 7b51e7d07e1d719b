#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::delete_policy(Call& call, const DeletePolicy& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  Account& account = this->account(call);
  auto policy = find_own_policy(account, in.policy_arn);
  if (!policy) return std::move(policy.error());
  const auto use = account.policy_uses.find(in.policy_arn);
  if (use != account.policy_uses.end() && use->second.attachments + use->second.boundaries > 0) {
    return policy_is_attached();
  }
  if ((*policy)->versions.size() > 1) return policy_has_versions();
  call.subject = (*policy)->id;
  account.policies.erase((*policy)->name);
  return Nothing{};
}

}  // namespace emu::iam
