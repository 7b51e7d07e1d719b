// Sources: Amazon SES Developer Guide, "Monitor email sending using Amazon SES event publishing",
// "Contents of event data that Amazon SES publishes to Amazon SNS", "Amazon SNS notification
// contents for Amazon SES", "Using the mailbox simulator in Amazon SES".
#include <doctest/doctest.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "ses/support.h"

namespace emu::ses {

namespace {

constexpr const char* kBounce = "bounce@simulator.amazonses.com";
constexpr const char* kComplaint = "complaint@simulator.amazonses.com";

// A topic that lets SES publish, and a queue that gets what comes to it.
struct EventFixture : SenderFixture {
  EventFixture() {
    topic = aws.send(sns::CreateTopic{.name = "mail", .attributes = {{"Policy", kPolicy}}})
                .value()
                .topic_arn;
    queue = aws.send(sqs::CreateQueue{.queue_name = "mail"}).value().queue_url;
    const std::string arn =
        aws.send(sqs::GetQueueAttributes{.queue_url = queue, .attribute_names = {"QueueArn"}})
            .value()
            .attributes.at("QueueArn");
    aws.send(sqs::SetQueueAttributes{.queue_url = queue, .attributes = {{"Policy", kPolicy}}})
        .value();
    aws.send(sns::Subscribe{.topic_arn = topic,
                            .protocol = "sqs",
                            .endpoint = arn,
                            .attributes = {{"RawMessageDelivery", "true"}}})
        .value();
    aws.send(CreateConfigurationSet{{.name = "set"}}).value();
  }

  // A destination for those events; what is published to try it out is taken away.
  void listen(std::vector<std::string> types) {
    aws.send(CreateConfigurationSetEventDestination{
                 .configuration_set_name = "set",
                 .event_destination = {.name = "topic",
                                       .enabled = true,
                                       .matching_event_types = std::move(types),
                                       .sns_destination = SnsDestination{.topic_arn = topic}}})
        .value();
    CHECK(take() == std::vector<std::string>{
                        "Successfully validated SNS topic for Amazon SES event publishing."});
  }

  std::string send(std::vector<std::string> to) {
    SendEmail request = mail();
    request.destination.to_addresses = std::move(to);
    request.configuration_set_name = "set";
    request.tags = {{.name = "campaign", .value = "spring"}};
    return aws.send(request).value().message_id;
  }

  // What has come to the queue.
  std::vector<std::string> take() {
    cloud.advance(1ms);
    std::vector<std::string> bodies;
    for (;;) {
      const auto got =
          aws.send(sqs::ReceiveMessage{.queue_url = queue, .max_number_of_messages = 10}).value();
      if (got.messages.empty()) return bodies;
      for (const auto& one : got.messages) {
        bodies.push_back(one.body);
        aws.send(sqs::DeleteMessage{.queue_url = queue, .receipt_handle = one.receipt_handle})
            .value();
      }
    }
  }

