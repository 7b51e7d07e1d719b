#include <utility>

#include "sns/endpoint.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

constexpr std::string_view kPending = "pending confirmation";

// Subscribe has the attributes in one parameter, which its errors name.
Error in_attributes(Error error) {
  constexpr std::string_view kBegin = "Invalid parameter: ";
  if (error.code != errors::kInvalidParameter) return error;
  return invalid_parameter("Attributes", error.message.substr(kBegin.size()));
}

std::string shown_arn(const StoredSubscription& subscription, const Subscribe& in) {
  const bool is_shown = !subscription.is_pending() || in.return_subscription_arn.value_or(false);
  return is_shown ? subscription.arn : std::string(kPending);
}

}  // namespace

// Checks: Amazon SNS API Reference, "Subscribe".
Result<SubscribeResult> Sns::subscribe(Call& call, const Subscribe& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  const std::string endpoint = in.endpoint.value_or(std::string());
  EMU_CHECK(check_endpoint(
      {.protocol = in.protocol, .endpoint = endpoint, .is_fifo = topic->attributes.is_fifo}));
  const SubscriptionKind kind{.protocol = in.protocol,
                              .is_fifo = topic->attributes.is_fifo,
                              .of_topic = topic->attributes.delivery};
  Result<SubscriptionAttributes> attributes = attributes_of(kind, in.attributes);
  if (!attributes) return in_attributes(attributes.error());

  StoredSubscription* subscription = nullptr;
  if (const auto known = topic->by_endpoint.find({in.protocol, endpoint});
      known != topic->by_endpoint.end()) {
    subscription = &topic->subscriptions.at(known->second);
    if (!agrees(subscription->attributes, in.attributes)) {
      return invalid_parameter("Attributes",
                               "Subscription already exists with different attributes");
    }
  } else {
    EMU_CHECK(check_filter(*topic, {}, *attributes));
    EMU_TRY(subscription, new_subscription(call, *topic, in, *std::move(attributes)));
  }
  // Who asks again is sent the token again.
  if (subscription->is_pending()) ask_for_confirmation(call, *topic, *subscription);
  call.subject = subscription->arn;
  return SubscribeResult{.subscription_arn = shown_arn(*subscription, in)};
}

}  // namespace emu::sns
