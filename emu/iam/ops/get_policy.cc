#include <map>

#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/managed_policies.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

Result<GetPolicyResult> Iam::get_policy(Call& call, const GetPolicy& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  const Account& account = this->account(call);
  const ManagedPolicy* policy = account.policy(in.policy_arn);
  if (policy == nullptr) return no_such_policy(in.policy_arn);
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
  auto end = list_page(
      by_arn, in.marker, in.max_items, keep, [&](std::string_view, const ManagedPolicy* policy) {
        answer.policies.push_back(describe_policy(account, *policy, Detail::kListed));
      });
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

}  // namespace emu::iam
