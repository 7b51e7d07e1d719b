// Sources: Amazon S3 User Guide, "Amazon S3 Event Notifications", "Event message structure",
// "Configuring event notifications using object key name filtering", "Granting permissions to
// publish event notification messages to a destination". AWS does not document the texts of
// refusals.
#include <doctest/doctest.h>
#include <emu/eventbridge.h>
#include <emu/iam.h>
#include <emu/lambda.h>
#include <emu/s3.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::s3 {
namespace {

using namespace std::chrono_literals;

struct NotificationFixture : test::LambdaFixture {
  NotificationFixture() {
    aws.send(CreateBucket{.bucket = "photos"}).value();
    url = aws.send(sqs::CreateQueue{.queue_name = "inbox"}).value().queue_url;
    let_in("arn:aws:s3:::photos");
  }

  // Lets S3 send to the queue on behalf of a bucket.
  void let_in(const std::string& bucket_arn) {
    const std::string policy =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":)"
        R"("s3.amazonaws.com"},"Action":"sqs:SendMessage","Resource":")" +
        queue_arn + R"(","Condition":{"ArnLike":{"aws:SourceArn":")" + bucket_arn + R"("}}}]})";
    aws.send(sqs::SetQueueAttributes{url, {{"Policy", policy}}}).value();
  }

  static QueueConfiguration part(std::vector<std::string> events, std::string prefix = {},
                                 std::string suffix = {}, std::string id = "mine") {
    QueueConfiguration queue{
        .id = std::move(id), .queue_arn = queue_arn, .events = std::move(events)};
    std::vector<FilterRule> rules;
    if (!prefix.empty()) rules.push_back({.name = "Prefix", .value = prefix});
    if (!suffix.empty()) rules.push_back({.name = "suffix", .value = suffix});
    if (!rules.empty()) {
      queue.filter = NotificationConfigurationFilter{.key = S3KeyFilter{.filter_rules = rules}};
    }
    return queue;
  }
  Result<Nothing> notify(std::vector<QueueConfiguration> parts) {
    return aws.send(PutBucketNotificationConfiguration{
        .bucket = "photos", .notification_configuration = {.queue_configurations = parts}});
  }
  // What has arrived in the queue since it was last asked.
  std::vector<std::string> arrived() {
    cloud.advance(1s);
    std::vector<std::string> bodies;
    for (;;) {
      const auto got =
          aws.send(sqs::ReceiveMessage{.queue_url = url, .max_number_of_messages = 10}).value();
      if (got.messages.empty()) return bodies;
      for (const auto& message : got.messages) {
        bodies.push_back(message.body);
        aws.send(sqs::DeleteMessage{url, message.receipt_handle}).value();
      }
    }
  }
  void put(std::string key, Blob body = "x") {
    aws.send(PutObject{.bucket = "photos", .key = std::move(key), .body = std::move(body)}).value();
  }
  static std::string field(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.fields) {
      if (key == name) return value;
    }
    return {};
  }

  static inline const std::string queue_arn = "arn:aws:sqs:us-east-1:000000000000:inbox";
  std::string url;
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("s3: notifications") {
  TEST_CASE_FIXTURE(NotificationFixture, "a queue is told of an object that is stored") {
    notify({part({"s3:ObjectCreated:*"})}).value();
    const auto test = arrived();
    REQUIRE(test.size() == 1);
    CHECK(holds(test[0], R"({"Service":"Amazon S3","Event":"s3:TestEvent","Time":")"));
    CHECK(holds(test[0], R"("Bucket":"photos")"));

    put("a b/ü+1.jpg", "hello");
    const auto told = arrived();
    REQUIRE(told.size() == 1);
    const std::string& text = told[0];
    CHECK(holds(text, R"({"Records":[{"eventVersion":"2.1","eventSource":"aws:s3",)"
                      R"("awsRegion":"us-east-1","eventTime":")"));
    CHECK(holds(text, R"("eventName":"ObjectCreated:Put","userIdentity":{"principalId":"AWS:)"));
    CHECK(holds(text, R"("requestParameters":{"sourceIPAddress":"127.0.0.1"})"));
    CHECK(holds(text, R"("responseElements":{"x-amz-request-id":")"));
    CHECK(holds(text, R"("s3":{"s3SchemaVersion":"1.0","configurationId":"mine","bucket":)"
                      R"({"name":"photos","ownerIdentity":{"principalId":")"));
    CHECK(holds(text, R"("arn":"arn:aws:s3:::photos"},"object":{"key":"a+b/%C3%BC%2B1.jpg",)"
                      R"("size":5,"eTag":"5d41402abc4b2a76b9719d911017c592","sequencer":")"));
  }

  TEST_CASE_FIXTURE(NotificationFixture, "copies and their sequence are told") {
    notify({part({"s3:ObjectCreated:Copy"})}).value();
    arrived();
    put("a");
    for (int i = 0; i < 2; ++i) {
      aws.send(CopyObject{.bucket = "photos", .key = "b", .copy_source = "photos/a"}).value();
    }
    const auto told = arrived();
    REQUIRE(told.size() == 2);
    const auto sequencer = [](const std::string& text) {
      return text.substr(text.find("\"sequencer\":\"") + 13, 18);
    };
    CHECK(holds(told[0], "ObjectCreated:Copy"));
    CHECK(sequencer(told[0]) < sequencer(told[1]));
  }

  TEST_CASE_FIXTURE(NotificationFixture, "deletions, tags and lists of access are told") {
    aws.send(PutBucketOwnershipControls{
                 .bucket = "photos",
                 .ownership_controls = {.rules = {{.object_ownership = "ObjectWriter"}}}})
        .value();
    notify({part({"s3:ObjectRemoved:*", "s3:ObjectTagging:*", "s3:ObjectAcl:Put"})}).value();
    arrived();
    const auto told = [&](std::string_view name, std::string_view version) {
      const auto texts = arrived();
      REQUIRE(texts.size() == 1);
      CHECK(holds(texts[0], "\"eventName\":\"" + std::string(name) + "\""));
      CHECK(holds(texts[0], version));
    };
    put("a");
    aws.send(
           PutObjectTagging{.bucket = "photos", .key = "a", .tagging = {.tag_set = {{.key = "k"}}}})
        .value();
    told("ObjectTagging:Put", R"("eventVersion":"2.3")");
    aws.send(DeleteObjectTagging{.bucket = "photos", .key = "a"}).value();
    told("ObjectTagging:Delete", R"("key":"a")");
    aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "private"}).value();
    told("ObjectAcl:Put", R"("key":"a")");
    const DeleteObject remove{.bucket = "photos", .key = "a"};
    aws.send(remove).value();
    told("ObjectRemoved:Delete", R"("object":{"key":"a","sequencer":)");
    // There is nothing left to delete.
    aws.send(remove).value();
    CHECK(arrived().empty());

    aws.send(PutBucketVersioning{.bucket = "photos",
                                 .versioning_configuration = {.status = "Enabled"}})
        .value();
    put("a");
    const std::string marker = aws.send(remove).value().version_id;
    told("ObjectRemoved:DeleteMarkerCreated", "\"versionId\":\"" + marker + "\"");
    aws.send(DeleteObjects{.bucket = "photos",
                           .to_delete = {.objects = {{.key = "a", .version_id = marker}}}})
        .value();
    told("ObjectRemoved:Delete", "\"versionId\":\"" + marker + "\"");
  }

  TEST_CASE_FIXTURE(NotificationFixture, "filters are of the beginning and the end of keys") {
    notify({part({"s3:ObjectCreated:*"}, "in/", ".jpg", "jpg"),
            part({"s3:ObjectCreated:*"}, "in/", ".png", "png")})
        .value();
    arrived();
    for (const char* key : {"in/a.jpg", "in/a.png", "in/a.gif", "out/a.jpg"}) put(key);
    const auto told = arrived();
    REQUIRE(told.size() == 2);
    CHECK(holds(told[0], R"("configurationId":"jpg")"));
    CHECK(holds(told[1], R"("configurationId":"png")"));
    const auto kept = aws.send(GetBucketNotificationConfiguration{.bucket = "photos"}).value();
    const auto& rules = kept.queue_configurations[1].filter->key->filter_rules;
    CHECK(rules[1].value == ".png");
    // However they were written.
    CHECK(rules[0].name == "Prefix");
    CHECK(rules[1].name == "Suffix");
    // An empty configuration ends it.
    aws.send(PutBucketNotificationConfiguration{.bucket = "photos"}).value();
    put("in/a.jpg");
    CHECK(arrived().empty());
  }

  TEST_CASE_FIXTURE(NotificationFixture, "a function is invoked with the event") {
    std::vector<std::string> events;
    const std::string function =
        create_function("thumbnail", [&](lambda::Context&, std::string_view event) {
          events.emplace_back(event);
          return std::string("null");
        });
    const PutBucketNotificationConfiguration put_configuration{
        .bucket = "photos",
        .notification_configuration = {
            .lambda_function_configurations = {
                {.lambda_function_arn = function, .events = {"s3:ObjectCreated:Put"}}}}};
    const auto refused = aws.send(put_configuration);
    CHECK(message(refused) == "Unable to validate the following destination configurations");
    CHECK(field(refused.error(), "ArgumentName1") == function + ", null");
    aws.send(lambda::AddPermission{.function_name = "thumbnail",
                                   .statement_id = "s3",
                                   .action = "lambda:InvokeFunction",
                                   .principal = "s3.amazonaws.com",
                                   .source_arn = "arn:aws:s3:::photos"})
        .value();
    aws.send(put_configuration).value();
    put("a");
    cloud.advance(1s);
    REQUIRE(events.size() == 1);
    CHECK(holds(events[0], R"("key":"a")"));
  }

  TEST_CASE_FIXTURE(NotificationFixture, "a topic is told") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "uploads"}).value().topic_arn;
    aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sqs", .endpoint = queue_arn}).value();
    aws
        .send(sqs::SetQueueAttributes{
            url,
            {{"Policy",
              R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":)"
              R"("sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":")" +
                  queue_arn + R"("}]})"}}})
        .value();
    const PutBucketNotificationConfiguration configuration{
        .bucket = "photos",
        .notification_configuration = {
            .topic_configurations = {{.topic_arn = topic, .events = {"s3:ObjectCreated:*"}}}}};
    CHECK(field(aws.send(configuration).error(), "ArgumentValue1") ==
          "Permissions on the destination topic do not allow S3 to publish notifications from this "
          "bucket");
    aws
        .send(sns::SetTopicAttributes{
            .topic_arn = topic,
            .attribute_name = "Policy",
            .attribute_value =
                R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{)"
                R"("Service":"s3.amazonaws.com"},"Action":"sns:Publish","Resource":")" +
                topic + R"(","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::photos"}}}]})"})
        .value();
    aws.send(configuration).value();
    const auto test = arrived();
    REQUIRE(test.size() == 1);
    CHECK(holds(test[0], "s3:TestEvent"));
    put("a");
    const auto told = arrived();
    REQUIRE(told.size() == 1);
    CHECK(holds(told[0], "Amazon S3 Notification"));
    CHECK(holds(told[0], "ObjectCreated:Put"));
  }

  TEST_CASE_FIXTURE(NotificationFixture, "destinations that S3 cannot reach are refused") {
    let_in("arn:aws:s3:::other");
    const auto refused = notify({part({"s3:ObjectCreated:*"})});
    CHECK(code(refused) == "InvalidArgument");
    CHECK(message(refused) == "Unable to validate the following destination configurations");
    CHECK(field(refused.error(), "ArgumentValue1") ==
          "Permissions on the destination queue do not allow S3 to publish notifications from this "
          "bucket");
    PutBucketNotificationConfiguration skipping{
        .bucket = "photos",
        .notification_configuration = {.queue_configurations = {part({"s3:ObjectCreated:*"})}},
        .skip_destination_validation = true};
    CHECK(aws.send(skipping).ok());
    CHECK(arrived().empty());
    const auto topic = aws.send(PutBucketNotificationConfiguration{
        .bucket = "photos",
        .notification_configuration = {
            .topic_configurations = {{.topic_arn = "arn:aws:sns:us-east-1:000000000000:t",
                                      .events = {"s3:ObjectCreated:*"}}}}});
    // Who may not publish is not told that there is no such topic.
    CHECK(field(topic.error(), "ArgumentValue1") ==
          "Permissions on the destination topic do not allow S3 to publish notifications from this "
          "bucket");
  }

  TEST_CASE_FIXTURE(NotificationFixture, "what is being sent during a reset is forgotten with it") {
    notify({part({"s3:ObjectCreated:*"})}).value();
    arrived();
    cloud.set_fault_hook([](const FaultPoint& point) -> Fault {
      if (point.operation != "SendMessage") return {};
      return {.latency = 10s, .error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    put("a");
    cloud.advance(5s);
    cloud.reset();
    cloud.set_fault_hook({});
    url = aws.send(sqs::CreateQueue{.queue_name = "inbox"}).value().queue_url;
    let_in("arn:aws:s3:::photos");
    cloud.advance(1h);
    CHECK(arrived().empty());
  }

  TEST_CASE_FIXTURE(NotificationFixture, "configurations that cannot hold are refused") {
    const auto refusal = [&](std::vector<QueueConfiguration> parts) {
      return message(notify(std::move(parts)));
    };
    CHECK(refusal({part({"s3:Everything"})}) == "The event is not supported for notifications");
    CHECK(refusal({part({"s3:ObjectCreated:*"}, "", "", "a"),
                   part({"s3:ObjectCreated:Put"}, "", "", "b")}) ==
          "Configurations overlap. Configurations on the same bucket cannot share a common event "
          "type.");
    CHECK(refusal({part({"s3:ObjectCreated:*"}, "in/", "jpg", "a"),
                   part({"s3:ObjectCreated:*"}, "in/new/", ".jpg", "b")}) ==
          "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if "
          "the prefixes are overlapping for the same event type.");
    CHECK(refusal({part({"s3:ObjectCreated:*"}, "a"), part({"s3:ObjectCreated:*"}, "b")}) ==
          "Same ID used for multiple configurations. IDs must be unique");
    QueueConfiguration odd = part({"s3:ObjectCreated:*"}, "a");
    odd.filter->key->filter_rules.front().name = "middle";
    CHECK(refusal({odd}) == "filter rule name must be either prefix or suffix");
    odd = part({"s3:ObjectCreated:*"});
    odd.queue_arn = "inbox";
    CHECK(refusal({odd}) == "The ARN is not well formed");
    odd.queue_arn = "arn:aws:sqs:eu-west-1:000000000000:inbox";
    CHECK(refusal({odd}) ==
          "The notification destination service region is not valid for the bucket location "
          "constraint");
    CHECK(aws.send(GetBucketNotificationConfiguration{.bucket = "photos"})
              .value()
              .queue_configurations.empty());
    CHECK(arrived().empty());
  }

  TEST_CASE_FIXTURE(NotificationFixture, "a part names no more events than there are") {
    const std::vector<std::string> many(1'000, "s3:ObjectCreated:Put");
    CHECK(code(notify({part(many)})) == errors::kMalformedXML);
  }

  TEST_CASE_FIXTURE(NotificationFixture, "what a queue refuses for a moment comes later") {
    notify({part({"s3:ObjectCreated:*"})}).value();
    arrived();
    auto broken = cloud.fail({.operation = "SendMessage", .error = Error{.code = "InternalError"}});
    put("a");
    CHECK(arrived().empty());
    CHECK(broken.counts().injected > 0);
    broken.end();
    cloud.advance(10s);
    CHECK(arrived().size() == 1);
  }

  TEST_CASE_FIXTURE(NotificationFixture, "what has not arrived is forgotten with the account") {
    notify({part({"s3:ObjectCreated:*"})}).value();
    arrived();
    auto broken = cloud.fail({.operation = "SendMessage", .error = Error{.code = "InternalError"}});
    put("a");
    cloud.advance(500ms);
    broken.end();
    cloud.reset();
    url = aws.send(sqs::CreateQueue{.queue_name = "inbox"}).value().queue_url;
    let_in("arn:aws:s3:::photos");
    cloud.advance(1min);
    CHECK(arrived().empty());
  }

  // Amazon S3 User Guide, "EventBridge event message structure".
  TEST_CASE_FIXTURE(NotificationFixture, "EventBridge is told of everything") {
    const std::string policy =
        R"({"Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},)"
        R"("Action":"sqs:SendMessage","Resource":")" +
        queue_arn + "\"}]}";
    aws.send(sqs::SetQueueAttributes{url, {{"Policy", policy}}}).value();
    aws.send(eventbridge::PutRule{.name = "r", .event_pattern = R"({"source":["aws.s3"]})"})
        .value();
    aws.send(eventbridge::PutTargets{.rule = "r", .targets = {{.id = "q", .arn = queue_arn}}})
        .value();
    put("before");
    CHECK(arrived().empty());
    aws.send(PutBucketNotificationConfiguration{
                 .bucket = "photos",
                 .notification_configuration = {.event_bridge_configuration =
                                                    EventBridgeConfiguration{}}})
        .value();
    put("a b", "hello");
    const auto created = arrived();
    REQUIRE(created.size() == 1);
    const std::string& text = created[0];
    CHECK(text.find(R"("detail-type":"Object Created","source":"aws.s3")") != text.npos);
    CHECK(text.find(R"("resources":["arn:aws:s3:::photos"],"detail":{"version":"0",)"
                    R"("bucket":{"name":"photos"},"object":{"key":"a b","size":5,)"
                    R"("etag":"5d41402abc4b2a76b9719d911017c592","sequencer":")") != text.npos);
    CHECK(text.ends_with(R"("requester":"000000000000","source-ip-address":"127.0.0.1",)"
                         R"("reason":"PutObject"}})"));
    aws.send(DeleteObject{.bucket = "photos", .key = "a b"}).value();
    const auto deleted = arrived();
    REQUIRE(deleted.size() == 1);
    CHECK(deleted[0].find(R"("detail-type":"Object Deleted")") != text.npos);
    CHECK(
        deleted[0].ends_with(R"("reason":"DeleteObject","deletion-type":"Permanently Deleted"}})"));
  }
}

}  // namespace
}  // namespace emu::s3
