// Subscriptions as a topic has them: how they begin and end.
#include <fmt/format.h>

#include <utility>

#include "core/hash/ids.h"
#include "sns/endpoint.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

Error too_many_subscriptions() {
  return error(errors::kSubscriptionLimitExceeded, "Subscription limit exceeded for the topic",
               kForbidden);
}

Error too_many_filters() {
  return error(errors::kFilterPolicyLimitExceeded, "Filter policy limit exceeded for the account",
               kForbidden);
}

// The tokens of AWS begin alike and are as long.
std::string draw_token(Random& random) {
  constexpr std::string_view kBegin = "2336412f37fb687f5d51e6e2";
  constexpr std::size_t kDigits = 200;
  return std::string(kBegin) + hex_id(random, kDigits);
}

}  // namespace

StoredSubscription* StoredTopic::find(std::string_view subscription_arn) {
  const auto serial = by_arn.find(subscription_arn);
  return serial == by_arn.end() ? nullptr : &subscriptions.at(serial->second);
}

void Sns::end_unconfirmed(StoredTopic& topic) {
  while (!topic.expiring.empty() &&
         topic.expiring.front().first + kConfirmationValid <= world_.now()) {
    const auto found = topic.subscriptions.find(topic.expiring.front().second);
    topic.expiring.pop_front();
    if (found == topic.subscriptions.end()) continue;
    StoredSubscription& subscription = found->second;
    if (subscription.is_pending()) {
      end_subscription(topic, subscription);
    } else {
      topic.by_token.erase(subscription.token);
      subscription.token.clear();
    }
  }
  auto& ended = topic.ended_in_order;
  while (!ended.empty() && (ended.front().first + kConfirmationValid <= world_.now() ||
                            ended.size() > kEndedSubscriptionsMax)) {
    topic.ended.erase(ended.front().second);
    ended.pop_front();
  }
}

void Sns::enter(StoredTopic& topic, const StoredSubscription& subscription) {
  const std::uint64_t serial = subscription.serial;
  count_filter(topic, {}, subscription.attributes);
  topic.by_arn.emplace(subscription.arn, serial);
  topic.by_endpoint.emplace(std::pair(subscription.protocol, subscription.endpoint), serial);
  regions_.at(subscription.owner, topic.region).own_subscriptions.emplace(serial, topic.arn);
}

void Sns::end_subscription(StoredTopic& topic, StoredSubscription& subscription) {
  count_filter(topic, subscription.attributes, {});
  if (!subscription.is_pending()) ++topic.deleted_subscriptions;
  topic.by_arn.erase(subscription.arn);
  topic.by_endpoint.erase({subscription.protocol, subscription.endpoint});
  topic.by_token.erase(subscription.token);
  regions_.at(subscription.owner, topic.region).own_subscriptions.erase(subscription.serial);
  topic.subscriptions.erase(subscription.serial);
}

Result<StoredSubscription*> Sns::new_subscription(const Call& call, StoredTopic& topic,
                                                  const Subscribe& in,
                                                  SubscriptionAttributes attributes) {
  const std::size_t most = topic.attributes.is_fifo ? kFifoSubscriptionsMax : kSubscriptionsMax;
  if (topic.subscriptions.size() >= most) return too_many_subscriptions();
  const std::uint64_t serial = ++last_serial_;
  StoredSubscription& subscription = topic.subscriptions[serial];
  subscription.serial = serial;
  subscription.arn = fmt::format("{}:{}", topic.arn, world_.uuid());
  subscription.owner = call.account();
  subscription.principal = call.caller.arn;
  subscription.protocol = in.protocol;
  subscription.endpoint = in.endpoint.value_or(std::string());
  subscription.attributes = std::move(attributes);
  subscription.created = world_.now();
  enter(topic, subscription);
  if (must_confirm(subscription.protocol, subscription.endpoint, call.account())) {
    subscription.token = draw_token(world_.random());
    topic.by_token.emplace(subscription.token, serial);
    topic.expiring.emplace_back(subscription.created, serial);
  } else {
    subscription.is_confirmed = true;
    subscription.was_authenticated = true;
  }
  update_target(topic, subscription);
  return &subscription;
}

