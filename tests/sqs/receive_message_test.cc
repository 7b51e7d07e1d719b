// Source: Amazon SQS API Reference, "ReceiveMessage"; Amazon SQS Developer Guide, "Amazon SQS
// visibility timeout" and "Amazon SQS short and long polling".
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "core/gate/world.h"
#include "sqs/support.h"

namespace emu::sqs {

TEST_SUITE("sqs: ReceiveMessage") {
  TEST_CASE_FIXTURE(QueueFixture,
                    "a received message is hidden until its visibility timeout ends") {
    send("seat 12A");
    const Message first = receive().messages.at(0);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 1);
    cloud.advance(36s - 1us);
    CHECK(receive().messages.empty());
    cloud.advance(1us);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 0);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    const Message second = receive().messages.at(0);
    CHECK(second.message_id == first.message_id);
    CHECK(second.receipt_handle != first.receipt_handle);
  }

  TEST_CASE_FIXTURE(QueueFixture, "messages come in the order in which they were sent") {
    for (const char* body : {"1", "2", "3"}) send(body);
    CHECK(receive(2).messages.size() == 2);
    cloud.advance(36s);
    std::string order;
    for (const Message& message : receive(10).messages) order += message.body;
    CHECK(order == "123");
  }

  TEST_CASE_FIXTURE(QueueFixture, "a receive may bring its own visibility timeout") {
    send("seat 12A");
    aws.send(ReceiveMessage{.queue_url = url, .visibility_timeout = 5s}).value();
    cloud.advance(5s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(aws.send(ReceiveMessage{
                       .queue_url = url, .max_number_of_messages = 10, .visibility_timeout = 0s})
              .value()
              .messages.size() == 1);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "system attributes are given when they are asked for") {
    const Time sent = cloud.now();
    send("seat 12A");
    cloud.advance(1500ms);
    (void)receive();
    cloud.advance(36s);
    const auto all = receive_all_attributes(url, 0s).at(0).attributes;
    CHECK(all ==
          std::map<std::string, std::string>{
              {"ApproximateFirstReceiveTimestamp", std::to_string(epoch_millis(sent + 1500ms))},
              {"ApproximateReceiveCount", "2"},
              {"SenderId", "000000000000"},
              {"SentTimestamp", std::to_string(epoch_millis(sent))}});
    cloud.advance(36s);
    const auto two = aws.send(ReceiveMessage{.queue_url = url,
                                             .attribute_names = {"SenderId"},
                                             .message_system_attribute_names = {"SentTimestamp"}})
                         .value();
    CHECK(two.messages.at(0).attributes.size() == 2);
  }

  TEST_CASE_FIXTURE(QueueFixture, "message attributes are selected by name and by prefix") {
    const MessageAttributeValue x{.string_value = "x", .data_type = "String"};
    const auto selected = [&](std::vector<std::string> names) {
      aws.send(SendMessage{.queue_url = url,
                           .message_body = "hi",
                           .message_attributes = {{"bar.one", x}, {"bar.two", x}, {"foo", x}}})
          .value();
      const Message got =
          aws.send(ReceiveMessage{.queue_url = url, .message_attribute_names = std::move(names)})
              .value()
              .messages.at(0);
      CHECK(got.md5_of_message_attributes.empty() == got.message_attributes.empty());
      std::string found;
      for (const auto& [name, value] : got.message_attributes) found += name + " ";
      return found;
    };
    CHECK(selected({}).empty());
    CHECK(selected({"All"}) == "bar.one bar.two foo ");
    CHECK(selected({".*"}) == "bar.one bar.two foo ");
    CHECK(selected({"*"}) == "bar.one bar.two foo ");  // as recorded from AWS
    CHECK(selected({"bar.*"}) == "bar.one bar.two ");
    CHECK(selected({"foo", "nothing"}) == "foo ");
  }

  TEST_CASE_FIXTURE(QueueFixture, "values out of bounds are refused and take nothing") {
    send("seat 12A");
    struct Case {
      ReceiveMessage request;
      std::string code;
      std::string message;
    };
    for (const Case& c : std::vector<Case>{
             {{.queue_url = url, .max_number_of_messages = 99},
              "InvalidParameterValue",
              "Value 99 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 "
              "and "
              "10, if provided."},
             {{.queue_url = url, .visibility_timeout = 43201s},
              "InvalidParameterValue",
              "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= "
              "43200, if provided."},
             {{.queue_url = url, .wait_time_seconds = 21s},
              "InvalidParameterValue",
              "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, "
              "if provided."},
             {{.queue_url = url, .receive_request_attempt_id = "a"},
              "InvalidParameterValue",
              "Value a for parameter ReceiveRequestAttemptId is invalid. Reason: The request "
              "include parameter that is not valid for this queue type."},
             {{.queue_url = url, .attribute_names = {"Nonsense"}},
              "InvalidAttributeName",
              "Unknown Attribute Nonsense."},
         }) {
      const auto refused = aws.send(c.request);
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
      CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    }
  }

  TEST_CASE_FIXTURE(QueueFixture, "messages are gone when their retention period is over") {
    aws.send(SetQueueAttributes{url, {{"MessageRetentionPeriod", "60"}}}).value();
    const Time sent = cloud.now();
    const std::string id = send("waiting").message_id;
    cloud.advance(30s);
    send("in flight");
    (void)receive(1);
    cloud.advance(30s - 1us);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    cloud.advance(1us);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 0);
    cloud.advance(30s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
    std::vector<std::string> ids;
    std::vector<Time> times;
    cloud.each_event([&](const Event& event) {
      const auto* expired = event.as<events::MessageExpired>();
      if (expired == nullptr) return;
      ids.push_back(expired->message_id);
      times.push_back(event.at);
    });
    REQUIRE(ids.size() == 2);
    CHECK(ids[0] == id);
    CHECK(times[0] == sent + 60s);
  }

  TEST_CASE_FIXTURE(QueueFixture, "120,000 messages may be in flight") {
    for (int i = 0; i < 12'001; ++i) {
      std::vector<SendMessageBatchRequestEntry> entries;
      entries.reserve(10);
      for (int j = 0; j < 10; ++j) {
        entries.push_back({.id = std::to_string(j), .message_body = "x"});
      }
      aws.send(SendMessageBatch{url, entries}).value();
    }
    std::string handle;
    for (int i = 0; i < 12'000; ++i) handle = receive(10).messages.at(9).receipt_handle;
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 120'000);

    CHECK(code(aws.send(ReceiveMessage{.queue_url = url})) == "OverLimit");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 10);

    // A long poll is not refused; it waits until there is room.
    const Time start = cloud.now();
    cloud.spawn("worker", [&] {
      aws.sleep(2s);
      aws.send(DeleteMessage{url, handle}).value();
    });
    CHECK(aws.send(ReceiveMessage{
                       .queue_url = url, .max_number_of_messages = 10, .wait_time_seconds = 20s})
              .value()
              .messages.size() == 1);
    CHECK(cloud.now() == start + 2s);
  }
}

