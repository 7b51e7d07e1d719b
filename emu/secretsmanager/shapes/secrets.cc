#include <emu/describe.h>
#include <emu/secretsmanager/secrets.h>

namespace emu::secretsmanager {

void CreateSecretResult::describe(StructureShape<CreateSecretResult>& s) {
  s.member("ARN", &CreateSecretResult::arn);
  s.member("Name", &CreateSecretResult::name);
  s.member("VersionId", &CreateSecretResult::version_id);
  s.member("ReplicationStatus", &CreateSecretResult::replication_status);
}

void CreateSecret::describe(StructureShape<CreateSecret>& s) {
  s.member("Name", &CreateSecret::name).required().range(1, 512);
  s.member("ClientRequestToken", &CreateSecret::client_request_token).range(32, 64);
  s.member("Description", &CreateSecret::description).range(0, 2048);
  s.member("KmsKeyId", &CreateSecret::kms_key_id).range(0, 2048);
  s.member("SecretBinary", &CreateSecret::secret_binary).range(1, 65536);
  s.member("SecretString", &CreateSecret::secret_string).range(1, 65536);
  s.member("Tags", &CreateSecret::tags);
  s.member("AddReplicaRegions", &CreateSecret::add_replica_regions).at_least(1);
  s.member("ForceOverwriteReplicaSecret", &CreateSecret::force_overwrite_replica_secret);
  s.member("Type", &CreateSecret::type).range(0, 256);
}

void UpdateSecretResult::describe(StructureShape<UpdateSecretResult>& s) {
  s.member("ARN", &UpdateSecretResult::arn);
  s.member("Name", &UpdateSecretResult::name);
  s.member("VersionId", &UpdateSecretResult::version_id);
}

void UpdateSecret::describe(StructureShape<UpdateSecret>& s) {
  s.member("SecretId", &UpdateSecret::secret_id).required().range(1, 2048);
  s.member("ClientRequestToken", &UpdateSecret::client_request_token).range(32, 64);
  s.member("Description", &UpdateSecret::description).range(0, 2048);
  s.member("KmsKeyId", &UpdateSecret::kms_key_id).range(0, 2048);
  s.member("SecretBinary", &UpdateSecret::secret_binary).range(1, 65536);
  s.member("SecretString", &UpdateSecret::secret_string).range(1, 65536);
  s.member("Type", &UpdateSecret::type).range(0, 256);
}

void DescribeSecretResult::describe(StructureShape<DescribeSecretResult>& s) {
  s.member("ARN", &DescribeSecretResult::arn);
  s.member("Name", &DescribeSecretResult::name);
  s.member("Type", &DescribeSecretResult::type);
  s.member("Description", &DescribeSecretResult::description);
  s.member("KmsKeyId", &DescribeSecretResult::kms_key_id);
  s.member("RotationEnabled", &DescribeSecretResult::rotation_enabled);
  s.member("RotationLambdaARN", &DescribeSecretResult::rotation_lambda_arn);
  s.member("RotationRules", &DescribeSecretResult::rotation_rules);
  s.member("ExternalSecretRotationMetadata",
           &DescribeSecretResult::external_secret_rotation_metadata);
  s.member("ExternalSecretRotationRoleArn",
           &DescribeSecretResult::external_secret_rotation_role_arn);
  s.member("LastRotatedDate", &DescribeSecretResult::last_rotated_date);
  s.member("LastChangedDate", &DescribeSecretResult::last_changed_date);
  s.member("LastAccessedDate", &DescribeSecretResult::last_accessed_date);
  s.member("DeletedDate", &DescribeSecretResult::deleted_date);
  s.member("NextRotationDate", &DescribeSecretResult::next_rotation_date);
  s.member("Tags", &DescribeSecretResult::tags);
  s.member("VersionIdsToStages", &DescribeSecretResult::version_ids_to_stages);
  s.member("OwningService", &DescribeSecretResult::owning_service);
  s.member("CreatedDate", &DescribeSecretResult::created_date);
  s.member("PrimaryRegion", &DescribeSecretResult::primary_region);
  s.member("ReplicationStatus", &DescribeSecretResult::replication_status);
}

void DescribeSecret::describe(StructureShape<DescribeSecret>& s) {
  s.member("SecretId", &DescribeSecret::secret_id).required().range(1, 2048);
}

void SecretListEntry::describe(StructureShape<SecretListEntry>& s) {
  s.member("ARN", &SecretListEntry::arn);
  s.member("Name", &SecretListEntry::name);
  s.member("Type", &SecretListEntry::type);
  s.member("Description", &SecretListEntry::description);
  s.member("KmsKeyId", &SecretListEntry::kms_key_id);
  s.member("RotationEnabled", &SecretListEntry::rotation_enabled);
  s.member("RotationLambdaARN", &SecretListEntry::rotation_lambda_arn);
  s.member("RotationRules", &SecretListEntry::rotation_rules);
  s.member("ExternalSecretRotationMetadata", &SecretListEntry::external_secret_rotation_metadata);
  s.member("ExternalSecretRotationRoleArn", &SecretListEntry::external_secret_rotation_role_arn);
  s.member("LastRotatedDate", &SecretListEntry::last_rotated_date);
  s.member("LastChangedDate", &SecretListEntry::last_changed_date);
  s.member("LastAccessedDate", &SecretListEntry::last_accessed_date);
  s.member("DeletedDate", &SecretListEntry::deleted_date);
  s.member("NextRotationDate", &SecretListEntry::next_rotation_date);
  s.member("Tags", &SecretListEntry::tags);
  s.member("SecretVersionsToStages", &SecretListEntry::secret_versions_to_stages);
  s.member("OwningService", &SecretListEntry::owning_service);
  s.member("CreatedDate", &SecretListEntry::created_date);
  s.member("PrimaryRegion", &SecretListEntry::primary_region);
}

void ListSecretsResult::describe(StructureShape<ListSecretsResult>& s) {
  s.member("SecretList", &ListSecretsResult::secret_list).always();
  s.member("NextToken", &ListSecretsResult::next_token);
}

void ListSecrets::describe(StructureShape<ListSecrets>& s) {
  s.member("IncludePlannedDeletion", &ListSecrets::include_planned_deletion);
  s.member("MaxResults", &ListSecrets::max_results).range(1, 100);
  s.member("NextToken", &ListSecrets::next_token).range(1, 4096);
  s.member("Filters", &ListSecrets::filters).range(0, 10);
  s.member("SortOrder", &ListSecrets::sort_order).one_of({"asc", "desc"});
  s.member("SortBy", &ListSecrets::sort_by)
      .one_of({"created-date", "last-accessed-date", "last-changed-date", "name"});
}

void DeleteSecretResult::describe(StructureShape<DeleteSecretResult>& s) {
  s.member("ARN", &DeleteSecretResult::arn);
  s.member("Name", &DeleteSecretResult::name);
  s.member("DeletionDate", &DeleteSecretResult::deletion_date);
}

void DeleteSecret::describe(StructureShape<DeleteSecret>& s) {
  s.member("SecretId", &DeleteSecret::secret_id).required().range(1, 2048);
  s.member("RecoveryWindowInDays", &DeleteSecret::recovery_window_in_days);
  s.member("ForceDeleteWithoutRecovery", &DeleteSecret::force_delete_without_recovery);
}

void RestoreSecretResult::describe(StructureShape<RestoreSecretResult>& s) {
  s.member("ARN", &RestoreSecretResult::arn);
  s.member("Name", &RestoreSecretResult::name);
}

void RestoreSecret::describe(StructureShape<RestoreSecret>& s) {
  s.member("SecretId", &RestoreSecret::secret_id).required().range(1, 2048);
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED(secretsmanager::CreateSecretResult);
EMU_DESCRIBED_OPERATION(secretsmanager::CreateSecret);
EMU_DESCRIBED(secretsmanager::UpdateSecretResult);
EMU_DESCRIBED_OPERATION(secretsmanager::UpdateSecret);
EMU_DESCRIBED(secretsmanager::DescribeSecretResult);
EMU_DESCRIBED_OPERATION(secretsmanager::DescribeSecret);
EMU_DESCRIBED(secretsmanager::SecretListEntry);
EMU_DESCRIBED(secretsmanager::ListSecretsResult);
EMU_DESCRIBED_OPERATION(secretsmanager::ListSecrets);
EMU_DESCRIBED(secretsmanager::DeleteSecretResult);
EMU_DESCRIBED_OPERATION(secretsmanager::DeleteSecret);
EMU_DESCRIBED(secretsmanager::RestoreSecretResult);
EMU_DESCRIBED_OPERATION(secretsmanager::RestoreSecret);
}  // namespace emu
