// What the tests of SNS start from.
#pragma once

#include <emu/sns.h>
#include <emu/sqs.h>

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::sns {

using namespace std::chrono_literals;
using Attributes = std::map<std::string, std::string>;

// The topic "orders", without subscriptions.
struct TopicFixture : test::Fixture {
  explicit TopicFixture(CloudOptions options = {}) : Fixture(std::move(options)) {}

  std::string topic = create("orders");

  std::string create(const std::string& name, Attributes attributes = {}) {
    return aws.send(CreateTopic{.name = name, .attributes = std::move(attributes)})
        .value()
        .topic_arn;
  }

  Attributes attributes() {
    return aws.send(GetTopicAttributes{.topic_arn = topic}).value().attributes;
  }

  // A queue that lets the topic send to it.
  struct Queue {
    std::string url;
    std::string arn;
  };
  Queue create_queue(const std::string& name) {
    Queue queue;
    queue.url = aws.send(sqs::CreateQueue{.queue_name = name}).value().queue_url;
    queue.arn =
        aws.send(sqs::GetQueueAttributes{.queue_url = queue.url, .attribute_names = {"QueueArn"}})
            .value()
            .attributes["QueueArn"];
    aws.send(sqs::SetQueueAttributes{.queue_url = queue.url,
                                     .attributes = {{"Policy", let_topic_send(queue.arn)}}})
        .value();
    return queue;
  }
  std::string let_topic_send(const std::string& queue_arn) {
    return R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
           R"("Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage",)"
           R"("Resource":")" +
           queue_arn + R"(","Condition":{"ArnEquals":{"aws:SourceArn":")" + topic + R"("}}}]})";
  }

  std::string subscribe(const std::string& protocol, const std::string& endpoint,
                        Attributes with = {}) {
    return aws
        .send(Subscribe{.topic_arn = topic,
                        .protocol = protocol,
                        .endpoint = endpoint,
                        .attributes = std::move(with),
                        .return_subscription_arn = true})
        .value()
        .subscription_arn;
  }

  Attributes subscription_attributes(const std::string& arn) {
    return aws.send(GetSubscriptionAttributes{.subscription_arn = arn}).value().attributes;
  }

  std::string publish(const std::string& message) {
    return aws.send(Publish{.topic_arn = topic, .message = message}).value().message_id;
  }

  // All that is in a queue, after everything that is due has been delivered.
  std::vector<sqs::Message> received(const Queue& queue) {
    cloud.advance(1ms);
    return aws
        .send(sqs::ReceiveMessage{.queue_url = queue.url,
                                  .message_attribute_names = {"All"},
                                  .max_number_of_messages = 10})
        .value()
        .messages;
  }

  std::vector<SentMessage> outbox() {
    cloud.advance(1ms);
    return cloud.look(PeekOutbox{}).messages;
  }
};

}  // namespace emu::sns
