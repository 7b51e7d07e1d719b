#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::attach_user_policy(Call& call, const AttachUserPolicy& in) {
  Account& account = this->account(call);
  UserEntity* user = account.user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  Status attached = attach_policy(account, *user, kUserKind, in.policy_arn);
  if (!attached) return std::move(attached.error());
  call.subject = in.policy_arn;
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::detach_user_policy(Call& call, const DetachUserPolicy& in) {
  Account& account = this->account(call);
  UserEntity* user = account.user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  Status detached = detach_policy(account, *user, in.policy_arn);
  if (!detached) return std::move(detached.error());
  call.subject = in.policy_arn;
  directory_.changed();
  return Nothing{};
}

Result<ListAttachedUserPoliciesResult> Iam::list_attached_user_policies(
    Call& call, const ListAttachedUserPolicies& in) {
  const UserEntity* user = account(call).user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  ListAttachedUserPoliciesResult answer;
  auto end = list_attached_policies(*user, in.path_prefix, in.marker, in.max_items,
                                    answer.attached_policies);
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

}  // namespace emu::iam
