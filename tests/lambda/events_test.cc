// What happens to functions, as events.
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

// The events of Lambda's own since it was made.
struct Watched : LambdaFixture {
  std::vector<events::InitEnded> inits;
  std::vector<events::InvocationEnded> ends;
  std::vector<events::InvocationThrottled> throttles;
  std::vector<events::AsyncEventDropped> dropped;
  std::vector<events::BatchReceived> batches;
  std::vector<events::BatchPartlyFailed> partly;
  Subscription following = cloud.subscribe([this](const Event& event) {
    keep(event, inits);
    keep(event, ends);
    keep(event, throttles);
    keep(event, dropped);
    keep(event, batches);
    keep(event, partly);
  });

  template <class T>
  static void keep(const Event& event, std::vector<T>& all) {
    if (const T* what = event.as<T>()) all.push_back(*what);
  }
};

}  // namespace

TEST_SUITE("lambda: events") {
  TEST_CASE_FIXTURE(Watched, "an invocation's end says how, and how long it took") {
    const std::string arn = create_function("f", [](Context& context, std::string_view event) {
      context.sleep(event == "3" ? 5s : 20ms);
      if (event == "1") throw FunctionError("Broken", "no");
      if (event == "2") throw 2;
      return "1";
    });
    for (const char* event : {"0", "1", "2", "3"}) invoke("f", event);

    REQUIRE(ends.size() == 4);
    const char* const results[] = {"Succeeded", "Failed", "Crashed", "TimedOut"};
    const char* const types[] = {"", "Broken", "Runtime.ExitError", "Sandbox.Timedout"};
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(ends[i].function_arn == arn);
      CHECK(ends[i].result == results[i]);
      CHECK(ends[i].error_type == types[i]);
      CHECK(ends[i].duration == (i == 3 ? Duration(3s) : Duration(20ms)));
    }
  }

  TEST_CASE_FIXTURE(Watched, "a cold start ends with its init phase; a warm one has none") {
    cloud.bind("f", HandlerFactory([](Context& context) {
                 context.sleep(250ms);
                 return [](Context&, std::string_view) { return "1"; };
               }));
    aws.send(request("f")).value();
    invoke("f");
    invoke("f");
    REQUIRE(inits.size() == 1);
    CHECK(inits[0].result == "Succeeded");
    CHECK(inits[0].duration == 250ms);
    CHECK(inits[0].request_id == ends.at(0).request_id);
  }

  TEST_CASE_FIXTURE(Watched, "an event that is throttled and then given up says both") {
    const std::string arn = create_function("f", [](Context&, std::string_view) { return "1"; });
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 0})
        .value();
    aws.send(Invoke{.function_name = "f", .invocation_type = "Event", .payload = "{}"}).value();
    cloud.run_until_idle();
    REQUIRE(throttles.size() == 1);
    CHECK(throttles[0].function_arn == arn);
    REQUIRE(dropped.size() == 1);
    CHECK(dropped[0].request_id == throttles[0].request_id);
    CHECK(dropped[0].condition == "ZeroReservedConcurrency");
    CHECK(dropped[0].failures == 0);
  }

  TEST_CASE_FIXTURE(Watched, "a batch that failed in part names the messages that did") {
    const std::string queue = create_queue("orders");
    std::string failing;
    const std::string arn = create_function("f", [&](Context&, std::string_view) {
      return R"({"batchItemFailures":[{"itemIdentifier":")" + failing + R"("}]})";
    });
    const std::string first = send(queue, "a");
    failing = send(queue, "b");
    create_mapping({.event_source_arn = queue_arn("orders"),
                    .function_name = "f",
                    .function_response_types = {"ReportBatchItemFailures"}});
    cloud.advance(0s);
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].function_arn == arn);
    CHECK(batches[0].message_ids == std::vector<std::string>{first, failing});
    REQUIRE(partly.size() == 1);
    CHECK(partly[0].mapping_arn == batches[0].mapping_arn);
    CHECK(partly[0].message_ids == batches[0].message_ids);
    CHECK(partly[0].failed_message_ids == std::vector<std::string>{failing});
  }
}

}  // namespace emu::test
