// Amazon SES, its first API: identities, mail, templates. What it keeps and how it sends is the
// Backend's, which the second API shares.
#pragma once

#include <emu/ses.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "ses/backend.h"

namespace emu::ses {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Ses final : public Service, private ResourceHost {
 public:
  // Enters the backend in the interfaces of the world, which must outlive it.
  explicit Ses(World& world);

  Result<VerifyEmailIdentityResult> verify_email_identity(Call& call,
                                                          const VerifyEmailIdentity& in);
  Result<Nothing> verify_email_address(Call& call, const VerifyEmailAddress& in);
  Result<VerifyDomainIdentityResult> verify_domain_identity(Call& call,
                                                            const VerifyDomainIdentity& in);
  Result<VerifyDomainDkimResult> verify_domain_dkim(Call& call, const VerifyDomainDkim& in);
  Result<DeleteIdentityResult> delete_identity(Call& call, const DeleteIdentity& in);
  Result<Nothing> delete_verified_email_address(Call& call, const DeleteVerifiedEmailAddress& in);
  Result<ListIdentitiesResult> list_identities(Call& call, const ListIdentities& in);
  Result<ListVerifiedEmailAddressesResult> list_verified_email_addresses(
      Call& call, const ListVerifiedEmailAddresses& in);
  Result<GetIdentityVerificationAttributesResult> get_identity_verification_attributes(
      Call& call, const GetIdentityVerificationAttributes& in);
  Result<SetIdentityDkimEnabledResult> set_identity_dkim_enabled(Call& call,
                                                                 const SetIdentityDkimEnabled& in);
  Result<GetIdentityDkimAttributesResult> get_identity_dkim_attributes(
      Call& call, const GetIdentityDkimAttributes& in);
  Result<SetIdentityMailFromDomainResult> set_identity_mail_from_domain(
      Call& call, const SetIdentityMailFromDomain& in);
  Result<GetIdentityMailFromDomainAttributesResult> get_identity_mail_from_domain_attributes(
      Call& call, const GetIdentityMailFromDomainAttributes& in);
  Result<PutIdentityPolicyResult> put_identity_policy(Call& call, const PutIdentityPolicy& in);
  Result<DeleteIdentityPolicyResult> delete_identity_policy(Call& call,
                                                            const DeleteIdentityPolicy& in);
  Result<ListIdentityPoliciesResult> list_identity_policies(Call& call,
                                                            const ListIdentityPolicies& in);
  Result<GetIdentityPoliciesResult> get_identity_policies(Call& call,
                                                          const GetIdentityPolicies& in);

  Result<SendEmailResult> send_email(Call& call, const SendEmail& in);
  Result<SendRawEmailResult> send_raw_email(Call& call, const SendRawEmail& in);
  Result<SendTemplatedEmailResult> send_templated_email(Call& call, const SendTemplatedEmail& in);
  Result<SendBulkTemplatedEmailResult> send_bulk_templated_email(Call& call,
                                                                 const SendBulkTemplatedEmail& in);

  Result<GetSendQuotaResult> get_send_quota(Call& call, const GetSendQuota& in);
  Result<GetSendStatisticsResult> get_send_statistics(Call& call, const GetSendStatistics& in);
  Result<GetAccountSendingEnabledResult> get_account_sending_enabled(
      Call& call, const GetAccountSendingEnabled& in);
  Result<Nothing> update_account_sending_enabled(Call& call, const UpdateAccountSendingEnabled& in);

  Result<CreateTemplateResult> create_template(Call& call, const CreateTemplate& in);
  Result<GetTemplateResult> get_template(Call& call, const GetTemplate& in);
  Result<UpdateTemplateResult> update_template(Call& call, const UpdateTemplate& in);
  Result<DeleteTemplateResult> delete_template(Call& call, const DeleteTemplate& in);
  Result<ListTemplatesResult> list_templates(Call& call, const ListTemplates& in);
  Result<TestRenderTemplateResult> test_render_template(Call& call, const TestRenderTemplate& in);

  Result<SetIdentityNotificationTopicResult> set_identity_notification_topic(
      Call& call, const SetIdentityNotificationTopic& in);
  Result<SetIdentityFeedbackForwardingEnabledResult> set_identity_feedback_forwarding_enabled(
      Call& call, const SetIdentityFeedbackForwardingEnabled& in);
  Result<SetIdentityHeadersInNotificationsEnabledResult>
  set_identity_headers_in_notifications_enabled(Call& call,
                                                const SetIdentityHeadersInNotificationsEnabled& in);
  Result<GetIdentityNotificationAttributesResult> get_identity_notification_attributes(
      Call& call, const GetIdentityNotificationAttributes& in);

  Result<CreateConfigurationSetResult> create_configuration_set(Call& call,
                                                                const CreateConfigurationSet& in);
  Result<DeleteConfigurationSetResult> delete_configuration_set(Call& call,
                                                                const DeleteConfigurationSet& in);
  Result<DescribeConfigurationSetResult> describe_configuration_set(
      Call& call, const DescribeConfigurationSet& in);
  Result<ListConfigurationSetsResult> list_configuration_sets(Call& call,
                                                              const ListConfigurationSets& in);
  Result<CreateConfigurationSetEventDestinationResult> create_configuration_set_event_destination(
      Call& call, const CreateConfigurationSetEventDestination& in);
  Result<UpdateConfigurationSetEventDestinationResult> update_configuration_set_event_destination(
      Call& call, const UpdateConfigurationSetEventDestination& in);
  Result<DeleteConfigurationSetEventDestinationResult> delete_configuration_set_event_destination(
      Call& call, const DeleteConfigurationSetEventDestination& in);
  Result<CreateConfigurationSetTrackingOptionsResult> create_configuration_set_tracking_options(
      Call& call, const CreateConfigurationSetTrackingOptions& in);
  Result<UpdateConfigurationSetTrackingOptionsResult> update_configuration_set_tracking_options(
      Call& call, const UpdateConfigurationSetTrackingOptions& in);
  Result<DeleteConfigurationSetTrackingOptionsResult> delete_configuration_set_tracking_options(
      Call& call, const DeleteConfigurationSetTrackingOptions& in);
  Result<PutConfigurationSetDeliveryOptionsResult> put_configuration_set_delivery_options(
      Call& call, const PutConfigurationSetDeliveryOptions& in);
  Result<Nothing> update_configuration_set_reputation_metrics_enabled(
      Call& call, const UpdateConfigurationSetReputationMetricsEnabled& in);
  Result<Nothing> update_configuration_set_sending_enabled(
      Call& call, const UpdateConfigurationSetSendingEnabled& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;
  bool leaves_to_account(const Caller& caller, std::string_view action,
                         std::string_view resource) const override;

 private:
  // For IAM: the policies and tags of identities.
  ResourceTerms terms(const AccessRequest& request) const override;
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;
  // Refuses what is not there.
  Result<StoredIdentity*> require_identity(const Call& call, std::string_view name);

  Backend backend_;
};

}  // namespace emu::ses
