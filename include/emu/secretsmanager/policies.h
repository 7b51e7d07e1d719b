// Resource policies of secrets. Include <emu/secretsmanager.h>.
#pragma once

#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::secretsmanager {

struct PutResourcePolicyResult {
  std::string arn = {};
  std::string name = {};
  static void describe(StructureShape<PutResourcePolicyResult>& s);
};

// Errors: MalformedPolicyDocumentException; PublicPolicyException when the public is to be kept
// out.
struct PutResourcePolicy {
  static constexpr OperationName kOperation{"secretsmanager", "PutResourcePolicy"};
  using Result = PutResourcePolicyResult;
  std::string secret_id;
  std::string resource_policy;
  std::optional<bool> block_public_policy = {};
  static void describe(StructureShape<PutResourcePolicy>& s);
};

struct GetResourcePolicyResult {
  std::string arn = {};
  std::string name = {};
  std::string resource_policy = {};
  static void describe(StructureShape<GetResourcePolicyResult>& s);
};

struct GetResourcePolicy {
  static constexpr OperationName kOperation{"secretsmanager", "GetResourcePolicy"};
  using Result = GetResourcePolicyResult;
  std::string secret_id;
  static void describe(StructureShape<GetResourcePolicy>& s);
};

struct DeleteResourcePolicyResult {
  std::string arn = {};
  std::string name = {};
  static void describe(StructureShape<DeleteResourcePolicyResult>& s);
};

struct DeleteResourcePolicy {
  static constexpr OperationName kOperation{"secretsmanager", "DeleteResourcePolicy"};
  using Result = DeleteResourcePolicyResult;
  std::string secret_id;
  static void describe(StructureShape<DeleteResourcePolicy>& s);
};

struct ValidationErrorsEntry {
  std::string check_name = {};
  std::string error_message = {};
  static void describe(StructureShape<ValidationErrorsEntry>& s);
};

struct ValidateResourcePolicyResult {
  std::optional<bool> policy_validation_passed = {};
  std::vector<ValidationErrorsEntry> validation_errors = {};
  static void describe(StructureShape<ValidateResourcePolicyResult>& s);
};

// Errors: MalformedPolicyDocumentException.
struct ValidateResourcePolicy {
  static constexpr OperationName kOperation{"secretsmanager", "ValidateResourcePolicy"};
  using Result = ValidateResourcePolicyResult;
  std::optional<std::string> secret_id = {};
  std::string resource_policy;
  static void describe(StructureShape<ValidateResourcePolicy>& s);
};

}  // namespace emu::secretsmanager
