// Amazon SES, its second API. It keeps nothing: what it answers from is the Backend of `ses`.
#pragma once

#include <emu/sesv2.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"
#include "core/gate/operation_table.h"
#include "core/gate/other_uris.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "ses/access.h"
#include "ses/backend.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

extern const ServiceProfile kProfile;

// The service `ses` must have been made before.
std::unique_ptr<Service> make_service(World& world);

class SesV2 final : public Service {
 public:
  SesV2(World& world, ses::Backend& backend);

  Result<CreateEmailIdentityResult> create_email_identity(Call& call,
                                                          const CreateEmailIdentity& in);
  Result<GetEmailIdentityResult> get_email_identity(Call& call, const GetEmailIdentity& in);
  Result<Nothing> delete_email_identity(Call& call, const DeleteEmailIdentity& in);
  Result<ListEmailIdentitiesResult> list_email_identities(Call& call,
                                                          const ListEmailIdentities& in);
  Result<Nothing> put_email_identity_dkim_attributes(Call& call,
                                                     const PutEmailIdentityDkimAttributes& in);
  Result<PutEmailIdentityDkimSigningAttributesResult> put_email_identity_dkim_signing_attributes(
      Call& call, const PutEmailIdentityDkimSigningAttributes& in);
  Result<Nothing> put_email_identity_feedback_attributes(
      Call& call, const PutEmailIdentityFeedbackAttributes& in);
  Result<Nothing> put_email_identity_mail_from_attributes(
      Call& call, const PutEmailIdentityMailFromAttributes& in);
  Result<Nothing> put_email_identity_configuration_set_attributes(
      Call& call, const PutEmailIdentityConfigurationSetAttributes& in);
  Result<Nothing> create_email_identity_policy(Call& call, const CreateEmailIdentityPolicy& in);
  Result<Nothing> update_email_identity_policy(Call& call, const UpdateEmailIdentityPolicy& in);
  Result<Nothing> delete_email_identity_policy(Call& call, const DeleteEmailIdentityPolicy& in);
  Result<GetEmailIdentityPoliciesResult> get_email_identity_policies(
      Call& call, const GetEmailIdentityPolicies& in);

  Result<SendEmailResult> send_email(Call& call, const SendEmail& in);
  Result<SendBulkEmailResult> send_bulk_email(Call& call, const SendBulkEmail& in);

  Result<Nothing> create_email_template(Call& call, const CreateEmailTemplate& in);
  Result<GetEmailTemplateResult> get_email_template(Call& call, const GetEmailTemplate& in);
  Result<Nothing> update_email_template(Call& call, const UpdateEmailTemplate& in);
  Result<Nothing> delete_email_template(Call& call, const DeleteEmailTemplate& in);
  Result<ListEmailTemplatesResult> list_email_templates(Call& call, const ListEmailTemplates& in);
  Result<TestRenderEmailTemplateResult> test_render_email_template(
      Call& call, const TestRenderEmailTemplate& in);

  Result<GetAccountResult> get_account(Call& call, const GetAccount& in);
  Result<Nothing> put_account_details(Call& call, const PutAccountDetails& in);
  Result<Nothing> put_account_sending_attributes(Call& call, const PutAccountSendingAttributes& in);
  Result<Nothing> put_account_suppression_attributes(Call& call,
                                                     const PutAccountSuppressionAttributes& in);
  Result<Nothing> put_account_vdm_attributes(Call& call, const PutAccountVdmAttributes& in);
  Result<Nothing> put_account_dedicated_ip_warmup_attributes(
      Call& call, const PutAccountDedicatedIpWarmupAttributes& in);

