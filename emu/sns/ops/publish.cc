#include <utility>

#include "core/hash/hash.h"
#include "sns/endpoint.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

// Of a FIFO topic: 20 digits, as AWS's are.
std::string sequence_text(std::uint64_t number) {
  constexpr std::uint64_t kFirst = 10'000'000'000'000'000'000U;
  constexpr std::uint64_t kStep = 1'000;
  return std::to_string(kFirst + number * kStep);
}

// What a phone or a platform gets.
std::string text_for(std::string_view protocol, const Publish& in, const Texts& texts) {
  auto text = texts.find(protocol);
  if (text == texts.end()) text = texts.find("default");
  return text == texts.end() ? *in.message : text->second;
}

Error no_target() {
  return invalid_parameter("TopicArn or TargetArn", "no value for required parameter");
}

Error invalid_phone_number(std::string_view number) {
  return invalid_parameter("PhoneNumber",
                           std::string(number).append(" is not valid to publish to"));
}

}  // namespace

// Checks: Amazon SNS API Reference, "Publish".
Result<PublishResult> Sns::publish(Call& call, const Publish& in) {
  const int targets = (in.topic_arn ? 1 : 0) + (in.target_arn ? 1 : 0) + (in.phone_number ? 1 : 0);
  if (targets != 1) return no_target();
  if (in.phone_number) return publish_to_phone(call, in);
  if (in.target_arn && in.target_arn->find(":endpoint/") != std::string::npos) {
    return publish_to_device(call, in);
  }
  const OutgoingMessage outgoing = OutgoingMessage::of(in);
  Texts texts;
  EMU_CHECK(check_outgoing(outgoing, texts));
  EMU_TRY(StoredTopic* topic, in.topic_arn ? find_topic(call, *in.topic_arn)
                                           : find_topic(call, *in.target_arn, "TargetArn"));
  EMU_CHECK(check_for_topic(outgoing, *topic));

  PublishResult out = publish_to(call, *topic, outgoing, std::move(texts));
  call.subject = out.message_id;
  return out;
}

Result<PublishResult> Sns::publish_to_phone(const Call& call, const Publish& in) {
  if (!is_phone_number(*in.phone_number)) return invalid_phone_number(*in.phone_number);
  Texts texts;
  EMU_CHECK(check_outgoing(OutgoingMessage::of(in), texts));
  const std::string id = world_.uuid();
  outbox_.add(call.account(), {.service = "sns",
                               .protocol = "sms",
                               .to = *in.phone_number,
                               .body = text_for("sms", in, texts),
                               .message_id = id,
                               .sent_at = world_.now()});
  return PublishResult{.message_id = id};
}

// Checks: Amazon SNS API Reference, "Publish"; Amazon SNS Developer Guide, "Publishing to mobile
// devices".
Result<PublishResult> Sns::publish_to_device(const Call& call, const Publish& in) {
  Texts texts;
  EMU_CHECK(check_outgoing(OutgoingMessage::of(in), texts));
  const Result<StoredDevice*> device = find_device(call, *in.target_arn);
  if (!device) {
    return invalid_parameter("TargetArn", "No endpoint found for the target arn specified");
  }
  if ((*device)->attributes["Enabled"] == "false") {
    return error(errors::kEndpointDisabled, "Endpoint is disabled");
  }
  const std::string id = world_.uuid();
  outbox_.add(call.account(), {.service = "sns",
                               .protocol = "application",
                               .to = *in.target_arn,
                               .body = text_for(platform_of(*in.target_arn), in, texts),
                               .message_id = id,
                               .sent_at = world_.now()});
  return PublishResult{.message_id = id};
}

PublishedMessage Sns::message_of(const Call& call, const StoredTopic& topic,
                                 const OutgoingMessage& outgoing) {
  PublishedMessage message;
  message.id = world_.uuid();
  message.topic_arn = topic.arn;
  message.region = topic.region;
  message.endpoint = call.caller.endpoint;
  message.subject = outgoing.subject;
  message.text = outgoing.message;
  message.attributes = outgoing.attributes;
  message.published = world_.now();
  message.signature_version = topic.attributes.signature_version;
  message.group_id = outgoing.group_id.value_or(std::string());
  if (!topic.attributes.is_fifo) return message;
  message.deduplication_id =
      outgoing.deduplication_id ? *outgoing.deduplication_id : sha256_hex(outgoing.message);
  return message;
}

// Source: Amazon SNS Developer Guide, "Amazon SNS message deduplication for FIFO topics".
const RecentMessage* Sns::number(StoredTopic& topic, PublishedMessage& message) {
  auto& order = topic.recent_in_order;
  while (!order.empty() && order.front().first + kDeduplicationInterval <= world_.now()) {
    topic.recent.erase(order.front().second);
    order.pop_front();
  }
  std::string key = message.deduplication_id;
  if (topic.attributes.dedups_within_group) key += '\n' + message.group_id;
  if (const auto known = topic.recent.find(key); known != topic.recent.end()) {
    return &known->second;
  }
  message.sequence_number = sequence_text(++topic.sent);
  topic.recent.emplace(
      key, RecentMessage{.message_id = message.id, .sequence_number = message.sequence_number});
  order.emplace_back(world_.now(), std::move(key));
  return nullptr;
}

void Sns::count_filtered_out(const StoredTopic& topic, const FilterPolicy& filter,
                             FilteredMessage& message) {
  const auto add = [&](topic_metrics::Kind kind) { minutes_.add(topic.metrics, kind); };
  add(topic_metrics::kFilteredOut);
  if (filter.scope() == FilterPolicy::Scope::kBody) {
    add(message.body() ? topic_metrics::kFilteredOutByBody
                       : topic_metrics::kFilteredOutInvalidBody);
    return;
  }
  add(message.attributes().empty() ? topic_metrics::kFilteredOutWithoutAttributes
                                   : topic_metrics::kFilteredOutByAttributes);
}

PublishResult Sns::publish_to(const Call& call, StoredTopic& topic, const OutgoingMessage& outgoing,
                              Texts texts) {
  minutes_.add(topic.metrics, topic_metrics::kPublished);
  minutes_.add(topic.metrics, topic_metrics::kPublishSize, static_cast<double>(outgoing.size()));
  PublishedMessage message = message_of(call, topic, outgoing);
  if (const auto text = texts.find("default"); text != texts.end()) {
    message.text = std::move(text->second);
    texts.erase(text);
    message.texts = std::move(texts);
  }
  if (topic.attributes.is_fifo) {
    if (const RecentMessage* before = number(topic, message)) {
      return {.message_id = before->message_id, .sequence_number = before->sequence_number};
    }
  }
  PublishResult out{.message_id = message.id, .sequence_number = message.sequence_number};
  const Notifier::Message shared = notifier_.share(std::move(message));
  FilteredMessage filtered(*shared);
  for (const auto& [serial, subscription] : topic.subscriptions) {
    if (subscription.is_pending()) continue;
    const auto& filter = subscription.attributes.filter;
    if (filter != nullptr && !filter->accepts(filtered)) {
      count_filtered_out(topic, *filter, filtered);
      continue;
    }
    notifier_.post(shared, subscription.target);
  }
  return out;
}

}  // namespace emu::sns
