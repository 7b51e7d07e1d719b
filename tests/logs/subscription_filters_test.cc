// Sources: Amazon CloudWatch Logs API Reference, "PutSubscriptionFilter",
// "DescribeSubscriptionFilters"; CloudWatch Logs User Guide, "Subscription filters with AWS
// Lambda"; AWS Lambda Developer Guide, "Using Lambda with CloudWatch Logs". Refusals as recorded
// from AWS.
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/lambda/handler.h>

#include <cstdint>
#include <variant>

#include "core/text/base64.h"
#include "core/text/compression.h"
#include "logs/log_fixture.h"

namespace emu::test {

namespace {

// What the function was told: the JSON behind awslogs.data.
std::string unpacked(std::string_view event) {
  constexpr std::string_view kBegin = R"({"awslogs":{"data":")";
  constexpr std::string_view kEnd = R"("}})";
  REQUIRE(event.starts_with(kBegin));
  REQUIRE(event.ends_with(kEnd));
  event.remove_prefix(kBegin.size());
  event.remove_suffix(kEnd.size());
  const auto packed = base64_decode(event);
  REQUIRE(packed);
  const auto plain = decompress(Compression::kGzip, *packed, 16 << 20);
  REQUIRE(std::holds_alternative<std::string>(plain));
  return std::get<std::string>(plain);
}

}  // namespace

