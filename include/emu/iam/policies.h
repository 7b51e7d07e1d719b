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
  static void describe(StructureShape<CreatePolicyResult>& s) {
    s.member("Policy", &CreatePolicyResult::policy);
  }
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
  static void describe(StructureShape<CreatePolicy>& s) {
    s.member("PolicyName", &CreatePolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("Path", &CreatePolicy::path)
        .range(1, 512)
        .pattern(&pattern::policy_path, pattern::kPolicyPath);
    s.member("PolicyDocument", &CreatePolicy::policy_document)
        .required()
        .range(1, 131072)
        .pattern(&pattern::document, pattern::kDocument);
    s.member("Description", &CreatePolicy::description).range(0, 1000);
    s.member("Tags", &CreatePolicy::tags).range(0, 50);
  }
};

struct GetPolicyResult {
  std::optional<Policy> policy = {};
  static void describe(StructureShape<GetPolicyResult>& s) {
    s.member("Policy", &GetPolicyResult::policy);
  }
};

// Errors: NoSuchEntity, InvalidInput.
struct GetPolicy {
  static constexpr OperationName kOperation{"iam", "GetPolicy"};
  using Result = GetPolicyResult;
  std::string policy_arn;
  static void describe(StructureShape<GetPolicy>& s) {
    s.member("PolicyArn", &GetPolicy::policy_arn).required().range(20, 2048);
  }
};

struct ListPoliciesResult {
  std::vector<Policy> policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListPoliciesResult>& s) {
    s.member("Policies", &ListPoliciesResult::policies).always();
    s.member("IsTruncated", &ListPoliciesResult::is_truncated);
    s.member("Marker", &ListPoliciesResult::marker);
  }
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
  static void describe(StructureShape<ListPolicies>& s) {
    s.member("Scope", &ListPolicies::scope).one_of({"All", "AWS", "Local"});
    s.member("OnlyAttached", &ListPolicies::only_attached);
    s.member("PathPrefix", &ListPolicies::path_prefix)
        .range(1, 512)
        .pattern(&pattern::policy_path, pattern::kPolicyPath);
    s.member("PolicyUsageFilter", &ListPolicies::policy_usage_filter)
        .one_of({"PermissionsPolicy", "PermissionsBoundary"});
    s.member("Marker", &ListPolicies::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListPolicies::max_items).range(1, 1000);
  }
};

// Deletes a policy that is attached to nothing and has its default version only.
// Errors: NoSuchEntity, DeleteConflict, InvalidInput.
struct DeletePolicy {
  static constexpr OperationName kOperation{"iam", "DeletePolicy"};
  using Result = EmptyResult;
  std::string policy_arn;
  static void describe(StructureShape<DeletePolicy>& s) {
    s.member("PolicyArn", &DeletePolicy::policy_arn).required().range(20, 2048);
  }
};

struct CreatePolicyVersionResult {
  std::optional<PolicyVersion> policy_version = {};
  static void describe(StructureShape<CreatePolicyVersionResult>& s) {
    s.member("PolicyVersion", &CreatePolicyVersionResult::policy_version);
  }
};

// Adds a version, five at most, and puts it in force when asked to.
// Errors: NoSuchEntity, MalformedPolicyDocument, LimitExceeded, InvalidInput.
struct CreatePolicyVersion {
  static constexpr OperationName kOperation{"iam", "CreatePolicyVersion"};
  using Result = CreatePolicyVersionResult;
  std::string policy_arn;
  std::string policy_document;
  bool set_as_default = false;
  static void describe(StructureShape<CreatePolicyVersion>& s) {
    s.member("PolicyArn", &CreatePolicyVersion::policy_arn).required().range(20, 2048);
    s.member("PolicyDocument", &CreatePolicyVersion::policy_document)
        .required()
        .range(1, 131072)
        .pattern(&pattern::document, pattern::kDocument);
    s.member("SetAsDefault", &CreatePolicyVersion::set_as_default);
  }
};

struct GetPolicyVersionResult {
  std::optional<PolicyVersion> policy_version = {};
  static void describe(StructureShape<GetPolicyVersionResult>& s) {
    s.member("PolicyVersion", &GetPolicyVersionResult::policy_version);
  }
};

// Errors: NoSuchEntity, InvalidInput.
struct GetPolicyVersion {
  static constexpr OperationName kOperation{"iam", "GetPolicyVersion"};
  using Result = GetPolicyVersionResult;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<GetPolicyVersion>& s) {
    s.member("PolicyArn", &GetPolicyVersion::policy_arn).required().range(20, 2048);
    s.member("VersionId", &GetPolicyVersion::version_id)
        .required()
        .pattern(&pattern::version_id, pattern::kVersionId);
  }
};

struct ListPolicyVersionsResult {
  std::vector<PolicyVersion> versions = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListPolicyVersionsResult>& s) {
    s.member("Versions", &ListPolicyVersionsResult::versions).always();
    s.member("IsTruncated", &ListPolicyVersionsResult::is_truncated);
    s.member("Marker", &ListPolicyVersionsResult::marker);
  }
};

// The versions, newest first, without their documents.
// Errors: NoSuchEntity, InvalidInput, ValidationError for a marker that no list gave.
struct ListPolicyVersions {
  static constexpr OperationName kOperation{"iam", "ListPolicyVersions"};
  using Result = ListPolicyVersionsResult;
  std::string policy_arn;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListPolicyVersions>& s) {
    s.member("PolicyArn", &ListPolicyVersions::policy_arn).required().range(20, 2048);
    s.member("Marker", &ListPolicyVersions::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListPolicyVersions::max_items).range(1, 1000);
  }
};

// Puts a version in force for all that the policy is attached to.
// Errors: NoSuchEntity, InvalidInput.
struct SetDefaultPolicyVersion {
  static constexpr OperationName kOperation{"iam", "SetDefaultPolicyVersion"};
  using Result = EmptyResult;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<SetDefaultPolicyVersion>& s) {
    s.member("PolicyArn", &SetDefaultPolicyVersion::policy_arn).required().range(20, 2048);
    s.member("VersionId", &SetDefaultPolicyVersion::version_id)
        .required()
        .pattern(&pattern::version_id, pattern::kVersionId);
  }
};

// Errors: NoSuchEntity, DeleteConflict for the version in force, InvalidInput.
struct DeletePolicyVersion {
  static constexpr OperationName kOperation{"iam", "DeletePolicyVersion"};
  using Result = EmptyResult;
  std::string policy_arn;
  std::string version_id;
  static void describe(StructureShape<DeletePolicyVersion>& s) {
    s.member("PolicyArn", &DeletePolicyVersion::policy_arn).required().range(20, 2048);
    s.member("VersionId", &DeletePolicyVersion::version_id)
        .required()
        .pattern(&pattern::version_id, pattern::kVersionId);
  }
};

}  // namespace emu::iam
