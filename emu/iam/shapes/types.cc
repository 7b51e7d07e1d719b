#include <emu/iam/types.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128).pattern(&pattern::tag_key, pattern::kTagKey);
  s.member("Value", &Tag::value)
      .always()
      .range(0, 256)
      .pattern(&pattern::tag_value, pattern::kTagValue);
}

void AttachedPermissionsBoundary::describe(StructureShape<AttachedPermissionsBoundary>& s) {
  s.member("PermissionsBoundaryType", &AttachedPermissionsBoundary::permissions_boundary_type);
  s.member("PermissionsBoundaryArn", &AttachedPermissionsBoundary::permissions_boundary_arn);
}

void RoleLastUsed::describe(StructureShape<RoleLastUsed>& s) {
  s.member("LastUsedDate", &RoleLastUsed::last_used_date);
  s.member("Region", &RoleLastUsed::region);
}

void Role::describe(StructureShape<Role>& s) {
  s.member("Path", &Role::path);
  s.member("RoleName", &Role::role_name);
  s.member("RoleId", &Role::role_id);
  s.member("Arn", &Role::arn);
  s.member("CreateDate", &Role::create_date);
  s.member("AssumeRolePolicyDocument", &Role::assume_role_policy_document);
  s.member("Description", &Role::description);
  s.member("MaxSessionDuration", &Role::max_session_duration);
  s.member("PermissionsBoundary", &Role::permissions_boundary);
  s.member("Tags", &Role::tags);
  s.member("RoleLastUsed", &Role::role_last_used);
}

void User::describe(StructureShape<User>& s) {
  s.member("Path", &User::path);
  s.member("UserName", &User::user_name);
  s.member("UserId", &User::user_id);
  s.member("Arn", &User::arn);
  s.member("CreateDate", &User::create_date);
  s.member("PasswordLastUsed", &User::password_last_used);
  s.member("PermissionsBoundary", &User::permissions_boundary);
  s.member("Tags", &User::tags);
}

void Policy::describe(StructureShape<Policy>& s) {
  s.member("PolicyName", &Policy::policy_name);
  s.member("PolicyId", &Policy::policy_id);
  s.member("Arn", &Policy::arn);
  s.member("Path", &Policy::path);
  s.member("DefaultVersionId", &Policy::default_version_id);
  s.member("AttachmentCount", &Policy::attachment_count);
  s.member("PermissionsBoundaryUsageCount", &Policy::permissions_boundary_usage_count);
  s.member("IsAttachable", &Policy::is_attachable);
  s.member("Description", &Policy::description);
  s.member("CreateDate", &Policy::create_date);
  s.member("UpdateDate", &Policy::update_date);
  s.member("Tags", &Policy::tags);
}

void PolicyVersion::describe(StructureShape<PolicyVersion>& s) {
  s.member("Document", &PolicyVersion::document);
  s.member("VersionId", &PolicyVersion::version_id);
  s.member("IsDefaultVersion", &PolicyVersion::is_default_version);
  s.member("CreateDate", &PolicyVersion::create_date);
}

void AttachedPolicy::describe(StructureShape<AttachedPolicy>& s) {
  s.member("PolicyName", &AttachedPolicy::policy_name);
  s.member("PolicyArn", &AttachedPolicy::policy_arn);
}

void AccessKey::describe(StructureShape<AccessKey>& s) {
  s.member("UserName", &AccessKey::user_name);
  s.member("AccessKeyId", &AccessKey::access_key_id);
  s.member("Status", &AccessKey::status);
  s.member("SecretAccessKey", &AccessKey::secret_access_key);
  s.member("CreateDate", &AccessKey::create_date);
}

void AccessKeyMetadata::describe(StructureShape<AccessKeyMetadata>& s) {
  s.member("UserName", &AccessKeyMetadata::user_name);
  s.member("AccessKeyId", &AccessKeyMetadata::access_key_id);
  s.member("Status", &AccessKeyMetadata::status);
  s.member("CreateDate", &AccessKeyMetadata::create_date);
}

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED(iam::Tag);
EMU_DESCRIBED(iam::AttachedPermissionsBoundary);
EMU_DESCRIBED(iam::RoleLastUsed);
EMU_DESCRIBED(iam::Role);
EMU_DESCRIBED(iam::User);
EMU_DESCRIBED(iam::Policy);
EMU_DESCRIBED(iam::PolicyVersion);
EMU_DESCRIBED(iam::AttachedPolicy);
EMU_DESCRIBED(iam::AccessKey);
EMU_DESCRIBED(iam::AccessKeyMetadata);
}  // namespace emu
