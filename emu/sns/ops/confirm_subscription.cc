#include "sns/errors.h"
#include "sns/service.h"

namespace emu::sns {

// Checks: Amazon SNS API Reference, "ConfirmSubscription". The token is the permission; only the
// people of the topic's account have to be allowed it by their policies.
Result<ConfirmSubscriptionResult> Sns::confirm_subscription(Call& call,
                                                            const ConfirmSubscription& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  const bool needs_signature = in.authenticate_on_unsubscribe.value_or("") == "true";
  const bool is_signed = call.caller.kind != Caller::Kind::kAnonymous;
  if (needs_signature && !is_signed) return invalid_parameter("AuthenticateOnUnsubscribe");
  if (is_signed && call.account() == topic->account) {
    EMU_CHECK(world_.permit(call, "sns:ConfirmSubscription", topic->arn));
  }
  StoredSubscription* subscription = nullptr;
  if (const auto found = topic->by_token.find(in.token); found != topic->by_token.end()) {
    subscription = &topic->subscriptions.at(found->second);
  } else {
    EMU_TRY(subscription, restore(*topic, in.token));
  }
  if (subscription == nullptr) return invalid_parameter("Token");
  // Who follows the link again gets the same answer.
  if (subscription->is_pending()) {
    subscription->is_confirmed = true;
    subscription->was_authenticated = needs_signature;
  }
  call.subject = subscription->arn;
  return ConfirmSubscriptionResult{.subscription_arn = subscription->arn};
}

}  // namespace emu::sns
