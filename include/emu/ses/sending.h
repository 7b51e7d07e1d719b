// Sending mail. Include <emu/ses.h>.
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <optional>
#include <string>
#include <vector>

namespace emu::ses {

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

struct Message {
  Content subject;
  Body body;
  static void describe(StructureShape<Message>& s);
};

struct MessageTag {
  std::string name;
  std::string value;
  static void describe(StructureShape<MessageTag>& s);
};

struct SendEmailResult {
  std::string message_id = {};
  static void describe(StructureShape<SendEmailResult>& s);
};

// To at most 50 recipients, at most 10 MB. Gives the message's id. MessageRejected when the sender,
// or in the sandbox a recipient, is not verified; ConfigurationSetDoesNotExist,
// ConfigurationSetSendingPausedException, AccountSendingPausedException; Throttling when the quota
// of the day is used up.
struct SendEmail {
  static constexpr OperationName kOperation{"ses", "SendEmail"};
  using Result = SendEmailResult;
  std::string source;
  Destination destination;
  Message message;
  std::vector<std::string> reply_to_addresses = {};
  std::optional<std::string> return_path = {};
  std::optional<std::string> source_arn = {};
  std::optional<std::string> return_path_arn = {};
  std::vector<MessageTag> tags = {};
  std::optional<std::string> configuration_set_name = {};
  static void describe(StructureShape<SendEmail>& s);
};

struct RawMessage {
  Blob data;
  static void describe(StructureShape<RawMessage>& s);
};

struct SendRawEmailResult {
  std::string message_id = {};
  static void describe(StructureShape<SendRawEmailResult>& s);
};

// The whole message in MIME. Sender and recipients are those of its headers unless they are given.
struct SendRawEmail {
  static constexpr OperationName kOperation{"ses", "SendRawEmail"};
  using Result = SendRawEmailResult;
  std::optional<std::string> source = {};
  std::vector<std::string> destinations = {};
  RawMessage raw_message;
  std::optional<std::string> from_arn = {};
  std::optional<std::string> source_arn = {};
  std::optional<std::string> return_path_arn = {};
  std::vector<MessageTag> tags = {};
  std::optional<std::string> configuration_set_name = {};
  static void describe(StructureShape<SendRawEmail>& s);
};

struct SendTemplatedEmailResult {
  std::string message_id = {};
  static void describe(StructureShape<SendTemplatedEmailResult>& s);
};

// TemplateDoesNotExist, and InvalidRenderingParameter for data that is no JSON object. Mail that
// lacks an attribute is accepted, and not sent.
struct SendTemplatedEmail {
  static constexpr OperationName kOperation{"ses", "SendTemplatedEmail"};
  using Result = SendTemplatedEmailResult;
  std::string source;
  Destination destination;
  std::vector<std::string> reply_to_addresses = {};
  std::optional<std::string> return_path = {};
  std::optional<std::string> source_arn = {};
  std::optional<std::string> return_path_arn = {};
  std::vector<MessageTag> tags = {};
  std::optional<std::string> configuration_set_name = {};
  std::string template_value;
  std::optional<std::string> template_arn = {};
  std::string template_data;
  static void describe(StructureShape<SendTemplatedEmail>& s);
};

struct BulkEmailDestination {
  Destination destination;
  std::vector<MessageTag> replacement_tags = {};
  std::optional<std::string> replacement_template_data = {};
  static void describe(StructureShape<BulkEmailDestination>& s);
};

struct BulkEmailDestinationStatus {
  std::string status = {};
  std::string error = {};
  std::string message_id = {};
  static void describe(StructureShape<BulkEmailDestinationStatus>& s);
};

struct SendBulkTemplatedEmailResult {
  std::vector<BulkEmailDestinationStatus> status = {};
  static void describe(StructureShape<SendBulkTemplatedEmailResult>& s);
};

// To at most 50 destinations, each of which succeeds or fails by itself. What the replacement data
// of one lacks is taken from the default data.
struct SendBulkTemplatedEmail {
  static constexpr OperationName kOperation{"ses", "SendBulkTemplatedEmail"};
  using Result = SendBulkTemplatedEmailResult;
  std::string source;
  std::optional<std::string> source_arn = {};
  std::vector<std::string> reply_to_addresses = {};
  std::optional<std::string> return_path = {};
  std::optional<std::string> return_path_arn = {};
  std::optional<std::string> configuration_set_name = {};
  std::vector<MessageTag> default_tags = {};
  std::string template_value;
  std::optional<std::string> template_arn = {};
  std::string default_template_data;
  std::vector<BulkEmailDestination> destinations;
  static void describe(StructureShape<SendBulkTemplatedEmail>& s);
};

}  // namespace emu::ses
