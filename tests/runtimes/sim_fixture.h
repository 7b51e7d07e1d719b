// A simulated account whose functions are processes.
#pragma once

#include <emu/lambda.h>
#include <emu/sqs.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lambda/lambda_fixture.h"
#include "runtimes/clock/sim_runtimes.h"
#include "runtimes/functions_fixture.h"
#include "runtimes/zip_file.h"
#include "server/site.h"

namespace emu::test {

struct SimFixture : LambdaFixture {
  explicit SimFixture(CloudOptions options = {}) : LambdaFixture(std::move(options)) {
    cloud.world().interfaces().add<FunctionRuntimes>(processes);
  }

  // Code of a function in Python or Node.js; its name.
  std::string create(const std::string& name, const std::string& text,
                     std::chrono::seconds timeout = 60s, const std::string& language = "python") {
    const bool is_python = language == "python";
    aws
        .send(lambda::CreateFunction{
            .function_name = name,
            .runtime = is_python ? "python3.11" : "nodejs20.x",
            .role = role,
            .handler = is_python ? "lambda_function.lambda_handler" : "index.handler",
            .code = {.zip_file = zip_of({{.path = is_python ? "lambda_function.py" : "index.js",
                                          .content = text}})},
            .timeout = timeout,
            .memory_size = 512})
        .value();
    return name;
  }

  std::string answer(const std::string& name, const std::string& payload = "{}") {
    return invoke(name, payload).payload.str();
  }

  server::Site site{cloud, {.now = [this] { return cloud.now(); }}};
  runtimes::SimRuntimes processes{
      cloud.world(),
      {.path = variable_of_machine("PATH"),
       .home = variable_of_machine("HOME"),
       .sandboxes_max = 4,
       .work_max = 1s},
      {.look = [this](const HttpRequest& head) { return site.look(head); },
       .answer = [this](HttpRequest& request) { return site.answer(request); }}};
};

}  // namespace emu::test
