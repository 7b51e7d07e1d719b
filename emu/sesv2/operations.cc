// What the second API of SES answers, and what each operation asks of IAM.
#include <string>
#include <utility>
#include <vector>

#include "core/gate/tag_keys.h"
#include "ses/access.h"
#include "ses/mail.h"
#include "sesv2/request_mail.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

template <class Op>
std::string named_identity(const Call& call, const Op& in) {
  return ses::identity_arn(call, in.email_identity);
}

template <class Op>
std::string named_set(const Call& call, const Op& in) {
  return ses::configuration_set_arn(call, in.configuration_set_name);
}

template <class Op>
std::string named_list(const Call& call, const Op& in) {
  return ses::contact_list_arn(call, in.contact_list_name);
}

template <class Op>
std::string named_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

template <class Op>
std::string named_template(const Call& call, const Op& in) {
  return ses::template_arn(call, in.template_name);
}

// The sender and the recipients of a request, which raw content has in its headers.
ses::Mail envelope(const SendEmail& in) {
  ses::Mail mail;
  mail.source = in.from_email_address.value_or(std::string());
  mail.return_path = in.feedback_forwarding_email_address.value_or(std::string());
  mail.source_arn = in.from_email_address_identity_arn.value_or(std::string());
  mail.return_path_arn = in.feedback_forwarding_email_address_identity_arn.value_or(std::string());
  mail.configuration_set = in.configuration_set_name.value_or(std::string());
  if (in.destination) {
    mail.to = in.destination->to_addresses;
    mail.cc = in.destination->cc_addresses;
    mail.bcc = in.destination->bcc_addresses;
  }
  if (in.content.raw) {
    mail.raw = in.content.raw->data.view();
    read_raw_headers(mail);
  }
  return mail;
}

void add_all(const std::vector<std::string>& from, std::vector<std::string>& out) {
  out.insert(out.end(), from.begin(), from.end());
}

std::string sender(const Call& call, const SendEmail& in) {
  const ses::Mail mail = envelope(in);
  return ses::sender_arn(call, mail.source, mail.source_arn);
}

std::string bulk_sender(const Call& call, const SendBulkEmail& in) {
  return ses::sender_arn(call, in.from_email_address.value_or(std::string()),
                         in.from_email_address_identity_arn.value_or(std::string()));
}

// Source: Amazon SES Developer Guide, "Controlling access to Amazon SES".
std::string_view sending_action(const SendEmail& in) {
  return in.content.raw ? "ses:SendRawEmail" : "ses:SendEmail";
}

void sending_keys(const Call&, const SendEmail& in, std::vector<ConditionValue>& out) {
  const ses::Mail mail = envelope(in);
  ses::SendingKeys keys{.api_version = "2", .source = mail.source, .feedback = mail.return_path};
  add_all(mail.to, keys.recipients);
  add_all(mail.cc, keys.recipients);
  add_all(mail.bcc, keys.recipients);
  add_sending_keys(keys, out);
}

void bulk_keys(const Call&, const SendBulkEmail& in, std::vector<ConditionValue>& out) {
  ses::SendingKeys keys{.api_version = "2"};
  if (in.from_email_address) keys.source = *in.from_email_address;
  if (in.feedback_forwarding_email_address) keys.feedback = *in.feedback_forwarding_email_address;
  for (const BulkEmailEntry& entry : in.bulk_email_entries) {
    add_all(entry.destination.to_addresses, keys.recipients);
    add_all(entry.destination.cc_addresses, keys.recipients);
    add_all(entry.destination.bcc_addresses, keys.recipients);
  }
  add_sending_keys(keys, out);
}

void set_and_template(const Call& call, const SendEmail& in, std::vector<AccessNeed>& out) {
  const std::string_view action = sending_action(in);
  const ses::Mail mail = envelope(in);
  if (!mail.configuration_set.empty()) {
    out.push_back(
        {.action = action, .resource = ses::configuration_set_arn(call, mail.configuration_set)});
  }
  if (!mail.return_path_arn.empty()) {
    out.push_back({.action = action, .resource = mail.return_path_arn});
  }
  const auto& from = in.content.template_value;
  if (from && !from->template_content && !template_name(*from).empty()) {
    out.push_back({.action = action, .resource = ses::template_arn(call, template_name(*from))});
  }
}

