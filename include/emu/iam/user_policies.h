// The permissions of users: inline policies, and attachments of managed ones.
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

// Adds an inline policy or replaces it. All of a user take 2,048 characters at most, white space
// not counted.
// Errors: NoSuchEntity, MalformedPolicyDocument, LimitExceeded.
struct PutUserPolicy {
  static constexpr OperationName kOperation{"iam", "PutUserPolicy"};
  using Result = Nothing;
  std::string user_name;
  std::string policy_name;
  std::string policy_document;
  static void describe(StructureShape<PutUserPolicy>& s);
};

struct GetUserPolicyResult {
  std::string user_name = {};
  std::string policy_name = {};
  std::string policy_document = {};
  static void describe(StructureShape<GetUserPolicyResult>& s);
};

// Errors: NoSuchEntity, of the user or of the policy.
struct GetUserPolicy {
  static constexpr OperationName kOperation{"iam", "GetUserPolicy"};
  using Result = GetUserPolicyResult;
  std::string user_name;
  std::string policy_name;
  static void describe(StructureShape<GetUserPolicy>& s);
};

struct ListUserPoliciesResult {
  std::vector<std::string> policy_names = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListUserPoliciesResult>& s);
};

// The names of the inline policies, in order.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListUserPolicies {
  static constexpr OperationName kOperation{"iam", "ListUserPolicies"};
  using Result = ListUserPoliciesResult;
  std::string user_name;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListUserPolicies>& s);
};

// Errors: NoSuchEntity, of the user or of the policy.
struct DeleteUserPolicy {
  static constexpr OperationName kOperation{"iam", "DeleteUserPolicy"};
  using Result = Nothing;
  std::string user_name;
  std::string policy_name;
  static void describe(StructureShape<DeleteUserPolicy>& s);
};

// Attaches a managed policy; again is no error. At most 10 to a user.
// Errors: NoSuchEntity, LimitExceeded, InvalidInput.
struct AttachUserPolicy {
  static constexpr OperationName kOperation{"iam", "AttachUserPolicy"};
  using Result = Nothing;
  std::string user_name;
  std::string policy_arn;
  static void describe(StructureShape<AttachUserPolicy>& s);
};

// Errors: NoSuchEntity, also when the policy is not attached; InvalidInput.
struct DetachUserPolicy {
  static constexpr OperationName kOperation{"iam", "DetachUserPolicy"};
  using Result = Nothing;
  std::string user_name;
  std::string policy_arn;
  static void describe(StructureShape<DetachUserPolicy>& s);
};

struct ListAttachedUserPoliciesResult {
  std::vector<AttachedPolicy> attached_policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListAttachedUserPoliciesResult>& s);
};

// The managed policies attached to a user, in order of their ARNs.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListAttachedUserPolicies {
  static constexpr OperationName kOperation{"iam", "ListAttachedUserPolicies"};
  using Result = ListAttachedUserPoliciesResult;
  std::string user_name;
  std::string path_prefix = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListAttachedUserPolicies>& s);
};

}  // namespace emu::iam
