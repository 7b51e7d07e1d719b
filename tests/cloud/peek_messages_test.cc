#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {
namespace {

using State = QueuedMessage::State;

struct Peeking : LambdaFixture {
  const std::string queue = create_queue("orders", {{"VisibilityTimeout", "30"}});
  const Time start = cloud.now();

  std::vector<std::string> bodies(std::size_t limit) const {
    const auto messages = cloud.peek_messages(queue, limit);
    std::vector<std::string> out;
    for (const QueuedMessage& message : messages.value()) {
      out.push_back(message.body);
    }
    return out;
  }
};

TEST_SUITE("cloud: peek_messages") {
  TEST_CASE_FIXTURE(Peeking, "a URL that names no region finds the queue in whichever it is") {
    Aws elsewhere = cloud.aws({.region = "eu-west-1"});
    elsewhere.send(sqs::CreateQueue{.queue_name = "returns"}).value();
    CHECK(cloud.peek_messages("http://localhost:4566/000000000000/returns", 10).has_value());
    CHECK(cloud.peek_messages("http://localhost:4566/000000000000/orders", 10).has_value());
    CHECK_FALSE(cloud.peek_messages("http://localhost:4566/111111111111/returns", 10));
    CHECK_FALSE(
        cloud.peek_messages("https://sqs.us-east-1.amazonaws.com/000000000000/returns", 10));
  }

  TEST_CASE_FIXTURE(Peeking, "messages are shown as they lie, and none is received by it") {
    const std::string first = send(queue, "first");
    aws.send(sqs::ReceiveMessage{.queue_url = queue}).value();
    cloud.advance(1s);
    aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "second", .delay_seconds = 9s})
        .value();
    send(queue, "third");

    const std::vector<QueuedMessage> messages = cloud.peek_messages(queue, 10).value();
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].message_id == first);
    CHECK(messages[0].body == "first");
    CHECK(messages[0].state == State::kInFlight);
    CHECK(messages[0].receive_count == 1);
    CHECK(messages[0].sent_at == start);
    CHECK(messages[0].visible_at == start + 30s);
    CHECK(messages[0].sender_id == "000000000000");
    CHECK(messages[1].body == "second");
    CHECK(messages[1].state == State::kDelayed);
    CHECK(messages[1].visible_at == start + 10s);
    CHECK(messages[2].body == "third");
    CHECK(messages[2].state == State::kVisible);
    CHECK(messages[2].receive_count == 0);
    CHECK_FALSE(messages[2].visible_at);

    CHECK(cloud.peek_messages(queue_arn("orders"), 10).value().size() == 3);
    CHECK(cloud.peek_messages(queue, 10).value()[2].receive_count == 0);
    CHECK(cloud.peek(queue).visible == 1);
  }

  TEST_CASE_FIXTURE(Peeking, "at most as many as asked for, those first that were sent first") {
    for (int i = 0; i < 5; ++i) send(queue, std::to_string(i));
    const auto received = aws.send(sqs::ReceiveMessage{.queue_url = queue}).value().messages;
    aws.send(sqs::DeleteMessage{.queue_url = queue, .receipt_handle = received[0].receipt_handle})
        .value();
    CHECK(bodies(0).empty());
    CHECK(bodies(2) == std::vector<std::string>{"1", "2"});
    // It takes the place that the deleted one has left in memory, not in the order.
    send(queue, "5");
    CHECK(bodies(10) == std::vector<std::string>{"1", "2", "3", "4", "5"});
  }

  TEST_CASE_FIXTURE(Peeking, "a message that was redriven is as old as it was") {
    const std::string source = create_queue(
        "source", {{"VisibilityTimeout", "1"},
                   {"RedrivePolicy", R"({"maxReceiveCount":1,"deadLetterTargetArn":")" +
                                         queue_arn("orders") + "\"}"}});
    send(source, "old");
    aws.send(sqs::ReceiveMessage{.queue_url = source}).value();
    cloud.advance(2s);
    send(queue, "new");
    cloud.advance(2s);
    aws.send(sqs::ReceiveMessage{.queue_url = source}).value();
    CHECK(bodies(10) == std::vector<std::string>{"old", "new"});
    CHECK(bodies(1) == std::vector<std::string>{"old"});
  }

  TEST_CASE_FIXTURE(Peeking, "there is nothing to say of a queue that does not exist") {
    CHECK_FALSE(cloud.peek_messages(queue_arn("missing"), 10));
    CHECK_FALSE(cloud.peek_messages("no queue at all", 10));
  }
}

}  // namespace
}  // namespace emu::test
