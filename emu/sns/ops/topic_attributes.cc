#include <utility>

#include "sns/errors.h"
#include "sns/service.h"

namespace emu::sns {

Result<GetTopicAttributesResult> Sns::get_topic_attributes(Call& call,
                                                           const GetTopicAttributes& in) {
  EMU_TRY(const StoredTopic* topic, find_topic(call, in.topic_arn));
  const TopicAttributes& attributes = topic->attributes;
  GetTopicAttributesResult out{.attributes = attributes.texts};
  AttributeMap& texts = out.attributes;
  const std::size_t pending = topic->by_token.size();
  texts["TopicArn"] = topic->arn;
  texts["Owner"] = topic->account;
  texts["Policy"] = *topic->policy;
  texts.emplace("DisplayName", "");
  texts["SubscriptionsPending"] = std::to_string(pending);
  texts["SubscriptionsConfirmed"] = std::to_string(topic->subscriptions.size() - pending);
  texts["SubscriptionsDeleted"] = std::to_string(topic->deleted_subscriptions);
  texts["EffectiveDeliveryPolicy"] = topic_delivery_text(attributes.delivery);
  if (!attributes.is_fifo) return out;
  texts["FifoTopic"] = "true";
  texts.emplace("ContentBasedDeduplication", "false");
  texts.emplace("FifoThroughputScope", "Topic");
  return out;
}

// Checks: Amazon SNS API Reference, "SetTopicAttributes".
Result<Nothing> Sns::set_topic_attributes(Call& call, const SetTopicAttributes& in) {
  EMU_TRY(StoredTopic* topic, find_topic(call, in.topic_arn));
  EMU_TRY(topic->attributes, with_attribute(topic->attributes, in.attribute_name,
                                            in.attribute_value.value_or(std::string())));
  update_policy(*topic);
  // Subscriptions inherit what the topic says of deliveries.
  for (auto& [serial, subscription] : topic->subscriptions) {
    const auto own =
        parse_delivery(subscription.attributes.text("DeliveryPolicy"), topic->attributes.delivery);
    if (own) subscription.attributes.delivery = *own;
  }
  update_targets(*topic);
  return Nothing{};
}

}  // namespace emu::sns
