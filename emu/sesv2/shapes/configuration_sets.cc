#include <emu/describe.h>
#include <emu/sesv2/configuration_sets.h>

namespace emu::sesv2 {

void TrackingOptions::describe(StructureShape<TrackingOptions>& s) {
  s.member("CustomRedirectDomain", &TrackingOptions::custom_redirect_domain).required();
  s.member("HttpsPolicy", &TrackingOptions::https_policy)
      .one_of({"REQUIRE", "REQUIRE_OPEN_ONLY", "OPTIONAL"});
}

void DeliveryOptions::describe(StructureShape<DeliveryOptions>& s) {
  s.member("TlsPolicy", &DeliveryOptions::tls_policy).one_of({"REQUIRE", "OPTIONAL"});
  s.member("SendingPoolName", &DeliveryOptions::sending_pool_name);
  s.member("MaxDeliverySeconds", &DeliveryOptions::max_delivery_seconds).range(300, 50400);
}

void ReputationOptions::describe(StructureShape<ReputationOptions>& s) {
  s.member("ReputationMetricsEnabled", &ReputationOptions::reputation_metrics_enabled);
  s.member("LastFreshStart", &ReputationOptions::last_fresh_start);
}

void SendingOptions::describe(StructureShape<SendingOptions>& s) {
  s.member("SendingEnabled", &SendingOptions::sending_enabled);
}

void SuppressionValidationOptions::describe(StructureShape<SuppressionValidationOptions>& s) {
  s.member("ConditionThreshold", &SuppressionValidationOptions::condition_threshold).required();
}

void SuppressionOptions::describe(StructureShape<SuppressionOptions>& s) {
  s.member("SuppressedReasons", &SuppressionOptions::suppressed_reasons)
      .each({.values = {"BOUNCE", "COMPLAINT"}});
  s.member("ValidationOptions", &SuppressionOptions::validation_options);
}

void DashboardOptions::describe(StructureShape<DashboardOptions>& s) {
  s.member("EngagementMetrics", &DashboardOptions::engagement_metrics)
      .one_of({"ENABLED", "DISABLED"});
}

void GuardianOptions::describe(StructureShape<GuardianOptions>& s) {
  s.member("OptimizedSharedDelivery", &GuardianOptions::optimized_shared_delivery)
      .one_of({"ENABLED", "DISABLED"});
}

void VdmOptions::describe(StructureShape<VdmOptions>& s) {
  s.member("DashboardOptions", &VdmOptions::dashboard_options);
  s.member("GuardianOptions", &VdmOptions::guardian_options);
}

void ArchivingOptions::describe(StructureShape<ArchivingOptions>& s) {
  s.member("ArchiveArn", &ArchivingOptions::archive_arn).range(20, 1011);
}

void CreateConfigurationSet::describe(StructureShape<CreateConfigurationSet>& s) {
  s.member("ConfigurationSetName", &CreateConfigurationSet::configuration_set_name).required();
  s.member("TrackingOptions", &CreateConfigurationSet::tracking_options);
  s.member("DeliveryOptions", &CreateConfigurationSet::delivery_options);
  s.member("ReputationOptions", &CreateConfigurationSet::reputation_options);
  s.member("SendingOptions", &CreateConfigurationSet::sending_options);
  s.member("Tags", &CreateConfigurationSet::tags);
  s.member("SuppressionOptions", &CreateConfigurationSet::suppression_options);
  s.member("VdmOptions", &CreateConfigurationSet::vdm_options);
  s.member("ArchivingOptions", &CreateConfigurationSet::archiving_options);
}

void GetConfigurationSetResult::describe(StructureShape<GetConfigurationSetResult>& s) {
  s.member("ConfigurationSetName", &GetConfigurationSetResult::configuration_set_name);
  s.member("TrackingOptions", &GetConfigurationSetResult::tracking_options);
  s.member("DeliveryOptions", &GetConfigurationSetResult::delivery_options);
  s.member("ReputationOptions", &GetConfigurationSetResult::reputation_options);
  s.member("SendingOptions", &GetConfigurationSetResult::sending_options);
  s.member("Tags", &GetConfigurationSetResult::tags).always();
  s.member("SuppressionOptions", &GetConfigurationSetResult::suppression_options);
  s.member("VdmOptions", &GetConfigurationSetResult::vdm_options);
  s.member("ArchivingOptions", &GetConfigurationSetResult::archiving_options);
}

void GetConfigurationSet::describe(StructureShape<GetConfigurationSet>& s) {
  s.member("ConfigurationSetName", &GetConfigurationSet::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
}

void DeleteConfigurationSet::describe(StructureShape<DeleteConfigurationSet>& s) {
  s.member("ConfigurationSetName", &DeleteConfigurationSet::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
}

void ListConfigurationSetsResult::describe(StructureShape<ListConfigurationSetsResult>& s) {
  s.member("ConfigurationSets", &ListConfigurationSetsResult::configuration_sets).always();
  s.member("NextToken", &ListConfigurationSetsResult::next_token);
}

void ListConfigurationSets::describe(StructureShape<ListConfigurationSets>& s) {
  s.member("NextToken", &ListConfigurationSets::next_token).query("NextToken");
  s.member("PageSize", &ListConfigurationSets::page_size).query("PageSize");
}

void PutConfigurationSetDeliveryOptions::describe(
    StructureShape<PutConfigurationSetDeliveryOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetDeliveryOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("TlsPolicy", &PutConfigurationSetDeliveryOptions::tls_policy)
      .one_of({"REQUIRE", "OPTIONAL"});
  s.member("SendingPoolName", &PutConfigurationSetDeliveryOptions::sending_pool_name);
  s.member("MaxDeliverySeconds", &PutConfigurationSetDeliveryOptions::max_delivery_seconds)
      .range(300, 50400);
}

void PutConfigurationSetReputationOptions::describe(
    StructureShape<PutConfigurationSetReputationOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetReputationOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("ReputationMetricsEnabled",
           &PutConfigurationSetReputationOptions::reputation_metrics_enabled);
}

void PutConfigurationSetSendingOptions::describe(
    StructureShape<PutConfigurationSetSendingOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetSendingOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("SendingEnabled", &PutConfigurationSetSendingOptions::sending_enabled);
}

void PutConfigurationSetSuppressionOptions::describe(
    StructureShape<PutConfigurationSetSuppressionOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetSuppressionOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("SuppressedReasons", &PutConfigurationSetSuppressionOptions::suppressed_reasons)
      .each({.values = {"BOUNCE", "COMPLAINT"}});
  s.member("ValidationOptions", &PutConfigurationSetSuppressionOptions::validation_options);
}

void PutConfigurationSetTrackingOptions::describe(
    StructureShape<PutConfigurationSetTrackingOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetTrackingOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("CustomRedirectDomain", &PutConfigurationSetTrackingOptions::custom_redirect_domain);
  s.member("HttpsPolicy", &PutConfigurationSetTrackingOptions::https_policy)
      .one_of({"REQUIRE", "REQUIRE_OPEN_ONLY", "OPTIONAL"});
}

void PutConfigurationSetVdmOptions::describe(StructureShape<PutConfigurationSetVdmOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetVdmOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("VdmOptions", &PutConfigurationSetVdmOptions::vdm_options);
}

void PutConfigurationSetArchivingOptions::describe(
    StructureShape<PutConfigurationSetArchivingOptions>& s) {
  s.member("ConfigurationSetName", &PutConfigurationSetArchivingOptions::configuration_set_name)
      .path("ConfigurationSetName")
      .required();
  s.member("ArchiveArn", &PutConfigurationSetArchivingOptions::archive_arn).range(20, 1011);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::TrackingOptions);
EMU_DESCRIBED(sesv2::DeliveryOptions);
EMU_DESCRIBED(sesv2::ReputationOptions);
EMU_DESCRIBED(sesv2::SendingOptions);
EMU_DESCRIBED(sesv2::SuppressionValidationOptions);
EMU_DESCRIBED(sesv2::SuppressionOptions);
EMU_DESCRIBED(sesv2::DashboardOptions);
EMU_DESCRIBED(sesv2::GuardianOptions);
EMU_DESCRIBED(sesv2::VdmOptions);
EMU_DESCRIBED(sesv2::ArchivingOptions);
EMU_DESCRIBED_OPERATION(sesv2::CreateConfigurationSet);
EMU_DESCRIBED(sesv2::GetConfigurationSetResult);
EMU_DESCRIBED_OPERATION(sesv2::GetConfigurationSet);
EMU_DESCRIBED_OPERATION(sesv2::DeleteConfigurationSet);
EMU_DESCRIBED(sesv2::ListConfigurationSetsResult);
EMU_DESCRIBED_OPERATION(sesv2::ListConfigurationSets);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetDeliveryOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetReputationOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetSendingOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetSuppressionOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetTrackingOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetVdmOptions);
EMU_DESCRIBED_OPERATION(sesv2::PutConfigurationSetArchivingOptions);
}  // namespace emu
