// Source: AWS IAM API Reference, "GetPolicy", "ListPolicies".
#include <map>

#include "iam/answers.h"
#include "iam/lookup.h"
#include "iam/managed_policies.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetPolicyResult> Iam::get_policy(Call& call, const GetPolicy& in) {
  const Account& account = this->account(call);
  EMU_TRY(const ManagedPolicy* policy, find_policy(account, in.policy_arn));
  return GetPolicyResult{.policy = describe_policy(account, *policy, Detail::kFull)};
}

Result<ListPoliciesResult> Iam::list_policies(Call& call, const ListPolicies& in) {
  const Account& account = this->account(call);
  std::map<std::string_view, const ManagedPolicy*> by_arn;
  if (in.scope != "AWS") {
    for (const auto& [name, policy] : account.policies) by_arn.emplace(policy.arn, &policy);
  }
  if (in.scope != "Local") {
    for (const ManagedPolicy* policy : aws_managed_policies()) by_arn.emplace(policy->arn, policy);
  }

  const auto keep = [&](std::string_view arn, const ManagedPolicy* policy) {
    if (!policy->path.starts_with(in.path_prefix)) return false;
    const auto found = account.policy_uses.find(arn);
    const PolicyUse use = found == account.policy_uses.end() ? PolicyUse() : found->second;
    if (in.policy_usage_filter == "PermissionsPolicy" && use.attachments == 0) return false;
    if (in.policy_usage_filter == "PermissionsBoundary" && use.boundaries == 0) return false;
    return !in.only_attached || use.attachments + use.boundaries > 0;
  };
  ListPoliciesResult answer;
  EMU_CHECK(list_page(by_arn, in, answer, keep, [&](std::string_view, const ManagedPolicy* policy) {
    answer.policies.push_back(describe_policy(account, *policy, Detail::kListed));
  }));
  return answer;
}

}  // namespace emu::iam
