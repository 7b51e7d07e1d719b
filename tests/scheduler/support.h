// What the tests of EventBridge Scheduler start from.
#pragma once

#include <emu/iam.h>
#include <emu/scheduler.h>
#include <emu/sqs.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::scheduler {

using namespace std::chrono_literals;

// A queue "q", and a role that may send to queues whose name begins so.
struct ScheduleFixture : test::Fixture {
  std::string queue_url = aws.send(sqs::CreateQueue{.queue_name = "q"}).value().queue_url;
  std::string role = create_role("r", "arn:aws:sqs:*:*:q*");

  static std::string queue_arn(const std::string& name = "q") {
    return "arn:aws:sqs:us-east-1:000000000000:" + name;
  }

  std::string create_role(const std::string& name, const std::string& resource) {
    const std::string arn =
        aws.send(iam::CreateRole{.role_name = name,
                                 .assume_role_policy_document =
                                     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                     R"("Principal":{"Service":"scheduler.amazonaws.com"},)"
                                     R"("Action":"sts:AssumeRole"}]})"})
            .value()
            .role.arn;
    aws.send(iam::PutRolePolicy{
                 .role_name = name,
                 .policy_name = "p",
                 .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                    R"("Action":"*","Resource":")" +
                                    resource + "\"}]}"})
        .value();
    return arn;
  }

  // Sends "due" to the queue.
  CreateSchedule request(const std::string& expression, const std::string& name = "s") {
    return {.flexible_time_window = {.mode = "OFF"},
            .name = name,
            .schedule_expression = expression,
            .target = {.arn = queue_arn(), .input = "due", .role_arn = role}};
  }
  void create(const CreateSchedule& request) { aws.send(request).value(); }

  // Takes all that is in the queue, after everything that is due has been delivered.
  std::vector<sqs::Message> received(const std::string& url) {
    cloud.advance(1us);
    std::vector<sqs::Message> messages =
        aws
            .send(sqs::ReceiveMessage{
                .queue_url = url, .message_attribute_names = {"All"}, .max_number_of_messages = 10})
            .value()
            .messages;
    for (const sqs::Message& message : messages) {
      aws.send(sqs::DeleteMessage{url, message.receipt_handle}).value();
    }
    return messages;
  }
  std::size_t due() { return received(queue_url).size(); }
  bool is_there(const std::string& name = "s") { return aws.send(GetSchedule{.name = name}).ok(); }
};

}  // namespace emu::scheduler
