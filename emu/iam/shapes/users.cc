#include <emu/iam/users.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void CreateUserResult::describe(StructureShape<CreateUserResult>& s) {
  s.member("User", &CreateUserResult::user);
}

void CreateUser::describe(StructureShape<CreateUser>& s) {
  s.member("Path", &CreateUser::path).range(1, 512).pattern(&pattern::path, pattern::kPath);
  s.member("UserName", &CreateUser::user_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PermissionsBoundary", &CreateUser::permissions_boundary).range(20, 2048);
  s.member("Tags", &CreateUser::tags).range(0, 50);
}

void GetUserResult::describe(StructureShape<GetUserResult>& s) {
  s.member("User", &GetUserResult::user);
}

void GetUser::describe(StructureShape<GetUser>& s) {
  s.member("UserName", &GetUser::user_name).range(1, 128).pattern(&pattern::name, pattern::kName);
}

void ListUsersResult::describe(StructureShape<ListUsersResult>& s) {
  s.member("Users", &ListUsersResult::users).always();
  s.member("IsTruncated", &ListUsersResult::is_truncated);
  s.member("Marker", &ListUsersResult::marker);
}

void ListUsers::describe(StructureShape<ListUsers>& s) {
  s.member("PathPrefix", &ListUsers::path_prefix)
      .range(1, 512)
      .pattern(&pattern::path_prefix, pattern::kPathPrefix);
  s.member("Marker", &ListUsers::marker).range(1, 320).pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListUsers::max_items).range(1, 1000);
}

void DeleteUser::describe(StructureShape<DeleteUser>& s) {
  s.member("UserName", &DeleteUser::user_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void CreateAccessKeyResult::describe(StructureShape<CreateAccessKeyResult>& s) {
  s.member("AccessKey", &CreateAccessKeyResult::access_key);
}

void CreateAccessKey::describe(StructureShape<CreateAccessKey>& s) {
  s.member("UserName", &CreateAccessKey::user_name)
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void ListAccessKeysResult::describe(StructureShape<ListAccessKeysResult>& s) {
  s.member("AccessKeyMetadata", &ListAccessKeysResult::access_key_metadata).always();
  s.member("IsTruncated", &ListAccessKeysResult::is_truncated);
  s.member("Marker", &ListAccessKeysResult::marker);
}

void ListAccessKeys::describe(StructureShape<ListAccessKeys>& s) {
  s.member("UserName", &ListAccessKeys::user_name)
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("Marker", &ListAccessKeys::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListAccessKeys::max_items).range(1, 1000);
}

void UpdateAccessKey::describe(StructureShape<UpdateAccessKey>& s) {
  s.member("UserName", &UpdateAccessKey::user_name)
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("AccessKeyId", &UpdateAccessKey::access_key_id)
      .required()
      .range(16, 128)
      .pattern(&pattern::word, pattern::kWord);
  s.member("Status", &UpdateAccessKey::status).required().one_of({"Active", "Inactive"});
}

void DeleteAccessKey::describe(StructureShape<DeleteAccessKey>& s) {
  s.member("UserName", &DeleteAccessKey::user_name)
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("AccessKeyId", &DeleteAccessKey::access_key_id)
      .required()
      .range(16, 128)
      .pattern(&pattern::word, pattern::kWord);
}

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED(iam::CreateUserResult);
EMU_DESCRIBED_OPERATION(iam::CreateUser);
EMU_DESCRIBED(iam::GetUserResult);
EMU_DESCRIBED_OPERATION(iam::GetUser);
EMU_DESCRIBED(iam::ListUsersResult);
EMU_DESCRIBED_OPERATION(iam::ListUsers);
EMU_DESCRIBED_OPERATION(iam::DeleteUser);
EMU_DESCRIBED(iam::CreateAccessKeyResult);
EMU_DESCRIBED_OPERATION(iam::CreateAccessKey);
EMU_DESCRIBED(iam::ListAccessKeysResult);
EMU_DESCRIBED_OPERATION(iam::ListAccessKeys);
EMU_DESCRIBED_OPERATION(iam::UpdateAccessKey);
EMU_DESCRIBED_OPERATION(iam::DeleteAccessKey);
}  // namespace emu
