// Source: Amazon SNS API Reference, "Publish" and "PublishBatch".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <optional>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "sns/support.h"

namespace emu::sns {

TEST_SUITE("sns: Publish") {
  TEST_CASE_FIXTURE(TopicFixture, "a message goes to every subscriber in its envelope") {
    const Queue a = create_queue("a");
    const Queue b = create_queue("b");
    const std::string arn = subscribe("sqs", a.arn);
    subscribe("sqs", b.arn);
    const PublishResult sent =
        aws.send(Publish{.topic_arn = topic,
                         .message = "seat \"12A\"",
                         .subject = "Booked",
                         .message_attributes = {{"row", {"Number", "12"}},
                                                {"raw", {"Binary", {}, Blob("hi")}}}})
            .value();
    CHECK(sent.sequence_number.empty());
    const std::string body = received(a).at(0).body;
    const std::string begin = "{\n  \"Type\" : \"Notification\",\n  \"MessageId\" : \"" +
                              sent.message_id + "\",\n  \"TopicArn\" : \"" + topic +
                              "\",\n  \"Subject\" : \"Booked\",\n  \"Message\" : \"seat "
                              "\\\"12A\\\"\",\n  \"Timestamp\" : \"";
    CHECK(body.starts_with(begin));
    CHECK(body.find("\",\n  \"SignatureVersion\" : \"1\",\n  \"Signature\" : \"") !=
          std::string::npos);
    CHECK(body.find("\"SigningCertURL\" : \"https://sns.us-east-1.amazonaws.com/"
                    "SimpleNotificationService-") != std::string::npos);
    CHECK(body.ends_with(
        "\"UnsubscribeURL\" : "
        "\"https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=" +
        arn +
        "\",\n  \"MessageAttributes\" : {\n    \"raw\" : "
        "{\"Type\":\"Binary\",\"Value\":\"aGk=\"},\n    \"row\" : "
        "{\"Type\":\"Number\",\"Value\":\"12\"}\n  }\n}"));
    CHECK(received(b).size() == 1);
  }

  TEST_CASE_FIXTURE(TopicFixture, "raw delivery brings the text and its attributes") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    aws.send(Publish{.topic_arn = topic,
                     .message = "seat 12A",
                     .message_attributes = {{"row", {"Number", "12"}},
                                            {"raw", {"Binary", {}, Blob("hi")}}}})
        .value();
    const sqs::Message got = received(queue).at(0);
    CHECK(got.body == "seat 12A");
    CHECK(got.message_attributes.at("row").data_type == "Number");
    CHECK(got.message_attributes.at("row").string_value == "12");
    CHECK(got.message_attributes.at("raw").binary_value->view() == "hi");
  }

