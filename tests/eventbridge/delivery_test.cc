// Sources: Amazon EventBridge API Reference, "PutEvents", "PutTargets"; Amazon EventBridge User
// Guide, "How EventBridge retries delivering events", "Using dead-letter queues to process
// undelivered events".
#include <doctest/doctest.h>
#include <emu/lambda.h>
#include <emu/logs.h>
#include <emu/sns.h>

#include "core/gate/event_bus.h"
#include "core/gate/world.h"
#include "core/json/json_view.h"
#include "eventbridge/support.h"

namespace emu::eventbridge {

namespace {

std::string text_of(const sqs::Message& message, const std::string& name) {
  const auto attribute = message.message_attributes.find(name);
  return attribute == message.message_attributes.end() ? "" : *attribute->second.string_value;
}

}  // namespace

TEST_SUITE("eventbridge: deliveries") {
  TEST_CASE_FIXTURE(EventFixture, "an event goes to the targets of the rules that it matches") {
    const Queue queue = create_queue("q");
    put_rule(R"({"source":["shop"],"detail":{"seat":["12A"]}})");
    put_target({.id = "t", .arn = queue.arn});
    const std::string id = put_event(R"({ "seat" : "12A", "price": 1.50 })");
    put_event(R"({"seat":"12B"})");
    const auto got = bodies(queue);
    REQUIRE(got.size() == 1);
    CHECK(got[0] == R"({"version":"0","id":")" + id +
                        R"(","detail-type":"Ordered","source":"shop","account":"000000000000",)"
                        R"("time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],)"
                        R"("detail":{"seat":"12A","price":1.5}})");
  }

  TEST_CASE_FIXTURE(EventFixture, "entries fail one by one, and all together when too large") {
    const PutEvents request{.entries = {{.source = "shop", .detail_type = "t", .detail = "{}"},
                                        {.detail_type = "t", .detail = "{}"},
                                        {.source = "shop", .detail = "{}"},
                                        {.source = "shop", .detail_type = "t"},
                                        {.source = "shop", .detail_type = "t", .detail = "[]"},
                                        {.source = "aws.s3", .detail_type = "t", .detail = "{}"}}};
    const PutEventsResult out = aws.send(request).value();
    CHECK(out.failed_entry_count == 5);
    CHECK(!out.entries[0].event_id.empty());
    CHECK(out.entries[1].error_code == "InvalidArgument");
    CHECK(out.entries[1].error_message ==
          "Parameter Source is not valid. Reason: Source is a required argument.");
    CHECK(out.entries[2].error_message.find("DetailType") != std::string::npos);
    CHECK(out.entries[3].error_message.find("Detail is") != std::string::npos);
    CHECK(out.entries[4].error_code == "MalformedDetail");
    CHECK(out.entries[5].error_code == "NotAuthorizedForSourceException");
    const std::string large = R"({"a":")" + std::string(1024 * 1024, 'x') + "\"}";
    const auto refused =
        aws.send(PutEvents{.entries = {{.source = "shop", .detail_type = "t", .detail = large}}});
    CHECK(code(refused) == "ValidationException");
    CHECK(code(aws.send(PutEvents{.entries = std::vector<PutEventsRequestEntry>(11)})) ==
          "ValidationException");
  }

  TEST_CASE_FIXTURE(EventFixture, "disabled rules take nothing, and enabled ones again") {
    const Queue queue = create_queue("q");
    put_rule(kShop);
    put_target({.id = "t", .arn = queue.arn});
    aws.send(DisableRule{.name = "orders"}).value();
    put_event("{}");
    CHECK(received(queue).empty());
    aws.send(EnableRule{.name = "orders"}).value();
    put_event("{}");
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(EventFixture, "topics, functions and log groups are targets") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "news"}).value().topic_arn;
    aws.send(sns::SetTopicAttributes{
                 topic, "Policy",
                 R"({"Statement":[{"Effect":"Allow","Principal":{"Service":)"
                 R"("events.amazonaws.com"},"Action":"sns:Publish","Resource":")" +
                     topic + "\"}]}"})
        .value();
    std::string sms = "+4915112345678";
    aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = sms}).value();
    std::string seen;
    cloud.bind("f", [&](lambda::Context&, std::string_view event) -> std::string {
      seen = event;
      return "{}";
    });
    aws.send(lambda::CreateFunction{.function_name = "f",
                                    .runtime = "python3.12",
                                    .role = create_role("f", "lambda.amazonaws.com"),
                                    .handler = "f.handler",
                                    .code = {.zip_file = "bound"}})
        .value();
    const std::string rule = put_rule(kShop);
    aws.send(lambda::AddPermission{.function_name = "f",
                                   .statement_id = "e",
                                   .action = "lambda:InvokeFunction",
                                   .principal = "events.amazonaws.com",
                                   .source_arn = rule})
        .value();
    put_target({.id = "topic", .arn = topic, .input = R"("ordered")"});
    put_target({.id = "function",
                .arn = "arn:aws:lambda:us-east-1:000000000000:function:f",
                .input_path = "$.detail"});
    put_event(R"({"seat":"12A"})");
    cloud.run_until_idle();
    CHECK(seen == R"({"seat":"12A"})");
    const auto outbox = cloud.look(sns::PeekOutbox{}).messages;
    REQUIRE(outbox.size() == 1);
    CHECK(outbox[0].body == "\"ordered\"");
  }

  TEST_CASE_FIXTURE(EventFixture, "a FIFO queue gets the group of the target") {
    const Queue queue = create_queue("q.fifo", {{"FifoQueue", "true"}});
    put_rule(kShop);
    const auto refused = aws.send(PutTargets{.rule = "orders", .targets = {{"t", queue.arn}}});
    CHECK(message(refused) == "Parameter(s) SqsParameters must be specified for target: t.");
    put_target(
        {.id = "t", .arn = queue.arn, .sqs_parameters = SqsParameters{.message_group_id = "g"}});
    put_event("{}");
    put_event("{}");
    CHECK(received(queue).size() == 2);
  }

  TEST_CASE_FIXTURE(EventFixture, "what is refused goes to the dead-letter queue at once") {
    const Queue closed = create_closed_queue("closed");
    const Queue dead = create_queue("dead");
    const std::string rule = put_rule(kShop);
    put_target(
        {.id = "t", .arn = closed.arn, .dead_letter_config = DeadLetterConfig{.arn = dead.arn}});
    put_event("{}");
    const auto got = received(dead);
    REQUIRE(got.size() == 1);
    CHECK(got[0].body.find("\"source\":\"shop\"") != std::string::npos);
    CHECK(text_of(got[0], "RULE_ARN") == rule);
    CHECK(text_of(got[0], "TARGET_ARN") == closed.arn);
    CHECK(text_of(got[0], "ERROR_CODE") == "NO_PERMISSIONS");
    CHECK(text_of(got[0], "RETRY_ATTEMPTS") == "0");
    CHECK(text_of(got[0], "EXHAUSTED_RETRY_CONDITION") == "");
  }

  TEST_CASE_FIXTURE(EventFixture, "a queue's policy may let in one rule only") {
    const Queue queue = create_closed_queue("q");
    allow(queue, put_rule(kShop));
    put_rule(kShop, "other");
    put_target({.id = "t", .arn = queue.arn});
    put_target({.id = "t", .arn = queue.arn}, "other");
    put_event("{}");
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(EventFixture, "what fails is tried again, as often and as long as it may") {
    const Queue queue = create_queue("q");
    const Queue dead = create_queue("dead");
    put_rule(kShop);
    put_target({.id = "t",
                .arn = queue.arn,
                .dead_letter_config = DeadLetterConfig{.arn = dead.arn},
                .retry_policy = RetryPolicy{.maximum_retry_attempts = 2}});
    int calls = 0;
    cloud.set_fault_hook([&](const FaultPoint& point) {
      if (point.resource != queue.arn || point.operation != "SendMessage") return Fault{};
      ++calls;
      return Fault{.error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    put_event("{}");
    cloud.advance(10min);
    CHECK(calls == 3);
    cloud.set_fault_hook({});
    const auto got = received(dead);
    REQUIRE(got.size() == 1);
    CHECK(text_of(got[0], "EXHAUSTED_RETRY_CONDITION") == "MaximumRetryAttempts");
    CHECK(text_of(got[0], "RETRY_ATTEMPTS") == "2");
    CHECK(text_of(got[0], "ERROR_CODE") == "ERROR_FROM_TARGET");
  }

  TEST_CASE_FIXTURE(EventFixture, "by default it is tried for a day, 185 times at most") {
    const Queue queue = create_queue("q");
    put_rule(kShop);
    put_target({.id = "t", .arn = queue.arn});
    int calls = 0;
    Time last = {};
    cloud.set_fault_hook([&](const FaultPoint& point) {
      if (point.operation != "SendMessage") return Fault{};
      ++calls;
      last = cloud.now();
      return Fault{.error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    const Time begin = cloud.now();
    put_event("{}");
    cloud.advance(48h);
    CHECK(calls <= 186);
    CHECK(calls > 150);
    CHECK(last - begin <= 24h);
    CHECK(last - begin > 22h);
  }

  TEST_CASE_FIXTURE(EventFixture, "nobody waits for the retries of a schedule that never ends") {
    const Queue queue = create_queue("q");
    aws.send(PutRule{.name = "orders", .schedule_expression = "rate(1 minute)"}).value();
    put_target({.id = "t", .arn = queue.arn});
    cloud.set_fault_hook([&](const FaultPoint& point) {
      if (point.operation != "SendMessage") return Fault{};
      return Fault{.error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    cloud.advance(5min);
    const Time before = cloud.now();
    cloud.run_until_idle();
    CHECK(cloud.now() - before < 1min);
  }

  TEST_CASE_FIXTURE(EventFixture, "a detail that makes the event too deep is malformed") {
    const Queue queue = create_queue("q");
    put_rule(kShop);
    put_target({.id = "t", .arn = queue.arn});
    const auto put = [&](std::size_t levels) {
      std::string detail;
      for (std::size_t i = 0; i < levels; ++i) detail += "{\"a\":";
      detail += "1" + std::string(levels, '}');
      return aws
          .send(PutEvents{.entries = {{.source = "shop", .detail_type = "t", .detail = detail}}})
          .value()
          .entries.at(0);
    };
    CHECK(put(kJsonDepthMax - 2).error_code.empty());
    for (const std::size_t levels : {kJsonDepthMax - 1, kJsonDepthMax}) {
      const PutEventsResultEntry refused = put(levels);
      CHECK(refused.error_code == "MalformedDetail");
      CHECK(refused.event_id.empty());
    }
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(EventFixture, "an input that becomes too large goes to the dead-letter queue") {
    const Queue queue = create_queue("q");
    const Queue dead = create_queue("dead");
    put_rule(kShop);
    std::string many;
    for (int i = 0; i < 2'000; ++i) many += "<a>";
    put_target({.id = "t",
                .arn = queue.arn,
                .input_transformer = InputTransformer{.input_paths_map = {{"a", "$.detail.a"}},
                                                      .input_template = "\"" + many + "\""},
                .dead_letter_config = DeadLetterConfig{.arn = dead.arn}});
    put_event(R"({"a":")" + std::string(100'000, 'x') + "\"}");
    CHECK(received(queue).empty());
    const auto got = received(dead);
    REQUIRE(got.size() == 1);
    CHECK(text_of(got[0], "ERROR_CODE") == "INVALID_PARAMETER");
    CHECK(text_of(got[0], "RETRY_ATTEMPTS") == "0");
  }

  TEST_CASE_FIXTURE(EventFixture, "a role of the target is judged in place of EventBridge") {
    const Queue queue = create_closed_queue("q");
    const std::string role = create_role("r", "events.amazonaws.com");
    put_rule(kShop);
    put_target({.id = "t", .arn = queue.arn, .role_arn = role});
    put_event("{}");
    CHECK(received(queue).empty());
    aws.send(iam::PutRolePolicy{.role_name = "r",
                                .policy_name = "p",
                                .policy_document =
                                    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                    R"("Action":["sqs:SendMessage","logs:*"],"Resource":"*"}]})"})
        .value();
    put_event("{}");
    CHECK(received(queue).size() == 1);
    aws.send(logs::CreateLogGroup{.log_group_name = "/aws/events/all"}).value();
    put_target({.id = "t",
                .arn = "arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/all",
                .role_arn = role,
                .input = R"({"a":1})"});
    put_event("{}");
    put_event("{}");
    cloud.run_until_idle();
    const auto events =
        aws.send(logs::FilterLogEvents{.log_group_name = "/aws/events/all"}).value().events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].message == R"({"a":1})");
    CHECK(events[0].log_stream_name == events[1].log_stream_name);
  }

  TEST_CASE_FIXTURE(EventFixture, "services of the account put events on the default bus") {
    const Queue queue = create_queue("q");
    put_rule(R"({"source":["aws.s3"]})");
    put_target({.id = "t", .arn = queue.arn, .input_path = "$.resources[0]"});
    cloud.world().interfaces().one<emu::EventBus>().put({.account = "000000000000",
                                                         .region = "us-east-1",
                                                         .source = "aws.s3",
                                                         .detail_type = "Object Created",
                                                         .resources = {"arn:aws:s3:::b"},
                                                         .detail = "{}"});
    CHECK(bodies(queue) == std::vector<std::string>{"\"arn:aws:s3:::b\""});
  }

  TEST_CASE_FIXTURE(EventFixture, "a reset forgets rules, their timers and what is under way") {
    const Queue queue = create_queue("q");
    aws.send(PutRule{.name = "orders", .schedule_expression = "rate(1 minute)"}).value();
    put_target({.id = "t", .arn = queue.arn});
    cloud.reset();
    CHECK(aws.send(ListRules{}).value().rules.empty());
    cloud.advance(1h);
  }
}

}  // namespace emu::eventbridge
