// Subscriptions to topics of SNS. Include <emu/sns.h>.
#pragma once

#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sns {

struct SubscribeResult {
  std::string subscription_arn = {};
  static void describe(StructureShape<SubscribeResult>& s);
};

// Endpoints of web, mail, and queues and functions of another account have to confirm with the
// token that they are sent, within two days. Until then the answer is "pending confirmation", or
// the ARN if that is wanted. Subscribing again gives the subscription that there is when its
// attributes are those that are asked for. Fails with FilterPolicyLimitExceeded and
// SubscriptionLimitExceeded.
struct Subscribe {
  static constexpr OperationName kOperation{"sns", "Subscribe"};
  using Result = SubscribeResult;
  std::string topic_arn;
  std::string protocol;
  std::optional<std::string> endpoint = {};
  std::map<std::string, std::string> attributes = {};
  std::optional<bool> return_subscription_arn = {};
  static void describe(StructureShape<Subscribe>& s);
};

struct ConfirmSubscriptionResult {
  std::string subscription_arn = {};
  static void describe(StructureShape<ConfirmSubscriptionResult>& s);
};

// Anybody who has the token may call it.
struct ConfirmSubscription {
  static constexpr OperationName kOperation{"sns", "ConfirmSubscription"};
  using Result = ConfirmSubscriptionResult;
  std::string topic_arn;
  std::string token;
  std::optional<std::string> authenticate_on_unsubscribe = {};
  static void describe(StructureShape<ConfirmSubscription>& s);
};

// Anybody may call it who knows the ARN, unless its confirmation asked for signatures. Succeeds
// when there is no such subscription.
struct Unsubscribe {
  static constexpr OperationName kOperation{"sns", "Unsubscribe"};
  using Result = Nothing;
  std::string subscription_arn;
  static void describe(StructureShape<Unsubscribe>& s);
};

struct GetSubscriptionAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetSubscriptionAttributesResult>& s);
};

struct GetSubscriptionAttributes {
  static constexpr OperationName kOperation{"sns", "GetSubscriptionAttributes"};
  using Result = GetSubscriptionAttributesResult;
  std::string subscription_arn;
  static void describe(StructureShape<GetSubscriptionAttributes>& s);
};

// Without a value the attribute goes back to its default.
struct SetSubscriptionAttributes {
  static constexpr OperationName kOperation{"sns", "SetSubscriptionAttributes"};
  using Result = Nothing;
  std::string subscription_arn;
  std::string attribute_name;
  std::optional<std::string> attribute_value = {};
  static void describe(StructureShape<SetSubscriptionAttributes>& s);
};

struct Subscription {
  std::string subscription_arn = {};
  std::string owner = {};
  std::string protocol = {};
  std::string endpoint = {};
  std::string topic_arn = {};
  static void describe(StructureShape<Subscription>& s);
};

struct ListSubscriptionsResult {
  std::vector<Subscription> subscriptions = {};
  std::string next_token = {};
  static void describe(StructureShape<ListSubscriptionsResult>& s);
};

// The caller's account's own, 100 at a time, in the order in which they were made.
struct ListSubscriptions {
  static constexpr OperationName kOperation{"sns", "ListSubscriptions"};
  using Result = ListSubscriptionsResult;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListSubscriptions>& s);
};

struct ListSubscriptionsByTopicResult {
  std::vector<Subscription> subscriptions = {};
  std::string next_token = {};
  static void describe(StructureShape<ListSubscriptionsByTopicResult>& s);
};

// Of all accounts, 100 at a time, in the order in which they were made.
struct ListSubscriptionsByTopic {
  static constexpr OperationName kOperation{"sns", "ListSubscriptionsByTopic"};
  using Result = ListSubscriptionsByTopicResult;
  std::string topic_arn;
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListSubscriptionsByTopic>& s);
};

}  // namespace emu::sns
