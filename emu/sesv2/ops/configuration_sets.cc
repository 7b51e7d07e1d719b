#include <utility>

#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

namespace {

void set_tracking(ses::StoredConfigurationSet& set, std::optional<std::string> domain,
                  const std::optional<std::string>& https_policy) {
  set.redirect_domain = std::move(domain);
  set.https_policy = https_policy.value_or(std::string());
}

template <class Options>
void set_delivery(ses::StoredConfigurationSet& set, const Options& options) {
  set.tls_policy = options.tls_policy.value_or(std::string());
  set.sending_pool = options.sending_pool_name.value_or(std::string());
  set.max_delivery_seconds = options.max_delivery_seconds;
}

void set_vdm(ses::StoredConfigurationSet& set, const std::optional<VdmOptions>& options) {
  set.has_vdm = options.has_value();
  const auto& dashboard = options ? options->dashboard_options : std::nullopt;
  const auto& guardian = options ? options->guardian_options : std::nullopt;
  set.vdm_dashboard = dashboard ? dashboard->engagement_metrics.value_or("") : std::string();
  set.vdm_guardian = guardian ? guardian->optimized_shared_delivery.value_or("") : std::string();
}

std::optional<std::string> unless_blank(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

DeliveryOptions delivery_of(const ses::StoredConfigurationSet& set) {
  return {.tls_policy = set.tls_policy.empty() ? "OPTIONAL" : set.tls_policy,
          .sending_pool_name = unless_blank(set.sending_pool),
          .max_delivery_seconds = set.max_delivery_seconds};
}

VdmOptions vdm_of(const ses::StoredConfigurationSet& set) {
  VdmOptions out;
  if (!set.vdm_dashboard.empty()) {
    out.dashboard_options = DashboardOptions{.engagement_metrics = set.vdm_dashboard};
  }
  if (!set.vdm_guardian.empty()) {
    out.guardian_options = GuardianOptions{.optimized_shared_delivery = set.vdm_guardian};
  }
  return out;
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "CreateConfigurationSet".
Result<Nothing> SesV2::create_configuration_set(Call& call, const CreateConfigurationSet& in) {
  ses::StoredConfigurationSet set{.name = in.configuration_set_name};
  EMU_TRY(set.tags, with_tags({}, in.tags));
  if (in.tracking_options) {
    set_tracking(set, in.tracking_options->custom_redirect_domain,
                 in.tracking_options->https_policy);
  }
  if (in.delivery_options) set_delivery(set, *in.delivery_options);
  if (in.reputation_options) {
    set.has_reputation_metrics = in.reputation_options->reputation_metrics_enabled.value_or(false);
    set.last_fresh_start = in.reputation_options->last_fresh_start;
  }
  if (in.sending_options) {
    set.is_sending_enabled = in.sending_options->sending_enabled.value_or(false);
  }
  if (in.suppression_options) set.suppressed_reasons = in.suppression_options->suppressed_reasons;
  set_vdm(set, in.vdm_options);
  if (in.archiving_options) {
    set.archive_arn = in.archiving_options->archive_arn.value_or(std::string());
  }
  EMU_CHECK(translated(backend_.add_configuration_set(call, std::move(set))));
  return Nothing{};
}

Result<GetConfigurationSetResult> SesV2::get_configuration_set(Call& call,
                                                               const GetConfigurationSet& in) {
  EMU_TRY(const ses::StoredConfigurationSet* set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  GetConfigurationSetResult out{.configuration_set_name = set->name};
  if (set->redirect_domain) {
    out.tracking_options = TrackingOptions{.custom_redirect_domain = *set->redirect_domain,
                                           .https_policy = unless_blank(set->https_policy)};
  }
  out.delivery_options = delivery_of(*set);
  out.reputation_options =
      ReputationOptions{.reputation_metrics_enabled = set->has_reputation_metrics,
                        .last_fresh_start = set->last_fresh_start};
  out.sending_options = SendingOptions{.sending_enabled = set->is_sending_enabled};
  out.tags = tag_list(set->tags);
  if (set->suppressed_reasons) {
    out.suppression_options = SuppressionOptions{.suppressed_reasons = *set->suppressed_reasons};
  }
  if (set->has_vdm) out.vdm_options = vdm_of(*set);
  if (!set->archive_arn.empty()) {
    out.archiving_options = ArchivingOptions{.archive_arn = set->archive_arn};
  }
  return out;
}

Result<Nothing> SesV2::delete_configuration_set(Call& call, const DeleteConfigurationSet& in) {
  EMU_CHECK(translated(backend_.delete_configuration_set(call, in.configuration_set_name)));
  return Nothing{};
}

Result<ListConfigurationSetsResult> SesV2::list_configuration_sets(
    Call& call, const ListConfigurationSets& in) {
  ListConfigurationSetsResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(backend_.state(call).configuration_sets,
                                     {in.next_token, in.page_size},
                                     {.usual = ses::kPageMax, .max = ses::kPageMax},
                                     [&](const ses::StoredConfigurationSet& set) {
                                       out.configuration_sets.push_back(set.name);
                                       return true;
                                     })));
  return out;
}

Result<Nothing> SesV2::put_configuration_set_delivery_options(
    Call& call, const PutConfigurationSetDeliveryOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set_delivery(*set, in);
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_reputation_options(
    Call& call, const PutConfigurationSetReputationOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set->has_reputation_metrics = in.reputation_metrics_enabled.value_or(false);
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_sending_options(
    Call& call, const PutConfigurationSetSendingOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set->set_sending(in.sending_enabled.value_or(false), backend_.now());
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_suppression_options(
    Call& call, const PutConfigurationSetSuppressionOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set->suppressed_reasons = in.suppressed_reasons;
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_tracking_options(
    Call& call, const PutConfigurationSetTrackingOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set_tracking(*set, in.custom_redirect_domain, in.https_policy);
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_vdm_options(Call& call,
                                                         const PutConfigurationSetVdmOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set_vdm(*set, in.vdm_options);
  return Nothing{};
}

Result<Nothing> SesV2::put_configuration_set_archiving_options(
    Call& call, const PutConfigurationSetArchivingOptions& in) {
  EMU_TRY(ses::StoredConfigurationSet * set,
          translated(backend_.find_configuration_set(call, in.configuration_set_name)));
  set->archive_arn = in.archive_arn.value_or(std::string());
  return Nothing{};
}

}  // namespace emu::sesv2
