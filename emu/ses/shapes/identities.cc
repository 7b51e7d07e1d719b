#include <emu/describe.h>
#include <emu/ses/identities.h>

namespace emu::ses {

void VerifyEmailIdentityResult::describe(StructureShape<VerifyEmailIdentityResult>&) {}

void VerifyEmailIdentity::describe(StructureShape<VerifyEmailIdentity>& s) {
  s.member("EmailAddress", &VerifyEmailIdentity::email_address).required();
}

void VerifyEmailAddress::describe(StructureShape<VerifyEmailAddress>& s) {
  s.member("EmailAddress", &VerifyEmailAddress::email_address).required();
}

void VerifyDomainIdentityResult::describe(StructureShape<VerifyDomainIdentityResult>& s) {
  s.member("VerificationToken", &VerifyDomainIdentityResult::verification_token);
}

void VerifyDomainIdentity::describe(StructureShape<VerifyDomainIdentity>& s) {
  s.member("Domain", &VerifyDomainIdentity::domain).required();
}

void VerifyDomainDkimResult::describe(StructureShape<VerifyDomainDkimResult>& s) {
  s.member("DkimTokens", &VerifyDomainDkimResult::dkim_tokens).always();
}

void VerifyDomainDkim::describe(StructureShape<VerifyDomainDkim>& s) {
  s.member("Domain", &VerifyDomainDkim::domain).required();
}

void DeleteIdentityResult::describe(StructureShape<DeleteIdentityResult>&) {}

void DeleteIdentity::describe(StructureShape<DeleteIdentity>& s) {
  s.member("Identity", &DeleteIdentity::identity).required();
}

void DeleteVerifiedEmailAddress::describe(StructureShape<DeleteVerifiedEmailAddress>& s) {
  s.member("EmailAddress", &DeleteVerifiedEmailAddress::email_address).required();
}

void ListIdentitiesResult::describe(StructureShape<ListIdentitiesResult>& s) {
  s.member("Identities", &ListIdentitiesResult::identities).always();
  s.member("NextToken", &ListIdentitiesResult::next_token);
}

void ListIdentities::describe(StructureShape<ListIdentities>& s) {
  s.member("IdentityType", &ListIdentities::identity_type).one_of({"EmailAddress", "Domain"});
  s.member("NextToken", &ListIdentities::next_token);
  s.member("MaxItems", &ListIdentities::max_items);
}

void ListVerifiedEmailAddressesResult::describe(
    StructureShape<ListVerifiedEmailAddressesResult>& s) {
  s.member("VerifiedEmailAddresses", &ListVerifiedEmailAddressesResult::verified_email_addresses)
      .always();
}

void ListVerifiedEmailAddresses::describe(StructureShape<ListVerifiedEmailAddresses>&) {}

void IdentityVerificationAttributes::describe(StructureShape<IdentityVerificationAttributes>& s) {
  s.member("VerificationStatus", &IdentityVerificationAttributes::verification_status);
  s.member("VerificationToken", &IdentityVerificationAttributes::verification_token);
}

void GetIdentityVerificationAttributesResult::describe(
    StructureShape<GetIdentityVerificationAttributesResult>& s) {
  s.member("VerificationAttributes",
           &GetIdentityVerificationAttributesResult::verification_attributes)
      .always();
}

void GetIdentityVerificationAttributes::describe(
    StructureShape<GetIdentityVerificationAttributes>& s) {
  s.member("Identities", &GetIdentityVerificationAttributes::identities).required();
}

void SetIdentityDkimEnabledResult::describe(StructureShape<SetIdentityDkimEnabledResult>&) {}

void SetIdentityDkimEnabled::describe(StructureShape<SetIdentityDkimEnabled>& s) {
  s.member("Identity", &SetIdentityDkimEnabled::identity).required();
  s.member("DkimEnabled", &SetIdentityDkimEnabled::dkim_enabled).required();
}

void IdentityDkimAttributes::describe(StructureShape<IdentityDkimAttributes>& s) {
  s.member("DkimEnabled", &IdentityDkimAttributes::dkim_enabled);
  s.member("DkimVerificationStatus", &IdentityDkimAttributes::dkim_verification_status);
  s.member("DkimTokens", &IdentityDkimAttributes::dkim_tokens);
}

void GetIdentityDkimAttributesResult::describe(StructureShape<GetIdentityDkimAttributesResult>& s) {
  s.member("DkimAttributes", &GetIdentityDkimAttributesResult::dkim_attributes).always();
}

void GetIdentityDkimAttributes::describe(StructureShape<GetIdentityDkimAttributes>& s) {
  s.member("Identities", &GetIdentityDkimAttributes::identities).required();
}

void SetIdentityMailFromDomainResult::describe(StructureShape<SetIdentityMailFromDomainResult>&) {}

void SetIdentityMailFromDomain::describe(StructureShape<SetIdentityMailFromDomain>& s) {
  s.member("Identity", &SetIdentityMailFromDomain::identity).required();
  s.member("MailFromDomain", &SetIdentityMailFromDomain::mail_from_domain);
  s.member("BehaviorOnMXFailure", &SetIdentityMailFromDomain::behavior_on_mx_failure)
      .one_of({"UseDefaultValue", "RejectMessage"});
}

void IdentityMailFromDomainAttributes::describe(
    StructureShape<IdentityMailFromDomainAttributes>& s) {
  s.member("MailFromDomain", &IdentityMailFromDomainAttributes::mail_from_domain);
  s.member("MailFromDomainStatus", &IdentityMailFromDomainAttributes::mail_from_domain_status);
  s.member("BehaviorOnMXFailure", &IdentityMailFromDomainAttributes::behavior_on_mx_failure);
}

void GetIdentityMailFromDomainAttributesResult::describe(
    StructureShape<GetIdentityMailFromDomainAttributesResult>& s) {
  s.member("MailFromDomainAttributes",
           &GetIdentityMailFromDomainAttributesResult::mail_from_domain_attributes)
      .always();
}

void GetIdentityMailFromDomainAttributes::describe(
    StructureShape<GetIdentityMailFromDomainAttributes>& s) {
  s.member("Identities", &GetIdentityMailFromDomainAttributes::identities).required();
}

void PutIdentityPolicyResult::describe(StructureShape<PutIdentityPolicyResult>&) {}

void PutIdentityPolicy::describe(StructureShape<PutIdentityPolicy>& s) {
  s.member("Identity", &PutIdentityPolicy::identity).required();
  s.member("PolicyName", &PutIdentityPolicy::policy_name).required().range(1, 64);
  s.member("Policy", &PutIdentityPolicy::policy).required().at_least(1);
}

void DeleteIdentityPolicyResult::describe(StructureShape<DeleteIdentityPolicyResult>&) {}

void DeleteIdentityPolicy::describe(StructureShape<DeleteIdentityPolicy>& s) {
  s.member("Identity", &DeleteIdentityPolicy::identity).required();
  s.member("PolicyName", &DeleteIdentityPolicy::policy_name).required().range(1, 64);
}

void ListIdentityPoliciesResult::describe(StructureShape<ListIdentityPoliciesResult>& s) {
  s.member("PolicyNames", &ListIdentityPoliciesResult::policy_names).always();
}

void ListIdentityPolicies::describe(StructureShape<ListIdentityPolicies>& s) {
  s.member("Identity", &ListIdentityPolicies::identity).required();
}

void GetIdentityPoliciesResult::describe(StructureShape<GetIdentityPoliciesResult>& s) {
  s.member("Policies", &GetIdentityPoliciesResult::policies).always();
}

void GetIdentityPolicies::describe(StructureShape<GetIdentityPolicies>& s) {
  s.member("Identity", &GetIdentityPolicies::identity).required();
  s.member("PolicyNames", &GetIdentityPolicies::policy_names)
      .required()
      .each({.min = 1, .max = 64});
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::VerifyEmailIdentityResult);
EMU_DESCRIBED_OPERATION(ses::VerifyEmailIdentity);
EMU_DESCRIBED_OPERATION(ses::VerifyEmailAddress);
EMU_DESCRIBED(ses::VerifyDomainIdentityResult);
EMU_DESCRIBED_OPERATION(ses::VerifyDomainIdentity);
EMU_DESCRIBED(ses::VerifyDomainDkimResult);
EMU_DESCRIBED_OPERATION(ses::VerifyDomainDkim);
EMU_DESCRIBED(ses::DeleteIdentityResult);
EMU_DESCRIBED_OPERATION(ses::DeleteIdentity);
EMU_DESCRIBED_OPERATION(ses::DeleteVerifiedEmailAddress);
EMU_DESCRIBED(ses::ListIdentitiesResult);
EMU_DESCRIBED_OPERATION(ses::ListIdentities);
EMU_DESCRIBED(ses::ListVerifiedEmailAddressesResult);
EMU_DESCRIBED_OPERATION(ses::ListVerifiedEmailAddresses);
EMU_DESCRIBED(ses::IdentityVerificationAttributes);
EMU_DESCRIBED(ses::GetIdentityVerificationAttributesResult);
EMU_DESCRIBED_OPERATION(ses::GetIdentityVerificationAttributes);
EMU_DESCRIBED(ses::SetIdentityDkimEnabledResult);
EMU_DESCRIBED_OPERATION(ses::SetIdentityDkimEnabled);
EMU_DESCRIBED(ses::IdentityDkimAttributes);
EMU_DESCRIBED(ses::GetIdentityDkimAttributesResult);
EMU_DESCRIBED_OPERATION(ses::GetIdentityDkimAttributes);
EMU_DESCRIBED(ses::SetIdentityMailFromDomainResult);
EMU_DESCRIBED_OPERATION(ses::SetIdentityMailFromDomain);
EMU_DESCRIBED(ses::IdentityMailFromDomainAttributes);
EMU_DESCRIBED(ses::GetIdentityMailFromDomainAttributesResult);
EMU_DESCRIBED_OPERATION(ses::GetIdentityMailFromDomainAttributes);
EMU_DESCRIBED(ses::PutIdentityPolicyResult);
EMU_DESCRIBED_OPERATION(ses::PutIdentityPolicy);
EMU_DESCRIBED(ses::DeleteIdentityPolicyResult);
EMU_DESCRIBED_OPERATION(ses::DeleteIdentityPolicy);
EMU_DESCRIBED(ses::ListIdentityPoliciesResult);
EMU_DESCRIBED_OPERATION(ses::ListIdentityPolicies);
EMU_DESCRIBED(ses::GetIdentityPoliciesResult);
EMU_DESCRIBED_OPERATION(ses::GetIdentityPolicies);
}  // namespace emu
