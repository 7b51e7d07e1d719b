// Sending mail. Include <emu/sesv2.h>.
#pragma once

#include <emu/blob.h>
#include <emu/sesv2/values.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct Destination {
  std::vector<std::string> to_addresses = {};
  std::vector<std::string> cc_addresses = {};
  std::vector<std::string> bcc_addresses = {};
  static void describe(StructureShape<Destination>& s);
};

struct Content {
  std::string data;
  std::optional<std::string> charset = {};
  static void describe(StructureShape<Content>& s);
};

struct Body {
  std::optional<Content> text = {};
  std::optional<Content> html = {};
  static void describe(StructureShape<Body>& s);
};

struct MessageHeader {
  std::string name;
  std::string value;
  static void describe(StructureShape<MessageHeader>& s);
};

struct Attachment {
  Blob raw_content;
  std::optional<std::string> content_disposition = {};
  std::string file_name;
  std::optional<std::string> content_description = {};
  std::optional<std::string> content_id = {};
  std::optional<std::string> content_transfer_encoding = {};
  std::optional<std::string> content_type = {};
  static void describe(StructureShape<Attachment>& s);
};

struct Message {
  Content subject;
  Body body;
  std::vector<MessageHeader> headers = {};
  std::vector<Attachment> attachments = {};
  static void describe(StructureShape<Message>& s);
};

struct RawMessage {
  Blob data;
  static void describe(StructureShape<RawMessage>& s);
};

struct Template {
  std::optional<std::string> template_name = {};
  std::optional<std::string> template_arn = {};
  std::optional<EmailTemplateContent> template_content = {};
  std::optional<std::string> template_data = {};
  std::vector<MessageHeader> headers = {};
  std::vector<Attachment> attachments = {};
  static void describe(StructureShape<Template>& s);
};

struct EmailContent {
  std::optional<Message> simple = {};
  std::optional<RawMessage> raw = {};
  std::optional<Template> template_value = {};
  static void describe(StructureShape<EmailContent>& s);
};

struct MessageTag {
  std::string name;
  std::string value;
  static void describe(StructureShape<MessageTag>& s);
};

struct ListManagementOptions {
  std::string contact_list_name;
  std::optional<std::string> topic_name = {};
  static void describe(StructureShape<ListManagementOptions>& s);
};

struct SendEmailResult {
  std::string message_id = {};
  static void describe(StructureShape<SendEmailResult>& s);
};

// One of three forms of content, to at most 50 recipients, at most 40 MB. Gives the message's id.
// MessageRejected when the sender, or in the sandbox a recipient, is not verified;
// NotFoundException for a configuration set, template or list that is not there;
// SendingPausedException; TooManyRequestsException when the quota of the day is used up.
struct SendEmail {
  static constexpr OperationName kOperation{"sesv2", "SendEmail", "POST",
                                            "/v2/email/outbound-emails"};
  using Result = SendEmailResult;
  std::optional<std::string> from_email_address = {};
  std::optional<std::string> from_email_address_identity_arn = {};
  std::optional<Destination> destination = {};
  std::vector<std::string> reply_to_addresses = {};
  std::optional<std::string> feedback_forwarding_email_address = {};
  std::optional<std::string> feedback_forwarding_email_address_identity_arn = {};
  EmailContent content;
  std::vector<MessageTag> email_tags = {};
  std::optional<std::string> configuration_set_name = {};
  std::optional<std::string> endpoint_id = {};
  std::optional<std::string> tenant_name = {};
  std::optional<ListManagementOptions> list_management_options = {};
  static void describe(StructureShape<SendEmail>& s);
};

struct BulkEmailContent {
  std::optional<Template> template_value = {};
  static void describe(StructureShape<BulkEmailContent>& s);
};

struct ReplacementTemplate {
  std::optional<std::string> replacement_template_data = {};
  static void describe(StructureShape<ReplacementTemplate>& s);
};

struct ReplacementEmailContent {
  std::optional<ReplacementTemplate> replacement_template = {};
  static void describe(StructureShape<ReplacementEmailContent>& s);
};

struct BulkEmailEntry {
  Destination destination;
  std::vector<MessageTag> replacement_tags = {};
  std::optional<ReplacementEmailContent> replacement_email_content = {};
  std::vector<MessageHeader> replacement_headers = {};
  static void describe(StructureShape<BulkEmailEntry>& s);
};

struct BulkEmailEntryResult {
  std::string status = {};
  std::string error = {};
  std::string message_id = {};
  static void describe(StructureShape<BulkEmailEntryResult>& s);
};

struct SendBulkEmailResult {
  std::vector<BulkEmailEntryResult> bulk_email_entry_results = {};
  static void describe(StructureShape<SendBulkEmailResult>& s);
};

// To at most 50 entries, each of which succeeds or fails by itself.
struct SendBulkEmail {
  static constexpr OperationName kOperation{"sesv2", "SendBulkEmail", "POST",
                                            "/v2/email/outbound-bulk-emails"};
  using Result = SendBulkEmailResult;
  std::optional<std::string> from_email_address = {};
  std::optional<std::string> from_email_address_identity_arn = {};
  std::vector<std::string> reply_to_addresses = {};
  std::optional<std::string> feedback_forwarding_email_address = {};
  std::optional<std::string> feedback_forwarding_email_address_identity_arn = {};
  std::vector<MessageTag> default_email_tags = {};
  BulkEmailContent default_content;
  std::vector<BulkEmailEntry> bulk_email_entries;
  std::optional<std::string> configuration_set_name = {};
  std::optional<std::string> endpoint_id = {};
  std::optional<std::string> tenant_name = {};
  static void describe(StructureShape<SendBulkEmail>& s);
};

}  // namespace emu::sesv2
