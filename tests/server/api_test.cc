// The protocols of JSON and forms, from request to answer.
// Sources: Amazon SQS Developer Guide, "Making Query API requests for Amazon SQS using AWS JSON
// protocol"; Amazon DynamoDB Developer Guide, "DynamoDB low-level API"; IAM User Guide, "Calling
// the IAM API using HTTP query requests".
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>

#include "bus/bus.h"
#include "core/gate/service_profile.h"
#include "core/text/base64.h"
#include "server/api_fixture.h"

namespace emu::server {

using test::ApiFixture;

TEST_SUITE("server: API") {
  TEST_CASE_FIXTURE(ApiFixture, "a queue is made and used as an SDK does it") {
    const HttpResponse created = json("sqs", "AmazonSQS.CreateQueue", R"({"QueueName":"orders"})");
    CHECK(created.status == 200);
    CHECK(created.body.view() == R"({"QueueUrl":"http://localhost:4566/000000000000/orders"})");
    CHECK(header(created, "Content-Type") == "application/x-amz-json-1.0");
    CHECK(header(created, "x-amzn-RequestId").size() == 36);

    const HttpResponse sent =
        json("sqs", "AmazonSQS.SendMessage",
             R"({"QueueUrl":"http://elsewhere:1/000000000000/orders","MessageBody":"seat 12A"})");
    CHECK(sent.status == 200);
    CHECK(contains(sent, "MD5OfMessageBody"));
    CHECK(cloud.look(sqs::PeekQueue{.queue = "arn:aws:sqs:us-east-1:000000000000:orders"})
              .depth.visible == 1);
  }

  TEST_CASE_FIXTURE(ApiFixture, "every answer with queue URLs has the host as called") {
    json("sqs", "AmazonSQS.CreateQueue", R"({"QueueName":"orders"})");
    const std::string url = "http://localhost:4566/000000000000/orders";
    CHECK(contains(json("sqs", "AmazonSQS.GetQueueUrl", R"({"QueueName":"orders"})"), url));
    CHECK(contains(json("sqs", "AmazonSQS.ListQueues", "{}"), url));
    CHECK(contains(form("sqs", "Action=CreateQueue&QueueName=orders"), url));
    CHECK(aws.send(sqs::GetQueueUrl{.queue_name = "orders"}).value().queue_url ==
          "https://sqs.us-east-1.amazonaws.com/000000000000/orders");

    HttpRequest secure = signed_request("sqs", "POST", "/");
    secure.tls = true;
    secure.host = "sqs.localhost.localstack.cloud:443";
    secure.headers.add("X-Amz-Target", "AmazonSQS.ListQueues");
    const HttpResponse listed = api.answer(secure);
    CHECK(contains(listed, "https://sqs.localhost.localstack.cloud:443/000000000000/orders"));
    CHECK(json("sqs", "AmazonSQS.SendMessage",
               R"({"QueueUrl":"https://sqs.localhost.localstack.cloud:443/000000000000/orders",)"
               R"("MessageBody":"a"})")
              .status == 200);
  }

  TEST_CASE_FIXTURE(ApiFixture, "an error of JSON names its type, and the older code of SQS") {
    const HttpResponse none =
        json("sqs", "AmazonSQS.SendMessage",
             R"({"QueueUrl":"http://localhost:4566/000000000000/none","MessageBody":"a"})");
    CHECK(none.status == 400);
    CHECK(contains(none, R"("__type":"com.amazonaws.sqs#QueueDoesNotExist")"));
    CHECK(header(none, "x-amzn-query-error") == "AWS.SimpleQueueService.NonExistentQueue;Sender");

    const HttpResponse unknown = json("dynamodb", "DynamoDB_20120810.Nonsense", "{}");
    CHECK(unknown.status == 400);
    CHECK(contains(unknown, R"("__type":"com.amazon.coral.service#UnknownOperationException")"));

    const HttpResponse garbled = json("dynamodb", "DynamoDB_20120810.GetItem", "{\"TableName\":");
    CHECK(garbled.status == 400);
    CHECK(contains(garbled, "SerializationException"));
    CHECK(header(garbled, "x-amz-crc32").size() > 0);
  }

  TEST_CASE_FIXTURE(ApiFixture, "older SDKs speak to SQS in forms and hear XML") {
    CHECK(form("sqs",
               "Action=CreateQueue&QueueName=orders&Attribute.1.Name=DelaySeconds"
               "&Attribute.1.Value=0")
              .status == 200);
    const HttpResponse sent =
        form("sqs", "Action=SendMessage&MessageBody=a+b%26c", "/000000000000/orders");
    CHECK(sent.status == 200);
    CHECK(contains(sent,
                   "<SendMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"));
    const HttpResponse received = form("sqs", "Action=ReceiveMessage", "/000000000000/orders");
    CHECK(contains(received, "<Body>a b&amp;c</Body>"));

    const HttpResponse none = form("sqs", "Action=GetQueueUrl&QueueName=none");
    CHECK(none.status == 400);
    CHECK(contains(none, "<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"));
    const HttpResponse unknown = form("sts", "Action=Nonsense&Version=2011-06-15");
    CHECK(contains(unknown, "<Code>InvalidAction</Code>"));
    CHECK(contains(unknown, "Could not find operation Nonsense for version 2011-06-15"));
  }

  TEST_CASE_FIXTURE(ApiFixture, "Lambda's errors are of REST-JSON") {
    const HttpResponse none =
        rest("lambda", "POST", "/2015-03-31/functions/none/invocations", "{}");
    CHECK(none.status == 404);
    CHECK(header(none, "x-amzn-ErrorType") == "ResourceNotFoundException");
    CHECK(
        contains(none, "Function not found: arn:aws:lambda:us-east-1:000000000000:function:none"));
    CHECK(rest("lambda", "GET", "/2015-03-31/functions/").status == 200);
    CHECK(rest("lambda", "GET", "/2015-03-31/nothing").status == 404);
  }

  // AWS Lambda Developer Guide, "Retrieve function logs using the AWS CLI": the request id in the
  // log is that of the answer.
  TEST_CASE_FIXTURE(ApiFixture, "an invocation is logged under the id of its answer") {
    bus::deploy(cloud, {.endpoint = "http://localhost:4566"});
    HttpRequest request =
        signed_request("lambda", "POST", "/2015-03-31/functions/aram-producer/invocations", "test",
                       "ap-northeast-2");
    request.headers.add("X-Amz-Log-Type", "Tail");
    request.body = Blob(std::string(R"({"routeKey":"GET /api/stats"})"));
    const HttpResponse answer = api.answer(request);
    REQUIRE(answer.status == 200);
    const auto log = base64_decode(header(answer, "X-Amz-Log-Result"));
    REQUIRE(log);
    CHECK(log->starts_with("START RequestId: " + header(answer, "x-amzn-RequestId") + " Version"));
  }

  TEST_CASE_FIXTURE(ApiFixture, "request ids differ, and follow from the seed") {
    const std::string first = header(json("sqs", "AmazonSQS.ListQueues", "{}"), "x-amzn-RequestId");
    const std::string second =
        header(json("sqs", "AmazonSQS.ListQueues", "{}"), "x-amzn-RequestId");
    CHECK(first != second);
    Cloud same;
    Api other(same.world(), {});
    HttpRequest request = signed_request("sqs", "POST", "/");
    request.headers.add("X-Amz-Target", "AmazonSQS.ListQueues");
    CHECK(header(other.answer(request), "x-amzn-RequestId") == first);
  }

  TEST_CASE_FIXTURE(ApiFixture, "how long a body may be follows from the head") {
    const auto most = [&](const HttpRequest& head) { return api.look(head).body_bytes_max; };
    const auto limit = [](std::string_view service) {
      return find_profile(service)->body_bytes_max;
    };
    CHECK(most(signed_request("s3", "PUT", "/photos/a")) > kObjectBytesMax);
    CHECK(most(signed_request("sqs", "POST", "/")) == limit("sqs"));
    CHECK(most({.headers = {{"X-Amz-Target", "DynamoDB_20120810.PutItem"}}}) == limit("dynamodb"));
    CHECK(most({.target = "/2015-03-31/functions"}) == limit("lambda"));
    CHECK(most({.target = "/photos/a"}) > kObjectBytesMax);
    CHECK(most(signed_request("nobody", "POST", "/")) == kOtherBytesMax);
    CHECK(most({.headers = {{"Content-Type", "application/x-www-form-urlencoded"}}}) ==
          kOtherBytesMax);
  }
}

}  // namespace emu::server
