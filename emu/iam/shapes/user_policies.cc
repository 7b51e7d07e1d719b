#include <emu/iam/user_policies.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void PutUserPolicy::describe(StructureShape<PutUserPolicy>& s) {
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

void GetUserPolicyResult::describe(StructureShape<GetUserPolicyResult>& s) {
  s.member("UserName", &GetUserPolicyResult::user_name);
  s.member("PolicyName", &GetUserPolicyResult::policy_name);
  s.member("PolicyDocument", &GetUserPolicyResult::policy_document);
}

void GetUserPolicy::describe(StructureShape<GetUserPolicy>& s) {
  s.member("UserName", &GetUserPolicy::user_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyName", &GetUserPolicy::policy_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void ListUserPoliciesResult::describe(StructureShape<ListUserPoliciesResult>& s) {
  s.member("PolicyNames", &ListUserPoliciesResult::policy_names).always();
  s.member("IsTruncated", &ListUserPoliciesResult::is_truncated);
  s.member("Marker", &ListUserPoliciesResult::marker);
}

void ListUserPolicies::describe(StructureShape<ListUserPolicies>& s) {
  s.member("UserName", &ListUserPolicies::user_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("Marker", &ListUserPolicies::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListUserPolicies::max_items).range(1, 1000);
}

void DeleteUserPolicy::describe(StructureShape<DeleteUserPolicy>& s) {
  s.member("UserName", &DeleteUserPolicy::user_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyName", &DeleteUserPolicy::policy_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
}

void AttachUserPolicy::describe(StructureShape<AttachUserPolicy>& s) {
  s.member("UserName", &AttachUserPolicy::user_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyArn", &AttachUserPolicy::policy_arn).required().range(20, 2048);
}

void DetachUserPolicy::describe(StructureShape<DetachUserPolicy>& s) {
  s.member("UserName", &DetachUserPolicy::user_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyArn", &DetachUserPolicy::policy_arn).required().range(20, 2048);
}

void ListAttachedUserPoliciesResult::describe(StructureShape<ListAttachedUserPoliciesResult>& s) {
  s.member("AttachedPolicies", &ListAttachedUserPoliciesResult::attached_policies).always();
  s.member("IsTruncated", &ListAttachedUserPoliciesResult::is_truncated);
  s.member("Marker", &ListAttachedUserPoliciesResult::marker);
}

void ListAttachedUserPolicies::describe(StructureShape<ListAttachedUserPolicies>& s) {
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

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED_OPERATION(iam::PutUserPolicy);
EMU_DESCRIBED(iam::GetUserPolicyResult);
EMU_DESCRIBED_OPERATION(iam::GetUserPolicy);
EMU_DESCRIBED(iam::ListUserPoliciesResult);
EMU_DESCRIBED_OPERATION(iam::ListUserPolicies);
EMU_DESCRIBED_OPERATION(iam::DeleteUserPolicy);
EMU_DESCRIBED_OPERATION(iam::AttachUserPolicy);
EMU_DESCRIBED_OPERATION(iam::DetachUserPolicy);
EMU_DESCRIBED(iam::ListAttachedUserPoliciesResult);
EMU_DESCRIBED_OPERATION(iam::ListAttachedUserPolicies);
}  // namespace emu
