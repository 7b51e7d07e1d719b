// Events of mail: what SES tells about a message, in the two forms that it has.
// Sources: Amazon SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon
// SNS", "Amazon SNS notification contents for Amazon SES".
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/mail/mime.h"
#include "ses/mail.h"
#include "ses/simulator.h"

namespace emu::ses {

enum class EventKind : std::uint8_t { kSend, kDelivery, kBounce, kComplaint, kRenderingFailure };

// "BOUNCE", as destinations name it.
std::string_view event_type(EventKind kind);
// "Bounce", as events do.
std::string_view event_word(EventKind kind);
// "Email Bounced", on an event bus.
std::string_view event_detail_type(EventKind kind);

// What all events of a message tell.
struct MailFacts {
  std::string account = {};
  std::string region = {};
  std::string source = {};
  std::string source_arn = {};
  std::string caller = {};  // "ann" of a user's ARN
  std::string message_id = {};
  std::string subject = {};
  std::vector<std::string> to = {};
  std::vector<std::string> cc = {};
  std::vector<std::string> destinations = {};
  std::vector<MailHeader> headers = {};
  bool are_headers_truncated = false;
  std::vector<NamedValue> tags = {};
  std::string configuration_set = {};
  std::string from_domain = {};
  std::string return_path = {};  // where feedback goes
  Time sent = {};
};

struct MailEvent {
  EventKind kind;
  std::vector<std::string> recipients = {};  // whom it is about
  std::string bounce_sub_type = {};          // "General", "Suppressed", "OnAccountSuppressionList"
  std::string feedback_id = {};
  std::string template_name = {};
  std::string error = {};  // of a rendering
  Time at = {};
};

// Takes the headers, as far as events carry them, from mail as it was sent.
void set_headers(MailFacts& mail, std::string_view raw);

// What an event destination gets.
std::string event_record(const MailFacts& mail, const MailEvent& event);
// What the topic of an identity gets, with the headers of the message or without.
std::string notification(const MailFacts& mail, const MailEvent& event, bool with_headers);

}  // namespace emu::ses
