#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {
namespace {

struct Peeking : LambdaFixture {
  const std::string queue = create_queue("orders", {{"VisibilityTimeout", "30"}});
  const Time start = cloud.now();

  bool exists(const std::string& queue_url) const {
    return cloud.look(sqs::PeekQueue{.queue = queue_url}).exists;
  }
  std::vector<sqs::QueuedMessage> messages(const std::string& url_or_arn) const {
    return cloud.look(sqs::PeekQueue{.queue = url_or_arn, .limit = 10}).messages;
  }
  std::vector<std::string> bodies(std::int32_t limit) const {
    const auto seen = cloud.look(sqs::PeekQueue{.queue = queue, .limit = limit});
    std::vector<std::string> out;
    for (const sqs::QueuedMessage& message : seen.messages) {
      out.push_back(message.body);
    }
    return out;
  }
};

TEST_SUITE("cloud: looking into a queue") {
  TEST_CASE_FIXTURE(Peeking, "a URL that names no region finds the queue in whichever it is") {
    Aws elsewhere = cloud.aws({.region = "eu-west-1"});
    elsewhere.send(sqs::CreateQueue{.queue_name = "returns"}).value();
    CHECK(exists("http://localhost:4566/000000000000/returns"));
    CHECK(exists("http://localhost:4566/000000000000/orders"));
    CHECK_FALSE(exists("http://localhost:4566/111111111111/returns"));
    CHECK_FALSE(exists("https://sqs.us-east-1.amazonaws.com/000000000000/returns"));
  }

  TEST_CASE_FIXTURE(Peeking, "messages are shown as they lie, and none is received by it") {
    const std::string first = send(queue, "first");
    aws.send(sqs::ReceiveMessage{.queue_url = queue}).value();
    cloud.advance(1s);
    aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "second", .delay_seconds = 9s})
        .value();
    send(queue, "third");

    const std::vector<sqs::QueuedMessage> seen = messages(queue);
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].message_id == first);
    CHECK(seen[0].body == "first");
    CHECK(seen[0].state == sqs::message_states::kInFlight);
    CHECK(seen[0].receive_count == 1);
    CHECK(seen[0].sent_at == start);
    CHECK(seen[0].visible_at == start + 30s);
    CHECK(seen[0].sender_id == "000000000000");
    CHECK(seen[1].body == "second");
    CHECK(seen[1].state == sqs::message_states::kDelayed);
    CHECK(seen[1].visible_at == start + 10s);
    CHECK(seen[2].body == "third");
    CHECK(seen[2].state == sqs::message_states::kVisible);
    CHECK(seen[2].receive_count == 0);
    CHECK_FALSE(seen[2].visible_at);

    CHECK(messages(queue_arn("orders")).size() == 3);
    CHECK(messages(queue)[2].receive_count == 0);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.visible == 1);
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
    CHECK_FALSE(exists(queue_arn("missing")));
    CHECK_FALSE(exists("no queue at all"));
  }
}

}  // namespace
}  // namespace emu::test