void bulk_set_and_template(const Call& call, const SendBulkEmail& in,
                           std::vector<AccessNeed>& out) {
  constexpr std::string_view kAction = "ses:SendBulkEmail";
  if (in.feedback_forwarding_email_address_identity_arn) {
    out.push_back(
        {.action = kAction, .resource = *in.feedback_forwarding_email_address_identity_arn});
  }
  if (in.configuration_set_name) {
    out.push_back({.action = kAction,
                   .resource = ses::configuration_set_arn(call, *in.configuration_set_name)});
  }
  const auto& from = in.default_content.template_value;
  if (from && !from->template_content && !template_name(*from).empty()) {
    out.push_back({.action = kAction, .resource = ses::template_arn(call, template_name(*from))});
  }
}

using S = SesV2;

void register_identities(S& s, OperationTable& table) {
  table.add<CreateEmailIdentity>(s, &S::create_email_identity, {&named_identity});
  table.add<GetEmailIdentity>(s, &S::get_email_identity, {&named_identity});
  table.add<DeleteEmailIdentity>(s, &S::delete_email_identity, {&named_identity});
  table.add<ListEmailIdentities>(s, &S::list_email_identities);
  table.add<PutEmailIdentityDkimAttributes>(s, &S::put_email_identity_dkim_attributes,
                                            {&named_identity});
  table.add<PutEmailIdentityDkimSigningAttributes>(
      s, &S::put_email_identity_dkim_signing_attributes, {&named_identity});
  table.add<PutEmailIdentityFeedbackAttributes>(s, &S::put_email_identity_feedback_attributes,
                                                {&named_identity});
  table.add<PutEmailIdentityMailFromAttributes>(s, &S::put_email_identity_mail_from_attributes,
                                                {&named_identity});
  table.add<PutEmailIdentityConfigurationSetAttributes>(
      s, &S::put_email_identity_configuration_set_attributes, {&named_identity});
  table.add<CreateEmailIdentityPolicy>(s, &S::create_email_identity_policy, {&named_identity});
  table.add<UpdateEmailIdentityPolicy>(s, &S::update_email_identity_policy, {&named_identity});
  table.add<DeleteEmailIdentityPolicy>(s, &S::delete_email_identity_policy, {&named_identity});
  table.add<GetEmailIdentityPolicies>(s, &S::get_email_identity_policies, {&named_identity});
}

void register_sending(S& s, OperationTable& table) {
  table.add<SendEmail>(s, &S::send_email,
                       {.resource = &sender,
                        .conditions = &sending_keys,
                        .also = &set_and_template,
                        .action_of = &sending_action});
  table.add<SendBulkEmail>(
      s, &S::send_bulk_email,
      {.resource = &bulk_sender, .conditions = &bulk_keys, .also = &bulk_set_and_template});
}

void register_templates(S& s, OperationTable& table) {
  table.add<CreateEmailTemplate>(s, &S::create_email_template, {&named_template});
  table.add<GetEmailTemplate>(s, &S::get_email_template, {&named_template});
  table.add<UpdateEmailTemplate>(s, &S::update_email_template, {&named_template});
  table.add<DeleteEmailTemplate>(s, &S::delete_email_template, {&named_template});
  table.add<ListEmailTemplates>(s, &S::list_email_templates);
  table.add<TestRenderEmailTemplate>(s, &S::test_render_email_template, {&named_template});
}

