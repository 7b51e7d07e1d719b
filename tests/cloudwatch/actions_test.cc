#include <emu/lambda.h>
#include <emu/sns.h>
#include <emu/sqs.h>

#include "cloudwatch/support.h"

namespace emu::cloudwatch {
namespace {

struct ActionsFixture : Fixture {
  // A topic whose messages go to somebody by mail.
  std::string topic_with_mail() {
    const std::string arn = aws.send(sns::CreateTopic{.name = "alarms"}).value().topic_arn;
    aws.send(sns::Subscribe{.topic_arn = arn, .protocol = "email", .endpoint = "ops@example.com"})
        .value();
    cloud.run_until_idle();
    aws.send(sns::ConfirmSubscription{.topic_arn = arn,
                                      .token = cloud.look(sns::PeekOutbox{}).messages.back().token})
        .value();
    return arn;
  }
  std::vector<std::string> mails() {
    std::vector<std::string> bodies;
    for (const auto& message : cloud.look(sns::PeekOutbox{}).messages) {
      bodies.push_back(message.subject + "\n" + message.body);
    }
    return bodies;
  }
};

TEST_SUITE("cloudwatch: actions") {
  TEST_CASE_FIXTURE(ActionsFixture, "a message in a dead-letter queue comes to a mail") {
    const std::string topic = topic_with_mail();
    const auto queue = [&](std::string name, std::map<std::string, std::string> attributes) {
      return aws
          .send(
              sqs::CreateQueue{.queue_name = std::move(name), .attributes = std::move(attributes)})
          .value()
          .queue_url;
    };
    queue("orders-dlq", {});
    const std::string orders = queue(
        "orders", {{"VisibilityTimeout", "10"},
                   {"RedrivePolicy",
                    R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:orders-dlq",)"
                    R"("maxReceiveCount":1})"}});
    aws.send(PutMetricAlarm{.alarm_name = "dead orders",
                            .alarm_actions = {topic},
                            .metric_name = "ApproximateNumberOfMessagesVisible",
                            .namespace_value = "AWS/SQS",
                            .statistic = "Maximum",
                            .dimensions = {{.name = "QueueName", .value = "orders-dlq"}},
                            .period = 60,
                            .evaluation_periods = 1,
                            .threshold = 0,
                            .comparison_operator = "GreaterThanThreshold"})
        .value();
    const std::size_t before = mails().size();
    cloud.advance(24h);
    aws.send(sqs::SendMessage{.queue_url = orders, .message_body = "broken"}).value();
    for (int i = 0; i < 2; ++i) {
      aws.send(sqs::ReceiveMessage{.queue_url = orders}).value();
      cloud.advance(11s);
    }
    CHECK(mails().size() == before);
    cloud.advance(1min);
    REQUIRE(mails().size() == before + 1);
    CHECK(mails().back().starts_with("ALARM: \"dead orders\" in US East (N. Virginia)"));
    CHECK(mails().back().find("orders-dlq") != std::string::npos);
    CHECK(state("dead orders") == "ALARM");
  }

  // Source: Amazon CloudWatch User Guide, "Notifying users on alarm changes".
  TEST_CASE_FIXTURE(ActionsFixture,
                    "a topic is told of the alarm, of both states and of what triggered") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "alarms"}).value().topic_arn;
    const std::string url =
        aws.send(sqs::CreateQueue{
                     .queue_name = "inbox",
                     .attributes = {{"Policy",
                                     R"j({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)j"
                                     R"j("Principal":{"Service":"sns.amazonaws.com"},)j"
                                     R"j("Action":"sqs:SendMessage","Resource":"*"}]})j"}}})
            .value()
            .queue_url;
    aws.send(sns::Subscribe{.topic_arn = topic,
                            .protocol = "sqs",
                            .endpoint = "arn:aws:sqs:us-east-1:000000000000:inbox",
                            .attributes = {{"RawMessageDelivery", "true"}}})
        .value();
    PutMetricAlarm in = alarm();
    in.alarm_actions = {topic};
    in.alarm_description = "too many";
    aws.send(in).value();
    put(10);
    cloud.advance(61s);
    const auto got = aws.send(sqs::ReceiveMessage{.queue_url = url}).value().messages;
    REQUIRE(got.size() == 1);
    CHECK(got[0].body ==
          R"j({"AlarmName":"many","AlarmDescription":"too many","AWSAccountId":"000000000000",)j"
          R"j("AlarmConfigurationUpdatedTimestamp":"2026-01-01T00:00:00.000+0000",)j"
          R"j("NewStateValue":"ALARM","NewStateReason":"Threshold Crossed: 1 out of the last 1 )j"
          R"j(datapoints [10.0 (01/01/26 00:00:00)] was greater than the threshold (5.0) (minimum)j"
          R"j( 1 datapoint for OK -> ALARM transition).",)j"
          R"j("StateChangeTime":"2026-01-01T00:01:00.000+0000","Region":"US East (N. Virginia)",)j"
          R"j("AlarmArn":"arn:aws:cloudwatch:us-east-1:000000000000:alarm:many",)j"
          R"j("OldStateValue":"INSUFFICIENT_DATA","OKActions":[],)j"
          R"j("AlarmActions":["arn:aws:sns:us-east-1:000000000000:alarms"],)j"
          R"j("InsufficientDataActions":[],"Trigger":{"MetricName":"Orders","Namespace":"shop",)j"
          R"j("StatisticType":"Statistic","Statistic":"SUM","Unit":null,"Dimensions":[],)j"
          R"j("Period":60,"EvaluationPeriods":1,"DatapointsToAlarm":1,)j"
          R"j("ComparisonOperator":"GreaterThanThreshold","Threshold":5.0,)j"
          R"j("TreatMissingData":"missing","EvaluateLowSampleCountPercentile":""}})j");
    const auto history =
        aws.send(DescribeAlarmHistory{.history_item_type = "Action"}).value().alarm_history_items;
    REQUIRE(history.size() == 1);
    CHECK(history[0].history_summary == "Successfully executed action " + topic);
  }

  TEST_CASE_FIXTURE(ActionsFixture, "actions that are disabled wait for no one") {
    const std::string topic = topic_with_mail();
    const std::size_t before = mails().size();
    PutMetricAlarm in = alarm();
    in.alarm_actions = {topic};
    aws.send(in).value();
    aws.send(DisableAlarmActions{.alarm_names = {"many", "none"}}).value();
    put(10);
    cloud.advance(61s);
    CHECK(state() == "ALARM");
    CHECK(mails().size() == before);
    aws.send(EnableAlarmActions{.alarm_names = {"many"}}).value();
    cloud.advance(10min);
    put(10);
    cloud.advance(61s);
    CHECK(mails().size() == before + 1);
  }

  // Source: Amazon CloudWatch User Guide, "Suppressing composite alarm actions".
  TEST_CASE_FIXTURE(ActionsFixture,
                    "a suppressor keeps a composite alarm quiet, and for a while after") {
    const std::string topic = topic_with_mail();
    const std::size_t before = mails().size();
    const auto composite = [&](const char* name, const char* rule) {
      aws.send(PutCompositeAlarm{.alarm_name = name, .alarm_rule = rule}).value();
    };
    composite("many", "FALSE");
    composite("maintenance", "TRUE");
    aws.send(PutCompositeAlarm{.alarm_actions = {topic},
                               .alarm_name = "quiet",
                               .alarm_rule = "ALARM(many)",
                               .actions_suppressor = "maintenance",
                               .actions_suppressor_wait_period = 60,
                               .actions_suppressor_extension_period = 120})
        .value();
    const auto quiet = [&] {
      return aws.send(DescribeAlarms{.alarm_names = {"quiet"}, .alarm_types = {"CompositeAlarm"}})
          .value()
          .composite_alarms.at(0);
    };
    composite("many", "TRUE");
    CHECK(quiet().state_value == "ALARM");
    CHECK(quiet().actions_suppressed_by == "Alarm");
    cloud.advance(10min);
    CHECK(mails().size() == before);
    composite("maintenance", "FALSE");
    CHECK(quiet().actions_suppressed_by == "ExtensionPeriod");
    cloud.advance(119s);
    CHECK(mails().size() == before);
    cloud.advance(2s);
    CHECK(quiet().actions_suppressed_by.empty());
    CHECK(mails().size() == before + 1);
  }

  TEST_CASE_FIXTURE(ActionsFixture, "before a suppressor may go off, actions wait for it") {
    const std::string topic = topic_with_mail();
    const std::size_t before = mails().size();
    const auto composite = [&](const char* name, const char* rule) {
      aws.send(PutCompositeAlarm{.alarm_name = name, .alarm_rule = rule}).value();
    };
    composite("many", "FALSE");
    composite("maintenance", "FALSE");
    aws.send(PutCompositeAlarm{.alarm_actions = {topic},
                               .alarm_name = "quiet",
                               .alarm_rule = "ALARM(many)",
                               .actions_suppressor = "maintenance",
                               .actions_suppressor_wait_period = 60,
                               .actions_suppressor_extension_period = 120})
        .value();
    cloud.advance(2min);
    composite("many", "TRUE");
    cloud.advance(59s);
    CHECK(mails().size() == before);
    cloud.advance(2s);
    CHECK(mails().size() == before + 1);
  }
}

}  // namespace
}  // namespace emu::cloudwatch
