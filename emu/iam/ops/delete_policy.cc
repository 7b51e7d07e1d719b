// Source: AWS IAM API Reference, "DeletePolicy".
#include "iam/errors.h"
#include "iam/lookup.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::delete_policy(Call& call, const DeletePolicy& in) {
  Account& account = this->account(call);
  EMU_TRY(ManagedPolicy* policy, find_own_policy(account, in.policy_arn));
  const auto use = account.policy_uses.find(in.policy_arn);
  if (use != account.policy_uses.end() && use->second.attachments + use->second.boundaries > 0) {
    return delete_conflict("Cannot delete a policy attached to entities.");
  }
  if (policy->versions.size() > 1) {
    return delete_conflict(
        "This policy has more than one version. Before you delete a policy, you must delete the "
        "policy's versions. The default version is deleted with the policy.");
  }
  call.subject = policy->id;
  account.policies.erase(policy->name);
  return Nothing{};
}

}  // namespace emu::iam
