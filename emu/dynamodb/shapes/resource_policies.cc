#include <emu/describe.h>
#include <emu/dynamodb/resource_policies.h>

namespace emu::dynamodb {

void PutResourcePolicyResult::describe(StructureShape<PutResourcePolicyResult>& s) {
  s.member("RevisionId", &PutResourcePolicyResult::revision_id);
}

void PutResourcePolicy::describe(StructureShape<PutResourcePolicy>& s) {
  s.member("ResourceArn", &PutResourcePolicy::resource_arn).required().range(1, 1283);
  s.member("Policy", &PutResourcePolicy::policy).required();
  s.member("ExpectedRevisionId", &PutResourcePolicy::expected_revision_id).range(1, 255);
  s.member("ConfirmRemoveSelfResourceAccess",
           &PutResourcePolicy::confirm_remove_self_resource_access);
}

void GetResourcePolicyResult::describe(StructureShape<GetResourcePolicyResult>& s) {
  s.member("Policy", &GetResourcePolicyResult::policy);
  s.member("RevisionId", &GetResourcePolicyResult::revision_id);
}

void GetResourcePolicy::describe(StructureShape<GetResourcePolicy>& s) {
  s.member("ResourceArn", &GetResourcePolicy::resource_arn).required().range(1, 1283);
}

void DeleteResourcePolicyResult::describe(StructureShape<DeleteResourcePolicyResult>& s) {
  s.member("RevisionId", &DeleteResourcePolicyResult::revision_id);
}

void DeleteResourcePolicy::describe(StructureShape<DeleteResourcePolicy>& s) {
  s.member("ResourceArn", &DeleteResourcePolicy::resource_arn).required().range(1, 1283);
  s.member("ExpectedRevisionId", &DeleteResourcePolicy::expected_revision_id).range(1, 255);
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::PutResourcePolicyResult);
EMU_DESCRIBED_OPERATION(dynamodb::PutResourcePolicy);
EMU_DESCRIBED(dynamodb::GetResourcePolicyResult);
EMU_DESCRIBED_OPERATION(dynamodb::GetResourcePolicy);
EMU_DESCRIBED(dynamodb::DeleteResourcePolicyResult);
EMU_DESCRIBED_OPERATION(dynamodb::DeleteResourcePolicy);
}  // namespace emu
