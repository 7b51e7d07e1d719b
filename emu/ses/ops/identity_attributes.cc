// What identities say of themselves. Those that are not there are left out of an answer.
#include "ses/service.h"

namespace emu::ses {

Result<GetIdentityVerificationAttributesResult> Ses::get_identity_verification_attributes(
    Call& call, const GetIdentityVerificationAttributes& in) {
  GetIdentityVerificationAttributesResult out;
  for (const std::string& name : in.identities) {
    const StoredIdentity* identity = backend_.find_identity(call, name);
    if (identity == nullptr) continue;
    out.verification_attributes[name] = {.verification_status = std::string(kSuccess),
                                         .verification_token = identity->verification_token};
  }
  return out;
}

Result<SetIdentityDkimEnabledResult> Ses::set_identity_dkim_enabled(
    Call& call, const SetIdentityDkimEnabled& in) {
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  identity->has_dkim = in.dkim_enabled;
  return SetIdentityDkimEnabledResult{};
}

Result<GetIdentityDkimAttributesResult> Ses::get_identity_dkim_attributes(
    Call& call, const GetIdentityDkimAttributes& in) {
  GetIdentityDkimAttributesResult out;
  for (const std::string& name : in.identities) {
    const StoredIdentity* identity = backend_.find_identity(call, name);
    if (identity == nullptr) continue;
    out.dkim_attributes[name] = {
        .dkim_enabled = identity->has_dkim,
        .dkim_verification_status = identity->is_domain ? "Success" : "NotStarted",
        .dkim_tokens = identity->dkim_tokens};
  }
  return out;
}

Result<SetIdentityMailFromDomainResult> Ses::set_identity_mail_from_domain(
    Call& call, const SetIdentityMailFromDomain& in) {
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  EMU_CHECK(Backend::set_mail_from(*identity, in.mail_from_domain.value_or(std::string()),
                                   in.behavior_on_mx_failure.value_or("UseDefaultValue")));
  return SetIdentityMailFromDomainResult{};
}

Result<GetIdentityMailFromDomainAttributesResult> Ses::get_identity_mail_from_domain_attributes(
    Call& call, const GetIdentityMailFromDomainAttributes& in) {
  GetIdentityMailFromDomainAttributesResult out;
  for (const std::string& name : in.identities) {
    const StoredIdentity* identity = backend_.find_identity(call, name);
    if (identity == nullptr) continue;
    auto& attributes = out.mail_from_domain_attributes[name];
    attributes.behavior_on_mx_failure = identity->behavior_on_mx_failure;
    if (identity->mail_from_domain.empty()) continue;
    attributes.mail_from_domain = identity->mail_from_domain;
    attributes.mail_from_domain_status = kSuccess;
  }
  return out;
}

}  // namespace emu::ses