  TEST_CASE_FIXTURE(TopicFixture, "each protocol gets a text of its own") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    subscribe("sms", "+4915112345678");
    aws.send(SetTopicAttributes{topic, "DisplayName", "BUS"}).value();
    const auto publish_json = [&](const std::string& json) {
      return aws.send(Publish{.topic_arn = topic, .message = json, .message_structure = "json"});
    };
    publish_json(R"({"default":"d","sqs":"for queues","http":1})").value();
    CHECK(received(queue).at(0).body == "for queues");
    CHECK(outbox().at(0).body == "BUS> d");
    CHECK(message(publish_json("{")) ==
          "Invalid parameter: Message Structure - JSON message body failed to parse");
    CHECK(message(publish_json(R"({"sqs":"x"})")) ==
          "Invalid parameter: Message Structure - No default entry in JSON message body");
    CHECK(message(
              aws.send(Publish{.topic_arn = topic, .message = "{}", .message_structure = "xml"})) ==
          "Invalid parameter: MessageStructure");
  }

  TEST_CASE_FIXTURE(TopicFixture, "a phone number gets a text message") {
    const auto sent = aws.send(Publish{.phone_number = "+4915112345678", .message = "hi"}).value();
    const SentMessage got = outbox().at(0);
    CHECK(got.protocol == "sms");
    CHECK(got.to == "+4915112345678");
    CHECK(got.body == "hi");
    CHECK(got.message_id == sent.message_id);
    CHECK(message(aws.send(Publish{.phone_number = "+1", .message = "hi"})) ==
          "Invalid parameter: PhoneNumber Reason: +1 is not valid to publish to");
  }

  TEST_CASE_FIXTURE(TopicFixture, "what is wrong with a message is said") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn);
    struct Row {
      Publish publish;
      std::string what;
    };
    const std::string long_text(262'144, 'a');
    for (const Row& row : std::vector<Row>{
             {{.message = "hi"}, "TopicArn or TargetArn Reason: no value for required parameter"},
             {{.topic_arn = topic, .message = ""}, "Empty message"},
             {{.topic_arn = topic, .message = long_text + "a"}, "Message too long"},
             {{.topic_arn = topic,
             .message = long_text,
             .message_attributes = {{"a", {"String", "b"}}}},
              "Message too long"},
             {{.topic_arn = topic, .message = "hi", .subject = ""}, "Subject"},
             {{.topic_arn = topic, .message = "hi", .subject = std::string(101, 'a')}, "Subject"},
             {{.topic_arn = topic, .message = "hi", .subject = "a\nb"}, "Subject"},
             {{.topic_arn = topic, .message = "hi", .subject = "a\x7f"}, "Subject"},
             {{.topic_arn = topic, .message = "hi", .subject = "a\xc2\x85"}, "Subject"},
             {{.topic_arn = topic, .message = "hi", .message_deduplication_id = "a"},
              "MessageDeduplicationId Reason: The request includes MessageDeduplicationId "
              "parameter that is not valid for this topic type"}}) {
      CAPTURE(row.what);
      const auto refused = aws.send(row.publish);
      CHECK(code(refused) == errors::kInvalidParameter);
      CHECK(message(refused) == "Invalid parameter: " + row.what);
    }
    CHECK(received(queue).empty());
    CHECK(aws.send(Publish{.topic_arn = topic, .message = std::string(262'144, 'a')}).ok());
  }

  TEST_CASE_FIXTURE(TopicFixture, "what is wrong with an attribute is said") {
    struct Row {
      std::string name;
      MessageAttributeValue value;
      std::string says;
    };
    for (const Row& row : std::vector<Row>{
             {"a", {"", "x"}, "must contain non-empty message attribute type."},
             {"a", {"Text", "x"}, "has an invalid message attribute type"},
             {"a", {"String"}, "must contain non-empty message attribute value"},
             {"a", {"Binary"}, "must contain non-empty message attribute value"},
             {"a", {"Number", "twelve"}, "Could not cast message attribute 'a' value to number."},
             {"a", {"Number", "nan"}, "Could not cast message attribute 'a' value to number."},
             {"a", {"Number", "-inf"}, "Could not cast message attribute 'a' value to number."},
             {"AWS.a", {"String", "x"}, "reserved prefix"},
             {"a..b", {"String", "x"}, "Invalid attribute name"}}) {
      CAPTURE(row.says);
      const auto refused = aws.send(Publish{
          .topic_arn = topic, .message = "hi", .message_attributes = {{row.name, row.value}}});
      CHECK(code(refused) == errors::kParameterValueInvalid);
      CHECK(message(refused).find(row.says) != std::string::npos);
    }
  }

  TEST_CASE_FIXTURE(TopicFixture, "a subject is UTF-8 of up to 100 characters") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn);
    std::string longest = "Größe ✓";
    while (count_code_points(longest) < 100) longest += "✓";
    CHECK(aws.send(Publish{.topic_arn = topic, .message = "hi", .subject = longest}).ok());
    CHECK(received(queue).at(0).body.find("\"Subject\" : \"" + longest + "\"") !=
          std::string::npos);
    CHECK_FALSE(
        aws.send(Publish{.topic_arn = topic, .message = "hi", .subject = longest + "✓"}).ok());
  }

  // Source: Amazon SNS Developer Guide, "Publishing SMS messages to an Amazon SNS topic", "Amazon
  // SNS message attributes for mobile push notifications".
  TEST_CASE_FIXTURE(TopicFixture, "attributes that AWS has names for are taken") {
    for (const char* name : {"AWS.SNS.SMS.SenderID", "AWS.SNS.SMS.SMSType", "AWS.SNS.SMS.MaxPrice",
                             "AWS.MM.SMS.OriginationNumber", "AWS.SNS.MOBILE.APNS.TTL"}) {
      CAPTURE(name);
      CHECK(aws.send(Publish{.topic_arn = topic,
                             .message = "hi",
                             .message_attributes = {{name, {"String", "1"}}}})
                .ok());
    }
  }

  TEST_CASE_FIXTURE(TopicFixture, "a message goes to a topic by TargetArn, too") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn);
    CHECK(aws.send(Publish{.target_arn = topic, .message = "hi"}).ok());
    CHECK(received(queue).size() == 1);
  }
}

TEST_SUITE("sns: PublishBatch") {
  TEST_CASE_FIXTURE(TopicFixture, "each entry succeeds or fails by itself") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    const auto sent = aws.send(PublishBatch{topic,
                                            {{.id = "one", .message = "1"},
                                             {.id = "two", .message = ""},
                                             {.id = "three", .message = "3"}}})
                          .value();
    CHECK(sent.successful.size() == 2);
    CHECK(sent.failed.at(0).id == "two");
    CHECK(sent.failed.at(0).code == errors::kInvalidParameter);
    CHECK(sent.failed.at(0).sender_fault == true);
    CHECK(received(queue).size() == 2);
  }

  TEST_CASE_FIXTURE(TopicFixture, "batches are checked as a whole") {
    const auto refusal = [&](std::vector<PublishBatchRequestEntry> entries) {
      return code(aws.send(PublishBatch{topic, std::move(entries)}));
    };
    CHECK(refusal({}) == errors::kEmptyBatchRequest);
    CHECK(refusal(std::vector<PublishBatchRequestEntry>(11, {.id = "a", .message = "b"})) ==
          errors::kTooManyEntriesInBatchRequest);
    CHECK(refusal({{.id = "a", .message = "b"}, {.id = "a", .message = "c"}}) ==
          errors::kBatchEntryIdsNotDistinct);
    CHECK(refusal({{.id = "a b", .message = "b"}}) == errors::kInvalidBatchEntryId);
    const std::string half(140'000, 'a');
    CHECK(refusal({{.id = "a", .message = half}, {.id = "b", .message = half}}) ==
          errors::kBatchRequestTooLong);
  }
}

