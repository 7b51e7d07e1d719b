// Source: Amazon SNS API Reference, "Subscribe", "ConfirmSubscription", "Unsubscribe",
// "GetSubscriptionAttributes", "SetSubscriptionAttributes", "ListSubscriptions",
// "ListSubscriptionsByTopic".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <string>
#include <vector>

#include "sns/support.h"

namespace emu::sns {

namespace {

constexpr const char* kMail = "ops@example.com";

std::size_t count_of(Aws& aws) {
  return aws.send(ListSubscriptions{}).value().subscriptions.size();
}

}  // namespace

TEST_SUITE("sns: subscriptions") {
  TEST_CASE_FIXTURE(TopicFixture, "a queue of the account is subscribed at once") {
    const Queue queue = create_queue("q");
    const std::string arn = subscribe("sqs", queue.arn);
    CHECK(arn.starts_with(topic + ":"));
    Attributes shown = subscription_attributes(arn);
    CHECK(shown["Endpoint"] == queue.arn);
    CHECK(shown["PendingConfirmation"] == "false");
    CHECK(shown["ConfirmationWasAuthenticated"] == "true");
    CHECK(shown["RawMessageDelivery"] == "false");
    CHECK(shown["SubscriptionPrincipal"] == "arn:aws:iam::000000000000:root");
    CHECK(attributes()["SubscriptionsConfirmed"] == "1");
    const auto listed = aws.send(ListSubscriptionsByTopic{topic}).value().subscriptions;
    CHECK(listed.at(0).subscription_arn == arn);
    CHECK(listed.at(0).owner == "000000000000");
    aws.send(Unsubscribe{arn}).value();
    aws.send(Unsubscribe{arn}).value();
    CHECK(message(aws.send(GetSubscriptionAttributes{arn})) == "Subscription does not exist");
    CHECK(attributes()["SubscriptionsDeleted"] == "1");
    CHECK(count_of(aws) == 0);
  }

  TEST_CASE_FIXTURE(TopicFixture, "subscribing again gives it, unless something differs") {
    const Queue queue = create_queue("q");
    const std::string arn = subscribe("sqs", queue.arn);
    CHECK(subscribe("sqs", queue.arn) == arn);
    CHECK(subscribe("sqs", queue.arn, {{"RawMessageDelivery", "false"}}) == arn);
    const auto other = aws.send(Subscribe{.topic_arn = topic,
                                          .protocol = "sqs",
                                          .endpoint = queue.arn,
                                          .attributes = {{"RawMessageDelivery", "true"}}});
    CHECK(message(other) ==
          "Invalid parameter: Attributes Reason: Subscription already exists with different "
          "attributes");
    CHECK(count_of(aws) == 1);
  }

  TEST_CASE_FIXTURE(TopicFixture, "mail has to be confirmed with the token that it brings") {
    const auto shown =
        aws.send(Subscribe{.topic_arn = topic, .protocol = "email", .endpoint = kMail}).value();
    CHECK(shown.subscription_arn == "pending confirmation");
    CHECK(attributes()["SubscriptionsPending"] == "1");
    publish("too early");
    const SentMessage mail = outbox().at(0);
    CHECK(mail.to == kMail);
    CHECK(mail.subject == "AWS Notification - Subscription Confirmation");
    CHECK(mail.body.find(mail.token) != std::string::npos);
    CHECK(aws.send(ListSubscriptions{}).value().subscriptions.at(0).subscription_arn ==
          "PendingConfirmation");
    CHECK(message(aws.send(ConfirmSubscription{topic, "none"})) == "Invalid parameter: Token");
    const std::string arn =
        aws.send(ConfirmSubscription{topic, mail.token}).value().subscription_arn;
    CHECK(subscription_attributes(arn)["PendingConfirmation"] == "false");
    CHECK(aws.send(ConfirmSubscription{topic, mail.token, "true"}).value().subscription_arn == arn);
    CHECK(subscription_attributes(arn)["ConfirmationWasAuthenticated"] == "false");
    aws.send(Publish{.topic_arn = topic, .message = "now", .subject = "Orders"}).value();
    const auto all = outbox();
    CHECK(all.size() == 2);
    CHECK(all.at(1).subject == "Orders");
    CHECK(all.at(1).body == "now");
  }

  TEST_CASE_FIXTURE(TopicFixture, "what is not confirmed in two days ends") {
    const std::string arn = subscribe("email", kMail);
    CHECK(message(aws.send(Unsubscribe{arn})) ==
          "Invalid parameter: Cannot unsubscribe a subscription that is pending confirmation");
    const std::string token = outbox().at(0).token;
    cloud.advance(48h - 2ms);
    CHECK(attributes()["SubscriptionsPending"] == "1");
    cloud.advance(1ms);
    CHECK(count_of(aws) == 0);
    CHECK(attributes()["SubscriptionsPending"] == "0");
    CHECK(message(aws.send(ConfirmSubscription{topic, token})) == "Invalid parameter: Token");
    CHECK(count_of(aws) == 0);
  }

  TEST_CASE_FIXTURE(TopicFixture, "a queue of another account has to confirm") {
    Aws other = cloud.aws({.account = "222222222222"});
    const std::string url = other.send(sqs::CreateQueue{.queue_name = "q"}).value().queue_url;
    const std::string arn = "arn:aws:sqs:us-east-1:222222222222:q";
    other
        .send(sqs::SetQueueAttributes{.queue_url = url,
                                      .attributes = {{"Policy", let_topic_send(arn)}}})
        .value();
    const auto shown =
        aws.send(Subscribe{.topic_arn = topic, .protocol = "sqs", .endpoint = arn}).value();
    CHECK(shown.subscription_arn == "pending confirmation");
    cloud.advance(1ms);
    const auto got = other.send(sqs::ReceiveMessage{.queue_url = url}).value().messages;
    CHECK(got.at(0).body.find("\"Type\" : \"SubscriptionConfirmation\"") != std::string::npos);
    CHECK(got.at(0).body.find("/?Action=ConfirmSubscription&TopicArn=" + topic + "&Token=") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(TopicFixture, "signatures are needed to end it if its confirmation said so") {
    subscribe("email", kMail);
    const std::string arn =
        aws.send(ConfirmSubscription{topic, outbox().at(0).token, "true"}).value().subscription_arn;
    CHECK(subscription_attributes(arn)["ConfirmationWasAuthenticated"] == "true");
    Aws stranger = cloud.aws({.account = "222222222222"});
    CHECK(code(stranger.send(Unsubscribe{arn})) == errors::kAuthorizationError);
    CHECK(count_of(aws) == 1);
    aws.send(Unsubscribe{arn}).value();
    CHECK(count_of(aws) == 0);
  }

  // Source: Amazon SNS API Reference, "Unsubscribe"; Service Authorization Reference, "Actions,
  // resources, and condition keys for Amazon SNS".
  TEST_CASE_FIXTURE(TopicFixture, "a subscription is its owner's, whosever the topic is") {
    constexpr const char* kOwner = "222222222222";
    aws.send(AddPermission{topic, "others", {kOwner}, {"Subscribe"}}).value();
    Aws owner = cloud.aws({.account = kOwner});
    Aws stranger = cloud.aws({.account = "333333333333"});
    const auto subscribed = [&] {
      return owner
          .send(Subscribe{.topic_arn = topic,
                          .protocol = "sqs",
                          .endpoint = "arn:aws:sqs:us-east-1:222222222222:q",
                          .return_subscription_arn = true})
          .value()
          .subscription_arn;
    };
    const std::string arn = subscribed();
    CHECK(owner.send(GetSubscriptionAttributes{arn}).value().attributes["Owner"] == kOwner);
    CHECK(owner.send(SetSubscriptionAttributes{arn, "RawMessageDelivery", "true"}).ok());
    for (Aws* other : {&aws, &stranger}) {
      CHECK(message(other->send(GetSubscriptionAttributes{arn})) ==
            "Not authorized to access this subscription");
      CHECK(code(other->send(SetSubscriptionAttributes{arn, "RawMessageDelivery", "false"})) ==
            errors::kAuthorizationError);
    }
    CHECK(code(stranger.send(Unsubscribe{arn})) == errors::kAuthorizationError);
    CHECK(owner.send(Unsubscribe{arn}).ok());
    CHECK(count_of(owner) == 0);
    CHECK(aws.send(Unsubscribe{subscribed()}).ok());
    CHECK(count_of(owner) == 0);
  }

  // Source: Amazon SNS Developer Guide, "Filter policy constraints in Amazon SNS".
  TEST_CASE_FIXTURE(TopicFixture, "a topic has at most 200 filter policies") {
    const Attributes filter = {{"FilterPolicy", R"({"a":["b"]})"}};
    for (int i = 0; i < 200; ++i) subscribe("sms", "+49151000" + std::to_string(1000 + i), filter);
    const auto add = [&] {
      return aws.send(Subscribe{.topic_arn = topic,
                                .protocol = "sms",
                                .endpoint = "+491510002000",
                                .attributes = filter});
    };
    CHECK(code(add()) == errors::kFilterPolicyLimitExceeded);
    const std::string plain = subscribe("sms", "+491510003000");
    CHECK(code(aws.send(SetSubscriptionAttributes{plain, "FilterPolicy", R"({"a":["b"]})"})) ==
          errors::kFilterPolicyLimitExceeded);
    topic = create("others");
    CHECK(add().ok());
  }

  TEST_CASE_FIXTURE(TopicFixture, "endpoints are checked by their protocol") {
    struct Row {
      std::string protocol;
      std::string endpoint;
      std::string what;
    };
    for (const Row& row : std::vector<Row>{
             {"pigeon", "x", "Amazon SNS does not support this protocol string: pigeon"},
             {"sqs", "https://sqs.us-east-1.amazonaws.com/000000000000/q", "SQS endpoint ARN"},
             {"sqs", "arn:aws:sqs:us-east-1:000000000000:q.fifo",
              "Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics"},
             {"lambda", "f", "Lambda endpoint ARN"},
             {"http", "https://example.com", "Endpoint must match the specified protocol"},
             {"https", "http://example.com", "Endpoint must match the specified protocol"},
             {"https", "https:///x", "Unreachable Endpoint"},
             {"email", "ops", "Email address"},
             {"sms", "0123", "Invalid SMS endpoint: 0123"},
             {"application", "x", "Application endpoint arn invalid"},
             {"firehose", "x", "Firehose endpoint ARN"}}) {
      CAPTURE(row.protocol);
      const auto refused = aws.send(
          Subscribe{.topic_arn = topic, .protocol = row.protocol, .endpoint = row.endpoint});
      CHECK(message(refused) == "Invalid parameter: " + row.what);
    }
    CHECK(count_of(aws) == 0);
  }

  TEST_CASE_FIXTURE(TopicFixture, "attributes are checked") {
    const std::string arn = subscribe("sms", "+4915112345678");
    struct Row {
      std::string name;
      std::string value;
      std::string what;
    };
    for (const Row& row : std::vector<Row>{
             {"Colour", "red", "AttributeName"},
             {"RawMessageDelivery", "yes",
              "RawMessageDelivery: Invalid value [yes]. Must be true or false."},
             {"RawMessageDelivery", "true",
              "RawMessageDelivery: Delivery protocol [sms] does not support raw message delivery."},
             {"FilterPolicyScope", "Subject",
              "FilterPolicyScope: Invalid value [Subject]. Please use either MessageBody or "
              "MessageAttributes"},
             {"RedrivePolicy", "{}", "RedrivePolicy: deadLetterTargetArn is required"},
             {"RedrivePolicy", R"({"deadLetterTargetArn":"q"})",
              "RedrivePolicy: deadLetterTargetArn is an invalid arn"},
             {"DeliveryPolicy", "{}", "DeliveryPolicy: only http and https endpoints have one"}}) {
      CAPTURE(row.name);
      const std::string set =
          message(aws.send(SetSubscriptionAttributes{arn, row.name, row.value}));
      CHECK(set == "Invalid parameter: " + row.what);
      const std::string given = message(aws.send(Subscribe{.topic_arn = topic,
                                                           .protocol = "sms",
                                                           .endpoint = "+4915112345679",
                                                           .attributes = {{row.name, row.value}}}));
      CHECK(given == "Invalid parameter: Attributes Reason: " + row.what);
    }
    CHECK(count_of(aws) == 1);
  }

  TEST_CASE_FIXTURE(TopicFixture, "subscriptions are listed 100 at a time") {
    for (int i = 0; i < 150; ++i) subscribe("sms", "+49151000" + std::to_string(1000 + i));
    std::vector<std::string> phones;
    std::optional<std::string> token;
    do {
      const auto page = aws.send(ListSubscriptions{.next_token = token}).value();
      for (const auto& each : page.subscriptions) phones.push_back(each.endpoint);
      token = page.next_token;
    } while (!token->empty());
    CHECK(phones.size() == 150);
    const auto first = aws.send(ListSubscriptionsByTopic{topic}).value();
    CHECK(first.subscriptions.size() == 100);
    CHECK(
        aws.send(ListSubscriptionsByTopic{topic, first.next_token}).value().subscriptions.size() ==
        50);
  }

  TEST_CASE_FIXTURE(TopicFixture, "subscriptions go with their topic") {
    subscribe("sms", "+4915112345678");
    aws.send(DeleteTopic{topic}).value();
    CHECK(count_of(aws) == 0);
  }
}

}  // namespace emu::sns
