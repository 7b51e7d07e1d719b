#include <emu/describe.h>
#include <emu/sesv2/identities.h>

namespace emu::sesv2 {

void DkimSigningAttributes::describe(StructureShape<DkimSigningAttributes>& s) {
  s.member("DomainSigningSelector", &DkimSigningAttributes::domain_signing_selector).range(1, 63);
  s.member("DomainSigningPrivateKey", &DkimSigningAttributes::domain_signing_private_key)
      .range(1, 20480);
  s.member("NextSigningKeyLength", &DkimSigningAttributes::next_signing_key_length)
      .one_of({"RSA_1024_BIT", "RSA_2048_BIT"});
  s.member("DomainSigningAttributesOrigin",
           &DkimSigningAttributes::domain_signing_attributes_origin)
      .one_of({"AWS_SES",
               "EXTERNAL",
               "AWS_SES_AF_SOUTH_1",
               "AWS_SES_EU_NORTH_1",
               "AWS_SES_AP_SOUTH_1",
               "AWS_SES_EU_WEST_3",
               "AWS_SES_EU_WEST_2",
               "AWS_SES_EU_SOUTH_1",
               "AWS_SES_EU_WEST_1",
               "AWS_SES_AP_NORTHEAST_3",
               "AWS_SES_AP_NORTHEAST_2",
               "AWS_SES_ME_SOUTH_1",
               "AWS_SES_AP_NORTHEAST_1",
               "AWS_SES_IL_CENTRAL_1",
               "AWS_SES_SA_EAST_1",
               "AWS_SES_CA_CENTRAL_1",
               "AWS_SES_AP_SOUTHEAST_1",
               "AWS_SES_AP_SOUTHEAST_2",
               "AWS_SES_AP_SOUTHEAST_3",
               "AWS_SES_EU_CENTRAL_1",
               "AWS_SES_US_EAST_1",
               "AWS_SES_US_EAST_2",
               "AWS_SES_US_WEST_1",
               "AWS_SES_US_WEST_2",
               "AWS_SES_ME_CENTRAL_1",
               "AWS_SES_AP_SOUTH_2",
               "AWS_SES_EU_CENTRAL_2",
               "AWS_SES_AP_SOUTHEAST_5",
               "AWS_SES_CA_WEST_1"});
}

void DkimAttributes::describe(StructureShape<DkimAttributes>& s) {
  s.member("SigningEnabled", &DkimAttributes::signing_enabled);
  s.member("Status", &DkimAttributes::status);
  s.member("Tokens", &DkimAttributes::tokens);
  s.member("SigningHostedZone", &DkimAttributes::signing_hosted_zone);
  s.member("SigningAttributesOrigin", &DkimAttributes::signing_attributes_origin);
  s.member("NextSigningKeyLength", &DkimAttributes::next_signing_key_length);
  s.member("CurrentSigningKeyLength", &DkimAttributes::current_signing_key_length);
  s.member("LastKeyGenerationTimestamp", &DkimAttributes::last_key_generation_timestamp);
}

void CreateEmailIdentityResult::describe(StructureShape<CreateEmailIdentityResult>& s) {
  s.member("IdentityType", &CreateEmailIdentityResult::identity_type);
  s.member("VerifiedForSendingStatus", &CreateEmailIdentityResult::verified_for_sending_status);
  s.member("DkimAttributes", &CreateEmailIdentityResult::dkim_attributes);
}

void CreateEmailIdentity::describe(StructureShape<CreateEmailIdentity>& s) {
  s.member("EmailIdentity", &CreateEmailIdentity::email_identity).required().at_least(1);
  s.member("Tags", &CreateEmailIdentity::tags);
  s.member("DkimSigningAttributes", &CreateEmailIdentity::dkim_signing_attributes);
  s.member("ConfigurationSetName", &CreateEmailIdentity::configuration_set_name);
}

void MailFromAttributes::describe(StructureShape<MailFromAttributes>& s) {
  s.member("MailFromDomain", &MailFromAttributes::mail_from_domain);
  s.member("MailFromDomainStatus", &MailFromAttributes::mail_from_domain_status);
  s.member("BehaviorOnMxFailure", &MailFromAttributes::behavior_on_mx_failure);
}

void SoaRecord::describe(StructureShape<SoaRecord>& s) {
  s.member("PrimaryNameServer", &SoaRecord::primary_name_server);
  s.member("AdminEmail", &SoaRecord::admin_email);
  s.member("SerialNumber", &SoaRecord::serial_number);
}

void VerificationInfo::describe(StructureShape<VerificationInfo>& s) {
  s.member("LastCheckedTimestamp", &VerificationInfo::last_checked_timestamp);
  s.member("LastSuccessTimestamp", &VerificationInfo::last_success_timestamp);
  s.member("ErrorType", &VerificationInfo::error_type);
  s.member("SOARecord", &VerificationInfo::soa_record);
}

void GetEmailIdentityResult::describe(StructureShape<GetEmailIdentityResult>& s) {
  s.member("IdentityType", &GetEmailIdentityResult::identity_type);
  s.member("FeedbackForwardingStatus", &GetEmailIdentityResult::feedback_forwarding_status);
  s.member("VerifiedForSendingStatus", &GetEmailIdentityResult::verified_for_sending_status);
  s.member("DkimAttributes", &GetEmailIdentityResult::dkim_attributes);
  s.member("MailFromAttributes", &GetEmailIdentityResult::mail_from_attributes);
  s.member("Policies", &GetEmailIdentityResult::policies).always();
  s.member("Tags", &GetEmailIdentityResult::tags).always();
  s.member("ConfigurationSetName", &GetEmailIdentityResult::configuration_set_name);
  s.member("VerificationStatus", &GetEmailIdentityResult::verification_status);
  s.member("VerificationInfo", &GetEmailIdentityResult::verification_info);
}

void GetEmailIdentity::describe(StructureShape<GetEmailIdentity>& s) {
  s.member("EmailIdentity", &GetEmailIdentity::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
}

void DeleteEmailIdentity::describe(StructureShape<DeleteEmailIdentity>& s) {
  s.member("EmailIdentity", &DeleteEmailIdentity::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
}

void IdentityInfo::describe(StructureShape<IdentityInfo>& s) {
  s.member("IdentityType", &IdentityInfo::identity_type);
  s.member("IdentityName", &IdentityInfo::identity_name);
  s.member("SendingEnabled", &IdentityInfo::sending_enabled);
  s.member("VerificationStatus", &IdentityInfo::verification_status);
}

void ListEmailIdentitiesResult::describe(StructureShape<ListEmailIdentitiesResult>& s) {
  s.member("EmailIdentities", &ListEmailIdentitiesResult::email_identities).always();
  s.member("NextToken", &ListEmailIdentitiesResult::next_token);
}

void ListEmailIdentities::describe(StructureShape<ListEmailIdentities>& s) {
  s.member("NextToken", &ListEmailIdentities::next_token).query("NextToken");
  s.member("PageSize", &ListEmailIdentities::page_size).query("PageSize");
}

void PutEmailIdentityDkimAttributes::describe(StructureShape<PutEmailIdentityDkimAttributes>& s) {
  s.member("EmailIdentity", &PutEmailIdentityDkimAttributes::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("SigningEnabled", &PutEmailIdentityDkimAttributes::signing_enabled);
}

void PutEmailIdentityDkimSigningAttributesResult::describe(
    StructureShape<PutEmailIdentityDkimSigningAttributesResult>& s) {
  s.member("DkimStatus", &PutEmailIdentityDkimSigningAttributesResult::dkim_status);
  s.member("DkimTokens", &PutEmailIdentityDkimSigningAttributesResult::dkim_tokens).always();
  s.member("SigningHostedZone", &PutEmailIdentityDkimSigningAttributesResult::signing_hosted_zone);
}

void PutEmailIdentityDkimSigningAttributes::describe(
    StructureShape<PutEmailIdentityDkimSigningAttributes>& s) {
  s.member("EmailIdentity", &PutEmailIdentityDkimSigningAttributes::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("SigningAttributesOrigin",
           &PutEmailIdentityDkimSigningAttributes::signing_attributes_origin)
      .required()
      .one_of({"AWS_SES",
               "EXTERNAL",
               "AWS_SES_AF_SOUTH_1",
               "AWS_SES_EU_NORTH_1",
               "AWS_SES_AP_SOUTH_1",
               "AWS_SES_EU_WEST_3",
               "AWS_SES_EU_WEST_2",
               "AWS_SES_EU_SOUTH_1",
               "AWS_SES_EU_WEST_1",
               "AWS_SES_AP_NORTHEAST_3",
               "AWS_SES_AP_NORTHEAST_2",
               "AWS_SES_ME_SOUTH_1",
               "AWS_SES_AP_NORTHEAST_1",
               "AWS_SES_IL_CENTRAL_1",
               "AWS_SES_SA_EAST_1",
               "AWS_SES_CA_CENTRAL_1",
               "AWS_SES_AP_SOUTHEAST_1",
               "AWS_SES_AP_SOUTHEAST_2",
               "AWS_SES_AP_SOUTHEAST_3",
               "AWS_SES_EU_CENTRAL_1",
               "AWS_SES_US_EAST_1",
               "AWS_SES_US_EAST_2",
               "AWS_SES_US_WEST_1",
               "AWS_SES_US_WEST_2",
               "AWS_SES_ME_CENTRAL_1",
               "AWS_SES_AP_SOUTH_2",
               "AWS_SES_EU_CENTRAL_2",
               "AWS_SES_AP_SOUTHEAST_5",
               "AWS_SES_CA_WEST_1"});
  s.member("SigningAttributes", &PutEmailIdentityDkimSigningAttributes::signing_attributes);
}

void PutEmailIdentityFeedbackAttributes::describe(
    StructureShape<PutEmailIdentityFeedbackAttributes>& s) {
  s.member("EmailIdentity", &PutEmailIdentityFeedbackAttributes::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("EmailForwardingEnabled", &PutEmailIdentityFeedbackAttributes::email_forwarding_enabled);
}

void PutEmailIdentityMailFromAttributes::describe(
    StructureShape<PutEmailIdentityMailFromAttributes>& s) {
  s.member("EmailIdentity", &PutEmailIdentityMailFromAttributes::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("MailFromDomain", &PutEmailIdentityMailFromAttributes::mail_from_domain);
  s.member("BehaviorOnMxFailure", &PutEmailIdentityMailFromAttributes::behavior_on_mx_failure)
      .one_of({"USE_DEFAULT_VALUE", "REJECT_MESSAGE"});
}

void PutEmailIdentityConfigurationSetAttributes::describe(
    StructureShape<PutEmailIdentityConfigurationSetAttributes>& s) {
  s.member("EmailIdentity", &PutEmailIdentityConfigurationSetAttributes::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("ConfigurationSetName",
           &PutEmailIdentityConfigurationSetAttributes::configuration_set_name);
}

void CreateEmailIdentityPolicy::describe(StructureShape<CreateEmailIdentityPolicy>& s) {
  s.member("EmailIdentity", &CreateEmailIdentityPolicy::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("PolicyName", &CreateEmailIdentityPolicy::policy_name)
      .path("PolicyName")
      .required()
      .range(1, 64);
  s.member("Policy", &CreateEmailIdentityPolicy::policy).required().at_least(1);
}

void UpdateEmailIdentityPolicy::describe(StructureShape<UpdateEmailIdentityPolicy>& s) {
  s.member("EmailIdentity", &UpdateEmailIdentityPolicy::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("PolicyName", &UpdateEmailIdentityPolicy::policy_name)
      .path("PolicyName")
      .required()
      .range(1, 64);
  s.member("Policy", &UpdateEmailIdentityPolicy::policy).required().at_least(1);
}

void DeleteEmailIdentityPolicy::describe(StructureShape<DeleteEmailIdentityPolicy>& s) {
  s.member("EmailIdentity", &DeleteEmailIdentityPolicy::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
  s.member("PolicyName", &DeleteEmailIdentityPolicy::policy_name)
      .path("PolicyName")
      .required()
      .range(1, 64);
}

void GetEmailIdentityPoliciesResult::describe(StructureShape<GetEmailIdentityPoliciesResult>& s) {
  s.member("Policies", &GetEmailIdentityPoliciesResult::policies).always();
}

void GetEmailIdentityPolicies::describe(StructureShape<GetEmailIdentityPolicies>& s) {
  s.member("EmailIdentity", &GetEmailIdentityPolicies::email_identity)
      .path("EmailIdentity")
      .required()
      .at_least(1);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::DkimSigningAttributes);
EMU_DESCRIBED(sesv2::DkimAttributes);
EMU_DESCRIBED(sesv2::CreateEmailIdentityResult);
EMU_DESCRIBED_OPERATION(sesv2::CreateEmailIdentity);
EMU_DESCRIBED(sesv2::MailFromAttributes);
EMU_DESCRIBED(sesv2::SoaRecord);
EMU_DESCRIBED(sesv2::VerificationInfo);
EMU_DESCRIBED(sesv2::GetEmailIdentityResult);
EMU_DESCRIBED_OPERATION(sesv2::GetEmailIdentity);
EMU_DESCRIBED_OPERATION(sesv2::DeleteEmailIdentity);
EMU_DESCRIBED(sesv2::IdentityInfo);
EMU_DESCRIBED(sesv2::ListEmailIdentitiesResult);
EMU_DESCRIBED_OPERATION(sesv2::ListEmailIdentities);
EMU_DESCRIBED_OPERATION(sesv2::PutEmailIdentityDkimAttributes);
EMU_DESCRIBED(sesv2::PutEmailIdentityDkimSigningAttributesResult);
EMU_DESCRIBED_OPERATION(sesv2::PutEmailIdentityDkimSigningAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutEmailIdentityFeedbackAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutEmailIdentityMailFromAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutEmailIdentityConfigurationSetAttributes);
EMU_DESCRIBED_OPERATION(sesv2::CreateEmailIdentityPolicy);
EMU_DESCRIBED_OPERATION(sesv2::UpdateEmailIdentityPolicy);
EMU_DESCRIBED_OPERATION(sesv2::DeleteEmailIdentityPolicy);
EMU_DESCRIBED(sesv2::GetEmailIdentityPoliciesResult);
EMU_DESCRIBED_OPERATION(sesv2::GetEmailIdentityPolicies);
}  // namespace emu
