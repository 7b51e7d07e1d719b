// Managed policies: documents with a name of their own and up to five versions, one of which is in
// force. Source: AWS IAM API Reference.
#pragma once

#include <emu/iam/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::iam {

struct CreatePolicyResult {
  std::optional<Policy> policy = {};
  static void describe(StructureShape<CreatePolicyResult>& s);
};

// Makes a customer managed policy with its version v1; 6,144 characters at most, white space not
// counted.
// Errors: EntityAlreadyExists, LimitExceeded, MalformedPolicyDocument, InvalidInput.
struct CreatePolicy {
  static constexpr OperationName kOperation{"iam", "CreatePolicy"};
  using Result = CreatePolicyResult;
  std::string policy_name;
  std::string path = {};
  std::string policy_document;
  std::string description = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreatePolicy>& s);
};

struct GetPolicyResult {
  std::optional<Policy> policy = {};
  static void describe(StructureShape<GetPolicyResult>& s);
};

// Errors: NoSuchEntity, InvalidInput.
struct GetPolicy {
  static constexpr OperationName kOperation{"iam", "GetPolicy"};
  using Result = GetPolicyResult;
  std::string policy_arn;
  static void describe(StructureShape<GetPolicy>& s);
};

struct ListPoliciesResult {
  std::vector<Policy> policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListPoliciesResult>& s);
};

// The managed policies of the account (Local), those that AWS gives to all (AWS) or both (All, the
// default).
// Errors: ValidationError for a marker that no list gave.
struct ListPolicies {
  static constexpr OperationName kOperation{"iam", "ListPolicies"};
  using Result = ListPoliciesResult;
  std::string scope = {};
  bool only_attached = false;
  std::string path_prefix = {};
  std::string policy_usage_filter = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListPolicies>& s);
};

// Deletes a policy that is attached to nothing and has its default version only.
// Errors: NoSuchEntity, DeleteConflict, InvalidInput.
struct DeletePolicy {
  static constexpr OperationName kOperation{"iam", "DeletePolicy"};
  using Result = Nothing;
  std::string policy_arn;
  static void describe(StructureShape<DeletePolicy>& s);
};

struct CreatePolicyVersionResult {
  std::optional<PolicyVersion> policy_version = {};
  static void describe(StructureShape<CreatePolicyVersionResult>& s);
};

// Adds a version, five at most, and puts it in force when asked to.
// Errors: NoSuchEntity, MalformedPolicyDocument, LimitExceeded, InvalidInput.
struct CreatePolicyVersion {
  static constexpr OperationName kOperation{"iam", "CreatePolicyVersion"};
  using Result = CreatePolicyVersionResult;
  std::string policy_arn;
  std::string policy_document;
  bool set_as_default = false;
  static void describe(StructureShape<CreatePolicyVersion>& s);
};

struct GetPolicyVersionResult {
  std::optional<PolicyVersion> policy_version = {};
  static void describe(StructureShape<GetPolicyVersionResult>& s);
};

// Errors: NoSuchEntity, InvalidInput.
struct GetPolicyVersion {
  static constexpr OperationName kOperation{"iam", "GetPolicyVersion"};
  using Result = GetPolicyVersionResult;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<GetPolicyVersion>& s);
};

struct ListPolicyVersionsResult {
  std::vector<PolicyVersion> versions = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListPolicyVersionsResult>& s);
};

// The versions, newest first, without their documents.
// Errors: NoSuchEntity, InvalidInput, ValidationError for a marker that no list gave.
struct ListPolicyVersions {
  static constexpr OperationName kOperation{"iam", "ListPolicyVersions"};
  using Result = ListPolicyVersionsResult;
  std::string policy_arn;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListPolicyVersions>& s);
};

// Puts a version in force for all that the policy is attached to.
// Errors: NoSuchEntity, InvalidInput.
struct SetDefaultPolicyVersion {
  static constexpr OperationName kOperation{"iam", "SetDefaultPolicyVersion"};
  using Result = Nothing;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<SetDefaultPolicyVersion>& s);
};

// Errors: NoSuchEntity, DeleteConflict for the version in force, InvalidInput.
struct DeletePolicyVersion {
  static constexpr OperationName kOperation{"iam", "DeletePolicyVersion"};
  using Result = Nothing;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<DeletePolicyVersion>& s);
};

}  // namespace emu::iam
