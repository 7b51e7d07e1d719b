// Source: API Gateway Developer Guide, "Configure CORS for HTTP APIs in API Gateway".
#include <doctest/doctest.h>

#include "apigatewayv2/gateway_fixture.h"

namespace emu::test {

TEST_SUITE("apigatewayv2: CORS") {
  struct CorsFixture : GatewayFixture {
    CorsFixture() {
      stage("$default");
      route("POST /seats", integration());
    }
    HttpResponse preflight(const std::string& origin, const std::string& method = "POST") {
      return http({.method = "OPTIONS",
                   .target = "/seats",
                   .headers = {{"Origin", origin}, {"Access-Control-Request-Method", method}}});
    }
  };

  TEST_CASE_FIXTURE(CorsFixture,
                    "a preflight is answered without a route and without the function") {
    cors({.allow_headers = {"content-type", "x-seat"},
          .allow_methods = {"GET", "POST"},
          .allow_origins = {"https://bus.example"},
          .expose_headers = {"x-api-id"},
          .max_age = 300s});
    const HttpResponse response = preflight("https://bus.example");
    CHECK(response.status == 204);
    CHECK(response.body.empty());
    CHECK(header(response, "access-control-allow-origin") == "https://bus.example");
    CHECK(header(response, "access-control-allow-methods") == "GET,POST");
    CHECK(header(response, "access-control-allow-headers") == "content-type,x-seat");
    CHECK(header(response, "access-control-max-age") == "300");
    CHECK(function.events.empty());
  }

  TEST_CASE_FIXTURE(CorsFixture, "other origins and methods get no CORS headers") {
    cors({.allow_methods = {"POST"}, .allow_origins = {"https://bus.example"}});
    CHECK(header(preflight("https://evil.example"), "access-control-allow-origin") == "(none)");
    CHECK(header(preflight("https://bus.example", "PUT"), "access-control-allow-origin") ==
          "(none)");
    CHECK(preflight("https://evil.example").status == 204);
  }

  TEST_CASE_FIXTURE(CorsFixture,
                    "answers get the configured headers in place of the function's own") {
    function.answer =
        R"({"statusCode":200,"headers":{"Access-Control-Allow-Origin":"mine","x":"1"}})";
    auto post = [this](const std::string& origin) {
      return http({.method = "POST", .target = "/seats", .headers = {{"Origin", origin}}});
    };
    CHECK(header(post("https://a"), "access-control-allow-origin") == "mine");
    cors({.allow_credentials = true, .allow_origins = {"https://*"}, .expose_headers = {"x", "y"}});
    const HttpResponse response = post("https://a");
    CHECK(header(response, "access-control-allow-origin") == "https://a");
    CHECK(header(response, "access-control-allow-credentials") == "true");
    CHECK(header(response, "access-control-expose-headers") == "x,y");
    CHECK(header(response, "x") == "1");
    CHECK(header(post("http://a"), "access-control-allow-origin") == "(none)");
  }

  TEST_CASE_FIXTURE(CorsFixture, "any origin is told as an asterisk") {
    cors({.allow_methods = {"*"}, .allow_origins = {"*"}});
    CHECK(header(preflight("http://localhost:3000", "PATCH"), "access-control-allow-origin") ==
          "*");
    aws.send(apigatewayv2::DeleteCorsConfiguration{.api_id = api}).value();
    CHECK(preflight("http://localhost:3000").status == 404);
  }

  TEST_CASE_FIXTURE(CorsFixture, "configurations that cannot be are refused") {
    for (const apigatewayv2::Cors& bad :
         {apigatewayv2::Cors{.allow_credentials = true, .allow_origins = {"*"}},
          apigatewayv2::Cors{.allow_origins = {"example.com"}},
          apigatewayv2::Cors{.allow_methods = {"FETCH"}}, apigatewayv2::Cors{.max_age = 86'401s}}) {
      CHECK(code(aws.send(apigatewayv2::UpdateApi{.api_id = api, .cors_configuration = bad})) ==
            "BadRequestException");
    }
    CHECK_FALSE(aws.send(apigatewayv2::GetApi{.api_id = api}).value().cors_configuration);
  }
}

}  // namespace emu::test
