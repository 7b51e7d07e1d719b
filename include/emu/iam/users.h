// Users: identities for people and programs outside AWS, and their access keys.
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

struct CreateUserResult {
  std::optional<User> user = {};
  static void describe(StructureShape<CreateUserResult>& s);
};

// Errors: EntityAlreadyExists, LimitExceeded, InvalidInput, NoSuchEntity (of the boundary).
struct CreateUser {
  static constexpr OperationName kOperation{"iam", "CreateUser"};
  using Result = CreateUserResult;
  std::string path = {};
  std::string user_name;
  std::string permissions_boundary = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateUser>& s);
};

struct GetUserResult {
  User user = {};
  static void describe(StructureShape<GetUserResult>& s);
};

// A user, by default the one who asks.
// Errors: NoSuchEntity, ValidationError when a role asks without a name.
struct GetUser {
  static constexpr OperationName kOperation{"iam", "GetUser"};
  using Result = GetUserResult;
  std::string user_name = {};
  static void describe(StructureShape<GetUser>& s);
};

struct ListUsersResult {
  std::vector<User> users = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListUsersResult>& s);
};

// The users under a path, 100 a page unless max_items says otherwise. Tags and boundaries are left
// out.
// Errors: ValidationError for a marker that no list gave.
struct ListUsers {
  static constexpr OperationName kOperation{"iam", "ListUsers"};
  using Result = ListUsersResult;
  std::string path_prefix = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListUsers>& s);
};

// Deletes a user that has no keys and no policies left.
// Errors: NoSuchEntity, DeleteConflict.
struct DeleteUser {
  static constexpr OperationName kOperation{"iam", "DeleteUser"};
  using Result = Nothing;
  std::string user_name;
  static void describe(StructureShape<DeleteUser>& s);
};

struct CreateAccessKeyResult {
  AccessKey access_key = {};
  static void describe(StructureShape<CreateAccessKeyResult>& s);
};

// Makes a key for a user, by default for the one who asks; two at most. Its secret is given here
// and never again.
// Errors: NoSuchEntity, LimitExceeded, ValidationError when a role asks without a name.
struct CreateAccessKey {
  static constexpr OperationName kOperation{"iam", "CreateAccessKey"};
  using Result = CreateAccessKeyResult;
  std::string user_name = {};
  static void describe(StructureShape<CreateAccessKey>& s);
};

struct ListAccessKeysResult {
  std::vector<AccessKeyMetadata> access_key_metadata = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListAccessKeysResult>& s);
};

// Errors: NoSuchEntity, ValidationError when a role asks without a name.
struct ListAccessKeys {
  static constexpr OperationName kOperation{"iam", "ListAccessKeys"};
  using Result = ListAccessKeysResult;
  std::string user_name = {};
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListAccessKeys>& s);
};

// Switches a key on or off.
// Errors: NoSuchEntity, of the user or of the key.
struct UpdateAccessKey {
  static constexpr OperationName kOperation{"iam", "UpdateAccessKey"};
  using Result = Nothing;
  std::string user_name = {};
  std::string access_key_id;
  std::string status;
  static void describe(StructureShape<UpdateAccessKey>& s);
};

// Errors: NoSuchEntity, of the user or of the key.
struct DeleteAccessKey {
  static constexpr OperationName kOperation{"iam", "DeleteAccessKey"};
  using Result = Nothing;
  std::string user_name = {};
  std::string access_key_id;
  static void describe(StructureShape<DeleteAccessKey>& s);
};

}  // namespace emu::iam