TEST_SUITE("sns: FIFO topics") {
  struct FifoFixture : TopicFixture {
    FifoFixture() { topic = create("orders.fifo", {{"FifoTopic", "true"}}); }

    Result<PublishResult> send(const std::string& message, std::optional<std::string> group,
                               std::optional<std::string> deduplication_id) {
      return aws.send(Publish{.topic_arn = topic,
                              .message = message,
                              .message_deduplication_id = std::move(deduplication_id),
                              .message_group_id = std::move(group)});
    }
  };

  TEST_CASE_FIXTURE(FifoFixture, "messages are numbered, and come in their order") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    const auto first = send("1", "g", "a").value();
    const auto second = send("2", "g", "b").value();
    CHECK(first.sequence_number == "10000000000000001000");
    CHECK(second.sequence_number == "10000000000000002000");
    const auto got = received(queue);
    CHECK(got.at(0).body == "1");
    CHECK(got.at(1).body == "2");
  }

  // Source: Amazon SNS Developer Guide, "Amazon SNS message delivery for FIFO topics".
  TEST_CASE_FIXTURE(FifoFixture, "a FIFO queue gets groups and deduplication ids") {
    aws.send(sqs::CreateQueue{.queue_name = "q.fifo", .attributes = {{"FifoQueue", "true"}}})
        .value();
    const Queue queue{.url = aws.send(sqs::GetQueueUrl{.queue_name = "q.fifo"}).value().queue_url,
                      .arn = "arn:aws:sqs:us-east-1:000000000000:q.fifo"};
    aws.send(sqs::SetQueueAttributes{.queue_url = queue.url,
                                     .attributes = {{"Policy", let_topic_send(queue.arn)}}})
        .value();
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    send("1", "g", "a").value();
    cloud.advance(1ms);
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = queue.url,
                                                  .message_system_attribute_names = {"All"}})
                         .value()
                         .messages;
    CHECK(got.at(0).body == "1");
    CHECK(got.at(0).attributes.at("MessageGroupId") == "g");
    CHECK(got.at(0).attributes.at("MessageDeduplicationId") == "a");
  }

  TEST_CASE_FIXTURE(FifoFixture, "what comes again within five minutes is taken for the same") {
    const Queue queue = create_queue("q");
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    const auto first = send("1", "g", "a").value();
    cloud.advance(5min - 2ms);
    const auto again = send("2", "h", "a").value();
    CHECK(again.message_id == first.message_id);
    CHECK(again.sequence_number == first.sequence_number);
    CHECK(received(queue).size() == 1);
    cloud.advance(1ms);
    CHECK(send("3", "g", "a").value().message_id != first.message_id);
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(FifoFixture, "deduplication may be by content, and within a group") {
    CHECK(message(send("1", "g", {})).find("ContentBasedDeduplication") != std::string::npos);
    CHECK(message(send("1", {}, "a")) ==
          "Invalid parameter: The MessageGroupId parameter is required for FIFO topics");
    aws.send(SetTopicAttributes{topic, "ContentBasedDeduplication", "true"}).value();
    const auto first = send("1", "g", {}).value();
    CHECK(send("1", "h", {}).value().message_id == first.message_id);
    aws.send(SetTopicAttributes{topic, "FifoThroughputScope", "MessageGroup"}).value();
    CHECK(send("1", "i", {}).value().message_id != first.message_id);
  }

  TEST_CASE_FIXTURE(FifoFixture, "a FIFO queue keeps groups, order and deduplication ids") {
    Queue queue;
    queue.url =
        aws.send(sqs::CreateQueue{.queue_name = "q.fifo", .attributes = {{"FifoQueue", "true"}}})
            .value()
            .queue_url;
    queue.arn = "arn:aws:sqs:us-east-1:000000000000:q.fifo";
    aws.send(sqs::SetQueueAttributes{.queue_url = queue.url,
                                     .attributes = {{"Policy", let_topic_send(queue.arn)}}})
        .value();
    subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    send("1", "g", "a").value();
    send("2", "g", "b").value();
    cloud.advance(1ms);
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = queue.url,
                                                  .message_system_attribute_names = {"All"},
                                                  .max_number_of_messages = 10})
                         .value()
                         .messages;
    REQUIRE(got.size() == 2);
    CHECK(got[0].body == "1");
    CHECK(got[1].body == "2");
    CHECK(got[0].attributes.at("MessageGroupId") == "g");
    CHECK(got[0].attributes.at("MessageDeduplicationId") == "a");
  }

  TEST_CASE_FIXTURE(FifoFixture, "only queues can be subscribed") {
    CHECK(code(aws.send(
              Subscribe{.topic_arn = topic, .protocol = "email", .endpoint = "ops@example.com"})) ==
          errors::kInvalidParameter);
  }
}

}  // namespace emu::sns
