// FIFO queues: receive attempts, handles that expire, dead-letter queues.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "sqs/fifo_support.h"

namespace emu::sqs {

TEST_SUITE("sqs: receiving from FIFO queues") {
  TEST_CASE_FIXTURE(FifoFixture,
                    "messages of one instant are in order, whatever was there before") {
    send("a", "x");
    send("a", "y");
    for (const Message& message : take()) remove(message).value();
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "1"}}}).value();
    send("a", "a1");
    send("a", "a2");
    const auto peeked = cloud.look(PeekQueue{.queue = url, .limit = 1}).messages;
    REQUIRE(peeked.size() == 1);
    CHECK(peeked[0].body == "a1");
    cloud.advance(1s);
    CHECK(bodies(take()) == "a1 a2 ");
  }

  // Source: Amazon SQS API Reference, "ReceiveMessage", ReceiveRequestAttemptId.
  TEST_CASE_FIXTURE(FifoFixture, "an attempt that is made again gets the same, hidden anew") {
    send("a", "a1");
    send("b", "b1");
    const auto first = attempt("try");
    REQUIRE(first.size() == 2);
    cloud.advance(20s);
    const auto again = attempt("try", 50s);
    REQUIRE(again.size() == 2);
    CHECK(again[0].receipt_handle == first[0].receipt_handle);
    CHECK(again[1].receipt_handle == first[1].receipt_handle);
    cloud.advance(49s);
    CHECK(take().empty());
    CHECK(remove(first[1]).ok());
    cloud.advance(1s);
    CHECK(take().at(0).attributes.at("ApproximateReceiveCount") == "2");
  }

  // The text as users of AWS report it.
  TEST_CASE_FIXTURE(FifoFixture, "an attempt of which something was changed cannot be repeated") {
    send("a", "a1");
    send("b", "b1");
    const auto first = attempt("try");
    hide(first[0], 31s).value();
    const auto again =
        aws.send(ReceiveMessage{.queue_url = url, .receive_request_attempt_id = "try"});
    CHECK(code(again) == "InvalidParameterValue");
    CHECK(message(again) ==
          "Value try for parameter ReceiveRequestAttemptId is invalid. Reason: The "
          "receiveRequestAttemptId is not valid anymore since the receive call is not retryable.");

    send("c", "c1");
    const auto third = attempt("another");
    CHECK(bodies(third) == "c1 ");
    remove(third[0]).value();
    CHECK(
        code(aws.send(ReceiveMessage{.queue_url = url, .receive_request_attempt_id = "another"})) ==
        "InvalidParameterValue");
  }

  TEST_CASE_FIXTURE(FifoFixture, "an attempt whose messages are visible again is a new one") {
    send("a", "a1");
    CHECK(attempt("try").size() == 1);
    cloud.advance(30s);
    send("b", "b1");
    CHECK(bodies(attempt("try")) == "a1 b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture,
                    "an attempt gives no more messages than it is asked for, and hides "
                    "none for longer than twelve hours") {
    send("a", "a1");
    send("b", "b1");
    CHECK(attempt("try", 12h).size() == 2);
    cloud.advance(299s);
    const auto fewer = aws.send(ReceiveMessage{.queue_url = url,
                                               .max_number_of_messages = 1,
                                               .visibility_timeout = 12h,
                                               .receive_request_attempt_id = "try"})
                           .value()
                           .messages;
    CHECK(bodies(fewer) == "a1 ");
    CHECK(attempt("try", 12h).size() == 2);
    cloud.advance(12h - 299s);
    CHECK(bodies(take()) == "a1 b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "two polls under one attempt id are given the same") {
    const Time start = cloud.now();
    std::vector<Message> taken[2];
    for (auto& messages : taken) {
      cloud.spawn("poll", [&] {
        messages = aws.send(ReceiveMessage{.queue_url = url,
                                           .wait_time_seconds = 20s,
                                           .receive_request_attempt_id = "try"})
                       .value()
                       .messages;
      });
    }
    cloud.advance(5s);
    send("a", "a1");
    cloud.run_until_idle();
    REQUIRE(taken[0].size() == 1);
    REQUIRE(taken[1].size() == 1);
    CHECK(taken[0][0].receipt_handle == taken[1][0].receipt_handle);
    CHECK(cloud.now() == start + 5s);
  }

  TEST_CASE_FIXTURE(FifoFixture, "an attempt is remembered for five minutes") {
    send("a", "a1");
    CHECK(attempt("try", 600s).size() == 1);
    cloud.advance(5min - 1us);
    CHECK(attempt("try", 600s).size() == 1);
    cloud.advance(1us);
    CHECK(attempt("try", 600s).empty());
    CHECK(code(aws.send(ReceiveMessage{.queue_url = url, .receive_request_attempt_id = "a b"})) ==
          "InvalidParameterValue");
  }

  // Texts as clients report them.
  TEST_CASE_FIXTURE(FifoFixture, "a handle expires with the visibility timeout") {
    send("a", "a1");
    const Message taken = take().at(0);
    cloud.advance(30s);
    const std::string value = "Value " + taken.receipt_handle + " for parameter ReceiptHandle is ";
    const auto refused = remove(taken);
    CHECK(code(refused) == "InvalidParameterValue");
    CHECK(message(refused) == value + "invalid. Reason: The receipt handle has expired.");
    CHECK(message(hide(taken, 1s)) ==
          value +
              "invalid. Reason: Message does not exist or is not available for visibility timeout "
              "change.");
    const auto batch =
        aws.send(DeleteMessageBatch{url, {{.id = "1", .receipt_handle = taken.receipt_handle}}})
            .value();
    REQUIRE(batch.failed.size() == 1);
    CHECK(batch.failed[0].code == "ReceiptHandleIsInvalid");
    CHECK(batch.failed[0].message == "The receipt handle has expired");
    const Message again = take().at(0);
    CHECK(code(remove(taken)) == "InvalidParameterValue");
    CHECK(code(hide(taken, 1s)) == "InvalidParameterValue");
    CHECK(remove(again).ok());
    CHECK(remove(again).ok());
  }
}

TEST_SUITE("sqs: dead-letter queues of FIFO queues") {
  // Source: Amazon SQS Developer Guide, "Setting-up dead-letter queue retention in Amazon SQS" and
  // "Learn how to configure a dead-letter queue redrive".
  TEST_CASE_FIXTURE(FifoDeadLetterFixture, "a message begins anew there, under its own id") {
    const auto sent = send("a", "a1");
    send("a", "a2");
    (void)take(1);
    cloud.advance(std::chrono::hours(3 * 24));
    CHECK(bodies(take()) == "a2 ");
    cloud.advance(std::chrono::hours(3 * 24));
    const auto dead = receive_all_attributes(dead_url, 0s);
    REQUIRE(dead.size() == 1);
    CHECK(dead[0].message_id == sent.message_id);
    CHECK(dead[0].attributes.at("MessageDeduplicationId") == sent.message_id);
    CHECK(dead[0].attributes.at("MessageGroupId") == "a");
    CHECK(dead[0].attributes.at("SequenceNumber").size() == 20);
    CHECK(dead[0].attributes.at("DeadLetterQueueSourceArn") == arn_of(url));
  }

  TEST_CASE_FIXTURE(FifoDeadLetterFixture,
                    "who waits there gets it when the queue's delay is over") {
    aws.send(SetQueueAttributes{dead_url, {{"DelaySeconds", "5"}}}).value();
    send("a", "a1");
    (void)take(1);
    cloud.advance(30s);
    const Time redriven = cloud.now();
    Time got;
    cloud.spawn("undertaker", [&] {
      if (!receive_all_attributes(dead_url, 20s).empty()) got = cloud.now();
    });
    cloud.advance(1s);
    CHECK(take().empty());
    cloud.run_until_idle();
    CHECK(got == redriven + 6s);
  }

  TEST_CASE_FIXTURE(FifoFixture, "a queue may be its own dead-letter queue") {
    const std::string own =
        R"({"deadLetterTargetArn":")" + arn_of(url) + R"(","maxReceiveCount":1})";
    aws.send(SetQueueAttributes{url, {{"RedrivePolicy", own}}}).value();
    send("a", "a1");
    send("a", "a2");
    send("b", "b1");
    const auto first = take(1);
    const auto hidden_no_time = [&](int max) {
      return aws
          .send(ReceiveMessage{
              .queue_url = url, .max_number_of_messages = max, .visibility_timeout = 0s})
          .value()
          .messages;
    };
    CHECK(bodies(hidden_no_time(1)) == "b1 ");
    remove(first.at(0)).value();
    CHECK(bodies(hidden_no_time(10)) == "a2 b1 ");
  }

  // As users of AWS report it.
  TEST_CASE_FIXTURE(FifoDeadLetterFixture, "both queues must be of the same type") {
    const std::string standard = create("plain");
    const auto refused = aws.send(SetQueueAttributes{standard, {{"RedrivePolicy", policy}}});
    CHECK(code(refused) == "InvalidParameterValue");
    CHECK(message(refused) ==
          "Value " + policy +
              " for parameter RedrivePolicy is invalid. Reason: Dead-letter queue must be same "
              "type of queue as the source.");
    CHECK(code(aws.send(StartMessageMoveTask{.source_arn = arn_of(dead_url),
                                             .destination_arn = arn_of(standard)})) ==
          "InvalidParameterValue");
  }

  TEST_CASE_FIXTURE(FifoDeadLetterFixture, "messages are moved home in order, as new ones") {
    for (const char* body : {"a1", "b1", "a2"}) send(std::string(1, body[0]), body);
    CHECK(take().size() == 3);
    cloud.advance(30s);
    CHECK(take().empty());
    aws.send(StartMessageMoveTask{.source_arn = arn_of(dead_url)}).value();
    cloud.advance(1s);
    const auto home = take();
    CHECK(bodies(home) == "a1 a2 b1 ");
    CHECK(home[0].attributes.at("MessageGroupId") == "a");
    CHECK(home[0].attributes.at("ApproximateReceiveCount") == "1");
    CHECK(aws.send(ListMessageMoveTasks{.source_arn = arn_of(dead_url)})
              .value()
              .results.at(0)
              .approximate_number_of_messages_moved == 3);
  }
}

}  // namespace emu::sqs
