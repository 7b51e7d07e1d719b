#include <emu/describe.h>
#include <emu/secretsmanager/policies.h>

namespace emu::secretsmanager {

void PutResourcePolicyResult::describe(StructureShape<PutResourcePolicyResult>& s) {
  s.member("ARN", &PutResourcePolicyResult::arn);
  s.member("Name", &PutResourcePolicyResult::name);
}

void PutResourcePolicy::describe(StructureShape<PutResourcePolicy>& s) {
  s.member("SecretId", &PutResourcePolicy::secret_id).required().range(1, 2048);
  s.member("ResourcePolicy", &PutResourcePolicy::resource_policy).required().range(1, 20480);
  s.member("BlockPublicPolicy", &PutResourcePolicy::block_public_policy);
}

void GetResourcePolicyResult::describe(StructureShape<GetResourcePolicyResult>& s) {
  s.member("ARN", &GetResourcePolicyResult::arn);
  s.member("Name", &GetResourcePolicyResult::name);
  s.member("ResourcePolicy", &GetResourcePolicyResult::resource_policy);
}

void GetResourcePolicy::describe(StructureShape<GetResourcePolicy>& s) {
  s.member("SecretId", &GetResourcePolicy::secret_id).required().range(1, 2048);
}

void DeleteResourcePolicyResult::describe(StructureShape<DeleteResourcePolicyResult>& s) {
  s.member("ARN", &DeleteResourcePolicyResult::arn);
  s.member("Name", &DeleteResourcePolicyResult::name);
}

void DeleteResourcePolicy::describe(StructureShape<DeleteResourcePolicy>& s) {
  s.member("SecretId", &DeleteResourcePolicy::secret_id).required().range(1, 2048);
}

void ValidationErrorsEntry::describe(StructureShape<ValidationErrorsEntry>& s) {
  s.member("CheckName", &ValidationErrorsEntry::check_name);
  s.member("ErrorMessage", &ValidationErrorsEntry::error_message);
}

void ValidateResourcePolicyResult::describe(StructureShape<ValidateResourcePolicyResult>& s) {
  s.member("PolicyValidationPassed", &ValidateResourcePolicyResult::policy_validation_passed);
  s.member("ValidationErrors", &ValidateResourcePolicyResult::validation_errors).always();
}

void ValidateResourcePolicy::describe(StructureShape<ValidateResourcePolicy>& s) {
  s.member("SecretId", &ValidateResourcePolicy::secret_id).range(1, 2048);
  s.member("ResourcePolicy", &ValidateResourcePolicy::resource_policy).required().range(1, 20480);
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED(secretsmanager::PutResourcePolicyResult);
EMU_DESCRIBED_OPERATION(secretsmanager::PutResourcePolicy);
EMU_DESCRIBED(secretsmanager::GetResourcePolicyResult);
EMU_DESCRIBED_OPERATION(secretsmanager::GetResourcePolicy);
EMU_DESCRIBED(secretsmanager::DeleteResourcePolicyResult);
EMU_DESCRIBED_OPERATION(secretsmanager::DeleteResourcePolicy);
EMU_DESCRIBED(secretsmanager::ValidationErrorsEntry);
EMU_DESCRIBED(secretsmanager::ValidateResourcePolicyResult);
EMU_DESCRIBED_OPERATION(secretsmanager::ValidateResourcePolicy);
}  // namespace emu
