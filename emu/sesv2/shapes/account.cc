#include <emu/describe.h>
#include <emu/sesv2/account.h>

namespace emu::sesv2 {

void SendQuota::describe(StructureShape<SendQuota>& s) {
  s.member("Max24HourSend", &SendQuota::max24_hour_send);
  s.member("MaxSendRate", &SendQuota::max_send_rate);
  s.member("SentLast24Hours", &SendQuota::sent_last24_hours);
}

void SuppressionValidationAttributes::describe(StructureShape<SuppressionValidationAttributes>& s) {
  s.member("ConditionThreshold", &SuppressionValidationAttributes::condition_threshold).required();
}

void SuppressionAttributes::describe(StructureShape<SuppressionAttributes>& s) {
  s.member("SuppressedReasons", &SuppressionAttributes::suppressed_reasons);
  s.member("ValidationAttributes", &SuppressionAttributes::validation_attributes);
}

void ReviewDetails::describe(StructureShape<ReviewDetails>& s) {
  s.member("Status", &ReviewDetails::status);
  s.member("CaseId", &ReviewDetails::case_id);
}

void AccountDetails::describe(StructureShape<AccountDetails>& s) {
  s.member("MailType", &AccountDetails::mail_type);
  s.member("WebsiteURL", &AccountDetails::website_url);
  s.member("ContactLanguage", &AccountDetails::contact_language);
  s.member("UseCaseDescription", &AccountDetails::use_case_description);
  s.member("AdditionalContactEmailAddresses", &AccountDetails::additional_contact_email_addresses);
  s.member("ReviewDetails", &AccountDetails::review_details);
}

void DashboardAttributes::describe(StructureShape<DashboardAttributes>& s) {
  s.member("EngagementMetrics", &DashboardAttributes::engagement_metrics)
      .one_of({"ENABLED", "DISABLED"});
}

void GuardianAttributes::describe(StructureShape<GuardianAttributes>& s) {
  s.member("OptimizedSharedDelivery", &GuardianAttributes::optimized_shared_delivery)
      .one_of({"ENABLED", "DISABLED"});
}

void VdmAttributes::describe(StructureShape<VdmAttributes>& s) {
  s.member("VdmEnabled", &VdmAttributes::vdm_enabled).required().one_of({"ENABLED", "DISABLED"});
  s.member("DashboardAttributes", &VdmAttributes::dashboard_attributes);
  s.member("GuardianAttributes", &VdmAttributes::guardian_attributes);
}

void GetAccountResult::describe(StructureShape<GetAccountResult>& s) {
  s.member("DedicatedIpAutoWarmupEnabled", &GetAccountResult::dedicated_ip_auto_warmup_enabled);
  s.member("EnforcementStatus", &GetAccountResult::enforcement_status);
  s.member("ProductionAccessEnabled", &GetAccountResult::production_access_enabled);
  s.member("SendQuota", &GetAccountResult::send_quota);
  s.member("SendingEnabled", &GetAccountResult::sending_enabled);
  s.member("SuppressionAttributes", &GetAccountResult::suppression_attributes);
  s.member("Details", &GetAccountResult::details);
  s.member("VdmAttributes", &GetAccountResult::vdm_attributes);
}

void GetAccount::describe(StructureShape<GetAccount>&) {}

void PutAccountDetails::describe(StructureShape<PutAccountDetails>& s) {
  s.member("MailType", &PutAccountDetails::mail_type)
      .required()
      .one_of({"MARKETING", "TRANSACTIONAL"});
  s.member("WebsiteURL", &PutAccountDetails::website_url).required().range(1, 1000);
  s.member("ContactLanguage", &PutAccountDetails::contact_language).one_of({"EN", "JA"});
  s.member("UseCaseDescription", &PutAccountDetails::use_case_description).range(0, 5000);
  s.member("AdditionalContactEmailAddresses",
           &PutAccountDetails::additional_contact_email_addresses)
      .range(1, 4)
      .each({.min = 6, .max = 254});
  s.member("ProductionAccessEnabled", &PutAccountDetails::production_access_enabled);
}

void PutAccountSendingAttributes::describe(StructureShape<PutAccountSendingAttributes>& s) {
  s.member("SendingEnabled", &PutAccountSendingAttributes::sending_enabled);
}

void PutAccountSuppressionAttributes::describe(StructureShape<PutAccountSuppressionAttributes>& s) {
  s.member("SuppressedReasons", &PutAccountSuppressionAttributes::suppressed_reasons)
      .each({.values = {"BOUNCE", "COMPLAINT"}});
  s.member("ValidationAttributes", &PutAccountSuppressionAttributes::validation_attributes);
}

void PutAccountVdmAttributes::describe(StructureShape<PutAccountVdmAttributes>& s) {
  s.member("VdmAttributes", &PutAccountVdmAttributes::vdm_attributes).required();
}

void PutAccountDedicatedIpWarmupAttributes::describe(
    StructureShape<PutAccountDedicatedIpWarmupAttributes>& s) {
  s.member("AutoWarmupEnabled", &PutAccountDedicatedIpWarmupAttributes::auto_warmup_enabled);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::SendQuota);
EMU_DESCRIBED(sesv2::SuppressionValidationAttributes);
EMU_DESCRIBED(sesv2::SuppressionAttributes);
EMU_DESCRIBED(sesv2::ReviewDetails);
EMU_DESCRIBED(sesv2::AccountDetails);
EMU_DESCRIBED(sesv2::DashboardAttributes);
EMU_DESCRIBED(sesv2::GuardianAttributes);
EMU_DESCRIBED(sesv2::VdmAttributes);
EMU_DESCRIBED(sesv2::GetAccountResult);
EMU_DESCRIBED_OPERATION(sesv2::GetAccount);
EMU_DESCRIBED_OPERATION(sesv2::PutAccountDetails);
EMU_DESCRIBED_OPERATION(sesv2::PutAccountSendingAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutAccountSuppressionAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutAccountVdmAttributes);
EMU_DESCRIBED_OPERATION(sesv2::PutAccountDedicatedIpWarmupAttributes);
}  // namespace emu