  Result<Nothing> create_configuration_set(Call& call, const CreateConfigurationSet& in);
  Result<GetConfigurationSetResult> get_configuration_set(Call& call,
                                                          const GetConfigurationSet& in);
  Result<Nothing> delete_configuration_set(Call& call, const DeleteConfigurationSet& in);
  Result<ListConfigurationSetsResult> list_configuration_sets(Call& call,
                                                              const ListConfigurationSets& in);
  Result<Nothing> put_configuration_set_delivery_options(
      Call& call, const PutConfigurationSetDeliveryOptions& in);
  Result<Nothing> put_configuration_set_reputation_options(
      Call& call, const PutConfigurationSetReputationOptions& in);
  Result<Nothing> put_configuration_set_sending_options(
      Call& call, const PutConfigurationSetSendingOptions& in);
  Result<Nothing> put_configuration_set_suppression_options(
      Call& call, const PutConfigurationSetSuppressionOptions& in);
  Result<Nothing> put_configuration_set_tracking_options(
      Call& call, const PutConfigurationSetTrackingOptions& in);
  Result<Nothing> put_configuration_set_vdm_options(Call& call,
                                                    const PutConfigurationSetVdmOptions& in);
  Result<Nothing> put_configuration_set_archiving_options(
      Call& call, const PutConfigurationSetArchivingOptions& in);

  Result<Nothing> create_configuration_set_event_destination(
      Call& call, const CreateConfigurationSetEventDestination& in);
  Result<GetConfigurationSetEventDestinationsResult> get_configuration_set_event_destinations(
      Call& call, const GetConfigurationSetEventDestinations& in);
  Result<Nothing> update_configuration_set_event_destination(
      Call& call, const UpdateConfigurationSetEventDestination& in);
  Result<Nothing> delete_configuration_set_event_destination(
      Call& call, const DeleteConfigurationSetEventDestination& in);

  Result<Nothing> put_suppressed_destination(Call& call, const PutSuppressedDestination& in);
  Result<GetSuppressedDestinationResult> get_suppressed_destination(
      Call& call, const GetSuppressedDestination& in);
  Result<Nothing> delete_suppressed_destination(Call& call, const DeleteSuppressedDestination& in);
  Result<ListSuppressedDestinationsResult> list_suppressed_destinations(
      Call& call, const ListSuppressedDestinations& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  Result<Nothing> create_contact_list(Call& call, const CreateContactList& in);
  Result<GetContactListResult> get_contact_list(Call& call, const GetContactList& in);
  Result<Nothing> update_contact_list(Call& call, const UpdateContactList& in);
  Result<Nothing> delete_contact_list(Call& call, const DeleteContactList& in);
  Result<ListContactListsResult> list_contact_lists(Call& call, const ListContactLists& in);
  Result<Nothing> create_contact(Call& call, const CreateContact& in);
  Result<GetContactResult> get_contact(Call& call, const GetContact& in);
  Result<Nothing> update_contact(Call& call, const UpdateContact& in);
  Result<Nothing> delete_contact(Call& call, const DeleteContact& in);
  Result<ListContactsResult> list_contacts(Call& call, const ListContacts& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  // It has nothing of its own.
  void reset(std::optional<std::string_view>) override {}
  bool leaves_to_account(const Caller& caller, std::string_view,
                         std::string_view resource) const override {
    return ses::is_own(caller, resource);
  }

 private:
  // Refuses what is not there.
  Result<ses::StoredIdentity*> require_identity(const Call& call, std::string_view name);
  // Of an identity; an empty name is none.
  Status check_configuration_set(const Call& call, std::string_view name);
  Result<ses::StoredContactList*> require_contact_list(const Call& call, std::string_view name);
  static Result<ses::StoredContact*> require_contact(ses::StoredContactList& list,
                                                     const std::string& address);
  Status set_list(const Call& call, ses::Mail& mail,
                  const std::optional<ListManagementOptions>& options);
  // Of what an ARN names.
  Result<Tags*> tags_of(const Call& call, const std::string& arn);
  // The template that a request names or brings.
  Result<ses::StoredTemplate> template_of(const Call& call, const Template& given);

  ses::Backend& backend_;
  OtherUris other_uris_;
};

}  // namespace emu::sesv2
