// Roles: identities without keys of their own, which users and services take on for a while.
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

struct CreateRoleResult {
  Role role = {};
  static void describe(StructureShape<CreateRoleResult>& s);
};

// Makes a role. The document says who may assume it; sessions last at most an hour unless it says
// more.
// Errors: EntityAlreadyExists, LimitExceeded, MalformedPolicyDocument, InvalidInput, NoSuchEntity
// (of the boundary).
struct CreateRole {
  static constexpr OperationName kOperation{"iam", "CreateRole"};
  using Result = CreateRoleResult;
  std::string path = {};
  std::string role_name;
  std::string assume_role_policy_document;
  std::string description = {};
  std::optional<std::chrono::seconds> max_session_duration = {};
  std::string permissions_boundary = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateRole>& s);
};

struct GetRoleResult {
  Role role = {};
  static void describe(StructureShape<GetRoleResult>& s);
};

// Errors: NoSuchEntity.
struct GetRole {
  static constexpr OperationName kOperation{"iam", "GetRole"};
  using Result = GetRoleResult;
  std::string role_name;
  static void describe(StructureShape<GetRole>& s);
};

struct ListRolesResult {
  std::vector<Role> roles = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListRolesResult>& s);
};

// The roles under a path, 100 a page unless max_items says otherwise. Tags, boundaries and last
// use are left out, as AWS leaves them out.
// Errors: ValidationError for a marker that no list gave.
struct ListRoles {
  static constexpr OperationName kOperation{"iam", "ListRoles"};
  using Result = ListRolesResult;
  std::string path_prefix = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListRoles>& s);
};

// Without members, and yet a result: the Query protocol writes it as an empty element.
struct UpdateRoleResult {
  static void describe(StructureShape<UpdateRoleResult>& s);
};

// Sets description and longest session; what is absent goes back to its default.
// Errors: NoSuchEntity.
struct UpdateRole {
  static constexpr OperationName kOperation{"iam", "UpdateRole"};
  using Result = UpdateRoleResult;
  std::string role_name;
  std::string description = {};
  std::optional<std::chrono::seconds> max_session_duration = {};
  static void describe(StructureShape<UpdateRole>& s);
};

// Replaces the trust policy. Sessions that exist go on.
// Errors: NoSuchEntity, MalformedPolicyDocument, LimitExceeded.
struct UpdateAssumeRolePolicy {
  static constexpr OperationName kOperation{"iam", "UpdateAssumeRolePolicy"};
  using Result = Nothing;
  std::string role_name;
  std::string policy_document;
  static void describe(StructureShape<UpdateAssumeRolePolicy>& s);
};

// Deletes a role that has no policies left.
// Errors: NoSuchEntity, DeleteConflict.
struct DeleteRole {
  static constexpr OperationName kOperation{"iam", "DeleteRole"};
  using Result = Nothing;
  std::string role_name;
  static void describe(StructureShape<DeleteRole>& s);
};

// Adds tags or gives them new values; 50 at most.
// Errors: NoSuchEntity, LimitExceeded, InvalidInput for a key given twice.
struct TagRole {
  static constexpr OperationName kOperation{"iam", "TagRole"};
  using Result = Nothing;
  std::string role_name;
  std::vector<Tag> tags = {};
  static void describe(StructureShape<TagRole>& s);
};

// Takes tags away; keys that are not there are passed over.
// Errors: NoSuchEntity.
struct UntagRole {
  static constexpr OperationName kOperation{"iam", "UntagRole"};
  using Result = Nothing;
  std::string role_name;
  std::vector<std::string> tag_keys = {};
  static void describe(StructureShape<UntagRole>& s);
};

// Sets the managed policy beyond which no permission of the role reaches.
// Errors: NoSuchEntity, InvalidInput.
struct PutRolePermissionsBoundary {
  static constexpr OperationName kOperation{"iam", "PutRolePermissionsBoundary"};
  using Result = Nothing;
  std::string role_name;
  std::string permissions_boundary;
  static void describe(StructureShape<PutRolePermissionsBoundary>& s);
};

// Errors: NoSuchEntity, also when there is no boundary.
struct DeleteRolePermissionsBoundary {
  static constexpr OperationName kOperation{"iam", "DeleteRolePermissionsBoundary"};
  using Result = Nothing;
  std::string role_name;
  static void describe(StructureShape<DeleteRolePermissionsBoundary>& s);
};

}  // namespace emu::iam
