#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<GetResourcePolicyResult> Dynamodb::get_resource_policy(Call& call,
                                                              const GetResourcePolicy& in) {
  EMU_TRY(const PolicyHolder holder, policy_holder(call, in.resource_arn));
  if (!holder.policy) return policy_not_found(in.resource_arn);
  return GetResourcePolicyResult{.policy = *holder.policy->document,
                                 .revision_id = holder.policy->revision_id};
}

}  // namespace emu::dynamodb
