// What the tests of SQS start from.
#pragma once

#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <vector>

#include "support/fixture.h"

namespace emu::sqs {

using namespace std::chrono_literals;

// An empty queue named "orders", with a visibility timeout of 36 s.
struct QueueFixture : test::Fixture {
  std::string url = create("orders", {{"VisibilityTimeout", "36"}});

  std::string create(const std::string& name, std::map<std::string, std::string> attributes = {}) {
    return aws.send(CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
        .value()
        .queue_url;
  }

  SendMessageResult send(const std::string& body) {
    return aws.send(SendMessage{.queue_url = url, .message_body = body}).value();
  }

  ReceiveMessageResult receive(int max = 1) {
    return aws.send(ReceiveMessage{.queue_url = url, .max_number_of_messages = max}).value();
  }

  std::vector<Message> receive_all_attributes(const std::string& from, std::chrono::seconds wait) {
    return aws
        .send(ReceiveMessage{.queue_url = from,
                             .message_system_attribute_names = {"All"},
                             .wait_time_seconds = wait})
        .value()
        .messages;
  }

  // Empty when it is not set.
  std::string attribute(const std::string& of, const std::string& name) {
    auto all = aws.send(GetQueueAttributes{.queue_url = of, .attribute_names = {name}}).value();
    return all.attributes[name];
  }
  std::string arn_of(const std::string& of) { return attribute(of, "QueueArn"); }
};

// The queue "orders" with the dead-letter queue "dead" after three receives.
struct DeadLetterFixture : QueueFixture {
  std::string dead_url = create("dead");

  DeadLetterFixture() {
    aws.send(SetQueueAttributes{url, {{"RedrivePolicy", redrive_policy(dead_url, 3)}}}).value();
  }

  std::string redrive_policy(const std::string& target, int count) {
    return R"({"deadLetterTargetArn":")" + arn_of(target) + R"(","maxReceiveCount":)" +
           std::to_string(count) + "}";
  }
};

}  // namespace emu::sqs
