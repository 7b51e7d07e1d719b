// Source: Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle".
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Sandboxes : LambdaFixture {
  int inits = 0;
  Duration init_takes{};
  Duration run_takes{};
  std::set<std::string> streams;

  Sandboxes() {
    cloud.bind("f", HandlerFactory([this](Context& init) -> Handler {
                 ++inits;
                 init.sleep(init_takes);
                 return [this](Context& context, std::string_view) {
                   streams.insert(context.log_stream());
                   context.sleep(run_takes);
                   return "1";
                 };
               }));
    aws.send(request("f")).value();
  }
};

}  // namespace

TEST_SUITE("lambda: sandboxes") {
  TEST_CASE_FIXTURE(Sandboxes, "an idle sandbox is used again, until it has been idle for long") {
    init_takes = 250ms;
    invoke("f");
    invoke("f");
    CHECK(inits == 1);
    CHECK(streams.size() == 1);
    CHECK(streams.begin()->substr(0, 20) == "2026/01/01/[$LATEST]");
    CHECK(streams.begin()->size() == 52);
    const auto lines = log_lines("f");
    CHECK(lines.at(2).find("\tDuration: 0.00 ms\t") != std::string::npos);
    CHECK(lines.at(2).find("\tInit Duration: 250.00 ms\t\n") != std::string::npos);
    CHECK(lines.at(5).find("Init Duration") == std::string::npos);

    cloud.advance(10min);
    invoke("f");
    CHECK(inits == 2);
    CHECK(streams.size() == 2);
  }

  TEST_CASE_FIXTURE(Sandboxes, "invocations at the same time have a sandbox each") {
    run_takes = 1s;
    for (int i = 0; i < 3; ++i) {
      aws.send(Invoke{.function_name = "f", .invocation_type = "Event"}).value();
    }
    cloud.run_until_idle();
    CHECK(inits == 3);
    CHECK(streams.size() == 3);
    CHECK(cloud.now() == cloud.options().start + 1s);
  }

  TEST_CASE_FIXTURE(Sandboxes, "init is not counted in the timeout") {
    init_takes = 9s;
    run_takes = 2900ms;
    CHECK_FALSE(invoke("f").function_error.has_value());
    CHECK(cloud.now() == cloud.options().start + 11900ms);
  }

  TEST_CASE_FIXTURE(Sandboxes, "an init over 10 s is made again within the timeout") {
    init_takes = 11s;
    CHECK(invoke("f").function_error == "Unhandled");
    CHECK(inits == 2);
    CHECK(cloud.now() == cloud.options().start + 13s);
    CHECK(log_lines("f").at(0) ==
          "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n");
  }

  TEST_CASE_FIXTURE(Sandboxes, "a sandbox whose code ran into the timeout is not used again") {
    run_takes = 5s;
    invoke("f");
    run_takes = 0s;
    invoke("f");
    CHECK(inits == 2);
  }

  TEST_CASE_FIXTURE(Sandboxes, "an update ends the sandboxes of before") {
    invoke("f");
    aws.send(UpdateFunctionCode{.function_name = "f", .zip_file = "PK2"}).value();
    invoke("f");
    CHECK(inits == 2);
  }

  TEST_CASE_FIXTURE(Sandboxes, "without permission to write logs there are none, and no error") {
    set_policy("worker", allowing({"sqs:*"}));
    CHECK_FALSE(invoke("f").function_error.has_value());
    CHECK(log_lines("f").empty());
    set_policy("worker", kEverything);
    cloud.advance(1min);
    invoke("f");
    CHECK(log_lines("f").size() == 3);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "code runs as the function's role") {
    const std::string queue = create_queue("q");
    set_policy("worker", allowing({"sqs:GetQueueUrl"}));
    create_function("f", [&](Context& context, std::string_view) -> std::string {
      const auto sent =
          context.aws().send(sqs::SendMessage{.queue_url = queue, .message_body = "x"});
      return sent.ok() ? "1" : "\"" + sent.error().message + "\"";
    });
    CHECK(invoke("f").payload.view().find(
              "arn:aws:sts::000000000000:assumed-role/worker/f is not authorized to perform: "
              "sqs:sendmessage on resource: arn:aws:sqs:us-east-1:000000000000:q") !=
          std::string_view::npos);
  }
}

}  // namespace emu::test
