// The resources that several parts of the system have: roles, functions, triggers and APIs. All of
// it throws emu::AwsError.
#pragma once

#include <emu/aws.h>

#include <map>
#include <string>
#include <vector>

namespace donuts {

// What every step of the deployment needs.
struct Setup {
  emu::Aws aws;
  std::string account;
  std::string region;
  std::string endpoint;  // empty: AWS's own hosts

  // "arn:aws:sqs:ap-northeast-2:000000000000:" and the rest.
  std::string arn(const std::string& service, const std::string& rest) const;
};

struct Permission {
  std::vector<std::string> actions;
  std::string resource;
};

struct FunctionSetup {
  std::string name;
  std::map<std::string, std::string> environment = {};
  std::vector<Permission> permissions = {};  // beyond those to write its log
};

// With a role of its own. Its ARN.
std::string create_function(Setup& setup, const FunctionSetup& function);

// Makes a queue the function's trigger; a message that the function names as failed comes back.
void create_trigger(Setup& setup, const std::string& queue_arn, const std::string& function);

// What a function needs for a queue that is its trigger.
Permission to_be_triggered_by(const std::string& queue_arn);

// An HTTP API with a stage `prod`, and functions by their routes.
struct Api {
  std::string url;         // of the stage, where AWS has it
  std::string served_url;  // where a server has it; else the same
};
Api create_api(Setup& setup, const std::string& name,
               const std::map<std::string, std::string>& functions_by_route);

}  // namespace donuts
