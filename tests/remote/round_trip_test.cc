// One call or more of every service, through a socket and back.
#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/dynamodb.h>
#include <emu/iam.h>
#include <emu/lambda.h>
#include <emu/logs.h>
#include <emu/s3.h>
#include <emu/sqs.h>
#include <emu/sts.h>

#include <string>

#include "remote/served_cloud.h"

using namespace emu;
using emu::test::ServedCloud;

TEST_SUITE("remote: a round trip") {
  TEST_CASE_FIXTURE(ServedCloud, "SQS: a message is sent, received and deleted") {
    Aws remote = aws();
    const std::string url = remote.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
    const auto sent = remote.send(sqs::SendMessage{
        .queue_url = url,
        .message_body = "seat \"12A\" é\n",
        .message_attributes = {{"n", {.string_value = "7", .data_type = "Number"}}}});
    REQUIRE(sent.ok());
    const auto received =
        remote.send(sqs::ReceiveMessage{.queue_url = url, .message_attribute_names = {"All"}});
    REQUIRE(received.ok());
    REQUIRE(received->messages.size() == 1);
    const sqs::Message& message = received->messages.front();
    CHECK(message.message_id == sent->message_id);
    CHECK(message.body == "seat \"12A\" é\n");
    CHECK(message.message_attributes.at("n").string_value == "7");
    CHECK(
        remote.send(sqs::DeleteMessage{.queue_url = url, .receipt_handle = message.receipt_handle})
            .ok());
    CHECK(cloud().look(sqs::PeekQueue{.queue = url}).depth.in_flight == 0);

    const auto missing = remote.send(sqs::GetQueueUrl{.queue_name = "nobody"});
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == "QueueDoesNotExist");
    CHECK(missing.error().status == 400);
  }

  TEST_CASE_FIXTURE(ServedCloud, "S3: an object of any key comes back as it was put") {
    Aws remote = aws();
    remote
        .send(s3::CreateBucket{
            .bucket = "photos",
            .create_bucket_configuration =
                s3::CreateBucketConfiguration{.location_constraint = "ap-northeast-2"}})
        .value();
    std::string body;
    for (int i = 0; i < 300'000; ++i) body += static_cast<char>(i % 253);
    for (const std::string key : {"a.jpg", "a b+c%d/é//../e?f&g=h#i", " '()*!~ "}) {
      CAPTURE(key);
      const auto put = remote.send(s3::PutObject{
          .bucket = "photos", .key = key, .body = body, .content_type = "image/jpeg"});
      REQUIRE_MESSAGE(put.ok(), (put ? "" : put.error().message));
      const auto got = remote.send(s3::GetObject{.bucket = "photos", .key = key});
      REQUIRE(got.ok());
      CHECK(got->body.view() == body);
      CHECK(got->content_type == "image/jpeg");
      CHECK(got->etag == put->etag);
      CHECK(remote.send(s3::HeadObject{.bucket = "photos", .key = key}).ok());
      CHECK(remote.send(s3::DeleteObject{.bucket = "photos", .key = key}).ok());
    }
    const auto missing = remote.send(s3::GetObject{.bucket = "photos", .key = "no"});
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == "NoSuchKey");
    CHECK(missing.error().status == 404);
  }

  TEST_CASE_FIXTURE(ServedCloud, "DynamoDB: an item comes back with its types") {
    Aws remote = aws();
    remote
        .send(dynamodb::CreateTable{
            .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
            .table_name = "stats",
            .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
            .billing_mode = "PAY_PER_REQUEST"})
        .value();
    const dynamodb::Item item = {{"id", dynamodb::S("1")}, {"n", dynamodb::N(42)}};
    REQUIRE(remote.send(dynamodb::PutItem{.table_name = "stats", .item = item}).ok());
    const auto got =
        remote.send(dynamodb::GetItem{.table_name = "stats", .key = {{"id", dynamodb::S("1")}}});
    REQUIRE(got.ok());
    CHECK(got->item == item);
  }

  TEST_CASE_FIXTURE(ServedCloud, "IAM and STS: Query and its XML") {
    Aws remote = aws();
    const auto role = remote.send(iam::CreateRole{
        .role_name = "worker",
        .assume_role_policy_document =
            R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":)"
            R"("lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})"});
    REQUIRE(role.ok());
    CHECK(remote.send(iam::GetRole{.role_name = "worker"})->role.arn == role->role.arn);
    CHECK(remote.send(iam::GetRole{.role_name = "nobody"}).error().code == "NoSuchEntity");
    CHECK(remote.send(sts::GetCallerIdentity{})->account == "000000000000");
  }

  TEST_CASE_FIXTURE(ServedCloud, "Lambda, Logs and API Gateway: lists that begin empty") {
    Aws remote = aws();
    CHECK(remote.send(lambda::ListFunctions{})->functions.empty());
    CHECK(remote.send(lambda::GetFunction{.function_name = "no"}).error().code ==
          "ResourceNotFoundException");
    REQUIRE(remote.send(logs::CreateLogGroup{.log_group_name = "/a"}).ok());
    CHECK(remote.send(logs::DescribeLogGroups{})->log_groups.size() == 1);
    const auto api = remote.send(apigatewayv2::CreateApi{.name = "shop", .protocol_type = "HTTP"});
    REQUIRE(api.ok());
    CHECK(remote.send(apigatewayv2::GetApi{.api_id = api->api_id})->name == "shop");
  }
}
