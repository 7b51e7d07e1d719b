#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<GetResourcePolicyResult> Dynamodb::get_resource_policy(Call& call,
                                                              const GetResourcePolicy& in) {
  EMU_TRY(const Table* table, table_of_arn(call, in.resource_arn));
  if (!table->policy) return policy_not_found(in.resource_arn);
  return GetResourcePolicyResult{.policy = *table->policy->document,
                                 .revision_id = table->policy->revision_id};
}

}  // namespace emu::dynamodb
