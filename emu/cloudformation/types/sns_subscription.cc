#include <emu/sns/subscriptions.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_subscription(Making& making) {
  EMU_CHECK(check_properties(making.properties,
                             {"TopicArn", "Protocol", "Endpoint", "FilterPolicy", "Region",
                              "FilterPolicyScope", "DeliveryPolicy", "RedrivePolicy",
                              "RawMessageDelivery", "SubscriptionRoleArn", "ReplayPolicy"}));
  sns::Subscribe subscribe;
  subscribe.return_subscription_arn = true;
  EMU_TRY(subscribe.topic_arn, required_text(making.properties, "TopicArn"));
  EMU_TRY(subscribe.protocol, required_text(making.properties, "Protocol"));
  EMU_TRY(std::string endpoint, text_property(making.properties, "Endpoint"));
  if (!endpoint.empty()) subscribe.endpoint = std::move(endpoint);
  for (const char* name : {"FilterPolicy", "DeliveryPolicy", "RedrivePolicy", "ReplayPolicy"}) {
    if (find_property(making.properties, name) == nullptr) continue;
    EMU_TRY(std::string document, document_property(making.properties, name));
    subscribe.attributes.emplace(name, std::move(document));
  }
  for (const char* name : {"FilterPolicyScope", "RawMessageDelivery", "SubscriptionRoleArn"}) {
    EMU_TRY(std::string text, text_property(making.properties, name));
    if (!text.empty()) subscribe.attributes.emplace(name, std::move(text));
  }
  EMU_TRY(const auto made, making.aws.send(subscribe));
  making.physical_id = made.subscription_arn;
  making.attributes = {{"Arn", made.subscription_arn}};
  return {};
}

Status remove_subscription(Making& making) {
  EMU_CHECK(making.aws.send(sns::Unsubscribe{.subscription_arn = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kSnsSubscription;
const ResourceType kSnsSubscription = {.name = "AWS::SNS::Subscription",
                                       .attributes = {"Arn"},
                                       .create = &create_subscription,
                                       .remove = &remove_subscription};

}  // namespace emu::cloudformation
