#include <emu/iam/roles.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void CreateRoleResult::describe(StructureShape<CreateRoleResult>& s) {
  s.member("Role", &CreateRoleResult::role);
}

void CreateRole::describe(StructureShape<CreateRole>& s) {
  s.member("Path", &CreateRole::path).range(1, 512).pattern(&pattern::path, pattern::kPath);
  s.member("RoleName", &CreateRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("AssumeRolePolicyDocument", &CreateRole::assume_role_policy_document)
      .required()
      .range(1, 131072)
      .pattern(&pattern::document, pattern::kDocument);
  s.member("Description", &CreateRole::description)
      .range(0, 1000)
      .pattern(&pattern::description, pattern::kDescription);
  s.member("MaxSessionDuration", &CreateRole::max_session_duration).range(3600, 43200);
  s.member("PermissionsBoundary", &CreateRole::permissions_boundary).range(20, 2048);
  s.member("Tags", &CreateRole::tags).range(0, 50);
}

void GetRoleResult::describe(StructureShape<GetRoleResult>& s) {
  s.member("Role", &GetRoleResult::role);
}

void GetRole::describe(StructureShape<GetRole>& s) {
  s.member("RoleName", &GetRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
}

void ListRolesResult::describe(StructureShape<ListRolesResult>& s) {
  s.member("Roles", &ListRolesResult::roles).always();
  s.member("IsTruncated", &ListRolesResult::is_truncated);
  s.member("Marker", &ListRolesResult::marker);
}

void ListRoles::describe(StructureShape<ListRoles>& s) {
  s.member("PathPrefix", &ListRoles::path_prefix)
      .range(1, 512)
      .pattern(&pattern::path_prefix, pattern::kPathPrefix);
  s.member("Marker", &ListRoles::marker).range(1, 320).pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListRoles::max_items).range(1, 1000);
}

void UpdateRoleResult::describe(StructureShape<UpdateRoleResult>&) {}

void UpdateRole::describe(StructureShape<UpdateRole>& s) {
  s.member("RoleName", &UpdateRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("Description", &UpdateRole::description)
      .range(0, 1000)
      .pattern(&pattern::description, pattern::kDescription);
  s.member("MaxSessionDuration", &UpdateRole::max_session_duration).range(3600, 43200);
}

void UpdateAssumeRolePolicy::describe(StructureShape<UpdateAssumeRolePolicy>& s) {
  s.member("RoleName", &UpdateAssumeRolePolicy::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyDocument", &UpdateAssumeRolePolicy::policy_document)
      .required()
      .range(1, 131072)
      .pattern(&pattern::document, pattern::kDocument);
}

void DeleteRole::describe(StructureShape<DeleteRole>& s) {
  s.member("RoleName", &DeleteRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
}

void TagRole::describe(StructureShape<TagRole>& s) {
  s.member("RoleName", &TagRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("Tags", &TagRole::tags).required().range(0, 50);
}

void UntagRole::describe(StructureShape<UntagRole>& s) {
  s.member("RoleName", &UntagRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("TagKeys", &UntagRole::tag_keys)
      .required()
      .range(0, 50)
      .each({.min = 1, .max = 128, .matches = &pattern::tag_key, .pattern = pattern::kTagKey});
}

void PutRolePermissionsBoundary::describe(StructureShape<PutRolePermissionsBoundary>& s) {
  s.member("RoleName", &PutRolePermissionsBoundary::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PermissionsBoundary", &PutRolePermissionsBoundary::permissions_boundary)
      .required()
      .range(20, 2048);
}

void DeleteRolePermissionsBoundary::describe(StructureShape<DeleteRolePermissionsBoundary>& s) {
  s.member("RoleName", &DeleteRolePermissionsBoundary::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
}

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED(iam::CreateRoleResult);
EMU_DESCRIBED_OPERATION(iam::CreateRole);
EMU_DESCRIBED(iam::GetRoleResult);
EMU_DESCRIBED_OPERATION(iam::GetRole);
EMU_DESCRIBED(iam::ListRolesResult);
EMU_DESCRIBED_OPERATION(iam::ListRoles);
EMU_DESCRIBED(iam::UpdateRoleResult);
EMU_DESCRIBED_OPERATION(iam::UpdateRole);
EMU_DESCRIBED_OPERATION(iam::UpdateAssumeRolePolicy);
EMU_DESCRIBED_OPERATION(iam::DeleteRole);
EMU_DESCRIBED_OPERATION(iam::TagRole);
EMU_DESCRIBED_OPERATION(iam::UntagRole);
EMU_DESCRIBED_OPERATION(iam::PutRolePermissionsBoundary);
EMU_DESCRIBED_OPERATION(iam::DeleteRolePermissionsBoundary);
}  // namespace emu
