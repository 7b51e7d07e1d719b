// An HTTP API in front of a function that really runs.
// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/iam.h>
#include <emu/json.h>
#include <emu/lambda.h>
#include <emu/lambda/events.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: Lambda proxy") {
  struct ProxyFixture : Fixture {
    ProxyFixture() {
      cloud.bind("seats", [this](lambda::Context& context, std::string_view event) {
        const auto request = from_json<lambda::ApiGatewayV2HttpRequest>(event).value();
        context.sleep(takes);
        return R"({"statusCode":201,"body":"seat )" + request.path_parameters.at("seat") + "\"}";
      });
      const std::string role =
          aws.send(iam::CreateRole{.role_name = "seats",
                                   .assume_role_policy_document =
                                       R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                       R"("Principal":{"Service":"lambda.amazonaws.com"},)"
                                       R"("Action":"sts:AssumeRole"}]})"})
              .value()
              .role.arn;
      const std::string function = aws.send(lambda::CreateFunction{.function_name = "seats",
                                                                   .runtime = "python3.12",
                                                                   .role = role,
                                                                   .handler = "seats.handler",
                                                                   .code = {.zip_file = "bound"},
                                                                   .timeout = 900s})
                                       .value()
                                       .function_arn;
      api = aws.send(apigatewayv2::CreateApi{.name = "seats",
                                             .protocol_type = "HTTP",
                                             .route_key = "GET /seats/{seat}",
                                             .target = function})
                .value()
                .api_id;
    }
    void allow(const std::string& route) {
      aws.send(lambda::AddPermission{
                   .function_name = "seats",
                   .statement_id = "api",
                   .action = "lambda:InvokeFunction",
                   .principal = "apigateway.amazonaws.com",
                   .source_arn = "arn:aws:execute-api:us-east-1:000000000000:" + api + route})
          .value();
    }
    HttpResponse get() {
      return cloud.http(
          {.host = api + ".execute-api.us-east-1.amazonaws.com", .target = "/seats/12A"});
    }

    Duration takes = {};
    std::string api;
  };

  TEST_CASE_FIXTURE(ProxyFixture, "the function's policy decides whether the API may invoke it") {
    const HttpResponse refused = get();
    CHECK(refused.status == 500);
    CHECK(refused.body.view() == R"({"message":"Internal Server Error"})");
    allow("/*/*/seats/{seat}");
    const HttpResponse response = get();
    CHECK(response.status == 201);
    CHECK(response.body.view() == "seat 12A");
  }

  TEST_CASE_FIXTURE(ProxyFixture, "permission for another route does not count") {
    allow("/*/POST/seats/{seat}");
    CHECK(get().status == 500);
  }

  TEST_CASE_FIXTURE(ProxyFixture, "a function without concurrency left is a 503") {
    allow("/*/*/*/*");
    CHECK(get().status == 201);
    aws.send(lambda::PutFunctionConcurrency{.function_name = "seats",
                                            .reserved_concurrent_executions = 0})
        .value();
    CHECK(get().status == 503);
  }

  TEST_CASE_FIXTURE(ProxyFixture, "a function that takes over 30 seconds is not waited for") {
    allow("/*/*/seats/{seat}");
    takes = 60s;
    const Time start = cloud.now();
    CHECK(get().status == 503);
    CHECK(cloud.now() - start == 30s);
  }

  TEST_CASE("equal seeds give equal requests") {
    auto digest = [](std::uint64_t seed) {
      Cloud cloud({.seed = seed});
      Aws aws = cloud.aws();
      const auto made = aws.send(apigatewayv2::CreateApi{
                                     .name = "a",
                                     .protocol_type = "HTTP",
                                     .target = "arn:aws:lambda:us-east-1:000000000000:function:f"})
                            .value();
      cloud.http({.host = made.api_id + ".execute-api.us-east-1.amazonaws.com"});
      return cloud.trace_digest();
    };
    CHECK(digest(1) == digest(1));
    CHECK(digest(1) != digest(2));
  }
}

}  // namespace emu::test
