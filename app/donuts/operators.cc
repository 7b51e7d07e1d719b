#include "donuts/operators.h"

#include <emu/cloudwatch.h>
#include <emu/outbox.h>
#include <emu/sns.h>

namespace donuts {

namespace cloudwatch = emu::cloudwatch;
namespace sns = emu::sns;

namespace {

constexpr const char* kAlarms = "donut-alarms";
constexpr int kAlarmPeriodSeconds = 60;

cloudwatch::MetricDataQuery queue_metric(const std::string& id, const std::string& metric,
                                         const std::string& queue) {
  return {
      .id = id,
      .metric_stat =
          cloudwatch::MetricStat{.metric = {.namespace_value = "AWS/SQS",
                                            .metric_name = metric,
                                            .dimensions = {{.name = "QueueName", .value = queue}}},
                                 .period = kAlarmPeriodSeconds,
                                 .stat = "Maximum"},
      .return_data = false};
}

}  // namespace

std::string create_operators_topic(Setup& setup, emu::Cloud& cloud) {
  std::string topic_arn = setup.aws.send(sns::CreateTopic{.name = kAlarms}).value().topic_arn;
  setup.aws
      .send(sns::Subscribe{.topic_arn = topic_arn, .protocol = "email", .endpoint = kOperators})
      .value();
  cloud.settle();  // the mail is under way
  for (const emu::SentMessage& mail : cloud.look(emu::PeekOutbox{}).messages) {
    if (mail.topic_arn != topic_arn || mail.token.empty()) continue;
    setup.aws.send(sns::ConfirmSubscription{.topic_arn = topic_arn, .token = mail.token}).value();
  }
  return topic_arn;
}

// A queue that nobody has touched for six hours tells nothing, and has nothing new.
// Source: Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS".
void create_depth_alarm(Setup& setup, const std::string& queue, const std::string& topic_arn) {
  setup.aws
      .send(cloudwatch::PutMetricAlarm{
          .alarm_name = queue + "-depth",
          .alarm_description = "Requests that nobody bakes for lie in the dead-letter queue.",
          .ok_actions = {topic_arn},
          .alarm_actions = {topic_arn},
          .evaluation_periods = 1,
          .threshold = 0,
          .comparison_operator = "GreaterThanThreshold",
          .treat_missing_data = "notBreaching",
          .metrics = {{.id = "depth",
                       .expression = "waiting + held",
                       .label = "Messages in the queue",
                       .return_data = true},
                      queue_metric("waiting", "ApproximateNumberOfMessagesVisible", queue),
                      queue_metric("held", "ApproximateNumberOfMessagesNotVisible", queue)}})
      .value();
}

}  // namespace donuts
