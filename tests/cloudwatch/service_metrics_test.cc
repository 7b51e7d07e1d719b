#include <emu/dynamodb.h>
#include <emu/lambda.h>
#include <emu/sqs.h>

#include "cloudwatch/services_fixture.h"

namespace emu::cloudwatch {
namespace {

TEST_SUITE("cloudwatch: metrics of services") {
  // Source: Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS".
  TEST_CASE_FIXTURE(ServicesFixture, "SQS counts what happens, and what there is as minutes end") {
    const std::string url = aws.send(sqs::CreateQueue{.queue_name = "q"}).value().queue_url;
    const auto of_queue = [&](std::string name, std::string statistic = "Sum") {
      return minutes("AWS/SQS", std::move(name), {{.name = "QueueName", .value = "q"}},
                     std::move(statistic));
    };
    for (int i = 0; i < 3; ++i) {
      aws.send(sqs::SendMessage{.queue_url = url,
                                .message_body = "m",
                                .delay_seconds = std::chrono::seconds(i == 2 ? 90 : 0)})
          .value();
    }
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = url, .visibility_timeout = 100s})
                         .value()
                         .messages;
    cloud.advance(150s);
    aws.send(sqs::DeleteMessage{.queue_url = url, .receipt_handle = got.at(0).receipt_handle})
        .value();
    cloud.advance(30s);
    CHECK(of_queue("NumberOfMessagesSent") == "3 0 0");
    CHECK(of_queue("NumberOfMessagesReceived") == "1 0 0");
    CHECK(of_queue("NumberOfMessagesDeleted") == "0 0 1");
    CHECK(of_queue("ApproximateNumberOfMessagesDelayed") == "1 0 0");
    CHECK(of_queue("ApproximateNumberOfMessagesNotVisible") == "1 0 0");
    CHECK(of_queue("ApproximateNumberOfMessagesVisible") == "1 3 2");
    CHECK(of_queue("ApproximateAgeOfOldestMessage", "Maximum") == "60 120 180");
  }

  TEST_CASE_FIXTURE(ServicesFixture, "a queue without messages has metrics for six hours") {
    aws.send(sqs::CreateQueue{.queue_name = "q"}).value();
    aws.send(sqs::GetQueueUrl{.queue_name = "q"}).value();
    const std::string url = aws.send(sqs::GetQueueUrl{.queue_name = "q"}).value().queue_url;
    aws.send(sqs::ReceiveMessage{.queue_url = url}).value();
    cloud.advance(7h);
    const std::string empty =
        minutes("AWS/SQS", "NumberOfEmptyReceives", {{.name = "QueueName", .value = "q"}});
    CHECK(empty.starts_with("1 0 0"));
    CHECK(empty.size() < 2 * 6 * 60 + 2);
  }

  // Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions".
  TEST_CASE_FIXTURE(ServicesFixture, "Lambda counts invocations, errors and how long they take") {
    bool fails = false;
    create_function("work", [&](lambda::Context&, std::string_view) -> std::string {
      if (fails) throw std::runtime_error("broken");
      return "1";
    });
    const auto of_function = [&](std::string name, std::string statistic = "Sum") {
      return minutes("AWS/Lambda", std::move(name), {{.name = "FunctionName", .value = "work"}},
                     std::move(statistic));
    };
    PutMetricAlarm in{.alarm_name = "errors",
                      .metric_name = "Errors",
                      .namespace_value = "AWS/Lambda",
                      .statistic = "Sum",
                      .dimensions = {{.name = "FunctionName", .value = "work"}},
                      .period = 60,
                      .evaluation_periods = 1,
                      .threshold = 0,
                      .comparison_operator = "GreaterThanThreshold"};
    aws.send(in).value();
    cloud.advance(1h);
    aws.send(lambda::Invoke{.function_name = "work"}).value();
    fails = true;
    aws.send(lambda::Invoke{.function_name = "work"}).value();
    cloud.advance(1min);
    CHECK(of_function("Invocations") == "2");
    CHECK(of_function("Errors") == "1");
    CHECK(of_function("Throttles") == "0");
    CHECK(of_function("Duration", "SampleCount") == "2");
    CHECK(of_function("ConcurrentExecutions", "Maximum") == "1");
    CHECK(minutes("AWS/Lambda", "Invocations", {}) == "2");
    CHECK(aws.send(DescribeAlarms{}).value().metric_alarms.at(0).state_value == "ALARM");
  }

  TEST_CASE_FIXTURE(ServicesFixture, "DynamoDB counts calls") {
    using namespace dynamodb;
    aws.send(CreateTable{.attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
                         .table_name = "seats",
                         .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                         .billing_mode = "PAY_PER_REQUEST"})
        .value();
    aws.send(PutItem{.table_name = "seats", .item = {{"id", S("1")}}}).value();
    cloud.advance(1min);
    CHECK(minutes(
              "AWS/DynamoDB", "SuccessfulRequestLatency",
              {{.name = "TableName", .value = "seats"}, {.name = "Operation", .value = "PutItem"}},
              "SampleCount") == "1");
  }

  TEST_CASE_FIXTURE(ServicesFixture,
                    "calls count for their table, their minute and their account") {
    using namespace dynamodb;
    const auto put = [&](std::string table) {
      aws.send(PutItem{.table_name = std::move(table), .item = {{"id", S("1")}}}).value();
    };
    const auto counted = [&](std::string table) {
      return minutes("AWS/DynamoDB", "SuccessfulRequestLatency",
                     {{.name = "TableName", .value = std::move(table)},
                      {.name = "Operation", .value = "PutItem"}},
                     "SampleCount");
    };
    const auto make = [&](std::string table) {
      aws.send(
             CreateTable{.attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
                         .table_name = std::move(table),
                         .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                         .billing_mode = "PAY_PER_REQUEST"})
          .value();
    };
    make("one");
    make("two");
    for (const char* table : {"one", "one", "two", "one", "one"}) put(table);
    cloud.advance(1min);
    for (const char* table : {"one", "one", "one", "two"}) put(table);
    cloud.advance(1min);
    CHECK(counted("one") == "4 3");
    CHECK(counted("two") == "1 1");
    put("one");
    cloud.reset();
    make("one");
    put("one");
    put("one");
    cloud.advance(1min);
    CHECK(counted("one") == "2");
  }
}

}  // namespace
}  // namespace emu::cloudwatch
