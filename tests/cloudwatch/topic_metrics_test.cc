// What SNS tells CloudWatch of topics.
#include <emu/sns.h>
#include <emu/sqs.h>

#include "cloudwatch/services_fixture.h"

namespace emu::cloudwatch {
namespace {

struct TopicMetricsFixture : ServicesFixture {
  std::string topic = aws.send(sns::CreateTopic{.name = "t"}).value().topic_arn;

  std::string arn_of(const std::string& queue) {
    return "arn:aws:sqs:us-east-1:000000000000:" + queue;
  }
  std::string create_queue(const std::string& name) {
    const std::string policy =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
        R"("Action":"sqs:SendMessage","Resource":"*"}]})";
    aws.send(sqs::CreateQueue{.queue_name = name, .attributes = {{"Policy", policy}}}).value();
    return arn_of(name);
  }
  void subscribe(const std::string& queue_arn, std::map<std::string, std::string> attributes = {}) {
    aws.send(sns::Subscribe{.topic_arn = topic,
                            .protocol = "sqs",
                            .endpoint = queue_arn,
                            .attributes = std::move(attributes)})
        .value();
  }
  void publish(std::string message, std::string color = {}) {
    sns::Publish in{.topic_arn = topic, .message = std::move(message)};
    if (!color.empty()) {
      in.message_attributes["color"] = {.data_type = "String", .string_value = color};
    }
    aws.send(in).value();
  }
  std::string of_topic(std::string name, std::string statistic = "Sum") {
    return minutes("AWS/SNS", std::move(name), {{.name = "TopicName", .value = "t"}},
                   std::move(statistic));
  }
};

TEST_SUITE("cloudwatch: metrics of topics") {
  // Source: Amazon SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch".
  TEST_CASE_FIXTURE(TopicMetricsFixture,
                    "SNS counts what it delivers, and what filters keep back") {
    subscribe(create_queue("all"));
    subscribe(create_queue("red"), {{"FilterPolicy", R"({"color":["red"]})"}});
    subscribe(create_queue("big"),
              {{"FilterPolicy", R"({"size":["big"]})"}, {"FilterPolicyScope", "MessageBody"}});
    publish(R"({"size":"big"})", "red");
    publish(R"({"size":"small"})", "blue");
    publish("12345");
    cloud.advance(1min);
    CHECK(of_topic("NumberOfMessagesPublished") == "3");
    CHECK(of_topic("PublishSize", "Minimum") == "5");
    CHECK(of_topic("NumberOfNotificationsDelivered") == "5");
    CHECK(of_topic("NumberOfNotificationsFailed") == "");
    CHECK(of_topic("NumberOfNotificationsFilteredOut") == "4");
    CHECK(of_topic("NumberOfNotificationsFilteredOut-MessageAttributes") == "1");
    CHECK(of_topic("NumberOfNotificationsFilteredOut-NoMessageAttributes") == "1");
    CHECK(of_topic("NumberOfNotificationsFilteredOut-MessageBody") == "2");
    publish("again");
    cloud.advance(1min);
    CHECK(of_topic("NumberOfMessagesPublished") == "3 1");
  }

  TEST_CASE_FIXTURE(TopicMetricsFixture, "SNS counts what fails, and where it goes then") {
    const std::string policy = R"({"deadLetterTargetArn":")" + create_queue("dead") + R"("})";
    subscribe(arn_of("gone"), {{"RedrivePolicy", policy}});
    const std::string lost = R"({"deadLetterTargetArn":")" + arn_of("lost") + R"("})";
    subscribe(arn_of("gone-too"), {{"RedrivePolicy", lost}});
    publish("m");
    cloud.advance(1min);
    CHECK(of_topic("NumberOfNotificationsDelivered") == "");
    CHECK(of_topic("NumberOfNotificationsFailed") == "2");
    CHECK(of_topic("NumberOfNotificationsRedrivenToDlq") == "1");
    CHECK(of_topic("NumberOfNotificationsFailedToRedriveToDlq") == "1");
  }

  TEST_CASE_FIXTURE(TopicMetricsFixture, "an alarm on a topic goes off, and a reset forgets") {
    aws.send(PutMetricAlarm{.alarm_name = "failing",
                            .metric_name = "NumberOfNotificationsFailed",
                            .namespace_value = "AWS/SNS",
                            .statistic = "Sum",
                            .dimensions = {{.name = "TopicName", .value = "t"}},
                            .period = 60,
                            .evaluation_periods = 1,
                            .threshold = 0,
                            .comparison_operator = "GreaterThanThreshold"})
        .value();
    subscribe(arn_of("gone"));
    cloud.advance(1h);
    publish("m");
    cloud.advance(1min);
    CHECK(aws.send(DescribeAlarms{}).value().metric_alarms.at(0).state_value == "ALARM");
    publish("m");
    cloud.reset();
    cloud.advance(1min);
    CHECK(of_topic("NumberOfMessagesPublished") == "");
  }
}

}  // namespace
}  // namespace emu::cloudwatch
