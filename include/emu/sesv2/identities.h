// Identities of SES: addresses and domains that mail is sent from. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct DkimSigningAttributes {
  std::optional<std::string> domain_signing_selector = {};
  std::optional<std::string> domain_signing_private_key = {};
  std::optional<std::string> next_signing_key_length = {};
  std::optional<std::string> domain_signing_attributes_origin = {};
  static void describe(StructureShape<DkimSigningAttributes>& s);
};

struct DkimAttributes {
  std::optional<bool> signing_enabled = {};
  std::string status = {};
  std::vector<std::string> tokens = {};
  std::string signing_hosted_zone = {};
  std::string signing_attributes_origin = {};
  std::string next_signing_key_length = {};
  std::string current_signing_key_length = {};
  std::optional<Time> last_key_generation_timestamp = {};
  static void describe(StructureShape<DkimAttributes>& s);
};

struct CreateEmailIdentityResult {
  std::string identity_type = {};
  std::optional<bool> verified_for_sending_status = {};
  std::optional<DkimAttributes> dkim_attributes = {};
  static void describe(StructureShape<CreateEmailIdentityResult>& s);
};

// An address or a domain, which is verified at once. AlreadyExistsException.
struct CreateEmailIdentity {
  static constexpr OperationName kOperation{"sesv2", "CreateEmailIdentity", "POST",
                                            "/v2/email/identities"};
  using Result = CreateEmailIdentityResult;
  std::string email_identity;
  std::vector<Tag> tags = {};
  std::optional<DkimSigningAttributes> dkim_signing_attributes = {};
  std::optional<std::string> configuration_set_name = {};
  static void describe(StructureShape<CreateEmailIdentity>& s);
};

struct MailFromAttributes {
  std::string mail_from_domain = {};
  std::string mail_from_domain_status = {};
  std::string behavior_on_mx_failure = {};
  static void describe(StructureShape<MailFromAttributes>& s);
};

struct SoaRecord {
  std::string primary_name_server = {};
  std::string admin_email = {};
  std::optional<std::int64_t> serial_number = {};
  static void describe(StructureShape<SoaRecord>& s);
};

struct VerificationInfo {
  std::optional<Time> last_checked_timestamp = {};
  std::optional<Time> last_success_timestamp = {};
  std::string error_type = {};
  std::optional<SoaRecord> soa_record = {};
  static void describe(StructureShape<VerificationInfo>& s);
};

struct GetEmailIdentityResult {
  std::string identity_type = {};
  std::optional<bool> feedback_forwarding_status = {};
  std::optional<bool> verified_for_sending_status = {};
  std::optional<DkimAttributes> dkim_attributes = {};
  std::optional<MailFromAttributes> mail_from_attributes = {};
  std::map<std::string, std::string> policies = {};
  std::vector<Tag> tags = {};
  std::string configuration_set_name = {};
  std::string verification_status = {};
  std::optional<VerificationInfo> verification_info = {};
  static void describe(StructureShape<GetEmailIdentityResult>& s);
};

struct GetEmailIdentity {
  static constexpr OperationName kOperation{"sesv2", "GetEmailIdentity", "GET",
                                            "/v2/email/identities/{EmailIdentity}"};
  using Result = GetEmailIdentityResult;
  std::string email_identity;
  static void describe(StructureShape<GetEmailIdentity>& s);
};

struct DeleteEmailIdentity {
  static constexpr OperationName kOperation{"sesv2", "DeleteEmailIdentity", "DELETE",
                                            "/v2/email/identities/{EmailIdentity}"};
  using Result = Nothing;
  std::string email_identity;
  static void describe(StructureShape<DeleteEmailIdentity>& s);
};

struct IdentityInfo {
  std::string identity_type = {};
  std::string identity_name = {};
  std::optional<bool> sending_enabled = {};
  std::string verification_status = {};
  static void describe(StructureShape<IdentityInfo>& s);
};

struct ListEmailIdentitiesResult {
  std::vector<IdentityInfo> email_identities = {};
  std::string next_token = {};
  static void describe(StructureShape<ListEmailIdentitiesResult>& s);
};

struct ListEmailIdentities {
  static constexpr OperationName kOperation{"sesv2", "ListEmailIdentities", "GET",
                                            "/v2/email/identities"};
  using Result = ListEmailIdentitiesResult;
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> page_size = {};
  static void describe(StructureShape<ListEmailIdentities>& s);
};

struct PutEmailIdentityDkimAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutEmailIdentityDkimAttributes", "PUT",
                                            "/v2/email/identities/{EmailIdentity}/dkim"};
  using Result = Nothing;
  std::string email_identity;
  std::optional<bool> signing_enabled = {};
  static void describe(StructureShape<PutEmailIdentityDkimAttributes>& s);
};

struct PutEmailIdentityDkimSigningAttributesResult {
  std::string dkim_status = {};
  std::vector<std::string> dkim_tokens = {};
  std::string signing_hosted_zone = {};
  static void describe(StructureShape<PutEmailIdentityDkimSigningAttributesResult>& s);
};

struct PutEmailIdentityDkimSigningAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutEmailIdentityDkimSigningAttributes", "PUT",
                                            "/v2/email/identities/{EmailIdentity}/dkim/signing"};
  using Result = PutEmailIdentityDkimSigningAttributesResult;
  std::string email_identity;
  std::string signing_attributes_origin;
  std::optional<DkimSigningAttributes> signing_attributes = {};
  static void describe(StructureShape<PutEmailIdentityDkimSigningAttributes>& s);
};

struct PutEmailIdentityFeedbackAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutEmailIdentityFeedbackAttributes", "PUT",
                                            "/v2/email/identities/{EmailIdentity}/feedback"};
  using Result = Nothing;
  std::string email_identity;
  std::optional<bool> email_forwarding_enabled = {};
  static void describe(StructureShape<PutEmailIdentityFeedbackAttributes>& s);
};

// The domain is below the identity's own; without one it is taken away.
struct PutEmailIdentityMailFromAttributes {
  static constexpr OperationName kOperation{"sesv2", "PutEmailIdentityMailFromAttributes", "PUT",
                                            "/v2/email/identities/{EmailIdentity}/mail-from"};
  using Result = Nothing;
  std::string email_identity;
  std::optional<std::string> mail_from_domain = {};
  std::optional<std::string> behavior_on_mx_failure = {};
  static void describe(StructureShape<PutEmailIdentityMailFromAttributes>& s);
};

// The set of mail that names none; without one it is taken away.
struct PutEmailIdentityConfigurationSetAttributes {
  static constexpr OperationName kOperation{
      "sesv2", "PutEmailIdentityConfigurationSetAttributes", "PUT",
      "/v2/email/identities/{EmailIdentity}/configuration-set"};
  using Result = Nothing;
  std::string email_identity;
  std::optional<std::string> configuration_set_name = {};
  static void describe(StructureShape<PutEmailIdentityConfigurationSetAttributes>& s);
};

struct CreateEmailIdentityPolicy {
  static constexpr OperationName kOperation{
      "sesv2", "CreateEmailIdentityPolicy", "POST",
      "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"};
  using Result = Nothing;
  std::string email_identity;
  std::string policy_name;
  std::string policy;
  static void describe(StructureShape<CreateEmailIdentityPolicy>& s);
};

struct UpdateEmailIdentityPolicy {
  static constexpr OperationName kOperation{
      "sesv2", "UpdateEmailIdentityPolicy", "PUT",
      "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"};
  using Result = Nothing;
  std::string email_identity;
  std::string policy_name;
  std::string policy;
  static void describe(StructureShape<UpdateEmailIdentityPolicy>& s);
};

struct DeleteEmailIdentityPolicy {
  static constexpr OperationName kOperation{
      "sesv2", "DeleteEmailIdentityPolicy", "DELETE",
      "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}"};
  using Result = Nothing;
  std::string email_identity;
  std::string policy_name;
  static void describe(StructureShape<DeleteEmailIdentityPolicy>& s);
};

struct GetEmailIdentityPoliciesResult {
  std::map<std::string, std::string> policies = {};
  static void describe(StructureShape<GetEmailIdentityPoliciesResult>& s);
};

struct GetEmailIdentityPolicies {
  static constexpr OperationName kOperation{"sesv2", "GetEmailIdentityPolicies", "GET",
                                            "/v2/email/identities/{EmailIdentity}/policies"};
  using Result = GetEmailIdentityPoliciesResult;
  std::string email_identity;
  static void describe(StructureShape<GetEmailIdentityPolicies>& s);
};

}  // namespace emu::sesv2
