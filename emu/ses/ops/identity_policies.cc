#include "ses/service.h"

namespace emu::ses {

Result<PutIdentityPolicyResult> Ses::put_identity_policy(Call& call, const PutIdentityPolicy& in) {
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  EMU_CHECK(Backend::put_policy(*identity, in.policy_name, in.policy));
  return PutIdentityPolicyResult{};
}

// Without effect for one that is not there.
Result<DeleteIdentityPolicyResult> Ses::delete_identity_policy(Call& call,
                                                               const DeleteIdentityPolicy& in) {
  StoredIdentity* identity = backend_.find_identity(call, in.identity);
  if (identity != nullptr) Backend::delete_policy(*identity, in.policy_name);
  return DeleteIdentityPolicyResult{};
}

Result<ListIdentityPoliciesResult> Ses::list_identity_policies(Call& call,
                                                               const ListIdentityPolicies& in) {
  ListIdentityPoliciesResult out;
  const StoredIdentity* identity = backend_.find_identity(call, in.identity);
  if (identity == nullptr) return out;
  for (const auto& [name, policy] : identity->policies) out.policy_names.push_back(name);
  return out;
}

Result<GetIdentityPoliciesResult> Ses::get_identity_policies(Call& call,
                                                             const GetIdentityPolicies& in) {
  GetIdentityPoliciesResult out;
  const StoredIdentity* identity = backend_.find_identity(call, in.identity);
  if (identity == nullptr) return out;
  for (const std::string& name : in.policy_names) {
    const auto policy = identity->policies.find(name);
    if (policy != identity->policies.end()) out.policies[name] = policy->second;
  }
  return out;
}

}  // namespace emu::ses
