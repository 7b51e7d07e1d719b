#include <emu/describe.h>
#include <emu/sns/permissions.h>

namespace emu::sns {

void AddPermission::describe(StructureShape<AddPermission>& s) {
  s.member("TopicArn", &AddPermission::topic_arn).required();
  s.member("Label", &AddPermission::label).required();
  s.member("AWSAccountId", &AddPermission::aws_account_id).required();
  s.member("ActionName", &AddPermission::action_name).required();
}

void RemovePermission::describe(StructureShape<RemovePermission>& s) {
  s.member("TopicArn", &RemovePermission::topic_arn).required();
  s.member("Label", &RemovePermission::label).required();
}

void PutDataProtectionPolicy::describe(StructureShape<PutDataProtectionPolicy>& s) {
  s.member("ResourceArn", &PutDataProtectionPolicy::resource_arn).required();
  s.member("DataProtectionPolicy", &PutDataProtectionPolicy::data_protection_policy).required();
}

void GetDataProtectionPolicyResult::describe(StructureShape<GetDataProtectionPolicyResult>& s) {
  s.member("DataProtectionPolicy", &GetDataProtectionPolicyResult::data_protection_policy);
}

void GetDataProtectionPolicy::describe(StructureShape<GetDataProtectionPolicy>& s) {
  s.member("ResourceArn", &GetDataProtectionPolicy::resource_arn).required();
}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED_OPERATION(sns::AddPermission);
EMU_DESCRIBED_OPERATION(sns::RemovePermission);
EMU_DESCRIBED_OPERATION(sns::PutDataProtectionPolicy);
EMU_DESCRIBED(sns::GetDataProtectionPolicyResult);
EMU_DESCRIBED_OPERATION(sns::GetDataProtectionPolicy);
}  // namespace emu
