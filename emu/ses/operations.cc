// What the first API of SES answers, and what each operation asks of IAM.
#include <string>
#include <utility>
#include <vector>

#include "ses/access.h"
#include "ses/mail.h"
#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

namespace {

template <class Op>
constexpr std::string_view kActionOf = {};
template <>
constexpr std::string_view kActionOf<SendEmail> = "ses:SendEmail";
template <>
constexpr std::string_view kActionOf<SendRawEmail> = "ses:SendRawEmail";
template <>
constexpr std::string_view kActionOf<SendTemplatedEmail> = "ses:SendTemplatedEmail";
template <>
constexpr std::string_view kActionOf<SendBulkTemplatedEmail> = "ses:SendBulkTemplatedEmail";

template <class Op>
std::string named_identity(const Call& call, const Op& in) {
  return identity_arn(call, in.identity);
}

template <class Op>
std::string named_set(const Call& call, const Op& in) {
  return configuration_set_arn(call, in.configuration_set_name);
}

std::string given_set(const Call& call, const CreateConfigurationSet& in) {
  return configuration_set_arn(call, in.configuration_set.name);
}

template <class Op>
std::string named_template(const Call& call, const Op& in) {
  return template_arn(call, in.template_name);
}

template <class Op>
std::string given_template(const Call& call, const Op& in) {
  return template_arn(call, in.template_value.template_name);
}

template <class Op>
std::string sender(const Call& call, const Op& in) {
  return sender_arn(call, in.source, in.source_arn.value_or(std::string()));
}

// The headers of raw mail say what the request leaves to them.
Mail raw_mail(const SendRawEmail& in) {
  Mail mail = raw_mail_of(in);
  read_raw_headers(mail);
  return mail;
}

std::string raw_sender(const Call& call, const SendRawEmail& in) {
  const Mail mail = raw_mail(in);
  return sender_arn(call, mail.source, mail.source_arn);
}

void add_all(const Destination& from, std::vector<std::string>& out) {
  for (const auto* list : {&from.to_addresses, &from.cc_addresses, &from.bcc_addresses}) {
    out.insert(out.end(), list->begin(), list->end());
  }
}

template <class Op>
void sending_keys(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  SendingKeys keys{.api_version = "1", .source = in.source};
  if (in.return_path) keys.feedback = *in.return_path;
  add_all(in.destination, keys.recipients);
  add_sending_keys(keys, out);
}

void bulk_keys(const Call&, const SendBulkTemplatedEmail& in, std::vector<ConditionValue>& out) {
  SendingKeys keys{.api_version = "1", .source = in.source};
  if (in.return_path) keys.feedback = *in.return_path;
  for (const BulkEmailDestination& to : in.destinations) add_all(to.destination, keys.recipients);
  add_sending_keys(keys, out);
}

void raw_keys(const Call&, const SendRawEmail& in, std::vector<ConditionValue>& out) {
  const Mail mail = raw_mail(in);
  SendingKeys keys{.api_version = "1", .source = mail.source, .feedback = mail.return_path};
  for (const auto* list : {&mail.to, &mail.cc, &mail.bcc}) {
    keys.recipients.insert(keys.recipients.end(), list->begin(), list->end());
  }
  add_sending_keys(keys, out);
}

void raw_set(const Call& call, const SendRawEmail& in, std::vector<AccessNeed>& out) {
  const Mail mail = raw_mail(in);
  const std::string_view action = kActionOf<SendRawEmail>;
  if (!mail.configuration_set.empty()) {
    out.push_back(
        {.action = action, .resource = configuration_set_arn(call, mail.configuration_set)});
  }
  if (!mail.return_path_arn.empty()) {
    out.push_back({.action = action, .resource = mail.return_path_arn});
  }
}

template <class Op>
void set_and_template(const Call& call, const Op& in, std::vector<AccessNeed>& out) {
  const std::string_view action = kActionOf<Op>;
  if (in.return_path_arn) out.push_back({.action = action, .resource = *in.return_path_arn});
  if (in.configuration_set_name) {
    out.push_back(
        {.action = action, .resource = configuration_set_arn(call, *in.configuration_set_name)});
  }
  if constexpr (requires { in.template_value; }) {
    out.push_back({.action = action, .resource = template_arn(call, in.template_value)});
  }
}

void register_identities(Ses& ses, OperationTable& table) {
  table.add<VerifyEmailIdentity>(ses, &Ses::verify_email_identity);
  table.add<VerifyEmailAddress>(ses, &Ses::verify_email_address);
  table.add<VerifyDomainIdentity>(ses, &Ses::verify_domain_identity);
  table.add<VerifyDomainDkim>(ses, &Ses::verify_domain_dkim);
  table.add<DeleteIdentity>(ses, &Ses::delete_identity, {&named_identity});
  table.add<DeleteVerifiedEmailAddress>(ses, &Ses::delete_verified_email_address);
  table.add<ListIdentities>(ses, &Ses::list_identities);
  table.add<ListVerifiedEmailAddresses>(ses, &Ses::list_verified_email_addresses);
  table.add<GetIdentityVerificationAttributes>(ses, &Ses::get_identity_verification_attributes);
  table.add<SetIdentityDkimEnabled>(ses, &Ses::set_identity_dkim_enabled, {&named_identity});
  table.add<GetIdentityDkimAttributes>(ses, &Ses::get_identity_dkim_attributes);
  table.add<SetIdentityMailFromDomain>(ses, &Ses::set_identity_mail_from_domain, {&named_identity});
  table.add<GetIdentityMailFromDomainAttributes>(ses,
                                                 &Ses::get_identity_mail_from_domain_attributes);
  table.add<PutIdentityPolicy>(ses, &Ses::put_identity_policy, {&named_identity});
  table.add<DeleteIdentityPolicy>(ses, &Ses::delete_identity_policy, {&named_identity});
  table.add<ListIdentityPolicies>(ses, &Ses::list_identity_policies, {&named_identity});
  table.add<GetIdentityPolicies>(ses, &Ses::get_identity_policies, {&named_identity});
}

void register_sending(Ses& ses, OperationTable& table) {
  table.add<SendEmail>(ses, &Ses::send_email,
                       {.resource = &sender,
                        .conditions = &sending_keys<SendEmail>,
                        .also = &set_and_template<SendEmail>});
  table.add<SendRawEmail>(ses, &Ses::send_raw_email,
                          {.resource = &raw_sender, .conditions = &raw_keys, .also = &raw_set});
  table.add<SendTemplatedEmail>(ses, &Ses::send_templated_email,
                                {.resource = &sender,
                                 .conditions = &sending_keys<SendTemplatedEmail>,
                                 .also = &set_and_template<SendTemplatedEmail>});
  table.add<SendBulkTemplatedEmail>(ses, &Ses::send_bulk_templated_email,
                                    {.resource = &sender,
                                     .conditions = &bulk_keys,
                                     .also = &set_and_template<SendBulkTemplatedEmail>});
  table.add<GetSendQuota>(ses, &Ses::get_send_quota);
  table.add<GetSendStatistics>(ses, &Ses::get_send_statistics);
  table.add<GetAccountSendingEnabled>(ses, &Ses::get_account_sending_enabled);
  table.add<UpdateAccountSendingEnabled>(ses, &Ses::update_account_sending_enabled);
}

void register_notifications(Ses& ses, OperationTable& table) {
  table.add<SetIdentityNotificationTopic>(ses, &Ses::set_identity_notification_topic,
                                          {&named_identity});
  table.add<SetIdentityFeedbackForwardingEnabled>(
      ses, &Ses::set_identity_feedback_forwarding_enabled, {&named_identity});
  table.add<SetIdentityHeadersInNotificationsEnabled>(
      ses, &Ses::set_identity_headers_in_notifications_enabled, {&named_identity});
  table.add<GetIdentityNotificationAttributes>(ses, &Ses::get_identity_notification_attributes);
}

void register_configuration_sets(Ses& ses, OperationTable& table) {
  table.add<CreateConfigurationSet>(ses, &Ses::create_configuration_set, {&given_set});
  table.add<DeleteConfigurationSet>(ses, &Ses::delete_configuration_set, {&named_set});
  table.add<DescribeConfigurationSet>(ses, &Ses::describe_configuration_set, {&named_set});
  table.add<ListConfigurationSets>(ses, &Ses::list_configuration_sets);
  table.add<CreateConfigurationSetEventDestination>(
      ses, &Ses::create_configuration_set_event_destination, {&named_set});
  table.add<UpdateConfigurationSetEventDestination>(
      ses, &Ses::update_configuration_set_event_destination, {&named_set});
  table.add<DeleteConfigurationSetEventDestination>(
      ses, &Ses::delete_configuration_set_event_destination, {&named_set});
  table.add<CreateConfigurationSetTrackingOptions>(
      ses, &Ses::create_configuration_set_tracking_options, {&named_set});
  table.add<UpdateConfigurationSetTrackingOptions>(
      ses, &Ses::update_configuration_set_tracking_options, {&named_set});
  table.add<DeleteConfigurationSetTrackingOptions>(
      ses, &Ses::delete_configuration_set_tracking_options, {&named_set});
  table.add<PutConfigurationSetDeliveryOptions>(ses, &Ses::put_configuration_set_delivery_options,
                                                {&named_set});
  table.add<UpdateConfigurationSetReputationMetricsEnabled>(
      ses, &Ses::update_configuration_set_reputation_metrics_enabled, {&named_set});
  table.add<UpdateConfigurationSetSendingEnabled>(
      ses, &Ses::update_configuration_set_sending_enabled, {&named_set});
}

void register_templates(Ses& ses, OperationTable& table) {
  table.add<CreateTemplate>(ses, &Ses::create_template, {&given_template});
  table.add<GetTemplate>(ses, &Ses::get_template, {&named_template});
  table.add<UpdateTemplate>(ses, &Ses::update_template, {&given_template});
  table.add<DeleteTemplate>(ses, &Ses::delete_template, {&named_template});
  table.add<ListTemplates>(ses, &Ses::list_templates);
  table.add<TestRenderTemplate>(ses, &Ses::test_render_template, {&named_template});
}

}  // namespace

void Ses::add_to(OperationTable& table) {
  register_identities(*this, table);
  register_sending(*this, table);
  register_notifications(*this, table);
  register_configuration_sets(*this, table);
  register_templates(*this, table);
}

}  // namespace emu::ses
