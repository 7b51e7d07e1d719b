// Sources: Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous
// invocation", "Capturing records of Lambda asynchronous invocations".
#include <doctest/doctest.h>
#include <emu/eventbridge.h>
#include <emu/sns.h>

#include <functional>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Async : LambdaFixture {
  const Time start = cloud.now();
  std::vector<Duration> runs;
  int failures_left = 100;
  std::string queue = create_queue("fates");

  Async() {
    create_function("f", [this](Context&, std::string_view) -> std::string {
      runs.push_back(cloud.now() - start);
      if (failures_left-- > 0) throw FunctionError("Broken", "not today");
      return R"({"ok":true})";
    });
  }

  void invoke_async() {
    const auto accepted =
        aws.send(Invoke{.function_name = "f", .invocation_type = "Event", .payload = R"({"n":1})"})
            .value();
    CHECK(accepted.status_code == 202);
    CHECK(accepted.payload.empty());
  }

  using Settings = PutFunctionEventInvokeConfig;
  void configure(const std::function<void(Settings&)>& set) {
    Settings in{.function_name = "f"};
    set(in);
    aws.send(in).value();
  }

  void send_failures_to_queue() {
    configure([](Settings& in) {
      in.destination_config =
          DestinationConfig{.on_failure = OnFailure{.destination = queue_arn("fates")}};
    });
  }

  std::vector<sqs::Message> fates() {
    return aws
        .send(sqs::ReceiveMessage{
            .queue_url = queue, .message_attribute_names = {"All"}, .max_number_of_messages = 10})
        .value()
        .messages;
  }
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_SUITE("lambda: asynchronous invocation") {
  TEST_CASE_FIXTURE(Async, "a failed event is tried again after one minute and after two more") {
    invoke_async();
    cloud.run_until_idle();
    CHECK(runs == std::vector<Duration>{0s, 60s, 180s});
  }

  TEST_CASE_FIXTURE(Async, "a success ends it") {
    failures_left = 1;
    invoke_async();
    cloud.run_until_idle();
    CHECK(runs == std::vector<Duration>{0s, 60s});
  }

  TEST_CASE_FIXTURE(Async, "the number of retries can be set") {
    configure([](Settings& in) { in.maximum_retry_attempts = 0; });
    invoke_async();
    cloud.run_until_idle();
    CHECK(runs.size() == 1);
  }

  TEST_CASE_FIXTURE(Async, "a record of the failure goes to its destination") {
    send_failures_to_queue();
    invoke_async();
    cloud.run_until_idle();
    const auto messages = fates();
    REQUIRE(messages.size() == 1);
    const std::string& body = messages[0].body;
    CHECK(contains(body, R"({"version":"1.0","timestamp":"2026-01-01T00:03:00.000Z",)"));
    CHECK(contains(body,
                   R"("functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST",)"
                   R"("condition":"RetriesExhausted","approximateInvokeCount":3},)"
                   R"("requestPayload":{"n":1},"responseContext":{"statusCode":200,)"
                   R"("executedVersion":"$LATEST","functionError":"Unhandled"},)"
                   R"("responsePayload":{"errorMessage":"not today","errorType":"Broken",)"));
  }

  TEST_CASE_FIXTURE(Async, "a record of the success goes to another function") {
    failures_left = 0;
    std::string record;
    const std::string listener = create_function("listener", [&](Context&, std::string_view event) {
      record = event;
      return "1";
    });
    configure([&](Settings& in) {
      in.destination_config = DestinationConfig{.on_success = OnSuccess{.destination = listener}};
    });
    invoke_async();
    cloud.run_until_idle();
    CHECK(contains(record, R"("condition":"Success","approximateInvokeCount":1})"));
    CHECK(contains(record, R"("responsePayload":{"ok":true}})"));
  }

  TEST_CASE_FIXTURE(Async, "the dead-letter queue gets the event and why it failed") {
    aws.send(UpdateFunctionConfiguration{
                 .function_name = "f",
                 .dead_letter_config = DeadLetterConfig{.target_arn = queue_arn("fates")}})
        .value();
    invoke_async();
    cloud.run_until_idle();
    const auto messages = fates();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].body == R"({"n":1})");
    const auto& attributes = messages[0].message_attributes;
    CHECK(attributes.at("RequestID").string_value->size() == 36);
    CHECK(attributes.at("ErrorCode").data_type == "Number");
    CHECK(attributes.at("ErrorCode").string_value == "200");
    CHECK(contains(*attributes.at("ErrorMessage").string_value, "not today"));
  }

  TEST_CASE_FIXTURE(Async, "a throttled event is tried again with back-off until it is too old") {
    send_failures_to_queue();
    aws.send(UpdateFunctionEventInvokeConfig{.function_name = "f",
                                             .maximum_event_age_in_seconds = 60s})
        .value();
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 1})
        .value();
    bool is_free = false;
    cloud.bind("f", [&](Context& context, std::string_view) {
      if (!is_free) context.sleep(900s);
      return "1";
    });
    aws.send(UpdateFunctionConfiguration{.function_name = "f", .timeout = 900s}).value();
    invoke_async();  // Takes the only place for long.
    invoke_async();
    cloud.advance(5min);
    // 1, 3, 7, 15, 31, 63 s: the last finds the event over a minute old.
    const auto messages = fates();
    REQUIRE(messages.size() == 1);
    CHECK(contains(messages[0].body, R"("timestamp":"2026-01-01T00:01:03.000Z")"));
    CHECK(contains(messages[0].body,
                   R"("condition":"EventAgeExceeded","approximateInvokeCount":0})"));
    CHECK_FALSE(contains(messages[0].body, "responseContext"));
  }

  TEST_CASE_FIXTURE(Async, "a function stopped by reserving nothing gives its events up at once") {
    send_failures_to_queue();
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 0})
        .value();
    invoke_async();
    cloud.advance(0s);
    CHECK(runs.empty());
    CHECK(fates().size() == 1);
  }

  TEST_CASE_FIXTURE(Async, "a deleted function forgets its events") {
    invoke_async();
    cloud.advance(1s);
    aws.send(DeleteFunction{.function_name = "f"}).value();
    cloud.run_until_idle();
    CHECK(runs.size() == 1);
    CHECK(cloud.now() == start + 1s);
  }
}

