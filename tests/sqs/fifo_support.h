// What the tests of FIFO queues share.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

// The FIFO queue "seats.fifo", with a visibility timeout of 30 s.
struct FifoFixture : QueueFixture {
  FifoFixture() { url = create("seats.fifo", {{"FifoQueue", "true"}}); }

  // With a deduplication id that is the body, unless another one is given.
  SendMessage message_of(const std::string& group, const std::string& body,
                         const std::string& deduplication_id = {}) {
    return {.queue_url = url,
            .message_body = body,
            .message_deduplication_id = deduplication_id.empty() ? body : deduplication_id,
            .message_group_id = group};
  }
  SendMessageResult send(const std::string& group, const std::string& body,
                         const std::string& deduplication_id = {}) {
    return aws.send(message_of(group, body, deduplication_id)).value();
  }

  std::vector<Message> take(int max = 10) {
    return aws
        .send(ReceiveMessage{.queue_url = url,
                             .message_system_attribute_names = {"All"},
                             .max_number_of_messages = max})
        .value()
        .messages;
  }
  // Their bodies, one after the other.
  static std::string bodies(const std::vector<Message>& messages) {
    std::string all;
    for (const Message& message : messages) all += message.body + " ";
    return all;
  }
  Result<Nothing> remove(const Message& message) {
    return aws.send(DeleteMessage{.queue_url = url, .receipt_handle = message.receipt_handle});
  }
  Result<Nothing> hide(const Message& message, std::chrono::seconds timeout) {
    return aws.send(ChangeMessageVisibility{
        .queue_url = url, .receipt_handle = message.receipt_handle, .visibility_timeout = timeout});
  }
  std::vector<Message> attempt(const std::string& id, std::chrono::seconds visibility = 30s) {
    return aws
        .send(ReceiveMessage{.queue_url = url,
                             .max_number_of_messages = 10,
                             .visibility_timeout = visibility,
                             .receive_request_attempt_id = id})
        .value()
        .messages;
  }
};

// "seats.fifo" with the dead-letter queue "dead.fifo" after one receive.
struct FifoDeadLetterFixture : FifoFixture {
  std::string dead_url = create("dead.fifo", {{"FifoQueue", "true"}});
  std::string policy =
      R"({"deadLetterTargetArn":")" + arn_of(dead_url) + R"(","maxReceiveCount":1})";

  FifoDeadLetterFixture() {
    aws.send(SetQueueAttributes{url, {{"RedrivePolicy", policy}}}).value();
  }
};

}  // namespace emu::sqs
