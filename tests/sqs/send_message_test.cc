// Source: Amazon SQS API Reference, "SendMessage" and "SendMessageBatch".
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

TEST_SUITE("sqs: SendMessage") {
  TEST_CASE_FIXTURE(QueueFixture, "a message that is sent can be received") {
    const SendMessageResult sent = send("seat 12A");
    CHECK(sent.md5_of_message_body == "f2b3c0fb33d038d90b60c1abda103487");
    const Message got = receive().messages.at(0);
    CHECK(got.body == "seat 12A");
    CHECK(got.message_id == sent.message_id);
    CHECK(got.md5_of_body == sent.md5_of_message_body);
    CHECK(got.attributes.empty());
    CHECK(got.message_attributes.empty());
  }

  TEST_CASE_FIXTURE(QueueFixture,
                    "a delayed message appears when its delay has passed, not before") {
    aws.send(SendMessage{.queue_url = url, .message_body = "hi", .delay_seconds = 5s}).value();
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.delayed == 1);
    cloud.advance(4999ms);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
    CHECK(receive().messages.empty());
    cloud.advance(1ms);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.delayed == 0);
  }

  TEST_CASE_FIXTURE(QueueFixture,
                    "a message's own delay goes before the queue's, also when it is 0") {
    aws.send(SetQueueAttributes{url, {{"DelaySeconds", "60"}}}).value();
    send("late");
    aws.send(SendMessage{.queue_url = url, .message_body = "now", .delay_seconds = 0s}).value();
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.delayed == 1);
    CHECK(receive(10).messages.at(0).body == "now");
    cloud.advance(60s);
    CHECK(receive(10).messages.at(0).body == "late");
  }

  TEST_CASE_FIXTURE(QueueFixture, "attributes come with their digest, which is AWS's") {
    const MessageAttributes attributes = {
        {"AttributeName", {.string_value = "Attribute Value", .data_type = "String"}},
        {"n", {.string_value = "42", .data_type = "Number.int"}},
        {"b", {.binary_value = Blob(std::string("\0\xff", 2)), .data_type = "Binary"}}};
    const auto sent =
        aws.send(SendMessage{
                     .queue_url = url, .message_body = "hi", .message_attributes = attributes})
            .value();
    CHECK(sent.md5_of_message_attributes == "deed02491c2a76f85d424670231795b5");
    const auto one = aws.send(SendMessage{.queue_url = url,
                                          .message_body = "hi",
                                          .message_attributes = {*attributes.begin()}})
                         .value();
    CHECK(one.md5_of_message_attributes == "6e6aba56e93b3ddfdfe3fa28895feece");
  }

  TEST_CASE_FIXTURE(QueueFixture, "the trace header travels with the message") {
    const auto sent =
        aws.send(SendMessage{.queue_url = url,
                             .message_body = "hi",
                             .message_system_attributes = {{"AWSTraceHeader",
                                                            {.string_value = "Root=1-2-3",
                                                             .data_type = "String"}}}})
            .value();
    CHECK(sent.md5_of_message_system_attributes.size() == 32);
    CHECK(receive_all_attributes(url, 0s).at(0).attributes.at("AWSTraceHeader") == "Root=1-2-3");
  }

  TEST_CASE_FIXTURE(QueueFixture, "a message group is handed out as it came") {
    aws.send(SendMessage{.queue_url = url, .message_body = "hi", .message_group_id = "tenant-1"})
        .value();
    CHECK(receive_all_attributes(url, 0s).at(0).attributes.at("MessageGroupId") == "tenant-1");
  }

  TEST_CASE_FIXTURE(QueueFixture, "what is refused changes nothing") {
    const MessageAttributeValue text{.string_value = "x", .data_type = "String"};
    MessageAttributes eleven;
    for (char c = 'a'; c <= 'k'; ++c) eleven.emplace(std::string(1, c), text);
    const auto with = [&](MessageAttributes attributes) {
      return SendMessage{
          .queue_url = url, .message_body = "hi", .message_attributes = std::move(attributes)};
    };
    const std::string big(1'048'576, 'x');
    struct Case {
      SendMessage request;
      std::string code;
      std::string message;
    };
    for (
        const Case& c : std::vector<Case>{
            {{.queue_url = "", .message_body = "hi"},
             "MissingParameter",
             "The request must contain the parameter QueueUrl."},
            {{.queue_url = url, .message_body = ""},
             "MissingParameter",
             "The request must contain the parameter MessageBody."},
            {{.queue_url = url + "x", .message_body = "hi"},
             "QueueDoesNotExist",
             "The specified queue does not exist."},
            {{.queue_url = "nobody", .message_body = "hi"},
             "QueueDoesNotExist",
             "The specified queue does not exist."},
            {{.queue_url = "https://sqs.us-east-1.amazonaws.com/", .message_body = "hi"},
             "InvalidAddress",
             "The address https://sqs.us-east-1.amazonaws.com/ is not valid for this endpoint."},
            {{.queue_url = url, .message_body = "hi", .delay_seconds = 901s},
             "InvalidParameterValue",
             "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 "
             "and <= 900."},
            {{.queue_url = url, .message_body = "\x07"},
             "InvalidMessageContents",
             "Invalid binary character '#x7' was found in the message body, the set of allowed "
             "characters is #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | "
             "[#x10000-#x10FFFF]."},
            {{.queue_url = url, .message_body = big + "x"},
             "InvalidParameterValue",
             "One or more parameters are invalid. Reason: Message must be shorter than 1048576 "
             "bytes."},
            {{.queue_url = url, .message_body = big, .message_attributes = {{"a", text}}},
             "InvalidParameterValue",
             "One or more parameters are invalid. Reason: Message must be shorter than 1048576 "
             "bytes."},
            {{.queue_url = url, .message_body = "hi", .message_deduplication_id = "1"},
             "InvalidParameterValue",
             "Value 1 for parameter MessageDeduplicationId is invalid. Reason: The request include "
             "parameter that is not valid for this queue type."},
            {{.queue_url = url, .message_body = "hi", .message_group_id = ""},
             "InvalidParameterValue",
             "Value  for parameter MessageGroupId is invalid. Reason: MessageGroupId can only "
             "include alphanumeric and punctuation characters. 1 to 128 in length."},
            {with(eleven), "InvalidParameterValue",
             "Number of message attributes [11] exceeds the allowed maximum [10]."},
            {with({{"piyo", {.string_value = "", .data_type = "String"}}}), "InvalidParameterValue",
             "Message (user) attribute 'piyo' must contain a non-empty value of type 'String'."},
            {with({{"a", {.string_value = "x", .data_type = "string"}}}), "InvalidParameterValue",
             "The type of message (user) attribute 'a' is invalid. You must use only the following "
             "supported type prefixes: Binary, Number, String."},
            {with({{"a", {.string_value = "x", .data_type = ""}}}), "InvalidParameterValue",
             "The message (user) attribute 'a' must contain a non-empty message attribute type."},
            {with({{"a", {.string_value = "x", .data_type = "Number"}}}), "InvalidParameterValue",
             "Can't cast the value of message (user) attribute 'a' to a number."},
        }) {
      CAPTURE(c.message);
      const auto refused = aws.send(c.request);
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
      CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible +
                cloud.look(PeekQueue{.queue = url}).depth.delayed ==
            0);
    }
  }

  // Amazon SQS API Reference, "SendMessage".
  TEST_CASE_FIXTURE(QueueFixture, "characters that are not permitted are replaced") {
    const auto sent = send(std::string("a\0\x07z\xEF\xBF\xBE", 7));
    CHECK(sent.md5_of_message_body == "2ee2b0f20fd293d3f2d852a7f152507c");
    const Message got = receive().messages.at(0);
    CHECK(got.body == "a\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD");
    CHECK(got.md5_of_body != sent.md5_of_message_body);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(QueueFixture, "the name of a queue will do for its URL") {
    CHECK(aws.send(SendMessage{.queue_url = "orders", .message_body = "hi"}).ok());
    CHECK(aws.send(ReceiveMessage{.queue_url = "orders"}).value().messages.size() == 1);
    Aws other = cloud.aws({.account = "111111111111"});
    CHECK(code(other.send(SendMessage{.queue_url = "orders", .message_body = "hi"})) ==
          "QueueDoesNotExist");
    Aws far = cloud.aws({.region = "eu-west-1"});
    CHECK(code(far.send(SendMessage{.queue_url = "orders", .message_body = "hi"})) ==
          "QueueDoesNotExist");
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(QueueFixture, "names of attributes may have letters beyond ASCII") {
    const MessageAttributeValue text{.string_value = "x", .data_type = "String"};
    aws.send(SendMessage{.queue_url = url,
                         .message_body = "hi",
                         .message_attributes = {{"\xED\x95\x9C\xEA\xB8\x80", text}}})
        .value();
    const auto got =
        aws.send(ReceiveMessage{.queue_url = url, .message_attribute_names = {"All"}}).value();
    CHECK(got.messages.at(0).message_attributes.contains("\xED\x95\x9C\xEA\xB8\x80"));
  }

  TEST_CASE_FIXTURE(QueueFixture, "names of attributes that are refused") {
    const std::string too_long(257, 'a');
    for (const std::string& name : std::vector<std::string>{"AWS.x", "amazon.x", ".a", "a.", "a..b",
                                                            "a b", "a/b", "", too_long}) {
      CAPTURE(name);
      const MessageAttributes attributes = {{name, {.string_value = "x", .data_type = "String"}}};
      CHECK(code(aws.send(SendMessage{
                .queue_url = url, .message_body = "hi", .message_attributes = attributes})) ==
            "InvalidParameterValue");
    }
  }

  TEST_CASE_FIXTURE(QueueFixture, "the largest message and every permitted character are taken") {
    CHECK(
        aws.send(SendMessage{.queue_url = url, .message_body = std::string(1'048'576, 'x')}).ok());
    CHECK(send("\t\n\r\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD\xF0\x90\x80\x80").message_id.size() ==
          36);
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 2);
  }
}

