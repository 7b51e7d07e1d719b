#include "ses/mail_event.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "core/json/json_writer.h"
#include "core/mail/mail_address.h"
#include "core/mail/mime_words.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "ses/limits.h"

namespace emu::ses {

namespace {

constexpr std::string_view kReportingMta = "dns; amazonses.com";
constexpr std::string_view kSourceIp = "127.0.0.1";

void member_list(JsonWriter& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.key(name);
  writer.begin_array();
  for (const std::string& text : texts) writer.string(text);
  writer.end_array();
}

void write_headers(JsonWriter& writer, const MailFacts& mail) {
  writer.member("headersTruncated", mail.are_headers_truncated);
  writer.key("headers");
  writer.begin_array();
  for (const MailHeader& header : mail.headers) {
    writer.begin_object();
    writer.member("name", header.name);
    writer.member("value", header.value);
    writer.end_object();
  }
  writer.end_array();
  writer.key("commonHeaders");
  writer.begin_object();
  member_list(writer, "from", {mail.source});
  if (!mail.to.empty()) member_list(writer, "to", mail.to);
  if (!mail.cc.empty()) member_list(writer, "cc", mail.cc);
  writer.member("messageId", mail.message_id);
  writer.member("subject", mail.subject);
  writer.end_object();
}

// The tags of the message, and those that SES adds.
void write_tags(JsonWriter& writer, const MailFacts& mail) {
  std::map<std::string, std::string> tags(mail.tags.begin(), mail.tags.end());
  tags.emplace("ses:caller-identity", mail.caller);
  tags.emplace("ses:configuration-set", mail.configuration_set);
  tags.emplace("ses:from-domain", mail.from_domain);
  tags.emplace("ses:source-ip", kSourceIp);
  writer.key("tags");
  writer.begin_object();
  for (const auto& [name, value] : tags) member_list(writer, name, {value});
  writer.end_object();
}

void begin_mail(JsonWriter& writer, const MailFacts& mail) {
  writer.key("mail");
  writer.begin_object();
  writer.member("timestamp", iso8601(mail.sent));
  writer.member("source", mail.source);
  writer.member("sourceArn", mail.source_arn);
  writer.member("sendingAccountId", mail.account);
  writer.member("messageId", mail.message_id);
  member_list(writer, "destination", mail.destinations);
}

void write_recipients(JsonWriter& writer, std::string_view name, const MailEvent& event,
                      bool with_reason) {
  writer.key(name);
  writer.begin_array();
  for (const std::string& recipient : event.recipients) {
    writer.begin_object();
    writer.member("emailAddress", bare_mail_address(recipient));
    if (with_reason) {
      writer.member("action", "failed");
      writer.member("status", "5.1.1");
      writer.member("diagnosticCode",
                    event.bounce_sub_type == "General"
                        ? "smtp; 550 5.1.1 user unknown"
                        : "Amazon SES did not send the message to this address because it is on "
                          "the suppression list");
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_bounce(JsonWriter& writer, const MailEvent& event) {
  writer.key("bounce");
  writer.begin_object();
  writer.member("bounceType", "Permanent");
  writer.member("bounceSubType", event.bounce_sub_type);
  write_recipients(writer, "bouncedRecipients", event, true);
  writer.member("timestamp", iso8601(event.at));
  writer.member("feedbackId", event.feedback_id);
  writer.member("reportingMTA", kReportingMta);
  writer.end_object();
}

void write_complaint(JsonWriter& writer, const MailEvent& event) {
  writer.key("complaint");
  writer.begin_object();
  write_recipients(writer, "complainedRecipients", event, false);
  writer.member("timestamp", iso8601(event.at));
  writer.member("feedbackId", event.feedback_id);
  writer.key("complaintSubType");
  writer.null();
  writer.member("userAgent", "Amazon SES Mailbox Simulator");
  writer.member("complaintFeedbackType", "abuse");
  writer.member("arrivalDate", iso8601(event.at));
  writer.end_object();
}

void write_delivery(JsonWriter& writer, const MailFacts& mail, const MailEvent& event) {
  writer.key("delivery");
  writer.begin_object();
  writer.member("timestamp", iso8601(event.at));
  writer.member("processingTimeMillis", epoch_millis(event.at) - epoch_millis(mail.sent));
  member_list(writer, "recipients", event.recipients);
  writer.member("smtpResponse", "250 ok");
  writer.member("reportingMTA", "amazonses.com");
  writer.end_object();
}

void write_kind(JsonWriter& writer, const MailFacts& mail, const MailEvent& event) {
  switch (event.kind) {
    case EventKind::kSend:
      writer.key("send");
      writer.begin_object();
      return writer.end_object();
    case EventKind::kDelivery:
      return write_delivery(writer, mail, event);
    case EventKind::kBounce:
      return write_bounce(writer, event);
    case EventKind::kComplaint:
      return write_complaint(writer, event);
    case EventKind::kRenderingFailure:
      writer.key("failure");
      writer.begin_object();
      writer.member("errorMessage", event.error);
      writer.member("templateName", event.template_name);
      return writer.end_object();
  }
}

}  // namespace

std::string_view event_type(EventKind kind) {
  switch (kind) {
    case EventKind::kSend:
      return "SEND";
    case EventKind::kDelivery:
      return "DELIVERY";
    case EventKind::kBounce:
      return "BOUNCE";
    case EventKind::kComplaint:
      return "COMPLAINT";
    case EventKind::kRenderingFailure:
      return "RENDERING_FAILURE";
  }
  return {};
}

std::string_view event_word(EventKind kind) {
  switch (kind) {
    case EventKind::kSend:
      return "Send";
    case EventKind::kDelivery:
      return "Delivery";
    case EventKind::kBounce:
      return "Bounce";
    case EventKind::kComplaint:
      return "Complaint";
    case EventKind::kRenderingFailure:
      return "Rendering Failure";
  }
  return {};
}

// Source: Amazon EventBridge Events Reference, "Amazon Simple Email Service events".
std::string_view event_detail_type(EventKind kind) {
  switch (kind) {
    case EventKind::kSend:
      return "Email Sent";
    case EventKind::kDelivery:
      return "Email Delivered";
    case EventKind::kBounce:
      return "Email Bounced";
    case EventKind::kComplaint:
      return "Email Complaint Received";
    case EventKind::kRenderingFailure:
      return "Email Rendering Failed";
  }
  return {};
}

void set_headers(MailFacts& mail, std::string_view raw) {
  std::string_view body;
  mail.headers = parse_mail_headers(raw, body);
  std::size_t bytes = 0;
  std::size_t kept = 0;
  for (const MailHeader& header : mail.headers) {
    if (mail.subject.empty() && equal_ignoring_case(header.name, "Subject")) {
      mail.subject = decode_mime_words(header.value);
    }
    bytes += header.name.size() + header.value.size();
    if (bytes <= kEventHeadersMax) ++kept;
  }
  mail.are_headers_truncated = kept != mail.headers.size();
  mail.headers.resize(kept);
  mail.subject.resize(truncate_utf8(mail.subject, kEventHeadersMax).size());
}

std::string event_record(const MailFacts& mail, const MailEvent& event) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("eventType", event_word(event.kind));
  begin_mail(writer, mail);
  write_headers(writer, mail);
  write_tags(writer, mail);
  writer.end_object();
  write_kind(writer, mail, event);
  writer.end_object();
  return json;
}

std::string notification(const MailFacts& mail, const MailEvent& event, bool with_headers) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("notificationType", event_word(event.kind));
  write_kind(writer, mail, event);
  begin_mail(writer, mail);
  writer.member("sourceIp", kSourceIp);
  writer.member("callerIdentity", mail.caller);
  if (with_headers) write_headers(writer, mail);
  writer.end_object();
  writer.end_object();
  return json;
}

}  // namespace emu::ses
