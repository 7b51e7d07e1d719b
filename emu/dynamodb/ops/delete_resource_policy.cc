#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DeleteResourcePolicyResult> Dynamodb::delete_resource_policy(
    Call& call, const DeleteResourcePolicy& in) {
  EMU_TRY(const PolicyHolder holder, settled_policy_holder(call, in.resource_arn));
  // There is nothing to delete that NO_POLICY could stand for.
  if (in.expected_revision_id && !holder.policy) return policy_not_found(in.resource_arn);
  EMU_CHECK(check_revision(in.expected_revision_id, holder));
  DeleteResourcePolicyResult result;
  if (holder.policy) result.revision_id = holder.policy->revision_id;
  holder.policy.reset();
  return result;
}

}  // namespace emu::dynamodb
