// What is stored apart from what is alive: a copy of it can be written, read and put back.
#include <doctest/doctest.h>
#include <emu/json.h>
#include <emu/sqs.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"
#include "lambda/service.h"
#include "logs/service.h"
#include "sqs/service.h"

namespace emu::test {

using namespace lambda;                // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

namespace {

constexpr std::string_view kStoredAccount = "000000000000";
constexpr std::string_view kStoredRegion = "us-east-1";

// A world with Lambda and what it calls, without IAM.
struct StoredLambda {
  StoredLambda() {
    logs.add_to(world.operations());
    queues.add_to(world.operations());
    functions.add_to(world.operations());
    functions.bind("f", [this](Context&) -> Handler {
      return [this](Context&, std::string_view event) -> std::string {
        runs.push_back({scheduler.now(), std::string(event)});
        if (is_broken) throw FunctionError("Broken", "not today");
        return "null";
      };
    });
    aws.send(CreateFunction{.function_name = "f",
                            .runtime = "python3.12",
                            .role = "arn:aws:iam::000000000000:role/worker",
                            .handler = "lambda_function.lambda_handler",
                            .code = {.zip_file = "PK"},
                            .tags = {{"team", "fleet"}}})
        .value();
  }
  ~StoredLambda() { scheduler.shut_down(); }

  void advance(Duration duration) { scheduler.run_until(scheduler.now() + duration); }
  State copy() { return functions.stored(kStoredAccount, kStoredRegion); }

  struct Run {
    Time at;
    std::string event;
  };
  std::vector<Run> runs;
  bool is_broken = false;

  SimScheduler scheduler{SimScheduler::Options{}};
  World world{
      {.seed = 1, .account = std::string(kStoredAccount), .region = std::string(kStoredRegion)},
      scheduler};
  logs::Logs logs{world};
  sqs::Sqs queues{world};
  Lambda functions{world};
  Aws aws = world.client(world.unnamed_caller(kStoredAccount, kStoredRegion));
};

}  // namespace

TEST_SUITE("lambda: what is stored") {
  TEST_CASE_FIXTURE(StoredLambda,
                    "a copy survives what comes after it, and is restored with all of it") {
    aws.send(AddPermission{.function_name = "f",
                           .statement_id = "s3",
                           .action = "lambda:InvokeFunction",
                           .principal = "s3.amazonaws.com"})
        .value();
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 7})
        .value();
    const std::string policy = aws.send(GetPolicy{.function_name = "f"}).value().policy;
    const State before = copy();

    aws.send(DeleteFunction{.function_name = "f"}).value();
    CHECK(copy().functions.empty());
    functions.restore(before);
    CHECK(to_json(copy()) == to_json(before));
    CHECK(aws.send(GetPolicy{.function_name = "f"}).value().policy == policy);
    CHECK(aws.send(GetAccountSettings{}).value().account_limit.unreserved_concurrent_executions ==
          1000 - 7);
    CHECK(aws.send(Invoke{.function_name = "f"}).value().status_code == 200);
    CHECK(runs.size() == 1);
  }

  TEST_CASE_FIXTURE(StoredLambda, "what is written of it can be read again") {
    is_broken = true;
    aws.send(Invoke{.function_name = "f", .invocation_type = "Event", .payload = R"({"n":1})"})
        .value();
    advance(1s);
    const std::string written = to_json(copy());
    const State read = from_json<State>(written).value();
    CHECK(to_json(read) == written);
    const Function& function = read.functions.at("f");
    CHECK(function.tags.at("team") == "fleet");
    REQUIRE(function.events.size() == 1);
    CHECK(function.events.begin()->second.failures == 1);
    CHECK(function.events.begin()->second.payload == R"({"n":1})");
  }

  TEST_CASE_FIXTURE(StoredLambda, "a stored event is attempted when it was due") {
    is_broken = true;
    const Time start = scheduler.now();
    aws.send(Invoke{.function_name = "f", .invocation_type = "Event", .payload = R"({"n":1})"})
        .value();
    advance(10s);
    REQUIRE(runs.size() == 1);
    const State before = copy();
    functions.reset(std::nullopt);
    advance(20s);

    functions.restore(before);
    advance(10min);
    REQUIRE(runs.size() == 3);
    CHECK(runs[1].at == start + 60s);
    CHECK(runs[1].event == R"({"n":1})");
    CHECK(runs[2].at == start + 180s);
    CHECK(copy().functions.at("f").events.empty());
  }

  TEST_CASE_FIXTURE(StoredLambda,
                    "a stored mapping polls if it is enabled, and not if it is disabled") {
    const std::string url = aws.send(sqs::CreateQueue{.queue_name = "q"}).value().queue_url;
    const std::string uuid =
        aws
            .send(CreateEventSourceMapping{
                .event_source_arn = "arn:aws:sqs:us-east-1:000000000000:q", .function_name = "f"})
            .value()
            .uuid;
    const State creating = copy();
    CHECK(creating.mappings.front().configuration.state == "Creating");
    advance(1s);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    advance(30s);
    const State disabled = copy();
    CHECK(disabled.mappings.front().configuration.state == "Disabled");

    functions.restore(creating);
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "a"}).value();
    advance(1s);
    CHECK(copy().mappings.front().configuration.state == "Enabled");
    CHECK(runs.size() == 1);

    functions.restore(disabled);
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "b"}).value();
    advance(60s);
    CHECK(copy().mappings.front().configuration.state == "Disabled");
    CHECK(runs.size() == 1);
  }

  TEST_CASE_FIXTURE(StoredLambda, "a mapping that is restored while it is created polls once") {
    aws.send(sqs::CreateQueue{.queue_name = "q"}).value();
    aws.send(CreateEventSourceMapping{.event_source_arn = "arn:aws:sqs:us-east-1:000000000000:q",
                                      .function_name = "f"})
        .value();
    functions.restore(copy());
    int polls = 0;
    const auto counting = world.trace().subscribe([&](const Event& event) {
      const auto* call = event.as<events::CallAnswered>();
      if (call != nullptr && call->is<sqs::ReceiveMessage>()) ++polls;
    });
    advance(20s);
    CHECK(polls == 5);
    world.trace().unsubscribe(counting);
  }
}

}  // namespace emu::test
