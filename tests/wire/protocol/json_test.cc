#include "wire/protocol/json.h"

#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/logs.h>
#include <emu/sqs.h>

#include <string>

using namespace emu;
using namespace emu::wire;

namespace {

const Protocol& json() { return protocol_of(ProtocolKind::kJson); }

std::string header(const HttpResponse& response, std::string_view name) {
  const std::string* value = response.headers.find(name);
  return value == nullptr ? "(none)" : *value;
}

}  // namespace

TEST_SUITE("wire: AWS JSON") {
  TEST_CASE("a request becomes the operation's struct, and its result a document") {
    const Operation& op = operation<sqs::SendMessage>();
    HttpRequest http{.method = "POST"};
    http.body = R"({"QueueUrl":"http://localhost/1/q","MessageBody":"hi","DelaySeconds":5})";
    sqs::SendMessage in;
    REQUIRE(json().read_request(op, WireRequest{.http = http}, &in).ok());
    CHECK(in.message_body == "hi");
    CHECK(in.delay_seconds == std::chrono::seconds(5));

    const sqs::SendMessageResult out{.message_id = "m-1"};
    const HttpResponse response = json().write_result(op, &out, "r-1");
    CHECK(response.status == 200);
    CHECK(response.body.view() == R"({"MessageId":"m-1"})");
    CHECK(header(response, "Content-Type") == "application/x-amz-json-1.0");
    CHECK(header(response, "x-amzn-RequestId") == "r-1");
  }

  TEST_CASE("an operation that gives nothing back has an empty body") {
    const Nothing out;
    const HttpResponse response = json().write_result(operation<sqs::DeleteMessage>(), &out, "r-1");
    CHECK(response.body.empty());
    CHECK(header(response, "Content-Type") == "application/x-amz-json-1.0");
  }

  TEST_CASE("a body that does not fit the shape is a SerializationException") {
    for (const char* body : {"{", "[]", R"({"MessageBody":1})", R"({"DelaySeconds":"5"})"}) {
      HttpRequest http{.method = "POST"};
      http.body = body;
      sqs::SendMessage in;
      const Status status =
          json().read_request(operation<sqs::SendMessage>(), WireRequest{.http = http}, &in);
      REQUIRE_MESSAGE(!status.ok(), body);
      CHECK(status.error().code == "SerializationException");
      CHECK(status.error().status == 400);
    }
  }

  TEST_CASE("SQS's errors tell the code of the Query protocol in a header") {
    const Error error{.code = "QueueDoesNotExist", .message = "gone"};
    const HttpResponse response = json().write_error(*find_profile("sqs"), error, "r-1");
    CHECK(response.status == 400);
    CHECK(response.body.view() ==
          R"({"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"gone"})");
    CHECK(header(response, "x-amzn-query-error") ==
          "AWS.SimpleQueueService.NonExistentQueue;Sender");
  }

  // As recorded from AWS.
  TEST_CASE("errors of AWS's framework have longer names, which a client understands") {
    const Error error{.code = "InvalidParameterValue", .message = "no"};
    const HttpResponse response = json().write_error(*find_profile("sqs"), error, "r-1");
    CHECK(response.body.view() ==
          R"({"__type":"com.amazon.coral.service#InvalidParameterValueException","message":"no"})");
    CHECK(header(response, "x-amzn-query-error") == "InvalidParameterValue;Sender");
    sqs::SendMessageResult out;
    const Status status = json().read_response(operation<sqs::SendMessage>(), response, &out);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "InvalidParameterValue");
  }

  TEST_CASE("DynamoDB's answers carry the checksum of their body") {
    const Error error{.code = "ResourceNotFoundException", .message = "none"};
    const HttpResponse response = json().write_error(*find_profile("dynamodb"), error, "r-1");
    CHECK(response.body.view() ==
          R"({"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",)"
          R"("message":"none"})");
    CHECK(header(response, "x-amz-crc32") == "1457737178");

    dynamodb::GetItemResult out;
    out.item = {{"id", dynamodb::S("a")}};
    CHECK(header(json().write_result(operation<dynamodb::GetItem>(), &out, "r"), "x-amz-crc32") !=
          "(none)");
  }

  TEST_CASE("CloudWatch Logs speaks version 1.1, without a namespace of errors") {
    const Error error{.code = "ResourceNotFoundException", .message = "none"};
    const HttpResponse response = json().write_error(*find_profile("logs"), error, "r-1");
    CHECK(response.body.view() == R"({"__type":"ResourceNotFoundException","message":"none"})");
    CHECK(header(response, "Content-Type") == "application/x-amz-json-1.1");
    CHECK(header(response, "x-amz-crc32") == "(none)");
  }

  TEST_CASE("a client names the operation and understands the error") {
    const sqs::SendMessage in{.queue_url = "u", .message_body = "hi"};
    const HttpRequest request = json().write_request(operation<sqs::SendMessage>(), &in);
    REQUIRE(request.headers.find("X-Amz-Target") != nullptr);
    CHECK(*request.headers.find("X-Amz-Target") == "AmazonSQS.SendMessage");
    CHECK(request.body.view() == R"({"QueueUrl":"u","MessageBody":"hi"})");

    const Error error{.code = "QueueDoesNotExist", .message = "gone"};
    sqs::SendMessageResult out;
    const Status status =
        json().read_response(operation<sqs::SendMessage>(),
                             json().write_error(*find_profile("sqs"), error, "r-1"), &out);
    REQUIRE(!status.ok());
    CHECK(status.error().code == "QueueDoesNotExist");
    CHECK(status.error().message == "gone");
  }
}
