// Source: Amazon SQS API Reference, "StartMessageMoveTask", "ListMessageMoveTasks" and
// "CancelMessageMoveTask".
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>

#include "core/text/base64.h"
#include "sqs/support.h"

namespace emu::sqs {

namespace {

// Three messages lie in the dead-letter queue.
struct MoveFixture : DeadLetterFixture {
  std::string source = arn_of(dead_url);

  MoveFixture() {
    for (const char* body : {"a", "b", "c"}) send(body);
    for (int i = 0; i < 4; ++i) {
      (void)receive(10);
      cloud.advance(36s);
    }
  }

  ListMessageMoveTasksResultEntry newest() {
    return aws.send(ListMessageMoveTasks{.source_arn = source}).value().results.at(0);
  }
};

}  // namespace

TEST_SUITE("sqs: StartMessageMoveTask") {
  TEST_CASE_FIXTURE(MoveFixture, "messages go home, as new ones, at the rate that is asked for") {
    const std::string handle =
        aws.send(StartMessageMoveTask{.source_arn = source, .max_number_of_messages_per_second = 1})
            .value()
            .task_handle;
    CHECK(newest().status == "RUNNING");
    CHECK(newest().task_handle == handle);
    CHECK(newest().approximate_number_of_messages_to_move == 3);
    cloud.advance(1s);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 2);
    cloud.advance(3s);
    CHECK(newest().status == "COMPLETED");
    CHECK(newest().approximate_number_of_messages_moved == 3);
    CHECK(newest().task_handle.empty());
    const Message home = receive_all_attributes(url, 0s).at(0);
    CHECK(home.body == "a");
    CHECK(home.attributes.at("ApproximateReceiveCount") == "1");
    CHECK_FALSE(home.attributes.contains("DeadLetterQueueSourceArn"));
  }

  TEST_CASE_FIXTURE(MoveFixture, "a task can be cancelled; what is moved stays moved") {
    const std::string handle =
        aws.send(StartMessageMoveTask{.source_arn = source, .max_number_of_messages_per_second = 1})
            .value()
            .task_handle;
    const auto second = aws.send(StartMessageMoveTask{.source_arn = source});
    CHECK(code(second) == "InvalidParameterValue");
    CHECK(message(second) ==
          "There is already a task running. Only one active task is allowed for a source queue arn "
          "at a given time.");
    cloud.advance(2s);
    CHECK(aws.send(CancelMessageMoveTask{handle}).value().approximate_number_of_messages_moved ==
          2);
    cloud.advance(1h);
    CHECK(newest().status == "CANCELLED");
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
    CHECK(code(aws.send(CancelMessageMoveTask{handle})) == "ResourceNotFoundException");
    const auto nonsense = aws.send(CancelMessageMoveTask{"nonsense"});
    CHECK(code(nonsense) == "InvalidParameterValue");
    CHECK(message(nonsense) == "Value for parameter TaskHandle is invalid.");
  }

  TEST_CASE_FIXTURE(MoveFixture, "a destination may be named") {
    const std::string other = create("other");
    aws.send(StartMessageMoveTask{.source_arn = source, .destination_arn = arn_of(other)}).value();
    cloud.run_until_idle();
    CHECK(cloud.look(PeekQueue{.queue = other}).depth.visible == 3);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 0);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(MoveFixture, "a handle is Base64 of the task and its source") {
    const std::string handle =
        aws.send(StartMessageMoveTask{.source_arn = source}).value().task_handle;
    const std::string text = base64_decode(handle).value();
    CHECK(text.starts_with(R"({"taskId":")"));
    CHECK(text.ends_with(R"(","sourceArn":")" + source + "\"}"));
  }

  TEST_CASE_FIXTURE(MoveFixture, "a queue is not moved onto itself") {
    const auto refused =
        aws.send(StartMessageMoveTask{.source_arn = source, .destination_arn = source});
    CHECK(code(refused) == "InvalidParameterValue");
    CHECK(aws.send(ListMessageMoveTasks{.source_arn = source}).value().results.empty());
  }

  // Amazon SQS API Reference, "ListMessageMoveTasks": the number of messages to move is obtained at
  // the time of starting the task.
  TEST_CASE_FIXTURE(MoveFixture, "what comes in while a task runs stays") {
    const std::string other = create("other");
    aws.send(SetQueueAttributes{other, {{"RedrivePolicy", redrive_policy(dead_url, 1)}}}).value();
    aws.send(SetQueueAttributes{url, {{"RedrivePolicy", redrive_policy(other, 1)}}}).value();
    // Two tasks that move in a circle.
    aws.send(StartMessageMoveTask{.source_arn = source, .destination_arn = arn_of(other)}).value();
    aws.send(StartMessageMoveTask{.source_arn = arn_of(other), .destination_arn = source}).value();
    cloud.advance(36h);
    CHECK(newest().status == "COMPLETED");
    CHECK(newest().approximate_number_of_messages_moved == 3);
  }

  TEST_CASE_FIXTURE(MoveFixture, "a message of unknown origin ends the task") {
    aws.send(PurgeQueue{dead_url}).value();
    aws.send(SendMessage{.queue_url = dead_url, .message_body = "stray"}).value();
    aws.send(StartMessageMoveTask{.source_arn = source}).value();
    cloud.run_until_idle();
    CHECK(newest().status == "FAILED");
    CHECK(newest().failure_reason == "CouldNotDetermineMessageSource");
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(MoveFixture, "what is refused starts nothing") {
    const std::string nobody = "arn:aws:sqs:us-east-1:000000000000:nobody";
    CHECK(code(aws.send(StartMessageMoveTask{.source_arn = nobody})) ==
          "ResourceNotFoundException");
    const auto no_dead_letters = aws.send(StartMessageMoveTask{.source_arn = arn_of(url)});
    CHECK(code(no_dead_letters) == "InvalidParameterValue");
    CHECK(message(no_dead_letters) == "Source queue must be configured as a Dead Letter Queue.");
    CHECK(code(aws.send(StartMessageMoveTask{.source_arn = source, .destination_arn = nobody})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(StartMessageMoveTask{.source_arn = source,
                                             .max_number_of_messages_per_second = 501})) ==
          "InvalidParameterValue");
    CHECK(aws.send(ListMessageMoveTasks{.source_arn = source}).value().results.empty());
    CHECK(code(aws.send(ListMessageMoveTasks{.source_arn = nobody})) ==
          "ResourceNotFoundException");
  }
}

}  // namespace emu::sqs
