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
  using Result = Nothing;
  std::string role_name;
  std::string policy_name;
  std::string policy_document;
  static void describe(StructureShape<PutRolePolicy>& s);
};

struct GetRolePolicyResult {
  std::string role_name = {};
  std::string policy_name = {};
  std::string policy_document = {};
  static void describe(StructureShape<GetRolePolicyResult>& s);
};

// Errors: NoSuchEntity, of the role or of the policy.
struct GetRolePolicy {
  static constexpr OperationName kOperation{"iam", "GetRolePolicy"};
  using Result = GetRolePolicyResult;
  std::string role_name;
  std::string policy_name;
  static void describe(StructureShape<GetRolePolicy>& s);
};

struct ListRolePoliciesResult {
  std::vector<std::string> policy_names = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListRolePoliciesResult>& s);
};

// The names of the inline policies, in order.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListRolePolicies {
  static constexpr OperationName kOperation{"iam", "ListRolePolicies"};
  using Result = ListRolePoliciesResult;
  std::string role_name;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListRolePolicies>& s);
};

// Errors: NoSuchEntity, of the role or of the policy.
struct DeleteRolePolicy {
  static constexpr OperationName kOperation{"iam", "DeleteRolePolicy"};
  using Result = Nothing;
  std::string role_name;
  std::string policy_name;
  static void describe(StructureShape<DeleteRolePolicy>& s);
};

// Attaches a managed policy; again is no error. At most 10 to a role.
// Errors: NoSuchEntity, LimitExceeded, InvalidInput.
struct AttachRolePolicy {
  static constexpr OperationName kOperation{"iam", "AttachRolePolicy"};
  using Result = Nothing;
  std::string role_name;
  std::string policy_arn;
  static void describe(StructureShape<AttachRolePolicy>& s);
};

// Errors: NoSuchEntity, also when the policy is not attached; InvalidInput.
struct DetachRolePolicy {
  static constexpr OperationName kOperation{"iam", "DetachRolePolicy"};
  using Result = Nothing;
  std::string role_name;
  std::string policy_arn;
  static void describe(StructureShape<DetachRolePolicy>& s);
};

struct ListAttachedRolePoliciesResult {
  std::vector<AttachedPolicy> attached_policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListAttachedRolePoliciesResult>& s);
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
  static void describe(StructureShape<ListAttachedRolePolicies>& s);
};

}  // namespace emu::iam
