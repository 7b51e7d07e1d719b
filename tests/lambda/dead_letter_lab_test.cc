// A consumer that is too slow on purpose: its messages come back, and end in the dead-letter queue.
// Sources: Lambda Developer Guide, "Handling errors for an SQS event source in Lambda"; Amazon SQS
// Developer Guide, "Using dead-letter queues in Amazon SQS".
#include <doctest/doctest.h>
#include <emu/lambda/events.h>

#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

namespace {

// Visibility timeout 36 s, function timeout 6 s, three receives.
struct Lab : LambdaFixture {
  const Time start = cloud.now();
  std::vector<Duration> received_at;
  std::chrono::seconds work = 15s;
  std::string dead_letters = create_queue("tasks-dlq", {{"MessageRetentionPeriod", "1209600"}});
  std::string tasks = create_queue(
      "tasks",
      {{"VisibilityTimeout", "36"},
       {"RedrivePolicy",
        R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:tasks-dlq","maxReceiveCount":3})"}});

  void deploy() {
    create_function(
        "worker",
        [this](lambda::Context& context, std::string_view) {
          received_at.push_back(cloud.now() - start);
          context.sleep(work);
          return std::string("null");
        },
        6s);
    create_mapping({.event_source_arn = queue_arn("tasks"),
                    .function_name = "worker",
                    .batch_size = 1,
                    .function_response_types = {"ReportBatchItemFailures"}});
  }
};

}  // namespace

TEST_SUITE("lambda: the dead-letter lab") {
  TEST_CASE_FIXTURE(Lab,
                    "a message is received three times, 36 s apart, and then lies in the DLQ") {
    deploy();
    const std::string id = send(tasks, R"({"input":1})");

    cloud.advance(108s - 1ms);
    CHECK(received_at == std::vector<Duration>{0s, 36s, 72s});
    CHECK(cloud.look(sqs::PeekQueue{.queue = tasks}).depth.in_flight == 1);
    CHECK(visible(dead_letters) == 0);

    cloud.advance(1ms);
    CHECK(cloud.look(sqs::PeekQueue{.queue = tasks}).depth.in_flight == 0);
    CHECK(visible(tasks) == 0);
    CHECK(visible(dead_letters) == 1);
    CHECK(received_at.size() == 3);

    const auto dead = aws.send(sqs::ReceiveMessage{.queue_url = dead_letters,
                                                   .message_system_attribute_names = {"All"}})
                          .value();
    REQUIRE(dead.messages.size() == 1);
    CHECK(dead.messages[0].message_id == id);
    CHECK(dead.messages[0].body == R"({"input":1})");
    CHECK(dead.messages[0].attributes.at("DeadLetterQueueSourceArn") == queue_arn("tasks"));
  }

  TEST_CASE_FIXTURE(Lab, "each receive ends exactly at the timeout, and the log says so") {
    deploy();
    send(tasks, "x");
    cloud.advance(6s - 1ms);
    CHECK(log_lines("worker").empty());
    cloud.advance(1ms);
    const std::vector<std::string> lines = log_lines("worker");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].substr(0, 17) == "START RequestId: ");
    CHECK(lines[1].substr(0, 25) == "2026-01-01T00:00:06.000Z ");
    CHECK(lines[1].find(" Task timed out after 6.00 seconds\n") != std::string::npos);
    CHECK(lines[2].substr(0, 15) == "END RequestId: ");
    CHECK(lines[3].find("\tDuration: 6000.00 ms\tBilled Duration: 6000 ms\t") != std::string::npos);
    CHECK(lines[3].find("Status: timeout") != std::string::npos);

    cloud.advance(30s);  // The second receive is under way.
    CHECK(log_lines("worker").size() == 4);
    cloud.advance(6s);
    CHECK(log_lines("worker").size() == 8);
  }

  TEST_CASE_FIXTURE(Lab, "with the timeout raised above the delay the message is consumed") {
    deploy();
    aws.send(lambda::UpdateFunctionConfiguration{.function_name = "worker", .timeout = 20s})
        .value();
    send(tasks, "x");
    cloud.advance(15s - 1ms);
    CHECK(cloud.look(sqs::PeekQueue{.queue = tasks}).depth.in_flight == 1);
    cloud.advance(1ms);
    CHECK(cloud.look(sqs::PeekQueue{.queue = tasks}).depth.in_flight == 0);
    cloud.advance(1h);
    CHECK(received_at == std::vector<Duration>{0s});
    CHECK(visible(dead_letters) == 0);
  }

  TEST_CASE_FIXTURE(Lab, "with a visibility timeout below the run a message is processed twice") {
    deploy();
    aws.send(lambda::UpdateFunctionConfiguration{.function_name = "worker", .timeout = 20s})
        .value();
    aws.send(
           sqs::SetQueueAttributes{.queue_url = tasks, .attributes = {{"VisibilityTimeout", "10"}}})
        .value();
    cloud.advance(20s);  // Polls that had begun before keep the timeout of then.
    send(tasks, "x");
    cloud.advance(15s);
    // The second receive began while the first was at work, whose receipt is out of date at its
    // end.
    CHECK(received_at == std::vector<Duration>{20s, 30s});
    CHECK(cloud.look(sqs::PeekQueue{.queue = tasks}).depth.in_flight == 1);
  }
}

}  // namespace emu::test
