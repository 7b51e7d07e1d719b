#include <emu/describe.h>
#include <emu/logs/resource_policies.h>

namespace emu::logs {

void ResourcePolicy::describe(StructureShape<ResourcePolicy>& s) {
  s.member("policyName", &ResourcePolicy::policy_name);
  s.member("policyDocument", &ResourcePolicy::policy_document);
  s.member("lastUpdatedTime", &ResourcePolicy::last_updated_time);
  s.member("policyScope", &ResourcePolicy::policy_scope);
  s.member("resourceArn", &ResourcePolicy::resource_arn);
  s.member("revisionId", &ResourcePolicy::revision_id);
}

void PutResourcePolicyResult::describe(StructureShape<PutResourcePolicyResult>& s) {
  s.member("resourcePolicy", &PutResourcePolicyResult::resource_policy);
  s.member("revisionId", &PutResourcePolicyResult::revision_id);
}

void PutResourcePolicy::describe(StructureShape<PutResourcePolicy>& s) {
  s.member("policyName", &PutResourcePolicy::policy_name);
  s.member("policyDocument", &PutResourcePolicy::policy_document).range(1, 51200);
  s.member("resourceArn", &PutResourcePolicy::resource_arn);
  s.member("expectedRevisionId", &PutResourcePolicy::expected_revision_id).at_least(1);
}

void DescribeResourcePoliciesResult::describe(StructureShape<DescribeResourcePoliciesResult>& s) {
  s.member("resourcePolicies", &DescribeResourcePoliciesResult::resource_policies).always();
  s.member("nextToken", &DescribeResourcePoliciesResult::next_token);
}

void DescribeResourcePolicies::describe(StructureShape<DescribeResourcePolicies>& s) {
  s.member("nextToken", &DescribeResourcePolicies::next_token);
  s.member("limit", &DescribeResourcePolicies::limit).range(1, 50);
  s.member("resourceArn", &DescribeResourcePolicies::resource_arn);
  s.member("policyScope", &DescribeResourcePolicies::policy_scope).one_of({"ACCOUNT", "RESOURCE"});
}

void DeleteResourcePolicy::describe(StructureShape<DeleteResourcePolicy>& s) {
  s.member("policyName", &DeleteResourcePolicy::policy_name);
  s.member("resourceArn", &DeleteResourcePolicy::resource_arn);
  s.member("expectedRevisionId", &DeleteResourcePolicy::expected_revision_id).at_least(1);
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED(logs::ResourcePolicy);
EMU_DESCRIBED(logs::PutResourcePolicyResult);
EMU_DESCRIBED_OPERATION(logs::PutResourcePolicy);
EMU_DESCRIBED(logs::DescribeResourcePoliciesResult);
EMU_DESCRIBED_OPERATION(logs::DescribeResourcePolicies);
EMU_DESCRIBED_OPERATION(logs::DeleteResourcePolicy);
}  // namespace emu
