#include "sns/envelope.h"

#include <emu/time.h>
#include <fmt/format.h>

#include <utility>

#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "core/text/partition.h"

namespace emu::sns {

namespace {

constexpr std::string_view kNotification = "Notification";

// SNS writes one member to a line, with spaces around the colons.
class Lines {
 public:
  Lines() { text_.reserve(kRoom); }

  void add(std::string_view name, std::string_view text) {
    begin(name);
    append_json_string(text, text_);
  }
  void add_attributes(const MessageAttributes& attributes);
  std::string finish() { return std::move(text_ += "\n}"); }

 private:
  static constexpr std::size_t kRoom = 1536;  // for most messages

  void begin(std::string_view name) {
    text_ += text_.empty() ? "{\n  \"" : ",\n  \"";
    text_.append(name).append("\" : ");
  }

  std::string text_ = {};
};

std::string value_text(const MessageAttributeValue& attribute) {
  return attribute.string_value ? *attribute.string_value : base64_encode(attribute.binary_value);
}

void Lines::add_attributes(const MessageAttributes& attributes) {
  if (attributes.empty()) return;
  begin("MessageAttributes");
  text_ += '{';
  std::string_view separator;
  for (const auto& [name, attribute] : attributes) {
    text_.append(separator).append("\n    ");
    append_json_string(name, text_);
    text_ += " : {\"Type\":";
    append_json_string(attribute.data_type, text_);
    text_ += ",\"Value\":";
    append_json_string(value_text(attribute), text_);
    text_ += '}';
    separator = ",";
  }
  text_ += "\n  }";
}

std::string origin_of(const PublishedMessage& message) {
  if (!message.endpoint.empty()) return message.endpoint;
  return fmt::format(
      "https://sns.{}.{}", message.region,
      partition_of(message.region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com");
}

// The members that are signed, each on a line of its own behind its name.
std::string text_to_sign(const PublishedMessage& message, const std::string& text) {
  std::string signed_text;
  const auto add = [&](std::string_view name, std::string_view value) {
    signed_text.append(name).append("\n").append(value).append("\n");
  };
  add("Message", text);
  add("MessageId", message.id);
  if (message.type == kNotification) {
    if (message.subject) add("Subject", *message.subject);
  } else {
    add("SubscribeURL", confirmation_url(message));
  }
  add("Timestamp", iso8601(message.published));
  if (message.type != kNotification) add("Token", message.token);
  add("TopicArn", message.topic_arn);
  add("Type", message.type);
  return signed_text;
}

}  // namespace

std::string confirmation_url(const PublishedMessage& message) {
  return fmt::format("{}/?Action=ConfirmSubscription&TopicArn={}&Token={}", origin_of(message),
                     message.topic_arn, message.token);
}

std::string Envelope::certificate_url() const {
  return origin_of(message_) + signer_.certificate_path();
}

std::string Envelope::unsubscribe_url(const Target& target) const {
  return fmt::format("{}/?Action=Unsubscribe&SubscriptionArn={}", origin_of(message_),
                     target.subscription_arn);
}

const std::string& Envelope::signature(const std::string& text) {
  std::string& kept = message_.signatures[&text];
  if (kept.empty()) kept = signer_.sign(text_to_sign(message_, text), message_.signature_version);
  return kept;
}

std::string Envelope::document(const Target& target) {
  const bool is_notification = message_.type == kNotification;
  const std::string& text = message_.text_for(target.protocol);
  Lines lines;
  lines.add("Type", message_.type);
  lines.add("MessageId", message_.id);
  if (!is_notification) lines.add("Token", message_.token);
  if (!message_.sequence_number.empty()) lines.add("SequenceNumber", message_.sequence_number);
  lines.add("TopicArn", message_.topic_arn);
  if (message_.subject) lines.add("Subject", *message_.subject);
  lines.add("Message", text);
  if (!is_notification) lines.add("SubscribeURL", confirmation_url(message_));
  lines.add("Timestamp", iso8601(message_.published));
  lines.add("SignatureVersion", std::string_view(&message_.signature_version, 1));
  lines.add("Signature", signature(text));
  lines.add("SigningCertURL", certificate_url());
  if (is_notification) lines.add("UnsubscribeURL", unsubscribe_url(target));
  lines.add_attributes(message_.attributes);
  return lines.finish();
}

std::string Envelope::lambda_event(const Target& target) {
  const std::string& text = message_.text_for(target.protocol);
  std::string event;
  JsonWriter json(event);
  json.begin_object();
  json.key("Records");
  json.begin_array();
  json.begin_object();
  json.member("EventSource", "aws:sns");
  json.member("EventVersion", "1.0");
  json.member("EventSubscriptionArn", target.subscription_arn);
  json.key("Sns");
  json.begin_object();
  json.member("Type", message_.type);
  json.member("MessageId", message_.id);
  json.member("TopicArn", message_.topic_arn);
  json.key("Subject");
  if (message_.subject) {
    json.string(*message_.subject);
  } else {
    json.null();
  }
  json.member("Message", text);
  json.member("Timestamp", iso8601(message_.published));
  json.member("SignatureVersion", std::string_view(&message_.signature_version, 1));
  json.member("Signature", signature(text));
  json.member("SigningCertUrl", certificate_url());
  json.member("UnsubscribeUrl", unsubscribe_url(target));
  json.key("MessageAttributes");
  json.begin_object();
  for (const auto& [name, attribute] : message_.attributes) {
    json.key(name);
    json.begin_object();
    json.member("Type", attribute.data_type);
    json.member("Value", value_text(attribute));
    json.end_object();
  }
  json.end_object();
  json.end_object();
  json.end_object();
  json.end_array();
  json.end_object();
  return event;
}

}  // namespace emu::sns
