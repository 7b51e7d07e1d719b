#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/dynamodb.h>
#include <emu/s3.h>
#include <emu/secretsmanager.h>
#include <emu/sns.h>
#include <emu/ssm.h>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {
namespace {

// Every promise holds in both kinds of Cloud.
const std::vector<CloudOptions>& both_kinds() {
  static const std::vector<CloudOptions> kBoth = {{}, {.live = LiveOptions{.held = true}}};
  return kBoth;
}

constexpr const char* kNoQueue = "QueueDoesNotExist";

// Something of every service; the ids that were given out.
std::vector<std::string> use_everything(LambdaFixture& account) {
  Aws& aws = account.aws;
  std::vector<std::string> ids;
  const std::string queue = account.create_queue("orders");
  ids.push_back(account.send(queue, "seat 12A"));
  ids.push_back(aws.send(sqs::ReceiveMessage{.queue_url = queue})->messages.at(0).receipt_handle);
  ids.push_back(aws.send(apigatewayv2::CreateApi{.name = "bus", .protocol_type = "HTTP"})->api_id);
  account.create_role("other");
  ids.push_back(aws.send(iam::GetRole{.role_name = "other"})->role.role_id);
  aws.send(iam::CreateUser{.user_name = "ann"}).value();
  ids.push_back(aws.send(iam::CreateAccessKey{.user_name = "ann"})->access_key.access_key_id);
  aws.send(s3::CreateBucket{.bucket = "pictures"}).value();
  aws.send(dynamodb::CreateTable{.attribute_definitions = {{"id", "S"}},
                                 .table_name = "seats",
                                 .key_schema = {{"id", "HASH"}},
                                 .billing_mode = "PAY_PER_REQUEST"})
      .value();
  aws.send(logs::CreateLogGroup{.log_group_name = "lines"}).value();
  aws.send(ssm::PutParameter{.name = "limit", .value = "42", .type = "String"}).value();
  aws.send(sns::CreateTopic{.name = "news"}).value();
  const std::string topic = "arn:aws:sns:us-east-1:000000000000:news";
  aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = "+4915112345678"})
      .value();
  ids.push_back(aws.send(sns::Publish{.topic_arn = topic, .message = "seat 12A"})->message_id);
  ids.push_back(aws.send(secretsmanager::CreateSecret{.name = "db", .secret_string = "x"})->arn);
  return ids;
}