TEST_SUITE("sqs: long polling") {
  TEST_CASE_FIXTURE(QueueFixture, "a long poll ends as soon as there is a message") {
    const Time start = cloud.now();
    cloud.spawn("producer", [&] {
      aws.sleep(7s);
      send("seat 12A");
    });
    const auto got = aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
    CHECK(got.messages.size() == 1);
    CHECK(cloud.now() == start + 7s);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a long poll without a message ends after its wait") {
    const Time start = cloud.now();
    CHECK(aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s})
              .value()
              .messages.empty());
    CHECK(cloud.now() == start + 20s);
    aws.send(SetQueueAttributes{url, {{"ReceiveMessageWaitTimeSeconds", "3"}}}).value();
    CHECK(receive().messages.empty());
    CHECK(cloud.now() == start + 23s);
    CHECK(aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 0s})
              .value()
              .messages.empty());
    CHECK(cloud.now() == start + 23s);
  }

  TEST_CASE_FIXTURE(QueueFixture, "delays and visibility timeouts that end wake who waits") {
    aws.send(SendMessage{.queue_url = url, .message_body = "hi", .delay_seconds = 4s}).value();
    const Time start = cloud.now();
    const auto poll = [&] {
      return aws
          .send(
              ReceiveMessage{.queue_url = url, .visibility_timeout = 6s, .wait_time_seconds = 20s})
          .value()
          .messages.at(0);
    };
    (void)poll();
    CHECK(cloud.now() == start + 4s);
    const Message again = poll();
    CHECK(cloud.now() == start + 10s);
    cloud.spawn("worker", [&] {
      aws.sleep(1s);
      aws.send(ChangeMessageVisibility{url, again.receipt_handle, 0s}).value();
    });
    (void)poll();
    CHECK(cloud.now() == start + 11s);
  }

  // Amazon SQS Developer Guide, "Amazon SQS visibility timeout": it begins when the message is
  // returned.
  TEST_CASE_FIXTURE(QueueFixture, "who waits gets the visibility timeout of the receive's moment") {
    ReceiveMessageResult got;
    cloud.spawn("waiter", [&] {
      got = aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
    });
    cloud.advance(1s);
    aws.send(SetQueueAttributes{url, {{"VisibilityTimeout", "5"}}}).value();
    send("seat 12A");
    cloud.advance(1s);
    REQUIRE(got.messages.size() == 1);
    cloud.advance(4s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(QueueFixture, "who waits longest is served first, one for each message") {
    std::vector<std::string> served;
    for (const char* name : {"a", "b", "c"}) {
      cloud.spawn(name, [&, name] {
        const auto got =
            aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
        for (const Message& message : got.messages) served.push_back(name + message.body);
      });
    }
    cloud.advance(1s);
    send("1");
    send("2");
    cloud.advance(1s);
    CHECK(served == std::vector<std::string>{"a1", "b2"});
    cloud.advance(20s);
    CHECK(served.size() == 2);
  }

  TEST_CASE_FIXTURE(QueueFixture, "who waits at a queue that is deleted is told so") {
    std::string answer = "none";
    cloud.spawn("worker", [&] {
      answer = code(aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}));
    });
    cloud.advance(1s);
    aws.send(DeleteQueue{url}).value();
    cloud.advance(0s);
    CHECK(answer == "QueueDoesNotExist");
  }

  TEST_CASE_FIXTURE(QueueFixture, "a killed waiter leaves, and its wake goes to the next") {
    Scheduler& scheduler = cloud.world().scheduler();
    std::string served;
    std::vector<TaskId> tasks;
    for (const char* name : {"a", "b"}) {
      tasks.push_back(scheduler.spawn({.name = name}, [&, name] {
        const auto got =
            aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
        if (!got.messages.empty()) served = name;
      }));
    }
    cloud.advance(1s);
    send("seat 12A");
    scheduler.kill(tasks[0]);
    cloud.advance(1s);
    CHECK(served == "b");
    CHECK_FALSE(scheduler.alive(tasks[0]));
  }

  TEST_CASE_FIXTURE(QueueFixture, "a message that was deleted keeps nobody from being idle") {
    const Time start = cloud.now();
    cloud.world().scheduler().spawn({.name = "poller", .daemon = true}, [&] {
      while (true) {
        const auto got =
            aws.send(ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
        for (const Message& message : got.messages) {
          aws.sleep(2s);
          aws.send(DeleteMessage{url, message.receipt_handle}).value();
        }
      }
    });
    send("seat 12A");
    cloud.run_until_idle();
    CHECK(cloud.now() <= start + 2s);
    cloud.advance(2s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.in_flight == 0);
  }
}

}  // namespace emu::sqs
