#include <emu/iam/role_policies.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void PutRolePolicy::describe(StructureShape<PutRolePolicy>& s) {
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

void GetRolePolicyResult::describe(StructureShape<GetRolePolicyResult>& s) {
  s.member("RoleName", &GetRolePolicyResult::role_name);
  s.member("PolicyName", &GetRolePolicyResult::policy_name);
  s.member("PolicyDocument", &GetRolePolicyResult::policy_document);
}

void GetRolePolicy::describe(StructureShape<GetRolePolicy>& s) {
  s.member("RoleName", &GetRolePolicy::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyName", &GetRolePolicy::policy_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void ListRolePoliciesResult::describe(StructureShape<ListRolePoliciesResult>& s) {
  s.member("PolicyNames", &ListRolePoliciesResult::policy_names).always();
  s.member("IsTruncated", &ListRolePoliciesResult::is_truncated);
  s.member("Marker", &ListRolePoliciesResult::marker);
}

void ListRolePolicies::describe(StructureShape<ListRolePolicies>& s) {
  s.member("RoleName", &ListRolePolicies::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("Marker", &ListRolePolicies::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListRolePolicies::max_items).range(1, 1000);
}

void DeleteRolePolicy::describe(StructureShape<DeleteRolePolicy>& s) {
  s.member("RoleName", &DeleteRolePolicy::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyName", &DeleteRolePolicy::policy_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void AttachRolePolicy::describe(StructureShape<AttachRolePolicy>& s) {
  s.member("RoleName", &AttachRolePolicy::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyArn", &AttachRolePolicy::policy_arn).required().range(20, 2048);
}

void DetachRolePolicy::describe(StructureShape<DetachRolePolicy>& s) {
  s.member("RoleName", &DetachRolePolicy::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyArn", &DetachRolePolicy::policy_arn).required().range(20, 2048);
}

void ListAttachedRolePoliciesResult::describe(StructureShape<ListAttachedRolePoliciesResult>& s) {
  s.member("AttachedPolicies", &ListAttachedRolePoliciesResult::attached_policies).always();
  s.member("IsTruncated", &ListAttachedRolePoliciesResult::is_truncated);
  s.member("Marker", &ListAttachedRolePoliciesResult::marker);
}

void ListAttachedRolePolicies::describe(StructureShape<ListAttachedRolePolicies>& s) {
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

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED_OPERATION(iam::PutRolePolicy);
EMU_DESCRIBED(iam::GetRolePolicyResult);
EMU_DESCRIBED_OPERATION(iam::GetRolePolicy);
EMU_DESCRIBED(iam::ListRolePoliciesResult);
EMU_DESCRIBED_OPERATION(iam::ListRolePolicies);
EMU_DESCRIBED_OPERATION(iam::DeleteRolePolicy);
EMU_DESCRIBED_OPERATION(iam::AttachRolePolicy);
EMU_DESCRIBED_OPERATION(iam::DetachRolePolicy);
EMU_DESCRIBED(iam::ListAttachedRolePoliciesResult);
EMU_DESCRIBED_OPERATION(iam::ListAttachedRolePolicies);
}  // namespace emu
