// What the tests of Lambda start from: an account in which a function, its queue and a mapping are
// a line each.
#pragma once

#include <emu/iam.h>
#include <emu/lambda.h>
#include <emu/logs.h>
#include <emu/sqs.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

struct LambdaFixture : Fixture {
  explicit LambdaFixture(CloudOptions options = {}) : Fixture(std::move(options)) {}

  // A role that Lambda may assume and that may do everything a test needs.
  const std::string role = create_role("worker");

  // Its ARN.
  std::string create_role(const std::string& name, const std::string& policy = kEverything,
                          const std::string& trusted = "lambda.amazonaws.com") {
    const std::string trust =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":")" +
        trusted + R"("},"Action":"sts:AssumeRole"}]})";
    const auto created =
        aws.send(iam::CreateRole{.role_name = name, .assume_role_policy_document = trust}).value();
    set_policy(name, policy);
    return created.role.arn;
  }

  void set_policy(const std::string& role_name, const std::string& policy) {
    aws.send(iam::PutRolePolicy{
                 .role_name = role_name, .policy_name = "inline", .policy_document = policy})
        .value();
  }

  // A policy that allows the actions, each as in "sqs:*", on everything.
  static std::string allowing(const std::vector<std::string>& actions) {
    std::string list;
    for (const std::string& action : actions) {
      list += (list.empty() ? "\"" : ",\"") + action + "\"";
    }
    return R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[)" + list +
           R"(],"Resource":"*"}]})";
  }
  static inline const std::string kEverything = allowing({"*"});

  // Binds code and creates the function for it; its ARN.
  std::string create_function(const std::string& name, lambda::Handler handler,
                              std::chrono::seconds timeout = 3s) {
    cloud.bind(name, std::move(handler));
    return aws.send(request(name, timeout)).value().function_arn;
  }

  lambda::CreateFunction request(const std::string& name, std::chrono::seconds timeout = 3s) const {
    return {.function_name = name,
            .runtime = "python3.12",
            .role = role,
            .handler = "lambda_function.lambda_handler",
            .code = {.zip_file = zip_file()},
            .timeout = timeout};
  }

  // The smallest package that AWS takes: a zip file with one empty file in it.
  static std::string zip_file(const std::string& name = "f") {
    const std::string length{static_cast<char>(name.size()), '\0'};
    const auto zeros = [](std::size_t count) { return std::string(count, '\0'); };
    const std::string entry = "PK\3\4" + zeros(22) + length + zeros(2) + name;
    const std::string directory = "PK\1\2" + zeros(24) + length + zeros(16) + name;
    const auto number = [](std::size_t n) {
      return std::string{static_cast<char>(n), '\0', '\0', '\0'};
    };
    return entry + directory + "PK\5\6" + zeros(4) + "\1" + zeros(1) + "\1" + zeros(1) +
           number(directory.size()) + number(entry.size()) + zeros(2);
  }

  lambda::InvokeResult invoke(const std::string& name, const std::string& payload = "{}") {
    return aws.send(lambda::Invoke{.function_name = name, .payload = payload}).value();
  }

  // Its URL.
  std::string create_queue(const std::string& name,
                           std::map<std::string, std::string> attributes = {}) {
    return aws.send(sqs::CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
        .value()
        .queue_url;
  }
  static std::string queue_arn(const std::string& name) {
    return "arn:aws:sqs:us-east-1:000000000000:" + name;
  }

  std::string send(const std::string& queue_url, const std::string& body) {
    return aws.send(sqs::SendMessage{.queue_url = queue_url, .message_body = body})
        .value()
        .message_id;
  }

  // Its UUID, once it is enabled.
  std::string create_mapping(const lambda::CreateEventSourceMapping& in) {
    std::string uuid = aws.send(in).value().uuid;
    cloud.advance(0s);
    return uuid;
  }

  std::string mapping_state(const std::string& uuid) {
    const auto mapping = aws.send(lambda::GetEventSourceMapping{.uuid = uuid});
    return mapping.ok() ? mapping->state : mapping.error().code;
  }

  // The lines of a function's log, of all its streams.
  std::vector<std::string> log_lines(const std::string& function) {
    const auto found = aws.send(logs::FilterLogEvents{.log_group_name = "/aws/lambda/" + function});
    std::vector<std::string> lines;
    if (!found) return lines;
    for (const auto& event : found->events) lines.push_back(event.message);
    return lines;
  }

  std::int64_t visible(const std::string& queue_url) const {
    return cloud.look(sqs::PeekQueue{.queue = queue_url}).depth.visible;
  }
};

}  // namespace emu::test
