#include "cloudwatch/alarm_actions.h"

#include <emu/arn.h>
#include <emu/aws.h>
#include <emu/lambda/invoke.h>
#include <emu/sns/publishing.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "cloudwatch/errors.h"

namespace emu::cloudwatch {

namespace {

constexpr std::string_view kTopicPrincipal = "cloudwatch.amazonaws.com";
constexpr std::string_view kFunctionPrincipal = "lambda.alarms.cloudwatch.amazonaws.com";

// Source: Amazon CloudWatch API Reference, "PutMetricAlarm", "PutCompositeAlarm".
constexpr std::array<std::string_view, 9> kServices = {
    "sns", "lambda", "autoscaling", "automate", "swf", "ssm", "ssm-incidents", "aiops", "ec2"};
constexpr std::array<std::string_view, 3> kNotOfComposite = {"automate", "swf", "autoscaling"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view service) {
  return std::find(list.begin(), list.end(), service) != list.end();
}

}  // namespace

Status check_action(std::string_view action, bool is_composite) {
  const std::optional<Arn> arn = Arn::parse(action);
  if (!arn) return validation(fmt::format("Invalid arn syntax: {}", action));
  if (!holds(kServices, arn->service) || (is_composite && holds(kNotOfComposite, arn->service))) {
    return validation(fmt::format("An alarm cannot have this action: {}", action));
  }
  return {};
}

void AlarmActions::carry_out(const AlarmChange& change) {
  const Alarm& alarm = change.alarm;
  const std::vector<std::string>& actions = alarm.actions_for(alarm.state.value);
  if (actions.empty()) return;
  auto order = std::make_shared<Order>(Order{
      .serial = alarm.serial,
      .sender = world_.service_caller(kTopicPrincipal, alarm.arn, alarm.account, alarm.region),
      .invoker = world_.service_caller(kFunctionPrincipal, alarm.arn, alarm.account, alarm.region),
      .actions = actions,
      .subject = notification_subject(change),
      .message = notification_message(change),
      .payload = invocation_payload(change, kMetricId)});
  const std::uint64_t number = ++last_task_;
  const TaskId id = world_.scheduler().spawn({.name = "alarm actions"}, [this, order, number] {
    run(*order);
    tasks_.erase(number);
  });
  tasks_[number] = {.id = id, .account = alarm.account};
}

void AlarmActions::run(const Order& order) {
  for (const std::string& action : order.actions) {
    const std::string error = carry_out(order, action);
    done_(order.serial, action, error);
  }
}

std::string AlarmActions::carry_out(const Order& order, const std::string& action) {
  const std::optional<Arn> arn = Arn::parse(action);
  if (arn && arn->service == "sns") {
    const auto sent =
        world_.client(order.sender)
            .send(sns::Publish{
                .topic_arn = action, .message = order.message, .subject = order.subject});
    return sent ? std::string() : sent.error().message;
  }
  if (arn && arn->service == "lambda") {
    const auto sent = world_.client(order.invoker)
                          .send(lambda::Invoke{.function_name = action,
                                               .invocation_type = "Event",
                                               .payload = Blob(order.payload)});
    return sent ? std::string() : sent.error().message;
  }
  return {};
}

void AlarmActions::drop(std::optional<std::string_view> account) {
  for (auto task = tasks_.begin(); task != tasks_.end();) {
    if (account && task->second.account != *account) {
      ++task;
      continue;
    }
    world_.scheduler().kill(task->second.id);
    task = tasks_.erase(task);
  }
}

}  // namespace emu::cloudwatch
