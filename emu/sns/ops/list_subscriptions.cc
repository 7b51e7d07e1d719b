#include "sns/limits.h"
#include "sns/page.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

Subscription shown(const StoredTopic& topic, const StoredSubscription& subscription) {
  return {.subscription_arn = subscription.is_pending() ? "PendingConfirmation" : subscription.arn,
          .owner = subscription.owner,
          .protocol = subscription.protocol,
          .endpoint = subscription.endpoint,
          .topic_arn = topic.arn};
}

}  // namespace

Result<ListSubscriptionsResult> Sns::list_subscriptions(Call& call, const ListSubscriptions& in) {
  EMU_TRY(const std::uint64_t after, serial_of_token(in.next_token));
  const RegionState& state = regions_.at(call.account(), call.region());
  ListSubscriptionsResult out;
  std::uint64_t last = 0;
  const auto& all = state.own_subscriptions;
  // Looking at a topic may end subscriptions that are listed here.
  for (auto own = all.upper_bound(after); own != all.end(); own = all.upper_bound(last)) {
    if (out.subscriptions.size() == kPageSize) {
      out.next_token = token_of_serial(last);
      break;
    }
    last = own->first;
    StoredTopic* topic = find_by_arn(own->second);
    // The topic's account may have been taken away.
    if (topic == nullptr) continue;
    end_unconfirmed(*topic);
    const auto subscription = topic->subscriptions.find(last);
    if (subscription == topic->subscriptions.end()) continue;
    out.subscriptions.push_back(shown(*topic, subscription->second));
  }
  return out;
}

Result<ListSubscriptionsByTopicResult> Sns::list_subscriptions_by_topic(
    Call& call, const ListSubscriptionsByTopic& in) {
  EMU_TRY(const StoredTopic* topic, find_topic(call, in.topic_arn));
  EMU_TRY(const std::uint64_t after, serial_of_token(in.next_token));
  ListSubscriptionsByTopicResult out;
  const auto& all = topic->subscriptions;
  std::uint64_t last = 0;
  for (auto subscription = all.upper_bound(after); subscription != all.end(); ++subscription) {
    if (out.subscriptions.size() == kPageSize) {
      out.next_token = token_of_serial(last);
      break;
    }
    last = subscription->first;
    out.subscriptions.push_back(shown(*topic, subscription->second));
  }
  return out;
}

}  // namespace emu::sns