TEST_SUITE("lambda: PutFunctionEventInvokeConfig") {
  TEST_CASE_FIXTURE(Async, "a configuration is put, changed in part, listed and deleted") {
    const auto put =
        aws.send(PutFunctionEventInvokeConfig{.function_name = "f", .maximum_retry_attempts = 1})
            .value();
    CHECK(put.function_arn == "arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST");
    aws.send(UpdateFunctionEventInvokeConfig{.function_name = "f",
                                             .maximum_event_age_in_seconds = 60s})
        .value();
    const auto got = aws.send(GetFunctionEventInvokeConfig{.function_name = "f"}).value();
    CHECK(got.maximum_retry_attempts == 1);
    CHECK(got.maximum_event_age_in_seconds == 60s);
    aws.send(
           PutFunctionEventInvokeConfig{.function_name = "f", .maximum_event_age_in_seconds = 61s})
        .value();
    const auto list = aws.send(ListFunctionEventInvokeConfigs{.function_name = "f"}).value();
    REQUIRE(list.function_event_invoke_configs.size() == 1);
    CHECK_FALSE(list.function_event_invoke_configs[0].maximum_retry_attempts.has_value());
    aws.send(DeleteFunctionEventInvokeConfig{.function_name = "f"}).value();
    const auto gone = aws.send(GetFunctionEventInvokeConfig{.function_name = "f"});
    CHECK(message(gone) ==
          "The function arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST doesn't have an "
          "EventInvokeConfig");
    CHECK(gone.error().status == 404);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(Async, "a function that is not there has no configuration") {
    const std::string none =
        "ResourceNotFoundException The function "
        "arn:aws:lambda:us-east-1:000000000000:function:none:$LATEST doesn't have an "
        "EventInvokeConfig";
    const auto text = [](const auto& refused) { return code(refused) + " " + message(refused); };
    CHECK(text(aws.send(GetFunctionEventInvokeConfig{.function_name = "none"})) == none);
    CHECK(text(aws.send(DeleteFunctionEventInvokeConfig{.function_name = "none"})) == none);
    CHECK(text(aws.send(UpdateFunctionEventInvokeConfig{.function_name = "none",
                                                        .maximum_retry_attempts = 1})) == none);
    const std::string missing = "ResourceNotFoundException The function doesn't exist.";
    CHECK(text(aws.send(PutFunctionEventInvokeConfig{.function_name = "none",
                                                     .maximum_retry_attempts = 1})) == missing);
    CHECK(text(aws.send(ListFunctionEventInvokeConfigs{.function_name = "none"})) == missing);
  }

  TEST_CASE_FIXTURE(Async, "a topic is told as the function's role") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "fates"}).value().topic_arn;
    const std::string phone = "+4915112345678";
    aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = phone}).value();
    configure([&](Settings& in) {
      in.maximum_retry_attempts = 0;
      in.destination_config = DestinationConfig{.on_failure = OnFailure{.destination = topic}};
    });
    invoke_async();
    cloud.run_until_idle();
    const auto told = cloud.look(sns::PeekOutbox{}).messages;
    REQUIRE(told.size() == 1);
    CHECK(contains(told[0].body, R"("condition":"RetriesExhausted")"));
  }

  TEST_CASE_FIXTURE(Async, "dead letters go to a topic, too") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "dead"}).value().topic_arn;
    const std::string phone = "+4915112345678";
    aws.send(sns::Subscribe{.topic_arn = topic,
                            .protocol = "sms",
                            .endpoint = phone,
                            .attributes = {{"FilterPolicy", R"({"ErrorCode":[200]})"}}})
        .value();
    configure([](Settings& in) { in.maximum_retry_attempts = 0; });
    aws.send(UpdateFunctionConfiguration{
                 .function_name = "f", .dead_letter_config = DeadLetterConfig{.target_arn = topic}})
        .value();
    invoke_async();
    cloud.run_until_idle();
    const auto told = cloud.look(sns::PeekOutbox{}).messages;
    REQUIRE(told.size() == 1);
    CHECK(told[0].body == R"({"n":1})");
  }

  // Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
  TEST_CASE_FIXTURE(Async, "an event bus is told of the result as the function's role") {
    const std::string arn = queue_arn("fates");
    aws.send(sqs::SetQueueAttributes{
                 queue,
                 {{"Policy", R"({"Statement":[{"Effect":"Allow","Principal":{"Service":)"
                             R"("events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":")" +
                                 arn + "\"}]}"}}})
        .value();
    aws.send(eventbridge::PutRule{.name = "r", .event_pattern = R"({"source":["lambda"]})"})
        .value();
    aws.send(eventbridge::PutTargets{.rule = "r", .targets = {{.id = "q", .arn = arn}}}).value();
    const std::string bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    configure([&](Settings& in) {
      in.maximum_retry_attempts = 0;
      in.destination_config = DestinationConfig{.on_failure = OnFailure{.destination = bus}};
    });
    invoke_async();
    cloud.run_until_idle();
    const auto messages = fates();
    REQUIRE(messages.size() == 1);
    CHECK(contains(messages[0].body,
                   R"("detail-type":"Lambda Function Invocation Result - Failure",)"
                   R"("source":"lambda")"));
    CHECK(contains(messages[0].body,
                   R"("resources":["arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST",)"
                   R"("arn:aws:events:us-east-1:000000000000:event-bus/default"])"));
    CHECK(contains(messages[0].body, R"("condition":"RetriesExhausted")"));
  }

  TEST_CASE_FIXTURE(Async, "what cannot be is refused") {
    CHECK(message(aws.send(PutFunctionEventInvokeConfig{.function_name = "f"})) ==
          "You must specify at least one of error handling or destination setting.");
    CHECK(code(aws.send(PutFunctionEventInvokeConfig{
              .function_name = "f", .maximum_retry_attempts = 3})) == "ValidationException");
    const auto put_destination = [&](const std::string& arn) {
      return message(aws.send(PutFunctionEventInvokeConfig{
          .function_name = "f",
          .destination_config = DestinationConfig{.on_failure = OnFailure{.destination = arn}}}));
    };
    CHECK(put_destination("arn:aws:s3:::bucket") ==
          "The provided destination config DestinationConfig(onSuccess=null, "
          "onFailure=OnFailure(destination=arn:aws:s3:::bucket)) is invalid.");
    CHECK(put_destination("arn:aws:lambda:us-east-1:000000000000:function:f") ==
          "You can't specify the function as a destination for itself.");
    set_policy("worker", allowing({"logs:*"}));
    CHECK(
        message(aws.send(PutFunctionEventInvokeConfig{
            .function_name = "f",
            .destination_config =
                DestinationConfig{.on_failure = OnFailure{.destination = queue_arn("fates")}}})) ==
        "The function's execution role does not have permissions to call SendMessage on " +
            queue_arn("fates"));
    CHECK(aws.send(ListFunctionEventInvokeConfigs{.function_name = "f"})
              .value()
              .function_event_invoke_configs.empty());
  }
}

}  // namespace emu::test
