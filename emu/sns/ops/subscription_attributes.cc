#include <utility>

#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

const char* boolean_text(bool value) { return value ? "true" : "false"; }

// The topic's account, too, has no access to subscriptions of others: observed with users of
// Ansible's module for topics.
Status check_owner(const Call& call, const StoredSubscription& subscription) {
  if (call.account() == subscription.owner) return {};
  return error(errors::kAuthorizationError, "Not authorized to access this subscription",
               kForbidden);
}

}  // namespace

Result<GetSubscriptionAttributesResult> Sns::get_subscription_attributes(
    Call& call, const GetSubscriptionAttributes& in) {
  EMU_TRY(const FoundSubscription found, find_subscription(call, in.subscription_arn));
  const StoredSubscription& subscription = *found.subscription;
  EMU_CHECK(check_owner(call, subscription));
  const SubscriptionAttributes& attributes = subscription.attributes;
  GetSubscriptionAttributesResult out;
  auto& texts = out.attributes;
  texts.insert(attributes.texts.begin(), attributes.texts.end());
  texts["SubscriptionArn"] = subscription.arn;
  texts["TopicArn"] = found.topic->arn;
  texts["Owner"] = subscription.owner;
  texts["SubscriptionPrincipal"] = subscription.principal;
  texts["Protocol"] = subscription.protocol;
  texts["Endpoint"] = subscription.endpoint;
  texts["PendingConfirmation"] = boolean_text(subscription.is_pending());
  texts["ConfirmationWasAuthenticated"] = boolean_text(subscription.was_authenticated);
  texts.emplace("RawMessageDelivery", "false");
  if (attributes.filter != nullptr) texts.emplace("FilterPolicyScope", "MessageAttributes");
  if (subscription.protocol.starts_with("http")) {
    texts["EffectiveDeliveryPolicy"] = delivery_text(attributes.delivery);
  }
  return out;
}

// Checks: Amazon SNS API Reference, "SetSubscriptionAttributes".
Result<Nothing> Sns::set_subscription_attributes(Call& call, const SetSubscriptionAttributes& in) {
  EMU_TRY(const FoundSubscription found, find_subscription(call, in.subscription_arn));
  StoredSubscription& subscription = *found.subscription;
  EMU_CHECK(check_owner(call, subscription));
  StoredTopic& topic = *found.topic;
  EMU_TRY(SubscriptionAttributes attributes,
          with_attribute(subscription.attributes,
                         {.protocol = subscription.protocol,
                          .is_fifo = topic.attributes.is_fifo,
                          .of_topic = topic.attributes.delivery},
                         in.attribute_name, in.attribute_value.value_or(std::string())));
  EMU_CHECK(check_filter(topic, subscription.attributes, attributes));
  count_filter(topic, subscription.attributes, attributes);
  subscription.attributes = std::move(attributes);
  update_target(topic, subscription);
  return Nothing{};
}

}  // namespace emu::sns
