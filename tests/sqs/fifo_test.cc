// FIFO queues: their attributes, groups, sending and deduplication.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "sqs/fifo_support.h"

namespace emu::sqs {

TEST_SUITE("sqs: FIFO queues") {
  TEST_CASE_FIXTURE(FifoFixture, "a group's messages come in order, one receive at a time") {
    for (const char* body : {"a1", "b1", "a2", "b2", "a3"}) send(std::string(1, body[0]), body);
    const auto first = take(2);
    CHECK(bodies(first) == "a1 a2 ");
    CHECK(bodies(take()) == "b1 b2 ");
    CHECK(take().empty());
    remove(first[0]).value();
    CHECK(take().empty());
    remove(first[1]).value();
    CHECK(bodies(take()) == "a3 ");
  }

  // Source: Amazon SQS API Reference, "CreateQueue".
  TEST_CASE_FIXTURE(FifoFixture, "it has attributes that standard queues do not have") {
    CHECK(url.ends_with("/000000000000/seats.fifo"));
    CHECK(arn_of(url) == "arn:aws:sqs:us-east-1:000000000000:seats.fifo");
    CHECK(attribute(url, "FifoQueue") == "true");
    CHECK(attribute(url, "ContentBasedDeduplication") == "false");
    CHECK(attribute(url, "DeduplicationScope") == "queue");
    CHECK(attribute(url, "FifoThroughputLimit") == "perQueue");
    CHECK(aws.send(GetQueueUrl{.queue_name = "seats.fifo"}).value().queue_url == url);
    const std::string standard = create("plain");
    CHECK(code(aws.send(GetQueueAttributes{standard, {"FifoQueue"}})) == "InvalidAttributeName");
    const auto all = aws.send(GetQueueAttributes{standard, {"All"}}).value().attributes;
    CHECK(all.count("FifoQueue") + all.count("DeduplicationScope") == 0);
    CHECK(create("seats.fifo", {{"FifoQueue", "true"}}) == url);
    CHECK(code(aws.send(CreateQueue{
              "seats.fifo", {{"FifoQueue", "true"}, {"ContentBasedDeduplication", "true"}}})) ==
          "QueueNameExists");
  }

  // Source: Amazon SQS API Reference, "CreateQueue"; texts as clients report them.
  TEST_CASE_FIXTURE(FifoFixture, "names and attributes that do not go together are refused") {
    const auto refused = aws.send(CreateQueue{"plain", {{"FifoQueue", "true"}}});
    CHECK(code(refused) == "InvalidParameterValue");
    CHECK(message(refused) ==
          "The name of a FIFO queue can only include alphanumeric characters, hyphens, or "
          "underscores, must end with .fifo suffix and be 1 to 80 in length.");
    CHECK(code(aws.send(CreateQueue{std::string(76, 'a') + ".fifo", {{"FifoQueue", "true"}}})) ==
          "InvalidParameterValue");
    CHECK(code(aws.send(CreateQueue{".fifo", {{"FifoQueue", "true"}}})) == "InvalidParameterValue");
    CHECK(message(aws.send(CreateQueue{"other.fifo"})) ==
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    CHECK(message(aws.send(CreateQueue{"plain", {{"FifoQueue", "false"}}})) ==
          "Unknown Attribute FifoQueue.");
    struct Case {
      const char* name;
      const char* value;
    };
    for (const Case c :
         {Case{"FifoQueue", "false"}, Case{"FifoQueue", "yes"},
          Case{"ContentBasedDeduplication", "yes"}, Case{"DeduplicationScope", "group"},
          Case{"FifoThroughputLimit", "queue"}, Case{"FifoThroughputLimit", "perMessageGroupId"}}) {
      CAPTURE(c.name);
      CHECK(code(aws.send(SetQueueAttributes{url, {{c.name, c.value}}})) ==
            "InvalidAttributeValue");
    }
    CHECK(attribute(url, "FifoThroughputLimit") == "perQueue");
    aws.send(SetQueueAttributes{url,
                                {{"DeduplicationScope", "messageGroup"},
                                 {"FifoThroughputLimit", "perMessageGroupId"}}})
        .value();
    CHECK(code(aws.send(SetQueueAttributes{url, {{"DeduplicationScope", "queue"}}})) ==
          "InvalidAttributeValue");
  }

  // Source: Amazon SQS Developer Guide, "Amazon SQS delay queues".
  TEST_CASE_FIXTURE(FifoFixture, "a changed delay holds for what is in the queue") {
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "100"}}}).value();
    send("a", "a1");
    cloud.advance(10s);
    CHECK(take().empty());
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "20"}}}).value();
    cloud.advance(9s);
    CHECK(take().empty());
    cloud.advance(1s);
    CHECK(bodies(take()) == "a1 ");
    send("b", "b1");
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "0"}}}).value();
    CHECK(bodies(take()) == "b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "a message that is visible again keeps its place") {
    for (const char* body : {"a1", "a2", "a3"}) send("a", body);
    const auto taken = take(2);
    hide(taken[0], 0s).value();
    CHECK(take().empty());
    hide(taken[1], 0s).value();
    CHECK(bodies(take()) == "a1 a2 a3 ");
    cloud.advance(30s);
    CHECK(bodies(take(1)) == "a1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "who waits gets the rest of a group when it is free again") {
    for (const char* body : {"a1", "a2"}) send("a", body);
    const auto taken = take(1);
    std::string got;
    cloud.spawn("waiter", [&] { got = bodies(receive_all_attributes(url, 20s)); });
    cloud.advance(5s);
    CHECK(got.empty());
    remove(taken[0]).value();
    cloud.advance(1us);
    CHECK(got == "a2 ");
    cloud.spawn("waiter", [&] { got = bodies(receive_all_attributes(url, 20s)); });
    send("a", "a3");
    cloud.advance(1s);
    send("b", "b1");
    cloud.advance(1us);
    CHECK(got == "b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "purging forgets the groups, not what was sent") {
    send("a", "a1");
    (void)take();
    aws.send(PurgeQueue{url}).value();
    send("a", "a1");
    send("a", "a2");
    CHECK(bodies(take()) == "a2 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "a group goes on behind messages that are too old") {
    send("a", "a1");
    cloud.advance(std::chrono::hours(24));
    send("a", "a2");
    cloud.advance(std::chrono::hours(3 * 24));
    CHECK(bodies(take()) == "a2 ");
  }
}

TEST_SUITE("sqs: sending to FIFO queues") {
  // Source: Amazon SQS API Reference, "SendMessage"; texts as clients report them.
  TEST_CASE_FIXTURE(FifoFixture, "what is refused, in order") {
    SendMessage in{.queue_url = url, .message_body = "a1", .delay_seconds = 5s};
    const auto no_group = aws.send(in);
    CHECK(code(no_group) == "MissingParameter");
    CHECK(message(no_group) == "The request must contain the parameter MessageGroupId.");
    in.message_group_id = "a b";
    const auto no_id = aws.send(in);
    CHECK(code(no_id) == "InvalidParameterValue");
    CHECK(message(no_id) ==
          "The queue should either have ContentBasedDeduplication enabled or "
          "MessageDeduplicationId provided explicitly");
    in.message_deduplication_id = std::string(129, 'x');
    CHECK(message(aws.send(in)) ==
          "Value 5 for parameter DelaySeconds is invalid. Reason: The request include parameter "
          "that is not valid for this queue type.");
    in.delay_seconds = 0s;
    CHECK(message(aws.send(in)) ==
          "Value " + in.message_deduplication_id +
              " for parameter MessageDeduplicationId is invalid. Reason: MessageDeduplicationId "
              "can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    in.message_deduplication_id = std::string(128, 'x');
    CHECK(message(aws.send(in)) ==
          "Value a b for parameter MessageGroupId is invalid. Reason: MessageGroupId can only "
          "include alphanumeric and punctuation characters. 1 to 128 in length.");
    in.message_group_id = "a";
    CHECK(take().empty());
    CHECK(aws.send(in).ok());
  }

  TEST_CASE_FIXTURE(FifoFixture, "a batch keeps its order, and fails as a whole without groups") {
    const auto lacks_group = aws.send(SendMessageBatch{
        url, {{.id = "1", .message_body = "a1", .message_deduplication_id = "1"}}});
    CHECK(code(lacks_group) == "InvalidParameterValue");
    CHECK(message(lacks_group) == "The request must contain the parameter MessageGroupId.");
    const auto sent = aws.send(SendMessageBatch{url,
                                                {{.id = "1",
                                                  .message_body = "a1",
                                                  .message_deduplication_id = "1",
                                                  .message_group_id = "a"},
                                                 {.id = "2",
                                                  .message_body = "a2",
                                                  .delay_seconds = 1s,
                                                  .message_deduplication_id = "2",
                                                  .message_group_id = "a"},
                                                 {.id = "3",
                                                  .message_body = "a3",
                                                  .message_deduplication_id = "1",
                                                  .message_group_id = "a"},
                                                 {.id = "4",
                                                  .message_body = "a4",
                                                  .message_deduplication_id = "4",
                                                  .message_group_id = "a"}}})
                          .value();
    REQUIRE(sent.successful.size() == 3);
    REQUIRE(sent.failed.size() == 1);
    CHECK(sent.failed[0].id == "2");
    CHECK(sent.failed[0].code == "InvalidParameterValue");
    CHECK(sent.successful[1].message_id == sent.successful[0].message_id);
    CHECK(sent.successful[1].sequence_number == sent.successful[0].sequence_number);
    CHECK(bodies(take()) == "a1 a4 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "sequence numbers have 20 digits and rise") {
    const std::string first = send("a", "a1").sequence_number;
    const std::string second = send("b", "b1").sequence_number;
    CHECK(first.size() == 20);
    CHECK(second.size() == 20);
    CHECK(first < second);
    const auto taken = take();
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].attributes.at("SequenceNumber") == first);
    CHECK(taken[0].attributes.at("MessageGroupId") == "a");
    CHECK(taken[0].attributes.at("MessageDeduplicationId") == "a1");
    CHECK(taken[1].attributes.at("SequenceNumber") == second);
  }

  // Source: Amazon SQS API Reference, "SendMessage", MessageDeduplicationId.
  TEST_CASE_FIXTURE(FifoFixture, "a duplicate is answered as the first one for five minutes") {
    const auto first = send("a", "a1", "id");
    remove(take()[0]).value();
    int sends = 0;
    const Subscription following = cloud.subscribe([&](const Event& event) {
      if (event.as<events::MessagesSent>() != nullptr) ++sends;
    });
    cloud.advance(5min - 1us);
    const auto again = send("b", "b1", "id");
    CHECK(again.message_id == first.message_id);
    CHECK(again.sequence_number == first.sequence_number);
    CHECK(again.md5_of_message_body != first.md5_of_message_body);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
    CHECK(sends == 0);
    cloud.advance(1us);
    CHECK(send("b", "b1", "id").message_id != first.message_id);
    CHECK(bodies(take()) == "b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "the scope of deduplication may be the group") {
    aws.send(SetQueueAttributes{url, {{"DeduplicationScope", "messageGroup"}}}).value();
    send("a", "a1", "id");
    send("b", "b1", "id");
    send("a", "a2", "id");
    CHECK(bodies(take()) == "a1 b1 ");
  }

  TEST_CASE_FIXTURE(FifoFixture, "the body's SHA-256 stands for an id that is left out") {
    aws.send(SetQueueAttributes{url, {{"ContentBasedDeduplication", "true"}}}).value();
    SendMessage in{.queue_url = url, .message_body = "abc", .message_group_id = "a"};
    const auto first = aws.send(in).value();
    in.message_attributes = {{"seat", {.string_value = "12A", .data_type = "String"}}};
    CHECK(aws.send(in).value().message_id == first.message_id);
    const std::string sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(send("a", "other", sha256).message_id == first.message_id);
    CHECK(send("a", "abc", "own").message_id != first.message_id);
    const auto taken = take();
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].attributes.at("MessageDeduplicationId") == sha256);
    CHECK(taken[1].attributes.at("MessageDeduplicationId") == "own");
  }
}

}  // namespace emu::sqs
