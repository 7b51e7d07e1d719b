// Configuration sets: how mail is sent. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct TrackingOptions {
  std::string custom_redirect_domain;
  std::optional<std::string> https_policy = {};
  static void describe(StructureShape<TrackingOptions>& s);
};

struct DeliveryOptions {
  std::optional<std::string> tls_policy = {};
  std::optional<std::string> sending_pool_name = {};
  std::optional<std::int64_t> max_delivery_seconds = {};
  static void describe(StructureShape<DeliveryOptions>& s);
};

struct ReputationOptions {
  std::optional<bool> reputation_metrics_enabled = {};
  std::optional<Time> last_fresh_start = {};
  static void describe(StructureShape<ReputationOptions>& s);
};

struct SendingOptions {
  std::optional<bool> sending_enabled = {};
  static void describe(StructureShape<SendingOptions>& s);
};

struct SuppressionValidationOptions {
  SuppressionConditionThreshold condition_threshold;
  static void describe(StructureShape<SuppressionValidationOptions>& s);
};

struct SuppressionOptions {
  std::vector<std::string> suppressed_reasons = {};
  std::optional<SuppressionValidationOptions> validation_options = {};
  static void describe(StructureShape<SuppressionOptions>& s);
};

struct DashboardOptions {
  std::optional<std::string> engagement_metrics = {};
  static void describe(StructureShape<DashboardOptions>& s);
};

struct GuardianOptions {
  std::optional<std::string> optimized_shared_delivery = {};
  static void describe(StructureShape<GuardianOptions>& s);
};

struct VdmOptions {
  std::optional<DashboardOptions> dashboard_options = {};
  std::optional<GuardianOptions> guardian_options = {};
  static void describe(StructureShape<VdmOptions>& s);
};

struct ArchivingOptions {
  std::optional<std::string> archive_arn = {};
  static void describe(StructureShape<ArchivingOptions>& s);
};

struct CreateConfigurationSet {
  static constexpr OperationName kOperation{"sesv2", "CreateConfigurationSet", "POST",
                                            "/v2/email/configuration-sets"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<TrackingOptions> tracking_options = {};
  std::optional<DeliveryOptions> delivery_options = {};
  std::optional<ReputationOptions> reputation_options = {};
  std::optional<SendingOptions> sending_options = {};
  std::vector<Tag> tags = {};
  std::optional<SuppressionOptions> suppression_options = {};
  std::optional<VdmOptions> vdm_options = {};
  std::optional<ArchivingOptions> archiving_options = {};
  static void describe(StructureShape<CreateConfigurationSet>& s);
};

struct GetConfigurationSetResult {
  std::string configuration_set_name = {};
  std::optional<TrackingOptions> tracking_options = {};
  std::optional<DeliveryOptions> delivery_options = {};
  std::optional<ReputationOptions> reputation_options = {};
  std::optional<SendingOptions> sending_options = {};
  std::vector<Tag> tags = {};
  std::optional<SuppressionOptions> suppression_options = {};
  std::optional<VdmOptions> vdm_options = {};
  std::optional<ArchivingOptions> archiving_options = {};
  static void describe(StructureShape<GetConfigurationSetResult>& s);
};

struct GetConfigurationSet {
  static constexpr OperationName kOperation{"sesv2", "GetConfigurationSet", "GET",
                                            "/v2/email/configuration-sets/{ConfigurationSetName}"};
  using Result = GetConfigurationSetResult;
  std::string configuration_set_name;
  static void describe(StructureShape<GetConfigurationSet>& s);
};

struct DeleteConfigurationSet {
  static constexpr OperationName kOperation{"sesv2", "DeleteConfigurationSet", "DELETE",
                                            "/v2/email/configuration-sets/{ConfigurationSetName}"};
  using Result = Nothing;
  std::string configuration_set_name;
  static void describe(StructureShape<DeleteConfigurationSet>& s);
};

struct ListConfigurationSetsResult {
  std::vector<std::string> configuration_sets = {};
  std::string next_token = {};
  static void describe(StructureShape<ListConfigurationSetsResult>& s);
};

struct ListConfigurationSets {
  static constexpr OperationName kOperation{"sesv2", "ListConfigurationSets", "GET",
                                            "/v2/email/configuration-sets"};
  using Result = ListConfigurationSetsResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> page_size = {};
  static void describe(StructureShape<ListConfigurationSets>& s);
};

struct PutConfigurationSetDeliveryOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetDeliveryOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/delivery-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<std::string> tls_policy = {};
  std::optional<std::string> sending_pool_name = {};
  std::optional<std::int64_t> max_delivery_seconds = {};
  static void describe(StructureShape<PutConfigurationSetDeliveryOptions>& s);
};

struct PutConfigurationSetReputationOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetReputationOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/reputation-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<bool> reputation_metrics_enabled = {};
  static void describe(StructureShape<PutConfigurationSetReputationOptions>& s);
};

struct PutConfigurationSetSendingOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetSendingOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/sending"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<bool> sending_enabled = {};
  static void describe(StructureShape<PutConfigurationSetSendingOptions>& s);
};

struct PutConfigurationSetSuppressionOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetSuppressionOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/suppression-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::vector<std::string> suppressed_reasons = {};
  std::optional<SuppressionValidationOptions> validation_options = {};
  static void describe(StructureShape<PutConfigurationSetSuppressionOptions>& s);
};

struct PutConfigurationSetTrackingOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetTrackingOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/tracking-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<std::string> custom_redirect_domain = {};
  std::optional<std::string> https_policy = {};
  static void describe(StructureShape<PutConfigurationSetTrackingOptions>& s);
};

struct PutConfigurationSetVdmOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetVdmOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/vdm-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<VdmOptions> vdm_options = {};
  static void describe(StructureShape<PutConfigurationSetVdmOptions>& s);
};

struct PutConfigurationSetArchivingOptions {
  static constexpr OperationName kOperation{
      "sesv2", "PutConfigurationSetArchivingOptions", "PUT",
      "/v2/email/configuration-sets/{ConfigurationSetName}/archiving-options"};
  using Result = Nothing;
  std::string configuration_set_name;
  std::optional<std::string> archive_arn = {};
  static void describe(StructureShape<PutConfigurationSetArchivingOptions>& s);
};

}  // namespace emu::sesv2