// Source: Amazon SNS Developer Guide, "HTTP/HTTPS subscription confirmation JSON format".
void Sns::ask_for_confirmation(const Call& call, StoredTopic& topic,
                               StoredSubscription& subscription) {
  send_notice(call, topic, *subscription.target,
              {.type = "SubscriptionConfirmation",
               .text = fmt::format(
                   "You have chosen to subscribe to the topic {}.\nTo confirm the subscription, "
                   "visit the SubscribeURL included in this message.",
                   topic.arn),
               .token = subscription.token});
}

// Source: Amazon SNS Developer Guide, "HTTP/HTTPS unsubscribe confirmation JSON format".
void Sns::unsubscribe_web(const Call& call, StoredTopic& topic, StoredSubscription& subscription) {
  const std::string token = draw_token(world_.random());
  send_notice(call, topic, *subscription.target,
              {.type = "UnsubscribeConfirmation",
               .text = fmt::format(
                   "You have chosen to deactivate subscription {}.\nTo cancel this operation and "
                   "restore the subscription, visit the SubscribeURL included in this message.",
                   subscription.arn),
               .token = token});
  StoredSubscription ended = subscription;
  ended.token.clear();
  topic.ended.emplace(token, std::move(ended));
  topic.ended_in_order.emplace_back(world_.now(), token);
  end_subscription(topic, subscription);
}

Result<StoredSubscription*> Sns::restore(StoredTopic& topic, std::string_view token) {
  const auto found = topic.ended.find(token);
  if (found == topic.ended.end()) return nullptr;
  StoredSubscription& ended = found->second;
  // The endpoint may have subscribed anew, or have followed the link before.
  const auto current = topic.by_endpoint.find({ended.protocol, ended.endpoint});
  if (current != topic.by_endpoint.end()) return &topic.subscriptions.at(current->second);
  const std::size_t most = topic.attributes.is_fifo ? kFifoSubscriptionsMax : kSubscriptionsMax;
  if (topic.subscriptions.size() >= most) return too_many_subscriptions();
  EMU_CHECK(check_filter(topic, {}, ended.attributes));
  --topic.deleted_subscriptions;
  StoredSubscription& subscription = topic.subscriptions[ended.serial];
  subscription = ended;
  enter(topic, subscription);
  update_target(topic, subscription);
  return &subscription;
}

// It is never raw, and nobody's dead letter.
void Sns::send_notice(const Call& call, const StoredTopic& topic, const Target& to, Notice notice) {
  PublishedMessage message;
  message.id = world_.uuid();
  message.topic_arn = topic.arn;
  message.region = topic.region;
  message.endpoint = call.caller.endpoint;
  message.text = std::move(notice.text);
  message.published = world_.now();
  message.signature_version = topic.attributes.signature_version;
  message.type = notice.type;
  message.token = notice.token;
  Target target = to;
  target.is_raw = false;
  target.dead_letter_url.clear();
  target.metrics = nullptr;
  notifier_.post(notifier_.share(std::move(message)),
                 std::make_shared<const Target>(std::move(target)));
}

// Source: Amazon SNS Developer Guide, "Filter policy constraints in Amazon SNS".
Status Sns::check_filter(const StoredTopic& topic, const SubscriptionAttributes& before,
                         const SubscriptionAttributes& after) {
  if (before.filter != nullptr || after.filter == nullptr) return {};
  if (topic.filter_policies >= kFilterPoliciesOfTopicMax ||
      regions_.at(topic.account, topic.region).filter_policies >= kFilterPoliciesMax) {
    return too_many_filters();
  }
  return {};
}

void Sns::count_filter(StoredTopic& topic, const SubscriptionAttributes& before,
                       const SubscriptionAttributes& after) {
  for (std::size_t* count :
       {&topic.filter_policies, &regions_.at(topic.account, topic.region).filter_policies}) {
    if (before.filter != nullptr) --*count;
    if (after.filter != nullptr) ++*count;
  }
}

}  // namespace emu::sns
