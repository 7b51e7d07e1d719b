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

  // As recorded from AWS.
  TEST_CASE(
      "DynamoDB refuses JSON that does not fit in the words of the framework's first version") {
    struct Case {
      const char* body;
      const char* message;
    };
    const Case cases[] = {
        {"{", ""},
        {"[]", ""},
        {R"({"TableName":1})", "NUMBER_VALUE cannot be converted to String"},
        {R"({"TableName":1.5})", "DECIMAL_VALUE cannot be converted to String"},
        {R"({"TableName":false})", "FALSE_VALUE cannot be converted to String"},
        {R"({"TableName":[]})", "Unrecognized collection type class java.lang.String"},
        {R"({"TableName":{}})", "Start of structure or map found where not expected"},
        {R"({"ConditionExpression":1})", "NUMBER_VALUE cannot be converted to String"},
        {R"({"Item":"a"})", "Unexpected field type"},
        {R"({"Item":[]})",
         "Unrecognized collection type java.util.Map<java.lang.String, "
         "com.amazonaws.dynamodb.v20120810.AttributeValue>"},
        {R"({"Item":{"a":"b"}})", "Unexpected value type in payload"},
        {R"({"Item":{"a":[]}})",
         "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"},
        {R"({"Item":{"a":{"S":1}}})", "NUMBER_VALUE cannot be converted to String"},
        {R"({"Item":{"a":{"N":1}}})", "NUMBER_VALUE cannot be converted to String"},
        {R"({"Item":{"a":{"BOOL":"true"}}})", "Unexpected token received from parser"},
        {R"({"Item":{"a":{"NULL":0}}})", "NUMBER_VALUE cannot be converted to Boolean"},
        {R"({"Item":{"a":{"B":1}}})", "only base-64-encoded strings are convertible to bytes"},
        {R"({"Item":{"a":{"B":"abc"}}})",
         "Base64 encoded length is expected a multiple of 4 bytes but found: 3"},
        {R"({"Item":{"a":{"BS":["ab?="]}}})", "Invalid Base64 character: '?'"},
        {R"({"Item":{"a":{"SS":"b"}}})", "Unexpected field type"},
        {R"({"Item":{"a":{"L":{}}}})", "Start of structure or map found where not expected"},
        {R"({"Item":{"a":{"L":["b"]}}})", "Unexpected value type in payload"},
        {R"({"Expected":{"a":{"Value":"b"}}})", "Unexpected field type"},
        {R"({"Expected":{"a":{"Exists":"b"}}})", "Unexpected token received from parser"},
        {R"({"Expected":{"a":"b"}})", "Unexpected value type in payload"},
    };
    for (const Case& c : cases) {
      HttpRequest http{.method = "POST"};
      http.body = c.body;
      dynamodb::PutItem in;
      const Status status =
          json().read_request(operation<dynamodb::PutItem>(), WireRequest{.http = http}, &in);
      REQUIRE_MESSAGE(!status.ok(), c.body);
      CHECK(status.error().code == "SerializationException");
      CHECK_MESSAGE(status.error().message == c.message, c.body);
    }
  }

  // As recorded from AWS.
  TEST_CASE("what DynamoDB says of it is called Message, and is not there for broken JSON") {
    const ServiceProfile& dynamodb = *find_profile("dynamodb");
    const Error misfit{.code = "SerializationException", .message = "Unexpected field type"};
    CHECK(json().write_error(dynamodb, misfit, "r-1").body.view() ==
          R"({"__type":"com.amazon.coral.service#SerializationException",)"
          R"("Message":"Unexpected field type"})");
    const Error broken{.code = "SerializationException"};
    CHECK(json().write_error(dynamodb, broken, "r-1").body.view() ==
          R"({"__type":"com.amazon.coral.service#SerializationException"})");
  }

  TEST_CASE("values of DynamoDB may be nested more deeply than it accepts") {
    std::string value = R"({"S":"a"})";
    for (int i = 0; i < 60; ++i) value = R"({"M":{"m":)" + value + "}}";
    HttpRequest http{.method = "POST"};
    const std::string body = R"({"TableName":"stats","Item":{"a":)" + value + "}}";
    http.body = body;
    dynamodb::PutItem in;
    CHECK(json().read_request(operation<dynamodb::PutItem>(), WireRequest{.http = http}, &in).ok());
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