TEST_SUITE("sqs: SendMessageBatch") {
  TEST_CASE_FIXTURE(QueueFixture, "entries succeed and fail each by itself") {
    const auto sent =
        aws.send(SendMessageBatch{url,
                                  {{.id = "a", .message_body = "first"},
                                   {.id = "b", .message_body = "late", .delay_seconds = 1800s},
                                   {.id = "c", .message_body = "third"}}})
            .value();
    REQUIRE(sent.successful.size() == 2);
    CHECK(sent.successful[0].id == "a");
    CHECK(sent.successful[1].id == "c");
    REQUIRE(sent.failed.size() == 1);
    CHECK(sent.failed[0].id == "b");
    CHECK(sent.failed[0].sender_fault);
    CHECK(sent.failed[0].code == "InvalidParameterValue");
    CHECK(sent.failed[0].message ==
          "Value 1800 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and "
          "<= 900.");
    const auto got = receive(10).messages;
    REQUIRE(got.size() == 2);
    CHECK(got[0].body == "first");
    CHECK(got[0].message_id == sent.successful[0].message_id);
    CHECK(got[1].body == "third");
  }

  TEST_CASE_FIXTURE(QueueFixture, "batches that are refused as a whole send nothing") {
    const std::string half(600'000, 'x');
    std::vector<SendMessageBatchRequestEntry> eleven;
    eleven.reserve(11);
    for (int i = 0; i < 11; ++i) {
      eleven.push_back({.id = std::to_string(i), .message_body = "x"});
    }
    struct Case {
      std::vector<SendMessageBatchRequestEntry> entries;
      std::string code;
      std::string message;
    };
    for (const Case& c : std::vector<Case>{
             {{},
              "EmptyBatchRequest",
              "There should be at least one SendMessageBatchRequestEntry in the request."},
             {eleven, "TooManyEntriesInBatchRequest",
              "Maximum number of entries per request are 10. You have sent 11."},
             {{{.id = "a", .message_body = "1"}, {.id = "a", .message_body = "2"}},
              "BatchEntryIdsNotDistinct",
              "Id a repeated."},
             {{{.id = "", .message_body = "1"}},
              "InvalidBatchEntryId",
              "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
              "It can be at most 80 letters long."},
             {{{.message_body = "1"}},
              "MissingParameter",
              "The request must contain the parameter SendMessageBatchRequestEntry.1.Id."},
             {{{.id = "a!", .message_body = "1"}},
              "InvalidBatchEntryId",
              "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
              "It can be at most 80 letters long."},
             {{{.id = "a", .message_body = half}, {.id = "b", .message_body = half}},
              "BatchRequestTooLong",
              "Batch requests cannot be longer than 1048576 bytes. You have sent 1200000 bytes."},
             {{{.id = "a", .message_body = "1"}, {.id = "b", .message_body = ""}},
              "MissingParameter",
              "The request must contain the parameter "
              "SendMessageBatchRequestEntry.2.MessageBody."},
         }) {
      const auto refused = aws.send(SendMessageBatch{url, c.entries});
      CHECK(code(refused) == c.code);
      CHECK(message(refused) == c.message);
      CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
    }
  }
}

}  // namespace emu::sqs
