#include <emu/describe.h>
#include <emu/secretsmanager/values.h>

namespace emu::secretsmanager {

void GetSecretValueResult::describe(StructureShape<GetSecretValueResult>& s) {
  s.member("ARN", &GetSecretValueResult::arn);
  s.member("Name", &GetSecretValueResult::name);
  s.member("VersionId", &GetSecretValueResult::version_id);
  s.member("SecretBinary", &GetSecretValueResult::secret_binary);
  s.member("SecretString", &GetSecretValueResult::secret_string);
  s.member("VersionStages", &GetSecretValueResult::version_stages);
  s.member("CreatedDate", &GetSecretValueResult::created_date);
}

void GetSecretValue::describe(StructureShape<GetSecretValue>& s) {
  s.member("SecretId", &GetSecretValue::secret_id).required().range(1, 2048);
  s.member("VersionId", &GetSecretValue::version_id).range(32, 64);
  s.member("VersionStage", &GetSecretValue::version_stage).range(1, 256);
}

void PutSecretValueResult::describe(StructureShape<PutSecretValueResult>& s) {
  s.member("ARN", &PutSecretValueResult::arn);
  s.member("Name", &PutSecretValueResult::name);
  s.member("VersionId", &PutSecretValueResult::version_id);
  s.member("VersionStages", &PutSecretValueResult::version_stages);
}

void PutSecretValue::describe(StructureShape<PutSecretValue>& s) {
  s.member("SecretId", &PutSecretValue::secret_id).required().range(1, 2048);
  s.member("ClientRequestToken", &PutSecretValue::client_request_token).range(32, 64);
  s.member("SecretBinary", &PutSecretValue::secret_binary).range(1, 65536);
  s.member("SecretString", &PutSecretValue::secret_string).range(1, 65536);
  s.member("VersionStages", &PutSecretValue::version_stages)
      .range(1, 20)
      .each({.min = 1, .max = 256});
  s.member("RotationToken", &PutSecretValue::rotation_token).range(36, 256);
}

void SecretValueEntry::describe(StructureShape<SecretValueEntry>& s) {
  s.member("ARN", &SecretValueEntry::arn);
  s.member("Name", &SecretValueEntry::name);
  s.member("VersionId", &SecretValueEntry::version_id);
  s.member("SecretBinary", &SecretValueEntry::secret_binary);
  s.member("SecretString", &SecretValueEntry::secret_string);
  s.member("VersionStages", &SecretValueEntry::version_stages);
  s.member("CreatedDate", &SecretValueEntry::created_date);
}

void ApiErrorType::describe(StructureShape<ApiErrorType>& s) {
  s.member("SecretId", &ApiErrorType::secret_id);
  s.member("ErrorCode", &ApiErrorType::error_code);
  s.member("Message", &ApiErrorType::message);
}

void BatchGetSecretValueResult::describe(StructureShape<BatchGetSecretValueResult>& s) {
  s.member("SecretValues", &BatchGetSecretValueResult::secret_values).always();
  s.member("NextToken", &BatchGetSecretValueResult::next_token);
  s.member("Errors", &BatchGetSecretValueResult::errors).always();
}

void BatchGetSecretValue::describe(StructureShape<BatchGetSecretValue>& s) {
  s.member("SecretIdList", &BatchGetSecretValue::secret_id_list)
      .range(1, 20)
      .each({.min = 1, .max = 2048});
  s.member("Filters", &BatchGetSecretValue::filters).range(0, 10);
  s.member("MaxResults", &BatchGetSecretValue::max_results).range(1, 20);
  s.member("NextToken", &BatchGetSecretValue::next_token).range(1, 4096);
}

void UpdateSecretVersionStageResult::describe(StructureShape<UpdateSecretVersionStageResult>& s) {
  s.member("ARN", &UpdateSecretVersionStageResult::arn);
  s.member("Name", &UpdateSecretVersionStageResult::name);
}

void UpdateSecretVersionStage::describe(StructureShape<UpdateSecretVersionStage>& s) {
  s.member("SecretId", &UpdateSecretVersionStage::secret_id).required().range(1, 2048);
  s.member("VersionStage", &UpdateSecretVersionStage::version_stage).required().range(1, 256);
  s.member("RemoveFromVersionId", &UpdateSecretVersionStage::remove_from_version_id).range(32, 64);
  s.member("MoveToVersionId", &UpdateSecretVersionStage::move_to_version_id).range(32, 64);
}

void SecretVersionsListEntry::describe(StructureShape<SecretVersionsListEntry>& s) {
  s.member("VersionId", &SecretVersionsListEntry::version_id);
  s.member("VersionStages", &SecretVersionsListEntry::version_stages);
  s.member("LastAccessedDate", &SecretVersionsListEntry::last_accessed_date);
  s.member("CreatedDate", &SecretVersionsListEntry::created_date);
  s.member("KmsKeyIds", &SecretVersionsListEntry::kms_key_ids);
}

void ListSecretVersionIdsResult::describe(StructureShape<ListSecretVersionIdsResult>& s) {
  s.member("Versions", &ListSecretVersionIdsResult::versions).always();
  s.member("NextToken", &ListSecretVersionIdsResult::next_token);
  s.member("ARN", &ListSecretVersionIdsResult::arn);
  s.member("Name", &ListSecretVersionIdsResult::name);
}

void ListSecretVersionIds::describe(StructureShape<ListSecretVersionIds>& s) {
  s.member("SecretId", &ListSecretVersionIds::secret_id).required().range(1, 2048);
  s.member("MaxResults", &ListSecretVersionIds::max_results).range(1, 100);
  s.member("NextToken", &ListSecretVersionIds::next_token).range(1, 4096);
  s.member("IncludeDeprecated", &ListSecretVersionIds::include_deprecated);
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED(secretsmanager::GetSecretValueResult);
EMU_DESCRIBED_OPERATION(secretsmanager::GetSecretValue);
EMU_DESCRIBED(secretsmanager::PutSecretValueResult);
EMU_DESCRIBED_OPERATION(secretsmanager::PutSecretValue);
EMU_DESCRIBED(secretsmanager::SecretValueEntry);
EMU_DESCRIBED(secretsmanager::ApiErrorType);
EMU_DESCRIBED(secretsmanager::BatchGetSecretValueResult);
EMU_DESCRIBED_OPERATION(secretsmanager::BatchGetSecretValue);
EMU_DESCRIBED(secretsmanager::UpdateSecretVersionStageResult);
EMU_DESCRIBED_OPERATION(secretsmanager::UpdateSecretVersionStage);
EMU_DESCRIBED(secretsmanager::SecretVersionsListEntry);
EMU_DESCRIBED(secretsmanager::ListSecretVersionIdsResult);
EMU_DESCRIBED_OPERATION(secretsmanager::ListSecretVersionIds);
}  // namespace emu
