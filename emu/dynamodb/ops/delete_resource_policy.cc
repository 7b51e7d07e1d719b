#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DeleteResourcePolicyResult> Dynamodb::delete_resource_policy(
    Call& call, const DeleteResourcePolicy& in) {
  EMU_TRY(Table* const table, settled_table_of_arn(call, in.resource_arn));
  // There is nothing to delete that NO_POLICY could stand for.
  if (in.expected_revision_id && !table->policy) return policy_not_found(in.resource_arn);
  EMU_CHECK(check_revision(in.expected_revision_id, *table));
  DeleteResourcePolicyResult result;
  if (table->policy) result.revision_id = table->policy->revision_id;
  table->policy.reset();
  return result;
}

}  // namespace emu::dynamodb
