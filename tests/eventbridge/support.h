// What the tests of EventBridge start from.
#pragma once

#include <emu/eventbridge.h>
#include <emu/iam.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::eventbridge {

using namespace std::chrono_literals;

struct EventFixture : test::Fixture {
  struct Queue {
    std::string url;
    std::string arn;
  };

  // A queue that lets EventBridge send to it on behalf of any rule of the account.
  Queue create_queue(const std::string& name, std::map<std::string, std::string> attributes = {}) {
    Queue queue = create_closed_queue(name, std::move(attributes));
    allow(queue, "arn:aws:events:us-east-1:000000000000:rule/*");
    return queue;
  }

  Queue create_closed_queue(const std::string& name,
                            std::map<std::string, std::string> attributes = {}) {
    Queue queue;
    queue.url = aws.send(sqs::CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
                    .value()
                    .queue_url;
    queue.arn = "arn:aws:sqs:us-east-1:000000000000:" + name;
    return queue;
  }

  void allow(const Queue& queue, const std::string& rule_arn) {
    aws.send(sqs::SetQueueAttributes{
                 .queue_url = queue.url,
                 .attributes = {{"Policy",
                                 R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                 R"("Principal":{"Service":"events.amazonaws.com"},)"
                                 R"("Action":"sqs:SendMessage","Resource":")" +
                                     queue.arn + R"(","Condition":{"ArnLike":{"aws:SourceArn":")" +
                                     rule_arn + R"("}}}]})"}}})
        .value();
  }

  // A role that a service may assume, without permissions.
  std::string create_role(const std::string& name, const std::string& service) {
    return aws
        .send(iam::CreateRole{.role_name = name,
                              .assume_role_policy_document =
                                  R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                  R"("Principal":{"Service":")" +
                                  service + R"("},"Action":"sts:AssumeRole"}]})"})
        .value()
        .role.arn;
  }

  std::string put_rule(const std::string& pattern, const std::string& name = "orders") {
    return aws.send(PutRule{.name = name, .event_pattern = pattern}).value().rule_arn;
  }

  void put_target(Target target, const std::string& rule = "orders") {
    aws.send(PutTargets{.rule = rule, .targets = {std::move(target)}}).value();
  }

  // An event of the shop.
  std::string put_event(const std::string& detail, const std::string& type = "Ordered") {
    const PutEventsResult out =
        aws.send(PutEvents{.entries = {{.source = "shop", .detail_type = type, .detail = detail}}})
            .value();
    return out.entries.at(0).event_id;
  }

  // Takes all that is in a queue, after everything that is due has been delivered.
  std::vector<sqs::Message> received(const Queue& queue) {
    cloud.advance(1ms);
    std::vector<sqs::Message> messages =
        aws.send(sqs::ReceiveMessage{.queue_url = queue.url,
                                     .message_attribute_names = {"All"},
                                     .max_number_of_messages = 10})
            .value()
            .messages;
    for (const sqs::Message& message : messages) {
      aws.send(sqs::DeleteMessage{queue.url, message.receipt_handle}).value();
    }
    return messages;
  }
  std::vector<std::string> bodies(const Queue& queue) {
    std::vector<std::string> bodies;
    for (const sqs::Message& message : received(queue)) bodies.push_back(message.body);
    return bodies;
  }
};

inline constexpr const char* kShop = R"({"source":["shop"]})";

}  // namespace emu::eventbridge
