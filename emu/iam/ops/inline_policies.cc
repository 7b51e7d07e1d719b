// Inline policies of roles and users, which differ in the member that names them and in how long
// their policies may be.
// Source: AWS IAM API Reference, "PutRolePolicy" and the pages of the other operations.
#include <fmt/format.h>

#include <map>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/paging.h"
#include "iam/policy_document.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

// Errors: NoSuchEntity.
Result<std::vector<InlinePolicy>::iterator> find_inline_policy(const Principal& principal,
                                                               const std::string& name) {
  const auto at = principal.identity.inline_policy_at(name);
  if (at != principal.identity.inline_policies.end() && equal_ignoring_case(at->name, name)) {
    return at;
  }
  return no_such_entity(
      fmt::format("The {} policy with name {} cannot be found.", principal.kind.word, name));
}

// White space is not counted, and a policy of the same name makes room for the new document.
Status check_size(const Principal& principal, const std::string& name, const std::string& text) {
  std::size_t total = counted_size(text);
  for (const InlinePolicy& policy : principal.identity.inline_policies) {
    if (!equal_ignoring_case(policy.name, name)) total += counted_size(policy.document);
  }
  const std::size_t most = principal.kind.inline_policies_max;
  if (total <= most) return {};
  return limit_exceeded(fmt::format("Maximum policy size of {} bytes exceeded for {} {}", most,
                                    principal.kind.word, principal.identity.name));
}

template <class In>
Result<Nothing> put(Call& call, Directory& directory, const In& in) {
  EMU_TRY(const Principal principal, find_principal(directory.account(call.account()), in));
  EMU_CHECK(check_policy(DocumentKind::kPermissions, in.policy_document));
  EMU_CHECK(check_size(principal, in.policy_name, in.policy_document));
  auto& policies = principal.identity.inline_policies;
  const auto at = principal.identity.inline_policy_at(in.policy_name);
  if (at != policies.end() && equal_ignoring_case(at->name, in.policy_name)) {
    at->document = in.policy_document;
  } else {
    policies.insert(at, {.name = in.policy_name, .document = in.policy_document});
  }
  call.subject = in.policy_name;
  directory.changed();
  return Nothing{};
}

template <class In>
Result<typename In::Result> get(Account& account, const In& in) {
  EMU_TRY(const Principal principal, find_principal(account, in));
  EMU_TRY(const auto policy, find_inline_policy(principal, in.policy_name));
  return typename In::Result{principal.identity.name, in.policy_name,
                             percent_encode(policy->document)};
}

template <class In>
Result<typename In::Result> list(Account& account, const In& in) {
  EMU_TRY(const Principal principal, find_principal(account, in));
  std::map<std::string_view, const InlinePolicy*, NameLess> policies;
  for (const InlinePolicy& policy : principal.identity.inline_policies) {
    policies.emplace(policy.name, &policy);
  }
  typename In::Result answer;
  EMU_CHECK(list_page(policies, in, answer, [&](std::string_view name, const InlinePolicy*) {
    answer.policy_names.emplace_back(name);
  }));
  return answer;
}

template <class In>
Result<Nothing> remove(Call& call, Directory& directory, const In& in) {
  EMU_TRY(const Principal principal, find_principal(directory.account(call.account()), in));
  EMU_TRY(const auto policy, find_inline_policy(principal, in.policy_name));
  principal.identity.inline_policies.erase(policy);
  call.subject = in.policy_name;
  directory.changed();
  return Nothing{};
}

}  // namespace

Result<Nothing> Iam::put_role_policy(Call& call, const PutRolePolicy& in) {
  return put(call, directory_, in);
}
Result<Nothing> Iam::put_user_policy(Call& call, const PutUserPolicy& in) {
  return put(call, directory_, in);
}

Result<GetRolePolicyResult> Iam::get_role_policy(Call& call, const GetRolePolicy& in) {
  return get(account(call), in);
}
Result<GetUserPolicyResult> Iam::get_user_policy(Call& call, const GetUserPolicy& in) {
  return get(account(call), in);
}

Result<ListRolePoliciesResult> Iam::list_role_policies(Call& call, const ListRolePolicies& in) {
  return list(account(call), in);
}
Result<ListUserPoliciesResult> Iam::list_user_policies(Call& call, const ListUserPolicies& in) {
  return list(account(call), in);
}

Result<Nothing> Iam::delete_role_policy(Call& call, const DeleteRolePolicy& in) {
  return remove(call, directory_, in);
}
Result<Nothing> Iam::delete_user_policy(Call& call, const DeleteUserPolicy& in) {
  return remove(call, directory_, in);
}

}  // namespace emu::iam
