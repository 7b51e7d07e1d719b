#include <emu/describe.h>
#include <emu/ses/sending.h>

namespace emu::ses {

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

void Message::describe(StructureShape<Message>& s) {
  s.member("Subject", &Message::subject).required();
  s.member("Body", &Message::body).required();
}

void MessageTag::describe(StructureShape<MessageTag>& s) {
  s.member("Name", &MessageTag::name).required();
  s.member("Value", &MessageTag::value).required();
}

void SendEmailResult::describe(StructureShape<SendEmailResult>& s) {
  s.member("MessageId", &SendEmailResult::message_id);
}

void SendEmail::describe(StructureShape<SendEmail>& s) {
  s.member("Source", &SendEmail::source).required();
  s.member("Destination", &SendEmail::destination).required();
  s.member("Message", &SendEmail::message).required();
  s.member("ReplyToAddresses", &SendEmail::reply_to_addresses);
  s.member("ReturnPath", &SendEmail::return_path);
  s.member("SourceArn", &SendEmail::source_arn);
  s.member("ReturnPathArn", &SendEmail::return_path_arn);
  s.member("Tags", &SendEmail::tags);
  s.member("ConfigurationSetName", &SendEmail::configuration_set_name);
}

void RawMessage::describe(StructureShape<RawMessage>& s) {
  s.member("Data", &RawMessage::data).required();
}

void SendRawEmailResult::describe(StructureShape<SendRawEmailResult>& s) {
  s.member("MessageId", &SendRawEmailResult::message_id);
}

void SendRawEmail::describe(StructureShape<SendRawEmail>& s) {
  s.member("Source", &SendRawEmail::source);
  s.member("Destinations", &SendRawEmail::destinations);
  s.member("RawMessage", &SendRawEmail::raw_message).required();
  s.member("FromArn", &SendRawEmail::from_arn);
  s.member("SourceArn", &SendRawEmail::source_arn);
  s.member("ReturnPathArn", &SendRawEmail::return_path_arn);
  s.member("Tags", &SendRawEmail::tags);
  s.member("ConfigurationSetName", &SendRawEmail::configuration_set_name);
}

void SendTemplatedEmailResult::describe(StructureShape<SendTemplatedEmailResult>& s) {
  s.member("MessageId", &SendTemplatedEmailResult::message_id);
}

void SendTemplatedEmail::describe(StructureShape<SendTemplatedEmail>& s) {
  s.member("Source", &SendTemplatedEmail::source).required();
  s.member("Destination", &SendTemplatedEmail::destination).required();
  s.member("ReplyToAddresses", &SendTemplatedEmail::reply_to_addresses);
  s.member("ReturnPath", &SendTemplatedEmail::return_path);
  s.member("SourceArn", &SendTemplatedEmail::source_arn);
  s.member("ReturnPathArn", &SendTemplatedEmail::return_path_arn);
  s.member("Tags", &SendTemplatedEmail::tags);
  s.member("ConfigurationSetName", &SendTemplatedEmail::configuration_set_name);
  s.member("Template", &SendTemplatedEmail::template_value).required();
  s.member("TemplateArn", &SendTemplatedEmail::template_arn);
  s.member("TemplateData", &SendTemplatedEmail::template_data).required().range(0, 262144);
}

void BulkEmailDestination::describe(StructureShape<BulkEmailDestination>& s) {
  s.member("Destination", &BulkEmailDestination::destination).required();
  s.member("ReplacementTags", &BulkEmailDestination::replacement_tags);
  s.member("ReplacementTemplateData", &BulkEmailDestination::replacement_template_data)
      .range(0, 262144);
}

void BulkEmailDestinationStatus::describe(StructureShape<BulkEmailDestinationStatus>& s) {
  s.member("Status", &BulkEmailDestinationStatus::status);
  s.member("Error", &BulkEmailDestinationStatus::error);
  s.member("MessageId", &BulkEmailDestinationStatus::message_id);
}

void SendBulkTemplatedEmailResult::describe(StructureShape<SendBulkTemplatedEmailResult>& s) {
  s.member("Status", &SendBulkTemplatedEmailResult::status).always();
}

void SendBulkTemplatedEmail::describe(StructureShape<SendBulkTemplatedEmail>& s) {
  s.member("Source", &SendBulkTemplatedEmail::source).required();
  s.member("SourceArn", &SendBulkTemplatedEmail::source_arn);
  s.member("ReplyToAddresses", &SendBulkTemplatedEmail::reply_to_addresses);
  s.member("ReturnPath", &SendBulkTemplatedEmail::return_path);
  s.member("ReturnPathArn", &SendBulkTemplatedEmail::return_path_arn);
  s.member("ConfigurationSetName", &SendBulkTemplatedEmail::configuration_set_name);
  s.member("DefaultTags", &SendBulkTemplatedEmail::default_tags);
  s.member("Template", &SendBulkTemplatedEmail::template_value).required();
  s.member("TemplateArn", &SendBulkTemplatedEmail::template_arn);
  s.member("DefaultTemplateData", &SendBulkTemplatedEmail::default_template_data)
      .required()
      .range(0, 262144);
  s.member("Destinations", &SendBulkTemplatedEmail::destinations).required();
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::Destination);
EMU_DESCRIBED(ses::Content);
EMU_DESCRIBED(ses::Body);
EMU_DESCRIBED(ses::Message);
EMU_DESCRIBED(ses::MessageTag);
EMU_DESCRIBED(ses::SendEmailResult);
EMU_DESCRIBED_OPERATION(ses::SendEmail);
EMU_DESCRIBED(ses::RawMessage);
EMU_DESCRIBED(ses::SendRawEmailResult);
EMU_DESCRIBED_OPERATION(ses::SendRawEmail);
EMU_DESCRIBED(ses::SendTemplatedEmailResult);
EMU_DESCRIBED_OPERATION(ses::SendTemplatedEmail);
EMU_DESCRIBED(ses::BulkEmailDestination);
EMU_DESCRIBED(ses::BulkEmailDestinationStatus);
EMU_DESCRIBED(ses::SendBulkTemplatedEmailResult);
EMU_DESCRIBED_OPERATION(ses::SendBulkTemplatedEmail);
}  // namespace emu
