// Sources: EventBridge Scheduler User Guide, "Using templated targets", "Using universal targets",
// "Adding context attributes in EventBridge Scheduler", "Configuring a dead-letter queue for
// EventBridge Scheduler".
#include <doctest/doctest.h>
#include <emu/eventbridge.h>
#include <emu/lambda.h>
#include <emu/sns.h>

#include "scheduler/support.h"

namespace emu::scheduler {

namespace {

std::string text_of(const sqs::Message& message, const std::string& name) {
  const auto attribute = message.message_attributes.find(name);
  return attribute == message.message_attributes.end() ? "" : *attribute->second.string_value;
}

}  // namespace

TEST_SUITE("scheduler: invocations") {
  TEST_CASE_FIXTURE(ScheduleFixture, "an input says when and by what it was called") {
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.input =
        "<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time> "
        "<aws.scheduler.attempt-number> <aws.scheduler.execution-id>";
    create(once);
    cloud.advance(1h);
    const auto got = received(queue_url);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body.starts_with(
        "arn:aws:scheduler:us-east-1:000000000000:schedule/default/s 2026-01-01T01:00:00Z 1 "));
    CHECK(got[0].body.find('<') == std::string::npos);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "without an input a notification is sent") {
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.input = {};
    create(once);
    cloud.advance(1h);
    const auto got = received(queue_url);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body.find(R"("detail-type":"Scheduled Event","source":"aws.scheduler",)"
                           R"("account":"000000000000","time":"2026-01-01T01:00:00Z")") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "the role is judged, and dead letters say why") {
    const std::string dead = aws.send(sqs::CreateQueue{.queue_name = "q-dead"}).value().queue_url;
    aws.send(sqs::CreateQueue{.queue_name = "other"}).value();
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.arn = queue_arn("other");
    once.target.dead_letter_config = DeadLetterConfig{.arn = queue_arn("q-dead")};
    create(once);
    cloud.advance(1h);
    const auto got = received(dead);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body == "due");
    CHECK(text_of(got[0], "ERROR_CODE") == "AccessDenied");
    CHECK(text_of(got[0], "SCHEDULE_ARN") ==
          "arn:aws:scheduler:us-east-1:000000000000:schedule/default/s");
    CHECK(text_of(got[0], "TARGET_ARN") == queue_arn("other"));
    CHECK(text_of(got[0], "SCHEDULED_TIME") == "2026-01-01T01:00:00Z");
    CHECK(text_of(got[0], "RETRY_ATTEMPTS") == "0");
    CHECK(text_of(got[0], "IS_PAYLOAD_TRUNCATED") == "false");
    CHECK(!text_of(got[0], "EXECUTION_ID").empty());
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "what fails is tried again, and counted") {
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.input = "<aws.scheduler.attempt-number>";
    create(once);
    int failures = 2;
    cloud.set_fault_hook([&](const FaultPoint& point) {
      if (point.operation != "SendMessage" || failures == 0) return Fault{};
      --failures;
      return Fault{.error = Error{.code = "ServiceUnavailable", .message = "", .status = 503}};
    });
    cloud.advance(2h);
    const auto got = received(queue_url);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body == "3");
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "nobody waits for the retries of a schedule that never ends") {
    create(request("rate(1 minute)"));
    cloud.set_fault_hook([&](const FaultPoint& point) {
      if (point.operation != "SendMessage") return Fault{};
      return Fault{.error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    cloud.advance(5min);
    const Time before = cloud.now();
    cloud.run_until_idle();
    CHECK(cloud.now() - before < 1min);
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "topics, functions and buses are called, too") {
    const std::string all = create_role("all", "*");
    const std::string topic = aws.send(sns::CreateTopic{.name = "news"}).value().topic_arn;
    aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = "+4915112345678"})
        .value();
    std::string event;
    cloud.bind("f", [&](lambda::Context&, std::string_view given) -> std::string {
      event = given;
      return "{}";
    });
    aws.send(iam::UpdateAssumeRolePolicy{
                 .role_name = "all",
                 .policy_document = R"({"Statement":[{"Effect":"Allow","Principal":{"Service":)"
                                    R"(["lambda.amazonaws.com","scheduler.amazonaws.com"]},)"
                                    R"("Action":"sts:AssumeRole"}]})"})
        .value();
    const std::string function = aws.send(lambda::CreateFunction{.function_name = "f",
                                                                 .runtime = "python3.12",
                                                                 .role = all,
                                                                 .handler = "f.handler",
                                                                 .code = {.zip_file = "bound"}})
                                     .value()
                                     .function_arn;
    aws.send(eventbridge::PutRule{.name = "r", .event_pattern = R"({"source":["clock"]})"}).value();
    aws.send(eventbridge::PutTargets{.rule = "r",
                                     .targets = {{.id = "q",
                                                  .arn = queue_arn(),
                                                  .role_arn = create_role("e", "*"),
                                                  .input_path = "$.detail"}}})
        .value();
    aws.send(iam::UpdateAssumeRolePolicy{
                 .role_name = "e",
                 .policy_document = R"({"Statement":[{"Effect":"Allow","Principal":{"Service":)"
                                    R"("events.amazonaws.com"},"Action":"sts:AssumeRole"}]})"})
        .value();
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.role_arn = all;
    once.target.input = R"({"a":1})";
    for (const std::string& arn :
         {topic, function,
          std::string("arn:aws:events:us-east-1:000000000000:event-bus/default")}) {
      once.name += "x";
      once.target.arn = arn;
      if (arn.find("event-bus") != std::string::npos) {
        once.target.event_bridge_parameters =
            EventBridgeParameters{.detail_type = "Tick", .source = "clock"};
      }
      create(once);
    }
    cloud.advance(2h);
    CHECK(event == R"({"a":1})");
    CHECK(cloud.look(sns::PeekOutbox{}).messages.at(0).body == R"({"a":1})");
    const auto got = received(queue_url);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body == R"({"a":1})");
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "any operation is a universal target") {
    CreateSchedule once = request("at(2026-01-01T01:00:00)");
    once.target.arn = "arn:aws:scheduler:::aws-sdk:sqs:createQueue";
    once.target.input = R"({"QueueName":"q-made","Attributes":{"DelaySeconds":"7"}})";
    create(once);
    cloud.advance(1h + 1s);
    CHECK(aws.send(sqs::GetQueueUrl{.queue_name = "q-made"}).ok());
  }

  TEST_CASE_FIXTURE(ScheduleFixture, "a reset forgets schedules and what they do") {
    create(request("rate(1 minute)"));
    cloud.reset();
    CHECK(!is_there());
    cloud.advance(1h);
  }
}

}  // namespace emu::scheduler