TEST_SUITE("cloud: reset") {
  TEST_CASE("after a reset an account is as new, and ids begin again") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      account.cloud.reset();
      const std::string empty_digest = account.cloud.trace_digest();
      const std::vector<std::string> ids = use_everything(account);
      account.cloud.advance(1h);
      const Time now = account.cloud.now();
      account.cloud.reset();

      CHECK(account.cloud.now() == now);
      CHECK(account.cloud.trace_size() == 0);
      CHECK(account.cloud.trace_digest() == empty_digest);
      Aws& aws = account.aws;
      CHECK(aws.send(sqs::ListQueues{})->queue_urls.empty());
      CHECK(aws.send(apigatewayv2::GetApis{})->items.empty());
      CHECK(aws.send(iam::ListUsers{})->users.empty());
      CHECK(aws.send(iam::ListRoles{})->roles.empty());
      CHECK(aws.send(s3::ListBuckets{})->buckets.empty());
      CHECK(aws.send(dynamodb::ListTables{})->table_names.empty());
      CHECK(aws.send(logs::DescribeLogGroups{})->log_groups.empty());
      CHECK(aws.send(sns::ListTopics{})->topics.empty());
      CHECK(account.cloud.look(sns::PeekOutbox{}).messages.empty());
      CHECK(aws.send(ssm::DescribeParameters{})->parameters.empty());
      CHECK(aws.send(secretsmanager::ListSecrets{})->secret_list.empty());
      account.cloud.reset();
      CHECK(use_everything(account) == ids);
    }
  }

  TEST_CASE("a reset of one account leaves the others alone") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      const std::string queue = account.create_queue("orders");
      Aws other = account.cloud.aws({.account = "111111111111"});
      const std::string kept = other.send(sqs::CreateQueue{.queue_name = "orders"})->queue_url;
      other.send(sqs::SendMessage{.queue_url = kept, .message_body = "seat 12A"}).value();
      other.send(s3::CreateBucket{.bucket = "pictures"}).value();
      const std::uint64_t events = account.cloud.trace_size();
      account.cloud.reset("000000000000");

      CHECK(account.cloud.trace_size() == events);
      CHECK(account.code(account.aws.send(sqs::ReceiveMessage{.queue_url = queue})) == kNoQueue);
      CHECK(account.code(account.aws.send(iam::GetRole{.role_name = "worker"})) == "NoSuchEntity");
      CHECK(account.visible(kept) == 1);
      CHECK(other.send(s3::ListBuckets{})->buckets.size() == 1);
    }
  }

  TEST_CASE("a receive that waits is told that its queue is gone") {
    for (const CloudOptions& options : both_kinds()) {
      for (const std::optional<std::string>& of :
           {std::optional<std::string>(), std::optional<std::string>("000000000000")}) {
        LambdaFixture account(options);
        const std::string queue = account.create_queue("orders");
        std::string answer = "none";
        account.cloud.spawn("receiver", [&] {
          answer = account.code(
              account.aws.send(sqs::ReceiveMessage{.queue_url = queue, .wait_time_seconds = 20s}));
        });
        account.cloud.advance(1s);
        account.cloud.reset(of);
        account.cloud.advance(0s);
        CHECK(answer == kNoQueue);
      }
    }
  }

  TEST_CASE("a function that runs is stopped, and who waits is told that there is none") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      std::atomic<bool> came_back = false;
      account.create_function("sleeper", [&](lambda::Context& context, std::string_view) {
        context.sleep(2s);
        came_back = true;
        return std::string("{}");
      });
      std::string answer = "none";
      account.cloud.spawn("client", [&] {
        answer = account.code(
            account.aws.send(lambda::Invoke{.function_name = "sleeper", .payload = "{}"}));
      });
      account.cloud.advance(1s);
      account.cloud.reset("000000000000");
      account.cloud.advance(1h);
      CHECK(answer == "ResourceNotFoundException");
      CHECK_FALSE(came_back);
    }
  }

  TEST_CASE("code stays bound, and new functions have all the concurrency there is") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      account.create_function("sleeper", [&](lambda::Context& context, std::string_view) {
        context.sleep(2s);
        return std::string("1");
      });
      account.cloud.spawn("client", [&] {
        (void)account.aws.send(lambda::Invoke{.function_name = "sleeper", .payload = "{}"});
      });
      account.cloud.advance(1s);
      account.cloud.reset();
      account.create_role("worker");
      account.aws.send(account.request("sleeper")).value();
      account.aws
          .send(lambda::PutFunctionConcurrency{.function_name = "sleeper",
                                               .reserved_concurrent_executions = 1})
          .value();
      std::string answer;
      account.cloud.spawn("client", [&] { answer = account.invoke("sleeper").payload.str(); });
      account.cloud.advance(3s);
      CHECK(answer == "1");
    }
  }

  TEST_CASE("nobody polls a new queue of the old name") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      const std::string old_queue = account.create_queue("orders");
      std::atomic<int> calls = 0;
      account.create_function("print", [&](lambda::Context& context, std::string_view) {
        ++calls;
        context.sleep(2s);
        return std::string("{}");
      });
      account.create_mapping(
          {.event_source_arn = LambdaFixture::queue_arn("orders"), .function_name = "print"});
      account.send(old_queue, "seat 12A");
      account.cloud.advance(1s);
      CHECK(calls == 1);
      account.cloud.reset();
      const std::string queue = account.create_queue("orders");
      account.send(queue, "seat 12B");
      account.cloud.advance(1h);
      CHECK(calls == 1);
      CHECK(account.visible(queue) == 1);
    }
  }

  TEST_CASE("an event that was to be tried again is forgotten") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      std::atomic<int> calls = 0;
      account.create_function("print", [&](lambda::Context&, std::string_view) -> std::string {
        ++calls;
        throw std::runtime_error("out of paper");
      });
      account.aws
          .send(
              lambda::Invoke{.function_name = "print", .invocation_type = "Event", .payload = "{}"})
          .value();
      account.cloud.advance(1s);
      account.cloud.reset("000000000000");
      account.cloud.advance(1h);
      CHECK(calls == 1);
    }
  }

  TEST_CASE("messages that are being moved are gone with their mover") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      const std::string dead = account.create_queue("dead");
      account.create_queue("orders",
                           {{"RedrivePolicy", R"({"maxReceiveCount":1,"deadLetterTargetArn":")" +
                                                  LambdaFixture::queue_arn("dead") + "\"}"}});
      for (int i = 0; i < 10; ++i) account.send(dead, "seat 12A");
      account.aws
          .send(sqs::StartMessageMoveTask{.source_arn = LambdaFixture::queue_arn("dead"),
                                          .destination_arn = LambdaFixture::queue_arn("orders"),
                                          .max_number_of_messages_per_second = 1})
          .value();
      account.cloud.advance(2s);
      account.cloud.reset("000000000000");
      account.cloud.advance(1h);
      CHECK(account.aws.send(sqs::ListQueues{})->queue_urls.empty());
    }
  }

  TEST_CASE("keys of users are unknown afterwards") {
    for (const CloudOptions& options : both_kinds()) {
      LambdaFixture account(options);
      account.aws.send(iam::CreateUser{.user_name = "ann"}).value();
      const std::string key =
          account.aws.send(iam::CreateAccessKey{.user_name = "ann"})->access_key.access_key_id;
      account.cloud.reset("000000000000");
      CHECK_THROWS_AS(account.cloud.aws({.access_key_id = key}), AwsError);
    }
  }
}

}  // namespace
}  // namespace emu::test
