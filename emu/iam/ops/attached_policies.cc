// Attaching managed policies to roles and users, which differ in the member that names them and in
// the names of their quotas.
// Source: AWS IAM API Reference, "AttachRolePolicy" and the pages of the other operations.
#include <algorithm>
#include <map>

#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/lookup.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

template <class In>
Result<Nothing> attach(Call& call, Directory& directory, const In& in) {
  Account& account = directory.account(call.account());
  EMU_TRY(const Principal principal, find_principal(account, in));
  EMU_CHECK(find_attachable_policy(account, in.policy_arn));
  auto& attached = principal.identity.attached_policies;
  const auto at = std::lower_bound(attached.begin(), attached.end(), in.policy_arn);
  if (at == attached.end() || *at != in.policy_arn) {
    if (attached.size() >= kAttachedPoliciesMax) {
      return quota_exceeded(principal.kind.attached_policies_quota, kAttachedPoliciesMax);
    }
    attached.insert(at, in.policy_arn);
    ++account.policy_uses[in.policy_arn].attachments;
  }
  call.subject = in.policy_arn;
  directory.changed();
  return Nothing{};
}

template <class In>
Result<Nothing> detach(Call& call, Directory& directory, const In& in) {
  Account& account = directory.account(call.account());
  EMU_TRY(const Principal principal, find_principal(account, in));
  EMU_CHECK(check_policy_arn(in.policy_arn));
  if (std::erase(principal.identity.attached_policies, in.policy_arn) == 0) {
    return no_such_policy(in.policy_arn);
  }
  --account.policy_uses[in.policy_arn].attachments;
  call.subject = in.policy_arn;
  directory.changed();
  return Nothing{};
}

template <class In>
Result<typename In::Result> list_attached(Account& account, const In& in) {
  EMU_TRY(const Principal principal, find_principal(account, in));
  std::map<std::string_view, const ManagedPolicy*> policies;
  for (const std::string& arn : principal.identity.attached_policies) {
    policies.emplace(arn, account.policy(arn));
  }
  typename In::Result answer;
  EMU_CHECK(list_page(
      policies, in, answer,
      [&](std::string_view, const ManagedPolicy* policy) {
        return policy->path.starts_with(in.path_prefix);
      },
      [&](std::string_view, const ManagedPolicy* policy) {
        answer.attached_policies.push_back(
            {.policy_name = policy->name, .policy_arn = policy->arn});
      }));
  return answer;
}

}  // namespace

Result<Nothing> Iam::attach_role_policy(Call& call, const AttachRolePolicy& in) {
  return attach(call, directory_, in);
}
Result<Nothing> Iam::attach_user_policy(Call& call, const AttachUserPolicy& in) {
  return attach(call, directory_, in);
}

Result<Nothing> Iam::detach_role_policy(Call& call, const DetachRolePolicy& in) {
  return detach(call, directory_, in);
}
Result<Nothing> Iam::detach_user_policy(Call& call, const DetachUserPolicy& in) {
  return detach(call, directory_, in);
}

Result<ListAttachedRolePoliciesResult> Iam::list_attached_role_policies(
    Call& call, const ListAttachedRolePolicies& in) {
  return list_attached(account(call), in);
}
Result<ListAttachedUserPoliciesResult> Iam::list_attached_user_policies(
    Call& call, const ListAttachedUserPolicies& in) {
  return list_attached(account(call), in);
}

}  // namespace emu::iam
