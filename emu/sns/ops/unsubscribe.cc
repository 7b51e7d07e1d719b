#include "sns/errors.h"
#include "sns/service.h"

namespace emu::sns {

// Checks: Amazon SNS API Reference, "Unsubscribe".
Result<Nothing> Sns::unsubscribe(Call& call, const Unsubscribe& in) {
  Result<FoundSubscription> found = find_subscription(call, in.subscription_arn);
  if (!found) {
    if (found.error().code != errors::kNotFound) return std::move(found).failure();
    return Nothing{};
  }
  StoredSubscription& subscription = *found->subscription;
  const bool is_signed = call.caller.kind != Caller::Kind::kAnonymous;
  const bool is_own =
      call.account() == subscription.owner || call.account() == found->topic->account;
  if (is_signed && is_own) {
    EMU_CHECK(world_.permit(call, "sns:Unsubscribe", "*"));
  } else if (subscription.was_authenticated) {
    return error(errors::kAuthorizationError, "User is not authorized to unsubscribe", kForbidden);
  }
  if (subscription.is_pending()) {
    return invalid_parameter("Cannot unsubscribe a subscription that is pending confirmation");
  }
  if (subscription.protocol.starts_with("http")) {
    unsubscribe_web(call, *found->topic, subscription);
  } else {
    end_subscription(*found->topic, subscription);
  }
  return Nothing{};
}

}  // namespace emu::sns
