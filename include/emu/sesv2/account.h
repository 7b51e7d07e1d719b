// What holds for the account in a region. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct SendQuota {
  std::optional<double> max24_hour_send = {};
  std::optional<double> max_send_rate = {};
  std::optional<double> sent_last24_hours = {};
  static void describe(StructureShape<SendQuota>& s);
};

struct SuppressionValidationAttributes {
  SuppressionConditionThreshold condition_threshold;
  static void describe(StructureShape<SuppressionValidationAttributes>& s);
};

struct SuppressionAttributes {
  std::vector<std::string> suppressed_reasons = {};
  std::optional<SuppressionValidationAttributes> validation_attributes = {};
  static void describe(StructureShape<SuppressionAttributes>& s);
};

struct ReviewDetails {
  std::string status = {};
  std::string case_id = {};
  static void describe(StructureShape<ReviewDetails>& s);
};

struct AccountDetails {
  std::string mail_type = {};
  std::string website_url = {};
  std::string contact_language = {};
  std::string use_case_description = {};
  std::vector<std::string> additional_contact_email_addresses = {};
  std::optional<ReviewDetails> review_details = {};
  static void describe(StructureShape<AccountDetails>& s);
};

struct DashboardAttributes {
  std::optional<std::string> engagement_metrics = {};
  static void describe(StructureShape<DashboardAttributes>& s);
};

struct GuardianAttributes {
  std::optional<std::string> optimized_shared_delivery = {};
  static void describe(StructureShape<GuardianAttributes>& s);
};

struct VdmAttributes {
  std::string vdm_enabled;
  std::optional<DashboardAttributes> dashboard_attributes = {};
  std::optional<GuardianAttributes> guardian_attributes = {};
  static void describe(StructureShape<VdmAttributes>& s);
};

struct GetAccountResult {
  std::optional<bool> dedicated_ip_auto_warmup_enabled = {};
  std::string enforcement_status = {};
  std::optional<bool> production_access_enabled = {};
  std::optional<SendQuota> send_quota = {};
  std::optional<bool> sending_enabled = {};
  std::optional<SuppressionAttributes> suppression_attributes = {};
  std::optional<AccountDetails> details = {};
  std::optional<VdmAttributes> vdm_attributes = {};
  static void describe(StructureShape<GetAccountResult>& s);
};

struct GetAccount {
  static constexpr OperationName kOperation{"sesv2", "GetAccount", "GET", "/v2/email/account"};
  using Result = GetAccountResult;
  static void describe(StructureShape<GetAccount>& s);
};

// `production_access_enabled` takes the account out of the sandbox, and false puts it in: then
// recipients have to be verified, and there are 200 of them a day.
struct PutAccountDetails {
  static constexpr OperationName kOperation{"sesv2", "PutAccountDetails", "POST",
                                            "/v2/email/account/details"};
  using Result = Nothing;
  std::string mail_type;
  std::string website_url;
  std::optional<std::string> contact_language = {};
  std::optional<std::string> use_case_description = {};
  std::vector<std::string> additional_contact_email_addresses = {};
  std::optional<bool> production_access_enabled = {};
  static void describe(StructureShape<PutAccountDetails>& s);
};

struct PutAccountSendingAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutAccountSendingAttributes", "PUT",
                                            "/v2/email/account/sending"};
  using Result = Nothing;
  std::optional<bool> sending_enabled = {};
  static void describe(StructureShape<PutAccountSendingAttributes>& s);
};

// For which reasons an address of the suppression list is not sent to: "BOUNCE", "COMPLAINT".
struct PutAccountSuppressionAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutAccountSuppressionAttributes", "PUT",
                                            "/v2/email/account/suppression"};
  using Result = Nothing;
  std::vector<std::string> suppressed_reasons = {};
  std::optional<SuppressionValidationAttributes> validation_attributes = {};
  static void describe(StructureShape<PutAccountSuppressionAttributes>& s);
};

struct PutAccountVdmAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutAccountVdmAttributes", "PUT",
                                            "/v2/email/account/vdm"};
  using Result = Nothing;
  VdmAttributes vdm_attributes;
  static void describe(StructureShape<PutAccountVdmAttributes>& s);
};

struct PutAccountDedicatedIpWarmupAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutAccountDedicatedIpWarmupAttributes", "PUT",
                                            "/v2/email/account/dedicated-ips/warmup"};
  using Result = Nothing;
  std::optional<bool> auto_warmup_enabled = {};
  static void describe(StructureShape<PutAccountDedicatedIpWarmupAttributes>& s);
};

}  // namespace emu::sesv2
