// Sources: AWS Lambda API Reference, "Invoke"; Lambda Developer Guide, "Understanding the Lambda
// execution environment lifecycle".
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "core/text/base64.h"
#include "lambda/lambda_fixture.h"

namespace emu::test {

using lambda::Context;
using lambda::Invoke;

TEST_SUITE("lambda: Invoke") {
  TEST_CASE_FIXTURE(LambdaFixture, "a function answers the caller who waits for it") {
    create_function("double", [](Context& context, std::string_view event) {
      context.log("got " + std::string(event));
      context.sleep(20ms);
      return R"({"answer":)" + std::string(event) + "}";
    });

    const auto answer = aws.send(Invoke{.function_name = "double", .payload = "21"}).value();

    CHECK(answer.status_code == 200);
    CHECK(answer.payload.view() == R"({"answer":21})");
    CHECK_FALSE(answer.function_error.has_value());
    CHECK(answer.executed_version == "$LATEST");
    CHECK(cloud.now() == cloud.options().start + 20ms);
    const auto lines = log_lines("double");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].find(" Version: $LATEST\n") != std::string::npos);
    CHECK(lines[1] == "got 21\n");
    CHECK(lines[3].find("\tDuration: 20.00 ms\tBilled Duration: 20 ms\tMemory Size: 128 MB\t") !=
          std::string::npos);
    CHECK(lines[3].find("\tInit Duration: 0.00 ms\t\n") != std::string::npos);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a name, a partial ARN and an ARN name the same function") {
    const std::string arn = create_function("f", [](Context&, std::string_view) { return "1"; });
    for (const std::string& name :
         {std::string("f"), std::string("f:$LATEST"), std::string("function:f"),
          std::string("000000000000:function:f"), arn, arn + ":$LATEST"}) {
      CHECK(invoke(name).payload.view() == "1");
    }
  }

  TEST_CASE_FIXTURE(LambdaFixture, "what is not there is not found, by its ARN") {
    create_function("f", [](Context&, std::string_view) { return "1"; });
    const auto message_for = [&](const std::string& name,
                                 const std::optional<std::string>& qualifier) {
      const auto result = aws.send(Invoke{.function_name = name, .qualifier = qualifier});
      return code(result) + " " + message(result);
    };
    CHECK(message_for("g", {}) ==
          "ResourceNotFoundException Function not found: "
          "arn:aws:lambda:us-east-1:000000000000:function:g");
    CHECK(message_for("f", "7") ==
          "ResourceNotFoundException Function not found: "
          "arn:aws:lambda:us-east-1:000000000000:function:f:7");
    CHECK(message_for("arn:aws:lambda:eu-west-1:000000000000:function:f", {}) ==
          "ResourceNotFoundException Functions from 'eu-west-1' are not reachable in this region "
          "('us-east-1')");
    CHECK(message_for("f:$LATEST", "7") ==
          "InvalidParameterValueException The derived qualifier from the function name does not "
          "match the specified qualifier.");
    CHECK(message_for("no spaces", {}).substr(0, 19) == "ValidationException");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a payload must be JSON and not too large") {
    int runs = 0;
    create_function("f", [&](Context&, std::string_view event) {
      ++runs;
      return std::string(event.substr(0, 2));
    });
    const auto broken = aws.send(Invoke{.function_name = "f", .payload = "{"});
    CHECK(code(broken) == "InvalidRequestContentException");
    CHECK(message(broken).substr(0, 43) ==
          "Could not parse request body into json: " + message(broken).substr(40, 3));
    const auto large = aws.send(Invoke{.function_name = "f", .payload = std::string(6291457, '1')});
    CHECK(code(large) == "RequestEntityTooLargeException");
    CHECK(large.error().status == 413);
    CHECK(message(large) ==
          "6291457 byte payload is too large for the RequestResponse invocation type (limit "
          "6291456 bytes)");
    CHECK(message(aws.send(Invoke{.function_name = "f",
                                  .invocation_type = "Event",
                                  .payload = std::string(1048577, '1')})) ==
          "1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)");
    CHECK(runs == 0);
    CHECK(aws.send(Invoke{.function_name = "f"}).value().payload.view() == "{}");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a dry run checks and runs nothing") {
    int runs = 0;
    create_function("f", [&](Context&, std::string_view) {
      ++runs;
      return "1";
    });
    const auto dry = aws.send(Invoke{.function_name = "f", .invocation_type = "DryRun"}).value();
    CHECK(dry.status_code == 204);
    CHECK(runs == 0);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "an exception is the function's failure, not the call's") {
    create_function("typed", [](Context&, std::string_view) -> std::string {
      throw lambda::FunctionError("SoldOut", "no seat is left");
    });
    create_function("plain", [](Context&, std::string_view) -> std::string {
      throw std::runtime_error("oh \"no\"");
    });
    const auto typed = invoke("typed");
    CHECK(typed.status_code == 200);
    CHECK(typed.function_error == "Unhandled");
    CHECK(typed.payload.view() ==
          R"({"errorMessage":"no seat is left","errorType":"SoldOut","stackTrace":[]})");
    CHECK(log_lines("typed").at(1) == "[ERROR] SoldOut: no seat is left\n");
    CHECK(invoke("plain").payload.view() ==
          R"({"errorMessage":"oh \"no\"","errorType":"Error","stackTrace":[]})");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a timeout cuts the handler off to the millisecond") {
    bool came_to_its_end = false;
    create_function(
        "slow",
        [&](Context& context, std::string_view) {
          context.sleep(15s);
          came_to_its_end = true;
          return "1";
        },
        6s);
    const auto answer = invoke("slow");
    CHECK(cloud.now() == cloud.options().start + 6s);
    CHECK(answer.function_error == "Unhandled");
    const std::string payload = answer.payload.str();
    CHECK(payload.find(R"({"errorType":"Sandbox.Timedout","errorMessage":"RequestId: )") == 0);
    CHECK(payload.find(R"( Error: Task timed out after 6.00 seconds"})") != std::string::npos);
    cloud.advance(1min);
    CHECK_FALSE(came_to_its_end);
  }

  TEST_CASE_FIXTURE(LambdaFixture,
                    "a handler that swallows its end does not get past the timeout") {
    create_function("stubborn", [](Context& context, std::string_view) {
      try {
        context.sleep(15s);
      } catch (...) {
        context.log("I will not go");
      }
      return "1";
    });
    CHECK(invoke("stubborn").function_error == "Unhandled");
    cloud.advance(1min);
    CHECK(aws.send(lambda::PutFunctionConcurrency{.function_name = "stubborn",
                                                  .reserved_concurrent_executions = 1})
              .ok());
    CHECK(invoke("stubborn").function_error == "Unhandled");
  }

  TEST_CASE_FIXTURE(LambdaFixture, "a function without code fails as one whose module is missing") {
    aws.send(request("empty")).value();
    const auto answer = invoke("empty");
    CHECK(answer.function_error == "Unhandled");
    CHECK(
        answer.payload.view() ==
        R"({"errorMessage":"Unable to import module 'lambda_function': No module named 'lambda_function'","errorType":"Runtime.ImportModuleError","stackTrace":[]})");
    bool has_hint = false;
    for (const std::string& line : log_lines("empty")) {
      has_hint = has_hint || line.find("Cloud::bind(\"empty\"") != std::string::npos;
    }
    CHECK(has_hint);

    cloud.bind("cleaner", [](Context&, std::string_view) { return "1"; });
    std::string said;
    const auto seen = cloud.subscribe([&](const Event& event) {
      if (const auto* ended = event.as<events::InvocationEnded>()) said = ended->error_message;
    });
    invoke("empty");
    CHECK(said.ends_with("has to come before its invocation. Bound are: cleaner."));
  }

  TEST_CASE_FIXTURE(LambdaFixture, "the tail of the log comes with the answer when asked for") {
    create_function("f", [](Context& context, std::string_view) {
      context.log("first line");
      return "1";
    });
    const auto answer =
        aws.send(Invoke{.function_name = "f", .log_type = "Tail", .payload = "1"}).value();
    REQUIRE(answer.log_result.has_value());
    const std::string tail = base64_decode(*answer.log_result).value();
    CHECK(tail.find("\nfirst line\nEND RequestId: ") != std::string::npos);
    CHECK_FALSE(invoke("f").log_result.has_value());
  }

  TEST_CASE_FIXTURE(LambdaFixture,
                    "a caller cut off by its timeout leaves what it called running") {
    bool inner_ended = false;
    create_function(
        "inner",
        [&](Context& context, std::string_view) {
          context.sleep(5s);
          inner_ended = true;
          return "1";
        },
        10s);
    create_function("outer", [](Context& context, std::string_view) {
      return context.aws().send(Invoke{.function_name = "inner"}).value().payload.str();
    });
    CHECK(invoke("outer").function_error == "Unhandled");
    CHECK(cloud.now() == cloud.options().start + 3s);
    CHECK_FALSE(inner_ended);
    cloud.run_until_idle();
    CHECK(inner_ended);
    CHECK(cloud.now() == cloud.options().start + 5s);
  }

  TEST_CASE_FIXTURE(LambdaFixture, "an answer over 6 MB is a failure") {
    create_function("f", [](Context&, std::string_view) { return std::string(6291557, '1'); });
    const auto answer = invoke("f");
    CHECK(answer.function_error == "Unhandled");
    CHECK(answer.payload.view().find("Function.ResponseSizeTooLarge") != std::string_view::npos);
  }
}

}  // namespace emu::test
