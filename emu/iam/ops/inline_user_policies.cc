#include "core/text/percent.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/service.h"

namespace emu::iam {

Result<Nothing> Iam::put_user_policy(Call& call, const PutUserPolicy& in) {
  UserEntity* user = account(call).user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  Status put = put_inline_policy(*user, kUserKind, in.policy_name, in.policy_document);
  if (!put) return std::move(put.error());
  call.subject = in.policy_name;
  directory_.changed();
  return Nothing{};
}

Result<GetUserPolicyResult> Iam::get_user_policy(Call& call, const GetUserPolicy& in) {
  const UserEntity* user = account(call).user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  auto document = find_inline_policy(*user, kUserKind, in.policy_name);
  if (!document) return std::move(document.error());
  return GetUserPolicyResult{.user_name = user->name,
                             .policy_name = in.policy_name,
                             .policy_document = percent_encode((*document)->text)};
}

Result<ListUserPoliciesResult> Iam::list_user_policies(Call& call, const ListUserPolicies& in) {
  const UserEntity* user = account(call).user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  ListUserPoliciesResult answer;
  auto end = list_inline_policies(*user, in.marker, in.max_items, answer.policy_names);
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

Result<Nothing> Iam::delete_user_policy(Call& call, const DeleteUserPolicy& in) {
  UserEntity* user = account(call).user(in.user_name);
  if (user == nullptr) return no_such_user(in.user_name);
  Status deleted = delete_inline_policy(*user, kUserKind, in.policy_name);
  if (!deleted) return std::move(deleted.error());
  call.subject = in.policy_name;
  directory_.changed();
  return Nothing{};
}

}  // namespace emu::iam
