// The values of secrets, their versions and the stages of these. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/blob.h>
#include <emu/secretsmanager/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::secretsmanager {

struct GetSecretValueResult {
  std::string arn = {};
  std::string name = {};
  std::string version_id = {};
  Blob secret_binary = {};
  std::string secret_string = {};
  std::vector<std::string> version_stages = {};
  std::optional<Time> created_date = {};
  static void describe(StructureShape<GetSecretValueResult>& s);
};

// By version, by stage, or that of AWSCURRENT.
struct GetSecretValue {
  static constexpr OperationName kOperation{"secretsmanager", "GetSecretValue"};
  using Result = GetSecretValueResult;
  std::string secret_id;
  std::optional<std::string> version_id = {};
  std::optional<std::string> version_stage = {};
  static void describe(StructureShape<GetSecretValue>& s);
};

struct PutSecretValueResult {
  std::string arn = {};
  std::string name = {};
  std::string version_id = {};
  std::vector<std::string> version_stages = {};
  static void describe(StructureShape<PutSecretValueResult>& s);
};

// Adds a version, which takes the stages from others: AWSCURRENT unless given. The version that had
// AWSCURRENT becomes AWSPREVIOUS. A repetition with the same token and value changes nothing.
// Errors: ResourceExistsException for a token that another value has.
struct PutSecretValue {
  static constexpr OperationName kOperation{"secretsmanager", "PutSecretValue"};
  using Result = PutSecretValueResult;
  std::string secret_id;
  std::optional<std::string> client_request_token = {};
  Blob secret_binary = {};
  std::optional<std::string> secret_string = {};
  std::vector<std::string> version_stages = {};
  std::optional<std::string> rotation_token = {};
  static void describe(StructureShape<PutSecretValue>& s);
};

struct SecretValueEntry {
  std::string arn = {};
  std::string name = {};
  std::string version_id = {};
  Blob secret_binary = {};
  std::string secret_string = {};
  std::vector<std::string> version_stages = {};
  std::optional<Time> created_date = {};
  static void describe(StructureShape<SecretValueEntry>& s);
};

struct ApiErrorType {
  std::string secret_id = {};
  std::string error_code = {};
  std::string message = {};
  static void describe(StructureShape<ApiErrorType>& s);
};

struct BatchGetSecretValueResult {
  std::vector<SecretValueEntry> secret_values = {};
  std::string next_token = {};
  std::vector<ApiErrorType> errors = {};
  static void describe(StructureShape<BatchGetSecretValueResult>& s);
};

// The values of up to 20 secrets. What one of them cannot give is among the errors.
// Errors: InvalidNextTokenException.
struct BatchGetSecretValue {
  static constexpr OperationName kOperation{"secretsmanager", "BatchGetSecretValue"};
  using Result = BatchGetSecretValueResult;
  std::vector<std::string> secret_id_list = {};
  std::vector<Filter> filters = {};
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<BatchGetSecretValue>& s);
};

struct UpdateSecretVersionStageResult {
  std::string arn = {};
  std::string name = {};
  static void describe(StructureShape<UpdateSecretVersionStageResult>& s);
};

// Moves a stage, of which must be said where it is, or takes it away. AWSCURRENT stays on one
// version.
struct UpdateSecretVersionStage {
  static constexpr OperationName kOperation{"secretsmanager", "UpdateSecretVersionStage"};
  using Result = UpdateSecretVersionStageResult;
  std::string secret_id;
  std::string version_stage;
  std::optional<std::string> remove_from_version_id = {};
  std::optional<std::string> move_to_version_id = {};
  static void describe(StructureShape<UpdateSecretVersionStage>& s);
};

struct SecretVersionsListEntry {
  std::string version_id = {};
  std::vector<std::string> version_stages = {};
  std::optional<Time> last_accessed_date = {};
  std::optional<Time> created_date = {};
  std::vector<std::string> kms_key_ids = {};
  static void describe(StructureShape<SecretVersionsListEntry>& s);
};

struct ListSecretVersionIdsResult {
  std::vector<SecretVersionsListEntry> versions = {};
  std::string next_token = {};
  std::string arn = {};
  std::string name = {};
  static void describe(StructureShape<ListSecretVersionIdsResult>& s);
};

// Versions that have stages, or all, the oldest first. Pages of 100 at most.
struct ListSecretVersionIds {
  static constexpr OperationName kOperation{"secretsmanager", "ListSecretVersionIds"};
  using Result = ListSecretVersionIdsResult;
  std::string secret_id;
  std::optional<std::int32_t> max_results = {};
  std::optional<std::string> next_token = {};
  std::optional<bool> include_deprecated = {};
  static void describe(StructureShape<ListSecretVersionIds>& s);
};

}  // namespace emu::secretsmanager
