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
  using Result = EmptyResult;
  std::string user_name;
  std::string policy_name;
  std::string policy_document;
  static void describe(StructureShape<PutUserPolicy>& s) {
    s.member("UserName", &PutUserPolicy::user_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &PutUserPolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyDocument", &PutUserPolicy::policy_document)
        .required()
        .range(1, 131072)
        .pattern(&pattern::document, pattern::kDocument);
  }
};

struct GetUserPolicyResult {
  std::string user_name = {};
  std::string policy_name = {};
  std::string policy_document = {};
  static void describe(StructureShape<GetUserPolicyResult>& s) {
    s.member("UserName", &GetUserPolicyResult::user_name);
    s.member("PolicyName", &GetUserPolicyResult::policy_name);
    s.member("PolicyDocument", &GetUserPolicyResult::policy_document);
  }
};

// Errors: NoSuchEntity, of the user or of the policy.
struct GetUserPolicy {
  static constexpr OperationName kOperation{"iam", "GetUserPolicy"};
  using Result = GetUserPolicyResult;
  std::string user_name;
  std::string policy_name;
  static void describe(StructureShape<GetUserPolicy>& s) {
    s.member("UserName", &GetUserPolicy::user_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &GetUserPolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
  }
};

struct ListUserPoliciesResult {
  std::vector<std::string> policy_names = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListUserPoliciesResult>& s) {
    s.member("PolicyNames", &ListUserPoliciesResult::policy_names).always();
    s.member("IsTruncated", &ListUserPoliciesResult::is_truncated);
    s.member("Marker", &ListUserPoliciesResult::marker);
  }
};

// The names of the inline policies, in order.
// Errors: NoSuchEntity, ValidationError for a marker that no list gave.
struct ListUserPolicies {
  static constexpr OperationName kOperation{"iam", "ListUserPolicies"};
  using Result = ListUserPoliciesResult;
  std::string user_name;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListUserPolicies>& s) {
    s.member("UserName", &ListUserPolicies::user_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("Marker", &ListUserPolicies::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListUserPolicies::max_items).range(1, 1000);
  }
};

// Errors: NoSuchEntity, of the user or of the policy.
struct DeleteUserPolicy {
  static constexpr OperationName kOperation{"iam", "DeleteUserPolicy"};
  using Result = EmptyResult;
  std::string user_name;
  std::string policy_name;
  static void describe(StructureShape<DeleteUserPolicy>& s) {
    s.member("UserName", &DeleteUserPolicy::user_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyName", &DeleteUserPolicy::policy_name)
        .required()
        .range(1, 128)
        .pattern(&pattern::name, pattern::kName);
  }
};

// Attaches a managed policy; again is no error. At most 10 to a user.
// Errors: NoSuchEntity, LimitExceeded, InvalidInput.
struct AttachUserPolicy {
  static constexpr OperationName kOperation{"iam", "AttachUserPolicy"};
  using Result = EmptyResult;
  std::string user_name;
  std::string policy_arn;
  static void describe(StructureShape<AttachUserPolicy>& s) {
    s.member("UserName", &AttachUserPolicy::user_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyArn", &AttachUserPolicy::policy_arn).required().range(20, 2048);
  }
};

// Errors: NoSuchEntity, also when the policy is not attached; InvalidInput.
struct DetachUserPolicy {
  static constexpr OperationName kOperation{"iam", "DetachUserPolicy"};
  using Result = EmptyResult;
  std::string user_name;
  std::string policy_arn;
  static void describe(StructureShape<DetachUserPolicy>& s) {
    s.member("UserName", &DetachUserPolicy::user_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PolicyArn", &DetachUserPolicy::policy_arn).required().range(20, 2048);
  }
};

struct ListAttachedUserPoliciesResult {
  std::vector<AttachedPolicy> attached_policies = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListAttachedUserPoliciesResult>& s) {
    s.member("AttachedPolicies", &ListAttachedUserPoliciesResult::attached_policies).always();
    s.member("IsTruncated", &ListAttachedUserPoliciesResult::is_truncated);
    s.member("Marker", &ListAttachedUserPoliciesResult::marker);
  }
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
  static void describe(StructureShape<ListAttachedUserPolicies>& s) {
    s.member("UserName", &ListAttachedUserPolicies::user_name)
        .required()
        .range(1, 64)
        .pattern(&pattern::name, pattern::kName);
    s.member("PathPrefix", &ListAttachedUserPolicies::path_prefix)
        .range(1, 512)
        .pattern(&pattern::policy_path, pattern::kPolicyPath);
    s.member("Marker", &ListAttachedUserPolicies::marker)
        .range(1, 320)
        .pattern(&pattern::marker, pattern::kMarker);
    s.member("MaxItems", &ListAttachedUserPolicies::max_items).range(1, 1000);
  }
};

}  // namespace emu::iam
