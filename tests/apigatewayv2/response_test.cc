// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs in API
// Gateway".
#include <doctest/doctest.h>

#include "apigatewayv2/gateway_fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: response") {
  struct AnswerFixture : GatewayFixture {
    AnswerFixture() {
      stage("$default");
      route("GET /v2", integration("2.0"));
      route("GET /v1", integration("1.0"));
    }
    HttpResponse answered(const std::string& target, std::string answer) {
      function.answer = std::move(answer);
      return get(target);
    }
  };

  TEST_CASE_FIXTURE(AnswerFixture, "in 2.0 a JSON without statusCode is the body of a 200") {
    for (const char* answer : {R"({"a":1})", "[1]", "7", "true", "null"}) {
      const HttpResponse response = answered("/v2", answer);
      CHECK(response.status == 200);
      CHECK(response.body.view() == answer);
      CHECK(header(response, "content-type") == "application/json");
    }
    CHECK(answered("/v2", R"("hello \"you\"")").body.view() == "hello \"you\"");
  }

  TEST_CASE_FIXTURE(AnswerFixture, "in 2.0 a statusCode makes it a structured answer") {
    const HttpResponse response = answered(
        "/v2", R"({"statusCode":201,"headers":{"X-Seat":"12A","n":3},"cookies":["a=1","b=2"],)"
               R"("body":"aGk=","isBase64Encoded":true})");
    CHECK(response.status == 201);
    CHECK(header(response, "x-seat") == "12A");
    CHECK(header(response, "n") == "3");
    CHECK(header(response, "content-type") == "text/plain; charset=utf-8");
    CHECK(response.body.view() == "hi");
    std::string cookies;
    for (const auto& [name, value] : response.headers) {
      if (name == "set-cookie") cookies += value + ';';
    }
    CHECK(cookies == "a=1;b=2;");
    CHECK(answered("/v2", R"({"statusCode":"404","body":null,"headers":null})").status == 404);
  }

  TEST_CASE_FIXTURE(AnswerFixture, "in 1.0 several values of a header are merged") {
    const HttpResponse response =
        answered("/v1", R"({"statusCode":200,"headers":{"a":"1","b":"2"},)"
                        R"("multiValueHeaders":{"a":["1","3"]},"body":"x"})");
    CHECK(response.status == 200);
    std::string all;
    for (const auto& [name, value] : response.headers) {
      if (name.size() == 1) all += name + value;
    }
    CHECK(all == "a1b2a3");
  }

  TEST_CASE_FIXTURE(AnswerFixture, "an answer that does not keep to the format is a 500") {
    for (const char* answer :
         {"", "no json", R"({"statusCode":"x"})", R"({"statusCode":99})",
          R"({"statusCode":200,"body":{}})", R"({"statusCode":200,"headers":[]})",
          R"({"statusCode":200,"body":"*","isBase64Encoded":true})"}) {
      CAPTURE(answer);
      const HttpResponse response = answered("/v2", answer);
      CHECK(response.status == 500);
      CHECK(response.body.view() == R"({"message":"Internal Server Error"})");
    }
    for (const char* answer : {"{}", "\"text\"", R"({"body":"x"})"}) {
      CAPTURE(answer);
      CHECK(answered("/v1", answer).status == 500);
    }
  }

  TEST_CASE_FIXTURE(AnswerFixture, "a function that fails, is throttled or may not be invoked") {
    function.fails = true;
    CHECK(get("/v2").status == 500);
    function.fails = false;
    function.error = Error{.code = "AccessDeniedException", .message = "", .status = 403};
    CHECK(get("/v2").status == 500);
    function.error = Error{.code = "TooManyRequestsException", .message = "", .status = 429};
    const HttpResponse throttled = get("/v2");
    CHECK(throttled.status == 503);
    CHECK(throttled.body.view() == R"({"message":"Service Unavailable"})");
  }

  TEST_CASE_FIXTURE(AnswerFixture,
                    "after the integration's time the answer is 503; the function goes on") {
    const Time start = cloud.now();
    function.takes = 29999ms;
    CHECK(get("/v2").status == 200);
    CHECK(cloud.now() - start == 29999ms);
    function.takes = 31s;
    CHECK(get("/v2").status == 503);
    CHECK(cloud.now() - start == 59999ms);
    CHECK(function.finished == 1);
    cloud.advance(1s);
    CHECK(function.finished == 2);
  }

  TEST_CASE_FIXTURE(AnswerFixture, "requests wait side by side") {
    function.takes = 2s;
    int answered_in_time = 0;
    for (int i = 0; i < 3; ++i) {
      cloud.spawn("client", [&] { answered_in_time += get("/v2").status == 200 ? 1 : 0; });
    }
    cloud.advance(2s);
    CHECK(answered_in_time == 3);
  }

  TEST_CASE_FIXTURE(AnswerFixture, "an API may go while its function runs") {
    function.takes = 2s;
    int status = 0;
    cloud.spawn("client", [&] { status = get("/v2").status; });
    cloud.advance(1s);
    aws.send(apigatewayv2::DeleteApi{.api_id = api}).value();
    cloud.advance(1s);
    CHECK(status == 200);
  }

  TEST_CASE_FIXTURE(AnswerFixture, "too large requests do not reach the function") {
    CHECK(http({.method = "GET", .target = "/v2", .body = std::string(10UL * 1024 * 1024 + 1, 'x')})
              .status == 413);
    CHECK(http({.target = "/v2", .headers = {{"x", std::string(10'240, 'x')}}}).status == 431);
    CHECK(function.events.empty());
  }
}

}  // namespace emu::test
