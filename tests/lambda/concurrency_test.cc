// Sources: Lambda Developer Guide, "Understanding Lambda function scaling"; AWS Lambda API
// Reference, "PutFunctionConcurrency".
#include <doctest/doctest.h>

#include <string>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Busy : LambdaFixture {
  Busy() {
    for (const char* name : {"f", "g"}) {
      create_function(name, [](Context& context, std::string_view) {
        context.sleep(1s);
        return "1";
      });
    }
  }

  // Starts invocations that run for a second, and gives the reasons of those that were throttled.
  std::map<std::string, int> start(const std::string& name, int count) {
    std::map<std::string, int> reasons;
    for (int i = 0; i < count; ++i) {
      cloud.spawn("caller", [this, name, &reasons] {
        const auto result = aws.send(Invoke{.function_name = name});
        if (result) return;
        CHECK(result.error().code == "TooManyRequestsException");
        CHECK(result.error().status == 429);
        CHECK(result.error().message == "Rate Exceeded.");
        ++reasons[result.error().fields.at(1).second];
      });
    }
    cloud.advance(0s);
    return reasons;
  }

  Result<Concurrency> reserve(const std::string& name, int count) {
    return aws.send(
        PutFunctionConcurrency{.function_name = name, .reserved_concurrent_executions = count});
  }
};

using Reasons = std::map<std::string, int>;

}  // namespace

TEST_SUITE("lambda: concurrency") {
  TEST_CASE_FIXTURE(Busy, "reserved concurrency is a limit of the function's own") {
    CHECK(reserve("f", 2).value().reserved_concurrent_executions == 2);
    CHECK(start("f", 3) == Reasons{{"ReservedFunctionConcurrentInvocationLimitExceeded", 1}});
    CHECK(start("g", 3).empty());
    cloud.advance(1s);
    CHECK(start("f", 2).empty());
    cloud.advance(1s);
    aws.send(DeleteFunctionConcurrency{.function_name = "f"}).value();
    CHECK(start("f", 3).empty());
    cloud.advance(1s);
  }

  // As recorded from AWS.
  TEST_CASE_FIXTURE(Busy, "a version has no concurrency of its own") {
    const std::string text =
        "This operation is permitted on Lambda functions only. Aliases and versions do not support "
        "this operation. Please specify either a function name or an unqualified function ARN.";
    CHECK(code(reserve("f:$LATEST", 2)) == "InvalidParameterValueException");
    CHECK(message(reserve("f:$LATEST", 2)) == text);
    CHECK(message(aws.send(DeleteFunctionConcurrency{.function_name = "f:7"})) == text);
  }

  TEST_CASE_FIXTURE(Busy, "reserving nothing stops a function") {
    reserve("f", 0).value();
    CHECK(start("f", 1) == Reasons{{"ReservedFunctionConcurrentInvocationLimitExceeded", 1}});
  }

  TEST_CASE_FIXTURE(Busy, "what is not reserved is shared: 1,000 at most") {
    reserve("f", 900).value();
    CHECK(start("g", 101) == Reasons{{"ConcurrentInvocationLimitExceeded", 1}});
    cloud.advance(1s);
    aws.send(DeleteFunctionConcurrency{.function_name = "f"}).value();
    CHECK(start("g", 1001) == Reasons{{"ConcurrentInvocationLimitExceeded", 1}});
    cloud.advance(1s);
  }

  TEST_CASE_FIXTURE(Busy, "a hundred stay unreserved") {
    reserve("f", 500).value();
    const auto refused = reserve("g", 401);
    CHECK(code(refused) == "InvalidParameterValueException");
    CHECK(message(refused) ==
          "Specified ReservedConcurrentExecutions for function decreases account's "
          "UnreservedConcurrentExecution below its minimum value of [100].");
    CHECK_FALSE(aws.send(GetFunctionConcurrency{.function_name = "g"})
                    .value()
                    .reserved_concurrent_executions.has_value());
    CHECK(reserve("g", 400).ok());
    CHECK(reserve("f", 300).ok());
    const auto settings = aws.send(GetAccountSettings{}).value();
    CHECK(settings.account_limit.concurrent_executions == 1000);
    CHECK(settings.account_limit.unreserved_concurrent_executions == 300);
    CHECK(settings.account_usage.function_count == 2);
    CHECK(aws.send(GetFunction{.function_name = "f"})
              .value()
              .concurrency->reserved_concurrent_executions == 300);
  }

  TEST_CASE_FIXTURE(Busy, "a reservation made while the function runs counts what is running") {
    CHECK(start("f", 3).empty());
    reserve("f", 4).value();
    CHECK(start("f", 2) == Reasons{{"ReservedFunctionConcurrentInvocationLimitExceeded", 1}});
    aws.send(DeleteFunction{.function_name = "f"}).value();
    CHECK(start("g", 997) == Reasons{{"ConcurrentInvocationLimitExceeded", 1}});
    cloud.advance(1s);
    CHECK(start("g", 1000).empty());
    cloud.advance(1s);
  }
}

}  // namespace emu::test
