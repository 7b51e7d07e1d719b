#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

AccountDetails details_of(const ses::AccountDetails& details) {
  return {.mail_type = details.mail_type,
          .website_url = details.website_url,
          .contact_language = details.contact_language,
          .use_case_description = details.use_case_description,
          .additional_contact_email_addresses = details.contacts,
          .review_details = ReviewDetails{.status = "GRANTED"}};
}

std::optional<VdmAttributes> vdm_of(const ses::RegionState& state) {
  if (state.vdm_enabled.empty()) return std::nullopt;
  VdmAttributes out{.vdm_enabled = state.vdm_enabled};
  if (!state.vdm_dashboard.empty()) {
    out.dashboard_attributes = DashboardAttributes{.engagement_metrics = state.vdm_dashboard};
  }
  if (!state.vdm_guardian.empty()) {
    out.guardian_attributes = GuardianAttributes{.optimized_shared_delivery = state.vdm_guardian};
  }
  return out;
}

}  // namespace

Result<GetAccountResult> SesV2::get_account(Call& call, const GetAccount&) {
  ses::RegionState& state = backend_.state(call);
  GetAccountResult out{.dedicated_ip_auto_warmup_enabled = state.warms_up_dedicated_ips,
                       .enforcement_status = "HEALTHY",
                       .production_access_enabled = state.has_production_access};
  out.send_quota =
      SendQuota{.max24_hour_send = backend_.daily_quota(call),
                .max_send_rate = backend_.send_rate(call),
                .sent_last24_hours = static_cast<double>(state.sent.last_day(backend_.now()))};
  out.sending_enabled = state.is_sending_enabled;
  out.suppression_attributes =
      SuppressionAttributes{.suppressed_reasons = state.suppressed_reasons};
  if (state.has_details) out.details = details_of(state.details);
  out.vdm_attributes = vdm_of(state);
  return out;
}

// Access to production is granted and taken away at once.
Result<Nothing> SesV2::put_account_details(Call& call, const PutAccountDetails& in) {
  ses::RegionState& state = backend_.state(call);
  state.has_details = true;
  state.details = {.mail_type = in.mail_type,
                   .website_url = in.website_url,
                   .contact_language = in.contact_language.value_or("EN"),
                   .use_case_description = in.use_case_description.value_or(std::string()),
                   .contacts = in.additional_contact_email_addresses};
  if (in.production_access_enabled) state.has_production_access = *in.production_access_enabled;
  return Nothing{};
}

Result<Nothing> SesV2::put_account_sending_attributes(Call& call,
                                                      const PutAccountSendingAttributes& in) {
  backend_.state(call).is_sending_enabled = in.sending_enabled.value_or(false);
  return Nothing{};
}

Result<Nothing> SesV2::put_account_suppression_attributes(
    Call& call, const PutAccountSuppressionAttributes& in) {
  backend_.state(call).suppressed_reasons = in.suppressed_reasons;
  return Nothing{};
}

Result<Nothing> SesV2::put_account_vdm_attributes(Call& call, const PutAccountVdmAttributes& in) {
  ses::RegionState& state = backend_.state(call);
  const VdmAttributes& given = in.vdm_attributes;
  state.vdm_enabled = given.vdm_enabled;
  state.vdm_dashboard = given.dashboard_attributes
                            ? given.dashboard_attributes->engagement_metrics.value_or(std::string())
                            : std::string();
  state.vdm_guardian =
      given.guardian_attributes
          ? given.guardian_attributes->optimized_shared_delivery.value_or(std::string())
          : std::string();
  return Nothing{};
}

Result<Nothing> SesV2::put_account_dedicated_ip_warmup_attributes(
    Call& call, const PutAccountDedicatedIpWarmupAttributes& in) {
  backend_.state(call).warms_up_dedicated_ips = in.auto_warmup_enabled.value_or(false);
  return Nothing{};
}

}  // namespace emu::sesv2
