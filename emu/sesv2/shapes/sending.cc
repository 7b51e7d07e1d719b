#include <emu/describe.h>
#include <emu/sesv2/sending.h>

namespace emu::sesv2 {

void Destination::describe(StructureShape<Destination>& s) {
  s.member("ToAddresses", &Destination::to_addresses);
  s.member("CcAddresses", &Destination::cc_addresses);
  s.member("BccAddresses", &Destination::bcc_addresses);
}

void Content::describe(StructureShape<Content>& s) {
  s.member("Data", &Content::data).required();
  s.member("Charset", &Content::charset);
}

void Body::describe(StructureShape<Body>& s) {
  s.member("Text", &Body::text);
  s.member("Html", &Body::html);
}

void MessageHeader::describe(StructureShape<MessageHeader>& s) {
  s.member("Name", &MessageHeader::name).required().range(1, 126);
  s.member("Value", &MessageHeader::value).required().range(1, 995);
}

void Attachment::describe(StructureShape<Attachment>& s) {
  s.member("RawContent", &Attachment::raw_content).required();
  s.member("ContentDisposition", &Attachment::content_disposition).one_of({"ATTACHMENT", "INLINE"});
  s.member("FileName", &Attachment::file_name).required().range(0, 255);
  s.member("ContentDescription", &Attachment::content_description).range(0, 1000);
  s.member("ContentId", &Attachment::content_id).range(1, 78);
  s.member("ContentTransferEncoding", &Attachment::content_transfer_encoding)
      .one_of({"BASE64", "QUOTED_PRINTABLE", "SEVEN_BIT"});
  s.member("ContentType", &Attachment::content_type).range(1, 78);
}

void Message::describe(StructureShape<Message>& s) {
  s.member("Subject", &Message::subject).required();
  s.member("Body", &Message::body).required();
  s.member("Headers", &Message::headers).range(0, 15);
  s.member("Attachments", &Message::attachments);
}

void RawMessage::describe(StructureShape<RawMessage>& s) {
  s.member("Data", &RawMessage::data).required();
}

void Template::describe(StructureShape<Template>& s) {
  s.member("TemplateName", &Template::template_name).at_least(1);
  s.member("TemplateArn", &Template::template_arn).at_least(1);
  s.member("TemplateContent", &Template::template_content);
  s.member("TemplateData", &Template::template_data).range(0, 262144);
  s.member("Headers", &Template::headers).range(0, 15);
  s.member("Attachments", &Template::attachments);
}

void EmailContent::describe(StructureShape<EmailContent>& s) {
  s.member("Simple", &EmailContent::simple);
  s.member("Raw", &EmailContent::raw);
  s.member("Template", &EmailContent::template_value);
}

void MessageTag::describe(StructureShape<MessageTag>& s) {
  s.member("Name", &MessageTag::name).required();
  s.member("Value", &MessageTag::value).required();
}

void ListManagementOptions::describe(StructureShape<ListManagementOptions>& s) {
  s.member("ContactListName", &ListManagementOptions::contact_list_name).required();
  s.member("TopicName", &ListManagementOptions::topic_name);
}

void SendEmailResult::describe(StructureShape<SendEmailResult>& s) {
  s.member("MessageId", &SendEmailResult::message_id);
}

void SendEmail::describe(StructureShape<SendEmail>& s) {
  s.member("FromEmailAddress", &SendEmail::from_email_address);
  s.member("FromEmailAddressIdentityArn", &SendEmail::from_email_address_identity_arn).at_least(1);
  s.member("Destination", &SendEmail::destination);
  s.member("ReplyToAddresses", &SendEmail::reply_to_addresses);
  s.member("FeedbackForwardingEmailAddress", &SendEmail::feedback_forwarding_email_address);
  s.member("FeedbackForwardingEmailAddressIdentityArn",
           &SendEmail::feedback_forwarding_email_address_identity_arn)
      .at_least(1);
  s.member("Content", &SendEmail::content).required();
  s.member("EmailTags", &SendEmail::email_tags);
  s.member("ConfigurationSetName", &SendEmail::configuration_set_name);
  s.member("EndpointId", &SendEmail::endpoint_id);
  s.member("TenantName", &SendEmail::tenant_name).at_least(1);
  s.member("ListManagementOptions", &SendEmail::list_management_options);
}

void BulkEmailContent::describe(StructureShape<BulkEmailContent>& s) {
  s.member("Template", &BulkEmailContent::template_value);
}

void ReplacementTemplate::describe(StructureShape<ReplacementTemplate>& s) {
  s.member("ReplacementTemplateData", &ReplacementTemplate::replacement_template_data)
      .range(0, 262144);
}

void ReplacementEmailContent::describe(StructureShape<ReplacementEmailContent>& s) {
  s.member("ReplacementTemplate", &ReplacementEmailContent::replacement_template);
}

void BulkEmailEntry::describe(StructureShape<BulkEmailEntry>& s) {
  s.member("Destination", &BulkEmailEntry::destination).required();
  s.member("ReplacementTags", &BulkEmailEntry::replacement_tags);
  s.member("ReplacementEmailContent", &BulkEmailEntry::replacement_email_content);
  s.member("ReplacementHeaders", &BulkEmailEntry::replacement_headers).range(0, 15);
}

void BulkEmailEntryResult::describe(StructureShape<BulkEmailEntryResult>& s) {
  s.member("Status", &BulkEmailEntryResult::status);
  s.member("Error", &BulkEmailEntryResult::error);
  s.member("MessageId", &BulkEmailEntryResult::message_id);
}

void SendBulkEmailResult::describe(StructureShape<SendBulkEmailResult>& s) {
  s.member("BulkEmailEntryResults", &SendBulkEmailResult::bulk_email_entry_results).always();
}

void SendBulkEmail::describe(StructureShape<SendBulkEmail>& s) {
  s.member("FromEmailAddress", &SendBulkEmail::from_email_address);
  s.member("FromEmailAddressIdentityArn", &SendBulkEmail::from_email_address_identity_arn)
      .at_least(1);
  s.member("ReplyToAddresses", &SendBulkEmail::reply_to_addresses);
  s.member("FeedbackForwardingEmailAddress", &SendBulkEmail::feedback_forwarding_email_address);
  s.member("FeedbackForwardingEmailAddressIdentityArn",
           &SendBulkEmail::feedback_forwarding_email_address_identity_arn)
      .at_least(1);
  s.member("DefaultEmailTags", &SendBulkEmail::default_email_tags);
  s.member("DefaultContent", &SendBulkEmail::default_content).required();
  s.member("BulkEmailEntries", &SendBulkEmail::bulk_email_entries).required();
  s.member("ConfigurationSetName", &SendBulkEmail::configuration_set_name);
  s.member("EndpointId", &SendBulkEmail::endpoint_id);
  s.member("TenantName", &SendBulkEmail::tenant_name).at_least(1);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::Destination);
EMU_DESCRIBED(sesv2::Content);
EMU_DESCRIBED(sesv2::Body);
EMU_DESCRIBED(sesv2::MessageHeader);
EMU_DESCRIBED(sesv2::Attachment);
EMU_DESCRIBED(sesv2::Message);
EMU_DESCRIBED(sesv2::RawMessage);
EMU_DESCRIBED(sesv2::Template);
EMU_DESCRIBED(sesv2::EmailContent);
EMU_DESCRIBED(sesv2::MessageTag);
EMU_DESCRIBED(sesv2::ListManagementOptions);
EMU_DESCRIBED(sesv2::SendEmailResult);
EMU_DESCRIBED_OPERATION(sesv2::SendEmail);
EMU_DESCRIBED(sesv2::BulkEmailContent);
EMU_DESCRIBED(sesv2::ReplacementTemplate);
EMU_DESCRIBED(sesv2::ReplacementEmailContent);
EMU_DESCRIBED(sesv2::BulkEmailEntry);
EMU_DESCRIBED(sesv2::BulkEmailEntryResult);
EMU_DESCRIBED(sesv2::SendBulkEmailResult);
EMU_DESCRIBED_OPERATION(sesv2::SendBulkEmail);
}  // namespace emu
