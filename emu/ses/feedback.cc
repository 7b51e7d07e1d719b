// What becomes of mail, and who is told: event destinations, topics of identities, and senders by
// mail.
// Sources: Amazon SES Developer Guide, "Monitor email sending using Amazon SES event publishing",
// "Receiving Amazon SES notifications using Amazon SNS", "Receiving Amazon SES notifications
// through email", "Overriding account-level suppression with configuration set-level suppression".
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/gate/event_bus.h"
#include "core/gate/metrics.h"
#include "core/json/json_writer.h"
#include "core/mail/mail_address.h"
#include "core/text/ascii.h"
#include "ses/access.h"
#include "ses/backend.h"
#include "ses/errors.h"
#include "ses/mail_event.h"

namespace emu::ses {

namespace {

constexpr std::string_view kSubject = "Amazon SES Email Event Notification";

bool is_in(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// "arn:aws:iam::123456789012:user/ann" is "ann".
std::string caller_name(std::string_view arn) {
  return std::string(arn.substr(arn.find_last_of("/:") + 1));
}

std::string tag_of(const MailFacts& mail, const MetricDimensionSource& dimension) {
  if (dimension.source == "MESSAGE_TAG") {
    for (const auto& [name, value] : mail.tags) {
      if (name == dimension.name) return value;
    }
    if (dimension.name == "ses:configuration-set") return mail.configuration_set;
    if (dimension.name == "ses:from-domain") return mail.from_domain;
    if (dimension.name == "ses:caller-identity") return mail.caller;
  }
  if (dimension.source == "EMAIL_HEADER") {
    for (const MailHeader& header : mail.headers) {
      if (equal_ignoring_case(header.name, dimension.name)) return header.value;
    }
  }
  return dimension.default_value;
}

// The metric of an event has the event's name, "RenderingFailure" without the blank.
std::string metric_name(EventKind kind) {
  std::string name(event_word(kind));
  std::erase(name, ' ');
  return name;
}

}  // namespace

bool Backend::is_suppressed(const RegionState& state, const StoredConfigurationSet* set,
                            const std::string& recipient) {
  const auto entry = state.suppressed.find(identity_key(bare_mail_address(recipient)));
  if (entry == state.suppressed.end()) return false;
  const auto& reasons = set != nullptr && set->suppressed_reasons ? *set->suppressed_reasons
                                                                  : state.suppressed_reasons;
  return is_in(reasons, entry->second.reason);
}

MailFacts Backend::facts_of(const Call& call, const RegionState& state, const Mail& mail,
                            const std::string& id) const {
  MailFacts facts{.account = state.account, .region = state.region, .source = mail.source};
  facts.source_arn = sender_arn(call, mail.source, mail.source_arn);
  facts.caller = caller_name(call.caller.arn);
  facts.message_id = id;
  facts.subject = std::string(mail.subject);
  facts.to = mail.to;
  facts.cc = mail.cc;
  for (const auto* list : {&mail.to, &mail.cc, &mail.bcc}) {
    for (const std::string& text : *list) facts.destinations.push_back(bare_mail_address(text));
  }
  facts.tags = mail.tags;
  facts.configuration_set = mail.configuration_set;
  facts.from_domain = std::string(mail_domain(bare_mail_address(mail.source)));
  facts.return_path = bare_mail_address(mail.return_path.empty() ? mail.source : mail.return_path);
  facts.sent = world_.now();
  return facts;
}

// In the order in which they would happen. Of addresses that are suppressed, both lists bounce.
void Backend::tell_outcomes(RegionState& state, const MailFacts& mail, const Outcomes& outcomes) {
  const Time now = world_.now();
  const auto feedback_id = [&] { return draw_message_id(); };
  tell(state, mail, {.kind = EventKind::kSend, .at = now});
  if (!outcomes.delivered.empty()) {
    tell(state, mail, {.kind = EventKind::kDelivery, .recipients = outcomes.delivered, .at = now});
  }
  const std::pair<const std::vector<std::string>&, std::string_view> bounces[] = {
      {outcomes.bounced, "General"},
      {outcomes.suppressed, "Suppressed"},
      {outcomes.account_suppressed, "OnAccountSuppressionList"}};
  for (const auto& [recipients, sub_type] : bounces) {
    if (recipients.empty()) continue;
    tell(state, mail,
         {.kind = EventKind::kBounce,
          .recipients = recipients,
          .bounce_sub_type = std::string(sub_type),
          .feedback_id = feedback_id(),
          .at = now});
  }
  if (outcomes.complained.empty()) return;
  tell(state, mail,
       {.kind = EventKind::kComplaint,
        .recipients = outcomes.complained,
        .feedback_id = feedback_id(),
        .at = now});
}

// A new topic gets a message that says so.
Status Backend::try_out_topic(const Call& call, const std::string& identity,
                              const std::string& topic, const std::string& notification_type) {
  const CallerPtr sender = world_.service_caller(kPrincipal, identity_arn(call, identity),
                                                 call.account(), call.region());
  std::string message;
  JsonWriter writer(message);
  writer.begin_object();
  writer.member("notificationType", "AmazonSnsSubscriptionSucceeded");
  writer.member(
      "message",
      fmt::format("You have successfully subscribed your Amazon SNS topic '{}' to receive "
                  "'{}' notifications from Amazon SES for identity '{}'.",
                  topic, notification_type, identity));
  writer.end_object();
  const Status taken =
      publisher_.try_out(sender, {.topic_arn = topic, .message = std::move(message)});
  if (taken) return {};
  return invalid_parameter(
      fmt::format("Could not publish to the SNS topic <{}>: {}", topic, taken.error().message));
}

void Backend::tell(RegionState& state, const MailFacts& mail, const MailEvent& event) {
  const auto set = state.configuration_sets.find(mail.configuration_set);
  if (set != state.configuration_sets.end()) {
    for (const auto& [name, destination] : set->second.destinations) {
      if (destination.wants(event_type(event.kind))) tell_destination(mail, event, destination);
    }
  }
  const StoredIdentity* identity = find_covering(state.identities, bare_mail_address(mail.source));
  if (identity != nullptr) tell_identity(mail, event, *identity);
}

void Backend::tell_destination(const MailFacts& mail, const MailEvent& event,
                               const StoredDestination& destination) {
  const std::string set_arn =
      configuration_set_arn(mail.account, mail.region, mail.configuration_set);
  if (!destination.topic_arn.empty()) {
    publisher_.post(world_.service_caller(kPrincipal, set_arn, mail.account, mail.region),
                    {.topic_arn = destination.topic_arn,
                     .message = event_record(mail, event),
                     .subject = std::string(kSubject)});
  }
  if (!destination.event_bus_arn.empty()) {
    for (EventBus* bus : world_.interfaces().all<EventBus>()) {
      bus->put({.account = mail.account,
                .region = mail.region,
                .source = "aws.ses",
                .detail_type = std::string(event_detail_type(event.kind)),
                .resources = {set_arn},
                .detail = event_record(mail, event),
                .time = event.at});
    }
  }
  if (!destination.dimensions.empty()) put_metric(mail, event, destination);
}

void Backend::put_metric(const MailFacts& mail, const MailEvent& event,
                         const StoredDestination& destination) {
  std::vector<std::string> values;
  std::vector<MetricDimension> dimensions;
  for (const MetricDimensionSource& source : destination.dimensions) {
    values.push_back(tag_of(mail, source));
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    dimensions.push_back({.name = destination.dimensions[i].name, .value = values[i]});
  }
  const std::string name = metric_name(event.kind);
  for (MetricSink* sink : world_.interfaces().all<MetricSink>()) {
    sink->put_metric({.account = mail.account,
                      .region = mail.region,
                      .metric_namespace = "AWS/SES",
                      .name = name,
                      .dimensions = dimensions,
                      .time = event.at,
                      .value = 1,
                      .unit = "Count"});
  }
}

void Backend::tell_identity(const MailFacts& mail, const MailEvent& event,
                            const StoredIdentity& identity) {
  const auto topic = identity.topics.find(event_word(event.kind));
  if (topic != identity.topics.end() && !topic->second.arn.empty()) {
    publisher_.post(world_.service_caller(kPrincipal, mail.source_arn, mail.account, mail.region),
                    {.topic_arn = topic->second.arn,
                     .message = notification(mail, event, topic->second.has_headers)});
  }
  const bool is_feedback = event.kind == EventKind::kBounce || event.kind == EventKind::kComplaint;
  if (is_feedback && identity.forwards_feedback) forward_feedback(mail, event);
}

void Backend::forward_feedback(const MailFacts& mail, const MailEvent& event) {
  const bool is_bounce_mail = event.kind == EventKind::kBounce;
  std::string whom;
  for (const std::string& recipient : event.recipients) {
    whom += bare_mail_address(recipient) + "\n";
  }
  outbox_.add(mail.account,
              {.service = "ses",
               .protocol = "email",
               .from = is_bounce_mail ? "MAILER-DAEMON@amazonses.com"
                                      : "complaints@email-abuse.amazonses.com",
               .to = mail.return_path,
               .subject = is_bounce_mail ? "Delivery Status Notification (Failure)"
                                         : "Complaint about message from Amazon SES",
               .body = fmt::format("{}\n\n{}\nSubject: {}\nMessage-ID: {}\n",
                                   is_bounce_mail ? "The mail could not be delivered to:"
                                                  : "The mail was complained about by:",
                                   whom, mail.subject, mail.message_id),
               .region = mail.region,
               .sent_at = event.at});
}

}  // namespace emu::ses