TEST_SUITE("logs: subscription filters") {
  // A function "tail", which the group may invoke, and what it was given.
  struct SubscriptionFixture : LogFixture {
    SubscriptionFixture() {
      cloud.bind("tail", lambda::Handler([this](lambda::Context&, std::string_view in) {
                   events.push_back(unpacked(in));
                   return std::string("null");
                 }));
      aws.send(iam::CreateRole{
                   .role_name = "runner",
                   .assume_role_policy_document =
                       R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                       R"({"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})"})
          .value();
      function = create("tail");
    }

    std::string create(const std::string& name) {
      return aws
          .send(lambda::CreateFunction{.function_name = name,
                                       .runtime = "provided.al2023",
                                       .role = "arn:aws:iam::000000000000:role/runner",
                                       .handler = "bootstrap",
                                       .code = {.zip_file = "x"}})
          .value()
          .function_arn;
    }

    void allow_all() { allow("arn:aws:logs:us-east-1:000000000000:log-group:*"); }

    // Lets the functions log.
    void let_log() {
      aws
          .send(iam::PutRolePolicy{
              .role_name = "runner",
              .policy_name = "log",
              .policy_document =
                  R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*",)"
                  R"("Resource":"*"}]})"})
          .value();
    }

    void log_to(const std::string& group_name) {
      aws.send(lambda::UpdateFunctionConfiguration{.function_name = "tail",
                                                   .logging_config = {{.log_group = group_name}}})
          .value();
    }

    FaultGuard fail_deliveries(int status) {
      return cloud.fail(
          {.service = "lambda",
           .operation = "Invoke",
           .error = Error{
               .code = "TooManyRequestsException", .message = "Rate Exceeded.", .status = status}});
    }

    void allow(const std::string& source_arn, const std::string& principal = "logs.amazonaws.com") {
      aws.send(lambda::AddPermission{.function_name = "tail",
                                     .statement_id = "logs",
                                     .action = "lambda:InvokeFunction",
                                     .principal = principal,
                                     .source_arn = source_arn})
          .value();
    }

    Result<Nothing> subscribe(const std::string& pattern = "", const std::string& name = "errors") {
      return aws.send(logs::PutSubscriptionFilter{.log_group_name = group,
                                                  .filter_name = name,
                                                  .filter_pattern = pattern,
                                                  .destination_arn = function});
    }

    std::vector<logs::SubscriptionFilter> described() {
      return aws.send(logs::DescribeSubscriptionFilters{.log_group_name = group})
          .value()
          .subscription_filters;
    }

    std::string group_arn = "arn:aws:logs:us-east-1:000000000000:log-group:" + group;
    std::string function;
    std::vector<std::string> events;
  };

  TEST_CASE_FIXTURE(SubscriptionFixture, "what matches goes to a function as it comes in") {
    allow(group_arn + ":*");
    subscribe("ERROR").value();
    const std::int64_t time = now();
    put({{.timestamp = time, .message = "ERROR \"one\""},
         {.timestamp = time, .message = "fine"},
         {.timestamp = time + 1, .message = "ERROR two"}})
        .value();
    cloud.run_until_idle();
    const auto told =
        aws.send(logs::FilterLogEvents{.log_group_name = group, .filter_pattern = "ERROR"})
            .value()
            .events;
    REQUIRE(told.size() == 2);
    REQUIRE(events.size() == 1);
    const std::string t = std::to_string(time);
    CHECK(events[0] ==
          R"({"messageType":"DATA_MESSAGE","owner":"000000000000","logGroup":")" + group +
              R"(","logStream":"a","subscriptionFilters":["errors"],"logEvents":[{"id":")" +
              told[0].event_id + R"(","timestamp":)" + t +
              R"(,"message":"ERROR \"one\""},{"id":")" + told[1].event_id + R"(","timestamp":)" +
              std::to_string(time + 1) + R"(,"message":"ERROR two"}]})");
    put({{.timestamp = now(), .message = "fine"}}).value();
    cloud.run_until_idle();
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "filters are described, changed and deleted") {
    allow(group_arn + ":*");
    subscribe("ERROR", "b").value();
    subscribe("", "a").value();
    auto all = described();
    REQUIRE(all.size() == 2);
    CHECK(all[0].filter_name == "a");
    CHECK(all[1].filter_pattern == "ERROR");
    CHECK(all[1].destination_arn == function);
    CHECK(all[1].log_group_name == group);
    CHECK(all[1].distribution == "ByLogStream");
    CHECK(all[1].creation_time == now());
    const auto page =
        aws.send(logs::DescribeSubscriptionFilters{.log_group_name = group, .limit = 1}).value();
    CHECK(page.next_token == "a");
    CHECK(aws.send(logs::DescribeSubscriptionFilters{.log_group_name = group,
                                                     .filter_name_prefix = "b"})
              .value()
              .subscription_filters.size() == 1);

    // Two are there, of which one is changed.
    CHECK(code(subscribe("", "c")) == "LimitExceededException");
    subscribe("WARN", "b").value();
    CHECK(described()[1].filter_pattern == "WARN");
    aws.send(logs::DeleteSubscriptionFilter{.log_group_name = group, .filter_name = "b"}).value();
    CHECK(described().size() == 1);
    CHECK(code(aws.send(logs::DeleteSubscriptionFilter{
              .log_group_name = group, .filter_name = "b"})) == "ResourceNotFoundException");
    put({{.timestamp = now(), .message = "WARN"}}).value();
    cloud.run_until_idle();
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "the function's policy must let the group invoke it") {
    const std::string refusal =
        "Could not execute the lambda function. Make sure you have given CloudWatch Logs "
        "permission to execute your function.";
    CHECK(message(subscribe()) == refusal);
    const auto forget = [this] {
      aws.send(lambda::RemovePermission{.function_name = "tail", .statement_id = "logs"}).value();
    };
    // Without ":*" behind it the ARN fits no group.
    for (const std::string& arn : {group_arn, group_arn + "x:*"}) {
      allow(arn);
      CHECK(message(subscribe()) == refusal);
      forget();
    }
    allow(group_arn + ":*", "events.amazonaws.com");
    CHECK(message(subscribe()) == refusal);
    forget();
    allow(group_arn + ":*", "logs.eu-west-1.amazonaws.com");
    CHECK(message(subscribe()) == refusal);
    forget();
    CHECK(described().empty());

    allow(group_arn + ":*", "logs.us-east-1.amazonaws.com");
    subscribe().value();
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.run_until_idle();
    CHECK(events.size() == 1);
    // It counts for each delivery.
    forget();
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.run_until_idle();
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "wrong filters are refused") {
    allow("arn:aws:logs:us-east-1:000000000000:log-group:*");
    struct Wrong {
      std::string log_group_name = {};
      std::string filter_pattern = {};
      std::string destination_arn = {};
      std::string role_arn = {};
      std::vector<std::string> emit_system_fields = {};
    };
    const auto refused = [this](const Wrong& wrong) {
      return message(aws.send(logs::PutSubscriptionFilter{
          .log_group_name = wrong.log_group_name.empty() ? group : wrong.log_group_name,
          .filter_name = "f",
          .filter_pattern = wrong.filter_pattern,
          .destination_arn = wrong.destination_arn.empty() ? function : wrong.destination_arn,
          .role_arn = wrong.role_arn,
          .emit_system_fields = wrong.emit_system_fields}));
    };
    CHECK(refused({.log_group_name = "none"}) == "The specified log group does not exist.");
    CHECK(refused({.filter_pattern = "{ $.a"}).starts_with("Invalid filter pattern"));
    CHECK(refused({.role_arn = "arn:aws:iam::000000000000:role/runner"}) ==
          "destinationArn for vendor lambda cannot be used with roleArn");
    const std::string kinesis = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
    CHECK(refused({.destination_arn = kinesis}) ==
          "destinationArn for vendor kinesis cannot be used without roleArn");
    CHECK(refused({.destination_arn = kinesis, .role_arn = "arn:aws:iam::000000000000:role/r"}) ==
          "Could not deliver test message to specified Kinesis stream. Check if the given Kinesis "
          "stream is in ACTIVE state.");
    for (const char* other :
         {"x", "arn:aws:sqs:us-east-1:000000000000:q", "arn:aws:lambda:us-east-1:000000000000:x",
          "arn:aws:lambda:eu-west-1:000000000000:function:tail",
          "arn:aws:lambda:us-east-1:000000000000:function:gone"}) {
      CAPTURE(other);
      CHECK_FALSE(refused({.destination_arn = other}).empty());
    }
    CHECK_FALSE(refused({.emit_system_fields = {"@aws.zone"}}).empty());
    aws.send(logs::CreateLogGroup{.log_group_name = "/aws/lambda/tail"}).value();
    CHECK(refused({.log_group_name = "/aws/lambda/tail"}) ==
          "The log group provided is reserved for the function logs of the destination function.");
    CHECK(described().empty());
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "many events come in several payloads") {
    allow(group_arn + ":*");
    subscribe().value();
    std::vector<logs::InputLogEvent> many;
    for (int i = 0; i < 10; ++i) {
      many.push_back({.timestamp = now(), .message = std::string(100'000, 'x')});
    }
    put(std::move(many)).value();
    cloud.run_until_idle();
    CHECK(events.size() == 2);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "no payload is larger than functions take") {
    allow(group_arn + ":*");
    subscribe().value();
    // What does not compress. Together both would be more than a payload.
    std::string noise;
    std::uint32_t state = 1;
    while (noise.size() < 500'000) {
      state = state * 1'664'525 + 1'013'904'223;
      noise += static_cast<char>(' ' + (state >> 16) % 95);
    }
    put({{.timestamp = now(), .message = noise}, {.timestamp = now(), .message = noise}}).value();
    cloud.run_until_idle();
    CHECK(events.size() == 2);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "a delivery that fails for a while is made later") {
    allow(group_arn + ":*");
    subscribe().value();
    {
      const auto busy = fail_deliveries(429);
      put({{.timestamp = now(), .message = "x"}}).value();
      cloud.advance(1100ms);
    }
    CHECK(events.empty());
    cloud.advance(2s);
    CHECK(events.size() == 1);
    // What waits is forgotten with the account.
    const auto busy = fail_deliveries(429);
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.advance(1100ms);
    cloud.reset();
    cloud.run_until_idle();
    CHECK(events.size() == 1);
  }

  // Source: CloudWatch Logs User Guide, "Real-time processing of log data with subscriptions".
  TEST_CASE_FIXTURE(SubscriptionFixture, "a delivery is given up after a day, or when refused") {
    allow(group_arn + ":*");
    subscribe().value();
    {
      const auto busy = fail_deliveries(500);
      put({{.timestamp = now(), .message = "x"}}).value();
      cloud.advance(23h);
    }
    cloud.advance(1h);
    CHECK(events.size() == 1);
    for (const int status : {500, 400}) {
      const auto down = fail_deliveries(status);
      put({{.timestamp = now(), .message = "x"}}).value();
      cloud.run_until_idle();
    }
    cloud.advance(48h);
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "a function that is slow to call holds up no other") {
    allow(group_arn + ":*");
    subscribe().value();
    {
      const auto slow =
          cloud.fail({.service = "lambda", .operation = "Invoke", .call = 1, .latency = 1h});
      put({{.timestamp = now(), .message = "x"}}).value();
      put({{.timestamp = now(), .message = "y"}}).value();
      cloud.advance(2s);
    }
    CHECK(events.size() == 1);
    cloud.advance(2h);
    CHECK(events.size() == 2);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "what one account waits for is forgotten alone") {
    allow(group_arn + ":*");
    subscribe().value();
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.reset("111111111111");
    cloud.run_until_idle();
    CHECK(events.size() == 1);
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.reset("000000000000");
    cloud.run_until_idle();
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "a function does not get the lines that it writes") {
    allow_all();
    log_to(group);
    CHECK(message(subscribe()) ==
          "The log group provided is reserved for the function logs of the destination function.");
    CHECK(described().empty());
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "lines of one function go to another") {
    allow_all();
    cloud.bind("talk", lambda::Handler([](lambda::Context& context, std::string_view) {
                 context.log("hello");
                 return std::string("null");
               }));
    let_log();
    create("talk");
    aws.send(logs::CreateLogGroup{.log_group_name = "/aws/lambda/talk"}).value();
    group = "/aws/lambda/talk";
    subscribe("hello").value();
    aws.send(lambda::Invoke{.function_name = "talk", .payload = "{}"}).value();
    cloud.advance(2s);
    REQUIRE(events.size() == 1);
    CHECK(events[0].find("hello") != std::string::npos);
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "time goes on in a circle of functions") {
    allow_all();
    let_log();
    subscribe().value();
    // After the subscription, so that nobody sees it.
    log_to(group);
    put({{.timestamp = now(), .message = "x"}}).value();
    cloud.advance(10s);
    CHECK(events.size() >= 5);
    CHECK(events.size() <= 10);
    aws.send(logs::DeleteSubscriptionFilter{.log_group_name = group, .filter_name = "errors"})
        .value();
    cloud.run_until_idle();
  }

  TEST_CASE_FIXTURE(SubscriptionFixture, "five filters of a group have regular expressions") {
    allow(group_arn + ":*");
    const auto measure = [this](const std::string& name, const std::string& pattern) {
      return code(aws.send(logs::PutMetricFilter{
          .log_group_name = group,
          .filter_name = name,
          .filter_pattern = pattern,
          .metric_transformations = {
              {.metric_name = "m", .metric_namespace = "n", .metric_value = "1"}}}));
    };
    subscribe("%a%").value();
    for (const char* name : {"1", "2", "3", "4"}) CHECK(measure(name, "%a%").empty());
    CHECK(measure("5", "%a%") == "LimitExceededException");
    CHECK(code(subscribe("%a%", "more")) == "LimitExceededException");
    CHECK(measure("4", "%b%").empty());
    CHECK(measure("5", "b").empty());
    subscribe("%b%").value();
  }
}

}  // namespace emu::test