  static constexpr const char* kPolicy =
      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*",)"
      R"("Resource":"*"}]})";
  std::string topic;
  std::string queue;
};

}  // namespace

TEST_SUITE("ses: events") {
  TEST_CASE_FIXTURE(EventFixture, "a destination hears of what becomes of mail") {
    listen({"send", "delivery"});
    const std::string id = send({kReader});
    const auto events = take();
    REQUIRE(events.size() == 2);
    CHECK(events[0].starts_with(R"({"eventType":"Send","mail":{"timestamp":"2026-01-01T00:00:00)"));
    CHECK(events[0].ends_with(R"("send":{}})"));
    for (const char* part :
         {R"("source":"ops@example.com")", R"("sendingAccountId":"000000000000")",
          R"("sourceArn":"arn:aws:ses:us-east-1:000000000000:identity/ops@example.com")",
          R"("destination":["ann@example.org"])", R"({"name":"Subject","value":"Seat 12A"})",
          R"("subject":"Seat 12A")", R"("campaign":["spring"])",
          R"("ses:configuration-set":["set"])", R"("ses:from-domain":["example.com"])"}) {
      CAPTURE(part);
      CHECK(contains(events[0], part));
    }
    CHECK(contains(events[0], R"("messageId":")" + id + '"'));
    CHECK(contains(events[1], R"("eventType":"Delivery")"));
    CHECK(contains(events[1], R"("recipients":["ann@example.org"])"));
  }

  TEST_CASE_FIXTURE(EventFixture, "long headers are cut off") {
    listen({"send"});
    const std::string raw =
        "From: ops@example.com\r\nTo: ann@example.org\r\nSubject: =?utf-8?Q?=C3=9C?=\r\n"
        "X-Long: " +
        std::string(11'000, 'x') + "\r\n\r\nhello";
    aws.send(SendRawEmail{.raw_message = {.data = Blob(raw)}, .configuration_set_name = "set"})
        .value();
    const auto events = take();
    REQUIRE(events.size() == 1);
    CHECK(contains(events[0], R"("headersTruncated":true)"));
    CHECK(contains(events[0], R"("subject":"Ü")"));
    CHECK_FALSE(contains(events[0], "X-Long"));
  }

  TEST_CASE_FIXTURE(EventFixture, "the simulator bounces and complains") {
    listen({"bounce", "complaint"});
    send({kBounce, kReader, kComplaint, "suppressionlist@simulator.amazonses.com"});
    const auto events = take();
    REQUIRE(events.size() == 3);
    CHECK(contains(events[0], R"("bounceType":"Permanent","bounceSubType":"General")"));
    CHECK(contains(events[0], R"([{"emailAddress":"bounce@simulator.amazonses.com","action")"));
    CHECK(contains(events[1], R"("bounceSubType":"Suppressed")"));
    CHECK(contains(events[2], R"("complainedRecipients":[{"emailAddress":"complaint@simulator)"));
    CHECK(contains(events[2], R"("complaintFeedbackType":"abuse")"));
    CHECK(outbox().at(0).undelivered.size() == 2);
  }

  TEST_CASE_FIXTURE(EventFixture, "what cannot be rendered is told") {
    listen({"renderingFailure"});
    aws.send(CreateTemplate{{.template_name = "t", .subject_part = "{{a}}"}}).value();
    SendTemplatedEmail request{.source = kSender,
                               .destination = {.to_addresses = {kReader}},
                               .configuration_set_name = "set",
                               .template_value = "t",
                               .template_data = "{}"};
    aws.send(request).value();
    const auto events = take();
    REQUIRE(events.size() == 1);
    CHECK(contains(events[0], R"("eventType":"Rendering Failure")"));
    CHECK(contains(events[0], R"("failure":{"errorMessage":"Attribute 'a' is not present in the )"
                              R"(rendering data.","templateName":"t"})"));
  }

  TEST_CASE_FIXTURE(EventFixture, "a destination that is switched off hears nothing") {
    listen({"send"});
    aws.send(UpdateConfigurationSetEventDestination{
                 .configuration_set_name = "set",
                 .event_destination = {.name = "topic",
                                       .enabled = false,
                                       .matching_event_types = {"send"},
                                       .sns_destination = SnsDestination{.topic_arn = topic}}})
        .value();
    take();
    send({kReader});
    CHECK(take().empty());
    aws.send(DeleteConfigurationSetEventDestination{.configuration_set_name = "set",
                                                    .event_destination_name = "topic"})
        .value();
  }

  TEST_CASE_FIXTURE(EventFixture, "a topic that does not let SES in is refused") {
    const std::string closed = aws.send(sns::CreateTopic{.name = "closed"}).value().topic_arn;
    CreateConfigurationSetEventDestination request{
        .configuration_set_name = "set",
        .event_destination = {.name = "topic",
                              .matching_event_types = {"send"},
                              .sns_destination = SnsDestination{.topic_arn = closed}}};
    CHECK(code(aws.send(request)) == errors::kInvalidSNSDestination);
    CHECK(code(aws.send(SetIdentityNotificationTopic{
              .identity = kSender, .notification_type = "Bounce", .sns_topic = closed})) ==
          errors::kInvalidParameterValue);
    request.event_destination.sns_destination.reset();
    CHECK(code(aws.send(request)) == errors::kInvalidParameterValue);
  }

  TEST_CASE_FIXTURE(EventFixture,
                    "an identity's topics hear of its mail, with headers or without") {
    for (const char* type : {"Bounce", "Complaint", "Delivery"}) {
      aws.send(SetIdentityNotificationTopic{
                   .identity = kSender, .notification_type = type, .sns_topic = topic})
          .value();
    }
    aws.send(SetIdentityHeadersInNotificationsEnabled{
                 .identity = kSender, .notification_type = "Bounce", .enabled = true})
        .value();
    CHECK(contains(take().at(0), "AmazonSnsSubscriptionSucceeded"));
    send({kBounce, kReader});
    const auto told = take();
    REQUIRE(told.size() == 2);
    CHECK(told[0].starts_with(R"({"notificationType":"Delivery","delivery":)"));
    CHECK_FALSE(contains(told[0], "commonHeaders"));
    CHECK(told[1].starts_with(R"({"notificationType":"Bounce","bounce":)"));
    CHECK(contains(told[1], "commonHeaders"));
    const auto attributes = aws.send(GetIdentityNotificationAttributes{.identities = {kSender}})
                                .value()
                                .notification_attributes.at(kSender);
    CHECK(attributes.bounce_topic == topic);
    CHECK(attributes.headers_in_bounce_notifications_enabled == true);
    CHECK(attributes.forwarding_enabled == true);
  }

  TEST_CASE_FIXTURE(EventFixture, "a sender is told by mail, unless topics hear of it") {
    send({kBounce});
    REQUIRE(outbox().size() == 2);
    CHECK(outbox()[1].from == "MAILER-DAEMON@amazonses.com");
    CHECK(outbox()[1].to == kSender);
    CHECK(outbox()[1].subject == "Delivery Status Notification (Failure)");
    CHECK(contains(outbox()[1].body, kBounce));
    const SetIdentityFeedbackForwardingEnabled off{.identity = kSender,
                                                   .forwarding_enabled = false};
    CHECK(code(aws.send(off)) == errors::kInvalidParameterValue);
    for (const char* type : {"Bounce", "Complaint"}) {
      aws.send(SetIdentityNotificationTopic{
                   .identity = kSender, .notification_type = type, .sns_topic = topic})
          .value();
    }
    aws.send(off).value();
    send({kBounce});
    CHECK(outbox().size() == 3);
  }

  TEST_CASE_FIXTURE(EventFixture, "what is on the account's list is not sent") {
    listen({"bounce", "delivery"});
    aws.send(sesv2::PutSuppressedDestination{.email_address = "Ann@example.org",
                                             .reason = "COMPLAINT"})
        .value();
    send({"Ann@example.org"});
    auto events = take();
    REQUIRE(events.size() == 1);
    CHECK(contains(events[0], R"("bounceSubType":"OnAccountSuppressionList")"));
    CHECK(outbox()[0].undelivered.size() == 1);
    // A configuration set may look at other reasons than the account.
    aws.send(sesv2::PutConfigurationSetSuppressionOptions{.configuration_set_name = "set",
                                                          .suppressed_reasons = {"BOUNCE"}})
        .value();
    send({"Ann@example.org"});
    events = take();
    REQUIRE(events.size() == 1);
    CHECK(contains(events[0], R"("eventType":"Delivery")"));
  }
}

}  // namespace emu::ses
