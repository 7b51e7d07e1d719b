#include <emu/iam/policies.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void CreatePolicyResult::describe(StructureShape<CreatePolicyResult>& s) {
  s.member("Policy", &CreatePolicyResult::policy);
}

void CreatePolicy::describe(StructureShape<CreatePolicy>& s) {
  s.member("PolicyName", &CreatePolicy::policy_name)
      .required()
      .range(1, 128)
      .pattern(&pattern::name, pattern::kName);
  s.member("Path", &CreatePolicy::path)
      .range(1, 512)
      .pattern(&pattern::policy_path, pattern::kPolicyPath);
  s.member("PolicyDocument", &CreatePolicy::policy_document)
      .required()
      .range(1, 131072)
      .pattern(&pattern::document, pattern::kDocument);
  s.member("Description", &CreatePolicy::description).range(0, 1000);
  s.member("Tags", &CreatePolicy::tags).range(0, 50);
}

void GetPolicyResult::describe(StructureShape<GetPolicyResult>& s) {
  s.member("Policy", &GetPolicyResult::policy);
}

void GetPolicy::describe(StructureShape<GetPolicy>& s) {
  s.member("PolicyArn", &GetPolicy::policy_arn).required().range(20, 2048);
}

void ListPoliciesResult::describe(StructureShape<ListPoliciesResult>& s) {
  s.member("Policies", &ListPoliciesResult::policies).always();
  s.member("IsTruncated", &ListPoliciesResult::is_truncated);
  s.member("Marker", &ListPoliciesResult::marker);
}

void ListPolicies::describe(StructureShape<ListPolicies>& s) {
  s.member("Scope", &ListPolicies::scope).one_of({"All", "AWS", "Local"});
  s.member("OnlyAttached", &ListPolicies::only_attached);
  s.member("PathPrefix", &ListPolicies::path_prefix)
      .range(1, 512)
      .pattern(&pattern::policy_path, pattern::kPolicyPath);
  s.member("PolicyUsageFilter", &ListPolicies::policy_usage_filter)
      .one_of({"PermissionsPolicy", "PermissionsBoundary"});
  s.member("Marker", &ListPolicies::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListPolicies::max_items).range(1, 1000);
}

void DeletePolicy::describe(StructureShape<DeletePolicy>& s) {
  s.member("PolicyArn", &DeletePolicy::policy_arn).required().range(20, 2048);
}

void CreatePolicyVersionResult::describe(StructureShape<CreatePolicyVersionResult>& s) {
  s.member("PolicyVersion", &CreatePolicyVersionResult::policy_version);
}

void CreatePolicyVersion::describe(StructureShape<CreatePolicyVersion>& s) {
  s.member("PolicyArn", &CreatePolicyVersion::policy_arn).required().range(20, 2048);
  s.member("PolicyDocument", &CreatePolicyVersion::policy_document)
      .required()
      .range(1, 131072)
      .pattern(&pattern::document, pattern::kDocument);
  s.member("SetAsDefault", &CreatePolicyVersion::set_as_default);
}

void GetPolicyVersionResult::describe(StructureShape<GetPolicyVersionResult>& s) {
  s.member("PolicyVersion", &GetPolicyVersionResult::policy_version);
}

void GetPolicyVersion::describe(StructureShape<GetPolicyVersion>& s) {
  s.member("PolicyArn", &GetPolicyVersion::policy_arn).required().range(20, 2048);
  s.member("VersionId", &GetPolicyVersion::version_id)
      .required()
      .pattern(&pattern::version_id, pattern::kVersionId);
}

void ListPolicyVersionsResult::describe(StructureShape<ListPolicyVersionsResult>& s) {
  s.member("Versions", &ListPolicyVersionsResult::versions).always();
  s.member("IsTruncated", &ListPolicyVersionsResult::is_truncated);
  s.member("Marker", &ListPolicyVersionsResult::marker);
}

void ListPolicyVersions::describe(StructureShape<ListPolicyVersions>& s) {
  s.member("PolicyArn", &ListPolicyVersions::policy_arn).required().range(20, 2048);
  s.member("Marker", &ListPolicyVersions::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListPolicyVersions::max_items).range(1, 1000);
}

void SetDefaultPolicyVersion::describe(StructureShape<SetDefaultPolicyVersion>& s) {
  s.member("PolicyArn", &SetDefaultPolicyVersion::policy_arn).required().range(20, 2048);
  s.member("VersionId", &SetDefaultPolicyVersion::version_id)
      .required()
      .pattern(&pattern::version_id, pattern::kVersionId);
}

void DeletePolicyVersion::describe(StructureShape<DeletePolicyVersion>& s) {
  s.member("PolicyArn", &DeletePolicyVersion::policy_arn).required().range(20, 2048);
  s.member("VersionId", &DeletePolicyVersion::version_id)
      .required()
      .pattern(&pattern::version_id, pattern::kVersionId);
}

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED(iam::CreatePolicyResult);
EMU_DESCRIBED_OPERATION(iam::CreatePolicy);
EMU_DESCRIBED(iam::GetPolicyResult);
EMU_DESCRIBED_OPERATION(iam::GetPolicy);
EMU_DESCRIBED(iam::ListPoliciesResult);
EMU_DESCRIBED_OPERATION(iam::ListPolicies);
EMU_DESCRIBED_OPERATION(iam::DeletePolicy);
EMU_DESCRIBED(iam::CreatePolicyVersionResult);
EMU_DESCRIBED_OPERATION(iam::CreatePolicyVersion);
EMU_DESCRIBED(iam::GetPolicyVersionResult);
EMU_DESCRIBED_OPERATION(iam::GetPolicyVersion);
EMU_DESCRIBED(iam::ListPolicyVersionsResult);
EMU_DESCRIBED_OPERATION(iam::ListPolicyVersions);
EMU_DESCRIBED_OPERATION(iam::SetDefaultPolicyVersion);
EMU_DESCRIBED_OPERATION(iam::DeletePolicyVersion);
}  // namespace emu
