#include <fmt/format.h>

#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

Error policy_does_not_exist(const std::string& name) {
  return not_found(fmt::format("Policy {} does not exist.", name));
}

}  // namespace

Result<Nothing> SesV2::create_email_identity_policy(Call& call,
                                                    const CreateEmailIdentityPolicy& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  if (identity->policies.contains(in.policy_name)) {
    return already_exists(fmt::format("Policy {} already exists.", in.policy_name));
  }
  EMU_CHECK(translated(ses::Backend::put_policy(*identity, in.policy_name, in.policy)));
  return Nothing{};
}

Result<Nothing> SesV2::update_email_identity_policy(Call& call,
                                                    const UpdateEmailIdentityPolicy& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  if (!identity->policies.contains(in.policy_name)) return policy_does_not_exist(in.policy_name);
  EMU_CHECK(translated(ses::Backend::put_policy(*identity, in.policy_name, in.policy)));
  return Nothing{};
}

// Source: Amazon SES API v2 Reference, "DeleteEmailIdentityPolicy": a policy that is not there is
// no error.
Result<Nothing> SesV2::delete_email_identity_policy(Call& call,
                                                    const DeleteEmailIdentityPolicy& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  ses::Backend::delete_policy(*identity, in.policy_name);
  return Nothing{};
}

Result<GetEmailIdentityPoliciesResult> SesV2::get_email_identity_policies(
    Call& call, const GetEmailIdentityPolicies& in) {
  EMU_TRY(const ses::StoredIdentity* identity, require_identity(call, in.email_identity));
  return GetEmailIdentityPoliciesResult{
      .policies = {identity->policies.begin(), identity->policies.end()}};
}

}  // namespace emu::sesv2