void register_configuration_sets(S& s, OperationTable& table) {
  table.add<CreateConfigurationSet>(s, &S::create_configuration_set, {&named_set});
  table.add<GetConfigurationSet>(s, &S::get_configuration_set, {&named_set});
  table.add<DeleteConfigurationSet>(s, &S::delete_configuration_set, {&named_set});
  table.add<ListConfigurationSets>(s, &S::list_configuration_sets);
  table.add<PutConfigurationSetDeliveryOptions>(s, &S::put_configuration_set_delivery_options,
                                                {&named_set});
  table.add<PutConfigurationSetReputationOptions>(s, &S::put_configuration_set_reputation_options,
                                                  {&named_set});
  table.add<PutConfigurationSetSendingOptions>(s, &S::put_configuration_set_sending_options,
                                               {&named_set});
  table.add<PutConfigurationSetSuppressionOptions>(s, &S::put_configuration_set_suppression_options,
                                                   {&named_set});
  table.add<PutConfigurationSetTrackingOptions>(s, &S::put_configuration_set_tracking_options,
                                                {&named_set});
  table.add<PutConfigurationSetVdmOptions>(s, &S::put_configuration_set_vdm_options, {&named_set});
  table.add<PutConfigurationSetArchivingOptions>(s, &S::put_configuration_set_archiving_options,
                                                 {&named_set});
  table.add<CreateConfigurationSetEventDestination>(
      s, &S::create_configuration_set_event_destination, {&named_set});
  table.add<GetConfigurationSetEventDestinations>(s, &S::get_configuration_set_event_destinations,
                                                  {&named_set});
  table.add<UpdateConfigurationSetEventDestination>(
      s, &S::update_configuration_set_event_destination, {&named_set});
  table.add<DeleteConfigurationSetEventDestination>(
      s, &S::delete_configuration_set_event_destination, {&named_set});
}

void register_suppression(S& s, OperationTable& table) {
  table.add<PutSuppressedDestination>(s, &S::put_suppressed_destination);
  table.add<GetSuppressedDestination>(s, &S::get_suppressed_destination);
  table.add<DeleteSuppressedDestination>(s, &S::delete_suppressed_destination);
  table.add<ListSuppressedDestinations>(s, &S::list_suppressed_destinations);
}

void register_contacts(S& s, OperationTable& table) {
  table.add<CreateContactList>(s, &S::create_contact_list, {&named_list});
  table.add<GetContactList>(s, &S::get_contact_list, {&named_list});
  table.add<UpdateContactList>(s, &S::update_contact_list, {&named_list});
  table.add<DeleteContactList>(s, &S::delete_contact_list, {&named_list});
  table.add<ListContactLists>(s, &S::list_contact_lists);
  table.add<CreateContact>(s, &S::create_contact, {&named_list});
  table.add<GetContact>(s, &S::get_contact, {&named_list});
  table.add<UpdateContact>(s, &S::update_contact, {&named_list});
  table.add<DeleteContact>(s, &S::delete_contact, {&named_list});
  table.add<ListContacts>(s, &S::list_contacts, {&named_list});
}

void keys_in_request(const Call&, const UntagResource& in, std::vector<ConditionValue>& out) {
  add_tag_keys(in.tag_keys, out);
}

void tags_in_request(const Call&, const TagResource& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
}

void register_tags(S& s, OperationTable& table) {
  table.add<TagResource>(s, &S::tag_resource,
                         {.resource = &named_resource, .conditions = &tags_in_request});
  table.add<UntagResource>(s, &S::untag_resource,
                           {.resource = &named_resource, .conditions = &keys_in_request});
  table.add<ListTagsForResource>(s, &S::list_tags_for_resource, {&named_resource});
}

void register_account(S& s, OperationTable& table) {
  table.add<GetAccount>(s, &S::get_account);
  table.add<PutAccountDetails>(s, &S::put_account_details);
  table.add<PutAccountSendingAttributes>(s, &S::put_account_sending_attributes);
  table.add<PutAccountSuppressionAttributes>(s, &S::put_account_suppression_attributes);
  table.add<PutAccountVdmAttributes>(s, &S::put_account_vdm_attributes);
  table.add<PutAccountDedicatedIpWarmupAttributes>(s,
                                                   &S::put_account_dedicated_ip_warmup_attributes);
}

}  // namespace

void SesV2::add_to(OperationTable& table) {
  register_identities(*this, table);
  register_sending(*this, table);
  register_templates(*this, table);
  register_account(*this, table);
  register_configuration_sets(*this, table);
  register_suppression(*this, table);
  register_contacts(*this, table);
  register_tags(*this, table);
}

}  // namespace emu::sesv2
