#include <emu/describe.h>
#include <emu/sns/subscriptions.h>

namespace emu::sns {

void SubscribeResult::describe(StructureShape<SubscribeResult>& s) {
  s.member("SubscriptionArn", &SubscribeResult::subscription_arn);
}

void Subscribe::describe(StructureShape<Subscribe>& s) {
  s.member("TopicArn", &Subscribe::topic_arn).required();
  s.member("Protocol", &Subscribe::protocol).required();
  s.member("Endpoint", &Subscribe::endpoint);
  s.member("Attributes", &Subscribe::attributes);
  s.member("ReturnSubscriptionArn", &Subscribe::return_subscription_arn);
}

void ConfirmSubscriptionResult::describe(StructureShape<ConfirmSubscriptionResult>& s) {
  s.member("SubscriptionArn", &ConfirmSubscriptionResult::subscription_arn);
}

void ConfirmSubscription::describe(StructureShape<ConfirmSubscription>& s) {
  s.member("TopicArn", &ConfirmSubscription::topic_arn).required();
  s.member("Token", &ConfirmSubscription::token).required();
  s.member("AuthenticateOnUnsubscribe", &ConfirmSubscription::authenticate_on_unsubscribe);
}

void Unsubscribe::describe(StructureShape<Unsubscribe>& s) {
  s.member("SubscriptionArn", &Unsubscribe::subscription_arn).required();
}

void GetSubscriptionAttributesResult::describe(StructureShape<GetSubscriptionAttributesResult>& s) {
  s.member("Attributes", &GetSubscriptionAttributesResult::attributes);
}

void GetSubscriptionAttributes::describe(StructureShape<GetSubscriptionAttributes>& s) {
  s.member("SubscriptionArn", &GetSubscriptionAttributes::subscription_arn).required();
}

void SetSubscriptionAttributes::describe(StructureShape<SetSubscriptionAttributes>& s) {
  s.member("SubscriptionArn", &SetSubscriptionAttributes::subscription_arn).required();
  s.member("AttributeName", &SetSubscriptionAttributes::attribute_name).required();
  s.member("AttributeValue", &SetSubscriptionAttributes::attribute_value);
}

void Subscription::describe(StructureShape<Subscription>& s) {
  s.member("SubscriptionArn", &Subscription::subscription_arn);
  s.member("Owner", &Subscription::owner);
  s.member("Protocol", &Subscription::protocol);
  s.member("Endpoint", &Subscription::endpoint);
  s.member("TopicArn", &Subscription::topic_arn);
}

void ListSubscriptionsResult::describe(StructureShape<ListSubscriptionsResult>& s) {
  s.member("Subscriptions", &ListSubscriptionsResult::subscriptions).always();
  s.member("NextToken", &ListSubscriptionsResult::next_token);
}

void ListSubscriptions::describe(StructureShape<ListSubscriptions>& s) {
  s.member("NextToken", &ListSubscriptions::next_token);
}

void ListSubscriptionsByTopicResult::describe(StructureShape<ListSubscriptionsByTopicResult>& s) {
  s.member("Subscriptions", &ListSubscriptionsByTopicResult::subscriptions).always();
  s.member("NextToken", &ListSubscriptionsByTopicResult::next_token);
}

void ListSubscriptionsByTopic::describe(StructureShape<ListSubscriptionsByTopic>& s) {
  s.member("TopicArn", &ListSubscriptionsByTopic::topic_arn).required();
  s.member("NextToken", &ListSubscriptionsByTopic::next_token);
}

}  // namespace emu::sns

namespace emu {
EMU_DESCRIBED(sns::SubscribeResult);
EMU_DESCRIBED_OPERATION(sns::Subscribe);
EMU_DESCRIBED(sns::ConfirmSubscriptionResult);
EMU_DESCRIBED_OPERATION(sns::ConfirmSubscription);
EMU_DESCRIBED_OPERATION(sns::Unsubscribe);
EMU_DESCRIBED(sns::GetSubscriptionAttributesResult);
EMU_DESCRIBED_OPERATION(sns::GetSubscriptionAttributes);
EMU_DESCRIBED_OPERATION(sns::SetSubscriptionAttributes);
EMU_DESCRIBED(sns::Subscription);
EMU_DESCRIBED(sns::ListSubscriptionsResult);
EMU_DESCRIBED_OPERATION(sns::ListSubscriptions);
EMU_DESCRIBED(sns::ListSubscriptionsByTopicResult);
EMU_DESCRIBED_OPERATION(sns::ListSubscriptionsByTopic);
}  // namespace emu
