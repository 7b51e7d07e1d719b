// The permissions of roles: inline policies, and attachments of managed ones.
// Source: AWS IAM API Reference.
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

// Adds an inline policy or replaces it. All of a role take 10,240 characters at most, white space
// not counted.
// Errors: NoSuchEntity, MalformedPolicyDocument, LimitExceeded.
struct PutRolePolicy {
  static constexpr OperationName kOperation{"iam", "PutRolePolicy"};
  using Result = EmptyResult;
  std::string role_name;
  std::string policy_name;
  std::string policy_document;
  static void describe(StructureShape<PutRolePolicy>& s) {
    s.member("RoleName", &PutRolePolicy::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &PutRolePolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyDocument", &PutRolePolicy::policy_document)
        .required()
        .range(1, 131072)
        .pattern(&pattern::document, pattern::kDocument);
  }
};

struct GetRolePolicyResult {
  std::string role_name = {};
  std::string policy_name = {};
  std::string policy_document = {};
  static void describe(StructureShape<GetRolePolicyResult>& s) {
    s.member("RoleName", &GetRolePolicyResult::role_name);
    s.member("PolicyName", &GetRolePolicyResult::policy_name);
    s.member("PolicyDocument", &GetRolePolicyResult::policy_document);
  }
};

// Errors: NoSuchEntity, of the role or of the policy.
struct GetRolePolicy {
  static constexpr OperationName kOperation{"iam", "GetRolePolicy"};
  using Result = GetRolePolicyResult;
  std::string role_name;
  std::string policy_name;
  static void describe(StructureShape<GetRolePolicy>& s) {
    s.member("RoleName", &GetRolePolicy::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &GetRolePolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
  }
};

struct ListRolePoliciesResult {
  std::vector<std::string> policy_names = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListRolePoliciesResult>& s) {
    s.member("PolicyNames", &ListRolePoliciesResult::policy_names).always();
    s.member("IsTruncated", &ListRolePoliciesResult::is_truncated);
    s.member("Marker", &ListRolePoliciesResult::marker);
  }
};

// The names of the inline policies, in order.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListRolePolicies {
  static constexpr OperationName kOperation{"iam", "ListRolePolicies"};
  using Result = ListRolePoliciesResult;
  std::string role_name;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListRolePolicies>& s) {
    s.member("RoleName", &ListRolePolicies::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("Marker", &ListRolePolicies::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListRolePolicies::max_items).range(1, 1000);
  }
};

// Errors: NoSuchEntity, of the role or of the policy.
struct DeleteRolePolicy {
  static constexpr OperationName kOperation{"iam", "DeleteRolePolicy"};
  using Result = EmptyResult;
  std::string role_name;
  std::string policy_name;
  static void describe(StructureShape<DeleteRolePolicy>& s) {
    s.member("RoleName", &DeleteRolePolicy::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &DeleteRolePolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
  }
};

// Attaches a managed policy; again is no error. At most 10 to a role.
// Errors: NoSuchEntity, LimitExceeded, InvalidInput.
struct AttachRolePolicy {
  static constexpr OperationName kOperation{"iam", "AttachRolePolicy"};
  using Result = EmptyResult;
  std::string role_name;
  std::string policy_arn;
  static void describe(StructureShape<AttachRolePolicy>& s) {
    s.member("RoleName", &AttachRolePolicy::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyArn", &AttachRolePolicy::policy_arn).required().range(20, 2048);
  }
};

// Errors: NoSuchEntity, also when the policy is not attached; InvalidInput.
struct DetachRolePolicy {
  static constexpr OperationName kOperation{"iam", "DetachRolePolicy"};
  using Result = EmptyResult;
  std::string role_name;
  std::string policy_arn;
  static void describe(StructureShape<DetachRolePolicy>& s) {
    s.member("RoleName", &DetachRolePolicy::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyArn", &DetachRolePolicy::policy_arn).required().range(20, 2048);
  }
};

struct ListAttachedRolePoliciesResult {
  std::vector<AttachedPolicy> attached_policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListAttachedRolePoliciesResult>& s) {
    s.member("AttachedPolicies", &ListAttachedRolePoliciesResult::attached_policies).always();
    s.member("IsTruncated", &ListAttachedRolePoliciesResult::is_truncated);
    s.member("Marker", &ListAttachedRolePoliciesResult::marker);
  }
};

// The managed policies attached to a role, in order of their ARNs.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListAttachedRolePolicies {
  static constexpr OperationName kOperation{"iam", "ListAttachedRolePolicies"};
  using Result = ListAttachedRolePoliciesResult;
  std::string role_name;
  std::string path_prefix = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListAttachedRolePolicies>& s) {
    s.member("RoleName", &ListAttachedRolePolicies::role_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PathPrefix", &ListAttachedRolePolicies::path_prefix)
        .range(1, 512)
        .pattern(&pattern::policy_path, pattern::kPolicyPath);
    s.member("Marker", &ListAttachedRolePolicies::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListAttachedRolePolicies::max_items).range(1, 1000);
  }
};

}  // namespace emu::iam
