// Secrets: their names, their descriptions, their end. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/blob.h>
#include <emu/secretsmanager/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::secretsmanager {

struct CreateSecretResult {
  std::string arn = {};
  std::string name = {};
  std::string version_id = {};
  std::vector<ReplicationStatusType> replication_status = {};
  static void describe(StructureShape<CreateSecretResult>& s);
};

// Creates a secret, with a first version when there is a value: a text or bytes of up to 65,536
// bytes. A repetition with the same token and value is answered as the first. Errors:
// ResourceExistsException; InvalidRequestException while one of that name is to be deleted.
struct CreateSecret {
  static constexpr OperationName kOperation{"secretsmanager", "CreateSecret"};
  using Result = CreateSecretResult;
  std::string name;                                      // letters, digits and /_+=.@-
  std::optional<std::string> client_request_token = {};  // becomes the version's id
  std::optional<std::string> description = {};
  std::optional<std::string> kms_key_id = {};
  Blob secret_binary = {};
  std::optional<std::string> secret_string = {};
  std::vector<Tag> tags = {};
  std::vector<ReplicaRegionType> add_replica_regions = {};  // a record only
  std::optional<bool> force_overwrite_replica_secret = {};
  std::optional<std::string> type = {};
  static void describe(StructureShape<CreateSecret>& s);
};

struct UpdateSecretResult {
  std::string arn = {};
  std::string name = {};
  std::string version_id = {};
  static void describe(StructureShape<UpdateSecretResult>& s);
};

// Changes what is given. A value becomes a new version with the stage AWSCURRENT.
// Errors: ResourceExistsException for a token that another value has.
struct UpdateSecret {
  static constexpr OperationName kOperation{"secretsmanager", "UpdateSecret"};
  using Result = UpdateSecretResult;
  std::string secret_id;
  std::optional<std::string> client_request_token = {};
  std::optional<std::string> description = {};
  std::optional<std::string> kms_key_id = {};
  Blob secret_binary = {};
  std::optional<std::string> secret_string = {};
  std::optional<std::string> type = {};
  static void describe(StructureShape<UpdateSecret>& s);
};

struct DescribeSecretResult {
  std::string arn = {};
  std::string name = {};
  std::string type = {};
  std::string description = {};
  std::string kms_key_id = {};
  std::optional<bool> rotation_enabled = {};
  std::string rotation_lambda_arn = {};
  std::optional<RotationRulesType> rotation_rules = {};
  std::vector<ExternalSecretRotationMetadataItem> external_secret_rotation_metadata = {};
  std::string external_secret_rotation_role_arn = {};
  std::optional<Time> last_rotated_date = {};
  std::optional<Time> last_changed_date = {};
  std::optional<Time> last_accessed_date = {};
  std::optional<Time> deleted_date = {};
  std::optional<Time> next_rotation_date = {};
  std::vector<Tag> tags = {};
  std::map<std::string, std::vector<std::string>> version_ids_to_stages = {};
  std::string owning_service = {};
  std::optional<Time> created_date = {};
  std::string primary_region = {};
  std::vector<ReplicationStatusType> replication_status = {};
  static void describe(StructureShape<DescribeSecretResult>& s);
};

// All about a secret but its values, also of one that is marked for deletion.
struct DescribeSecret {
  static constexpr OperationName kOperation{"secretsmanager", "DescribeSecret"};
  using Result = DescribeSecretResult;
  std::string secret_id;
  static void describe(StructureShape<DescribeSecret>& s);
};

struct SecretListEntry {
  std::string arn = {};
  std::string name = {};
  std::string type = {};
  std::string description = {};
  std::string kms_key_id = {};
  std::optional<bool> rotation_enabled = {};
  std::string rotation_lambda_arn = {};
  std::optional<RotationRulesType> rotation_rules = {};
  std::vector<ExternalSecretRotationMetadataItem> external_secret_rotation_metadata = {};
  std::string external_secret_rotation_role_arn = {};
  std::optional<Time> last_rotated_date = {};
  std::optional<Time> last_changed_date = {};
  std::optional<Time> last_accessed_date = {};
  std::optional<Time> deleted_date = {};
  std::optional<Time> next_rotation_date = {};
  std::vector<Tag> tags = {};
  std::map<std::string, std::vector<std::string>> secret_versions_to_stages = {};
  std::string owning_service = {};
  std::optional<Time> created_date = {};
  std::string primary_region = {};
  static void describe(StructureShape<SecretListEntry>& s);
};

struct ListSecretsResult {
  std::vector<SecretListEntry> secret_list = {};
  std::string next_token = {};
  static void describe(StructureShape<ListSecretsResult>& s);
};

// Secrets in the order of their creation, or another one. Pages of 100 at most.
// Errors: InvalidNextTokenException.
struct ListSecrets {
  static constexpr OperationName kOperation{"secretsmanager", "ListSecrets"};
  using Result = ListSecretsResult;
  std::optional<bool> include_planned_deletion = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  std::vector<Filter> filters = {};
  std::optional<std::string> sort_order = {};  // asc, desc
  std::optional<std::string> sort_by = {};
  static void describe(StructureShape<ListSecrets>& s);
};

struct DeleteSecretResult {
  std::string arn = {};
  std::string name = {};
  std::optional<Time> deletion_date = {};
  static void describe(StructureShape<DeleteSecretResult>& s);
};

// Marks a secret for deletion after 7 to 30 days, 30 unless given, or deletes it at once.
struct DeleteSecret {
  static constexpr OperationName kOperation{"secretsmanager", "DeleteSecret"};
  using Result = DeleteSecretResult;
  std::string secret_id;
  std::optional<std::int64_t> recovery_window_in_days = {};
  std::optional<bool> force_delete_without_recovery = {};
  static void describe(StructureShape<DeleteSecret>& s);
};

struct RestoreSecretResult {
  std::string arn = {};
  std::string name = {};
  static void describe(StructureShape<RestoreSecretResult>& s);
};

// Takes the mark away.
struct RestoreSecret {
  static constexpr OperationName kOperation{"secretsmanager", "RestoreSecret"};
  using Result = RestoreSecretResult;
  std::string secret_id;
  static void describe(StructureShape<RestoreSecret>& s);
};

}  // namespace emu::secretsmanager
