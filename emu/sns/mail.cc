#include "sns/mail.h"

#include <fmt/format.h>

#include "sns/envelope.h"

namespace emu::sns {

namespace {

bool is_mail(const Target& target) { return target.protocol.starts_with("email"); }

std::string subject_of(const PublishedMessage& message, const Target& target) {
  if (!is_mail(target)) return {};
  if (!message.token.empty()) return "AWS Notification - Subscription Confirmation";
  return message.subject.value_or("AWS Notification Message");
}

std::string body_of(const PublishedMessage& message, const Target& target) {
  const std::string& text = message.text_for(target.protocol);
  if (!message.token.empty()) {
    return fmt::format("{}\n\n{}\n", text, confirmation_url(message));
  }
  if (target.protocol == "sms" && !target.display_name.empty()) {
    return fmt::format("{}> {}", target.display_name, text);
  }
  return text;
}

}  // namespace

SentMessage mail_of(const PublishedMessage& message, const Target& target) {
  return {.service = "sns",
          .protocol = target.protocol,
          .to = target.endpoint,
          .subject = subject_of(message, target),
          .body = body_of(message, target),
          .topic_arn = message.topic_arn,
          .message_id = message.id,
          .token = message.token};
}

}  // namespace emu::sns
